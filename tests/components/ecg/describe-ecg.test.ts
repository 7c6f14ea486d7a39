// The words beside a tracing: what is seen, in both languages, and the callipers' arithmetic.
import { describe, expect, test } from 'vitest';
import en from '#content/words/en.json';
import it from '#content/words/it.json';
import { measured } from '#components/ecg/callipers';
import { describeEcg, shiftedLeads } from '#components/ecg/describe-ecg';
import { ecgOf, ecgOfTracing, type EcgSpec } from '#components/ecg/ecg-spec';
import { stripsOf } from '#components/ecg/sheet-layout';
import { makeWords } from '#components/words';
import { RHYTHMS } from '#machines/scenario/rhythm';
import { intervalsOf, ofPotassium } from '#machines/scenario/tracing';
import { recorded } from './recorded';

const inBoth = (spec: EcgSpec) =>
  (
    [
      ['en', en],
      ['it', it],
    ] as const
  ).map(([language, table]) => describeEcg(spec, makeWords(language, table)).join(' '));

/** Names of rhythms and diseases: for the learner to say. */
const NAMES =
  /\{|\.\w+-\w|fibrilla|flutter|tachycard|tachicard|infarct|infarto|isch|STEMI|sinus|asystol|asistol|kal[ia]|potass|bundle|branca|blocc|block/i;

describe('a tracing in words', () => {
  test('names the leads of an inferior elevation, their millimetres and their mirror', () => {
    const spec = ecgOfTracing(recorded('sinus', { st: [{ territory: 'inferior', mm: 3 }], q: ['inferior'] }));
    const { up, down } = shiftedLeads(spec);
    expect(up).toEqual([
      ['II', 2],
      ['III', 3],
      ['aVF', 2.5],
    ]);
    expect(down.map(([lead]) => lead)).toContain('aVL');
    const [english, italian] = inBoth(spec);
    expect(english).toContain('ST elevation: II 2 mm, III 3 mm, aVF 2.5 mm.');
    expect(english).toMatch(/Broad Q waves in .*III.*aVF/);
    expect(italian).toContain('Sopraslivellamento del tratto ST: II 2 mm, III 3 mm, aVF 2,5 mm.');
  });

  test.each(RHYTHMS)(
    'says something of %s in both languages, narrow or wide, and never its name',
    (rhythm) => {
      for (const more of [
        {},
        { qrs: 150 },
        { p: 'absent' },
        { conduction: 'right-bundle-block', qrs: 140 },
      ] as const)
        for (const said of inBoth(ecgOfTracing(recorded(rhythm, more)))) {
          expect(said.length).toBeGreaterThan(20);
          expect(said).not.toMatch(NAMES);
        }
    },
  );

  test('says of a wide irregular rhythm that it is wide', () => {
    const [english] = inBoth(ecgOfTracing(recorded('atrial-fibrillation', { qrs: 150 })));
    expect(english).toMatch(/^Wide complexes at irregular intervals/);
  });

  test('says what potassium does to P, QRS and T, step by step', () => {
    const said = [6, 7, 8, 9].map((potassium) => {
      const { rhythm, ...more } = ofPotassium(potassium);
      return inBoth(ecgOfTracing(recorded(rhythm, { ...more, qrs: intervalsOf(rhythm).qrs ?? null })))[0];
    });
    expect(said[0]).toMatch(/P waves.*pointed/);
    expect(said[1]).toMatch(/flat P waves/);
    expect(said[2]).toMatch(/wide complexes, no P waves.*T waves tall, narrow-based and pointed/);
    expect(said[3]).toMatch(/run into each other/);
  });

  test.each([
    [{ t: { shape: 'inverted', in: ['lateral'] } }, 'T waves inverted in I, aVL, V5, V6.'],
    [{ t: { shape: 'flat', in: [] } }, 'T waves flat.'],
    [
      { t: { shape: 'peaked', in: ['anterior'] } },
      'T waves tall, narrow-based and pointed in V1, V2, V3, V4, V5.',
    ],
    [{ p: 'flat' }, 'P waves flat.'],
    [{}, 'T waves of usual form.'],
  ] as const)('says of %j: %s', (more, sentence) => {
    expect(inBoth(ecgOfTracing(recorded('sinus', more)))[0]).toContain(sentence);
  });
});

describe('the paper', () => {
  test('shows twelve leads and a rhythm strip', () => {
    const strips = stripsOf(ecgOf('sinus', 80));
    expect(strips.length).toBe(13);
    expect(new Set(strips.map(({ lead }) => lead)).size).toBe(12);
    expect(strips.every(({ path }) => path.startsWith('M') && !path.includes('NaN'))).toBe(true);
  });

  test('is drawn from what the report measured', () => {
    const spec = ecgOfTracing(recorded('sinus', { rate: 109, pr: 148, qrs: 88, qtc: 431 }));
    expect(spec).toMatchObject({ rhythm: 'sinus', rate: 109, pr: 148, qrs: 88, qtc: 431, spread: 'normal' });
    expect(ecgOfTracing(recorded('sinus', { qrs: 130 })).spread).toBe('left-bundle-block');
  });
});

test('callipers measure time, rate and height', () => {
  expect(measured({ left: 40, right: 60, top: 110, bottom: 120 })).toEqual({ ms: 800, rate: 75, mv: 1 });
  expect(measured({ left: 40, right: 40, top: 1, bottom: 1 }).rate).toBeNull();
});
