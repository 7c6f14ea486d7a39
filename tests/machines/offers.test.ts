// What is offered says what it is: the form of a medicine, and what a test asks of the patient.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '#compiler/catalogue';
import { readCatalogue } from '#compiler/disk';
import { offersOf } from '#components/encounter/offer-columns';
import { columnsOf } from '#machines/offer-columns';
import { offers } from '#machines/offers';
import type { Language } from '#machines/scenario/item';
import { begin, does, FLAGSHIP, playableOf, until } from './kernel/play';
import { debrief } from '#machines/debrief';

const offer = (id: string, language: Language = 'en') =>
  offers(playableOf(FLAGSHIP), language).find((one) => one.id === id);

describe('an offer', () => {
  it('names the form of a medicine by its routes, the particular one before the usual one', () => {
    expect(offer('treat:ibuprofen')?.forms).toEqual(['Tablets or capsules']);
    expect(offer('treat:ibuprofen', 'it')?.forms).toEqual(['Compresse o capsule']);
    expect(offer('treat:macrogol')?.forms).toEqual(['Sachets of powder or granules']);
    expect(offer('treat:saline')?.forms).toEqual(['Bag for infusion']);
    expect(offer('treat:paracetamol-oral')?.forms).toEqual(['Tablets or capsules', 'Suppositories']);
  });

  it('says which tests are invasive or use ionising radiation', () => {
    expect(offer('order:ct-abdomen-pelvis-contrast')?.burden).toEqual(['radiation']);
    expect(offer('order:liver-biopsy')?.burden).toEqual(['invasive']);
    expect(offer('order:full-blood-count')?.burden).toBeUndefined();
  });
});

it.each(['en', 'it'] as const)('offers come out of their columns as they went in, in %s', (language) => {
  const all = offers(playableOf(FLAGSHIP), language);
  const columns = columnsOf(all);
  // The wire adds and loses nothing, and the offers are made from no more than it carries.
  expect(JSON.parse(JSON.stringify(columns))).toEqual(columns);
  expect(offersOf(columns)).toEqual(all);
  // a phone on a ward loads it once for each version of a case
  expect(gzipSync(JSON.stringify(columns), { level: 9 }).length).toBeLessThanOrEqual(150_000);
});

describe('every medicine of the ward', () => {
  it('that is given by a route has a form', () => {
    const { ward } = readCatalogue(new URL('../../content/catalogue', import.meta.url).pathname);
    const formless = Object.values(ward.items).filter(
      ({ id, verb, dosing }) =>
        verb === 'treat' && (dosing?.routes.length ?? 0) > 0 && ward.forms?.of[id] === undefined,
    );
    expect(formless.map(({ id }) => id)).toEqual([]);
    expect(Object.keys(ward.forms?.of ?? {}).length).toBeGreaterThan(800);
  });

  it('stands under no form that none of its routes is for', () => {
    const { diagnostics } = compileCatalogue(
      new Map([
        [
          'treatments/a.yaml',
          'treat:pill: { name: { en: Pill, it: Pillola }, group: treatments, dosing: { mode: course, unit: mg, routes: [oral, iv] }, evidence: design }\n',
        ],
        ['groups.yaml', 'treatments: { en: Treatments, it: Trattamenti }\n'],
        [
          'forms.yaml',
          'tablet: { name: { en: Tablet, it: Compressa }, routes: [oral], usual: true, evidence: design }\ncream: { name: { en: Cream, it: Crema }, routes: [topical], of: [treat:pill, treat:pil], evidence: design }\n',
        ],
      ]),
    );
    expect(diagnostics.map(({ code, help }) => [code, help])).toEqual([
      ['formless-route', 'Add a form with routes: [iv], usual: true.'],
      ['form-route', 'Its routes are oral, iv.'],
      ['unknown-item', 'Did you mean treat:pill?'],
    ]);
  });
});

it('the debrief counts tests with ionising radiation that were done, and not those still to come', () => {
  const encounter = begin(FLAGSHIP);
  does(encounter, 'order:chest-x-ray');
  expect(debrief(encounter, 'en').burden).toEqual({ radiation: 0, invasive: 0 });
  until(encounter, 60);
  expect(debrief(encounter, 'en').burden).toEqual({ radiation: 1, invasive: 0 });
});
