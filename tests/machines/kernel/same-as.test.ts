// An item that is the same as another: it answers, takes time and counts as the other, and the chart shows what was asked.
import { describe, expect, it } from 'vitest';
import { compileCase } from '#compiler/compile-case';
import { readCaseFolder, readCatalogue } from '#compiler/disk';
import { reportText } from '#compiler/report';
import { openEncounter } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import { score } from '#machines/score';
import { chartOf, does, header, now, plain, refuses, until } from './play';

const fixtures = new URL('../../fixtures/', import.meta.url).pathname;

const ITEMS = `
ask:drugs: { same-as: ask:onset }
order:venous-gas: { same-as: order:chest-xray }
ask:pregnant: { name: { en: Are you pregnant? }, group: questions, classes: [asked-of-women] }
ask:sleep: { name: { en: How do you sleep? }, group: questions }
ask:onset: { takes: 2 min }
`;
const TEXTS = `
<Answer to="ask:*" when="in tension">He has no breath for that.</Answer>
`;

/** The pneumothorax with these items, at the bedside. */
function begin(): Encounter {
  const folder = readCaseFolder(`${fixtures}cases/order-driven-stages`);
  const catalogue = readCatalogue(`${fixtures}catalogue`);
  // The gas states values of its own in the fixture: here it has none.
  const texts = (folder.files.get('texts.mdx') ?? '').replaceAll(/<Result of="order:venous-gas".*\n/g, '');
  const files = new Map(
    [...folder.files, ['items.yaml', ITEMS] as const, ['texts.mdx', texts + TEXTS] as const].filter(
      ([name]) => !name.endsWith('.it.mdx'),
    ),
  );
  const { scenario, revision, diagnostics } = compileCase({ ...folder, files }, catalogue);
  if (scenario === null || revision === null) throw new Error(reportText(diagnostics));
  const encounter = openEncounter(makePlayable(scenario, catalogue.ward, revision), header());
  does(encounter, 'begin');
  return encounter;
}

describe('an item that is the same as another', () => {
  it('gives its answer, in its time, under the name that was asked', () => {
    const encounter = begin();
    does(encounter, 'ask:drugs');
    expect(now(encounter)).toBe(2);
    const [entry] = chartOf(encounter, 'ask:drugs');
    expect(plain(entry?.prose ?? null)).toBe('It came on suddenly, while I was sitting.');
    expect(chartOf(encounter, 'ask:onset')).toEqual([]);
  });

  it('reports as it does, and counts for both', () => {
    const encounter = begin();
    until(encounter, 10);
    does(encounter, 'order:venous-gas');
    until(encounter, 24);
    expect(chartOf(encounter, 'order:venous-gas').map((one) => plain(one.prose))).toContain(
      'Right lung collapsed; the mediastinum is pushed to the left.',
    );
    const harm = score(encounter).lines.find(({ rule }) => rule === 'p1');
    expect(harm?.points).toBe(-10);
  });
});

describe('a question without an answer of its own', () => {
  it('gets what the case says of every question while that holds, else the usual answer', () => {
    const encounter = begin();
    does(encounter, 'ask:sleep');
    until(encounter, 10);
    does(encounter, 'ask:sleep');
    expect(chartOf(encounter, 'ask:sleep').map(({ code, prose }) => code ?? plain(prose))).toEqual([
      'usual',
      'He has no breath for that.',
    ]);
  });
});

describe('what is asked of others than this patient', () => {
  it('is refused, and takes no time', () => {
    const encounter = begin();
    expect(refuses(encounter, { do: 'ask:pregnant' }).code).toBe('not-applicable');
    expect(now(encounter)).toBe(0);
  });
});
