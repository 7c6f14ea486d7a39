// A word of the catalogue has one meaning, or its several meanings are declared.
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '#compiler/catalogue';
import { readCatalogue } from '#compiler/disk';

const item = (id: string, name: string, words: string) =>
  `${id}:\n  name: { en: ${name}, it: ${name} }\n  words: { en: [${words}] }\n  group: tests\n  evidence: design\n`;

function told(items: string, more: Readonly<Record<string, string>> = {}) {
  const files = new Map([
    ['groups.yaml', 'tests: { en: Tests, it: Esami }\n'],
    ['items.yaml', items],
    ...Object.entries(more),
  ]);
  return compileCatalogue(files).diagnostics.filter(({ severity }) => severity !== 'note');
}

const TWO = item('order:lipase', 'Lipase', 'pancreas') + item('order:amylase', 'Amylase', 'Pancreas');
const SHARED =
  '- { words: { en: [pancreas] }, mean: [order:lipase, order:amylase], why: "the organ, not yet the test" }\n';

describe('a word that two items of one verb claim', () => {
  it('is refused where the second claims it, however it is written', () => {
    const [first, ...others] = told(TWO);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      code: 'word-claimed-twice',
      severity: 'error',
      file: 'items.yaml',
      line: 6,
    });
    expect(first?.what).toContain('order:lipase and order:amylase');
    expect(first?.help).toContain('shared-words.yaml');
  });

  it('is refused when it is the name of another', () => {
    const [first] = told(item('order:lipase', 'Lipase', 'amylase') + item('order:amylase', 'Amylase', ''));
    expect(first?.code).toBe('word-claimed-twice');
  });

  it('stands when the catalogue says that it means both', () =>
    expect(told(TWO, { 'shared-words.yaml': SHARED })).toEqual([]));

  it('is refused to a third that is not named there', () => {
    const three = TWO + item('order:ca-19-9', 'CA 19-9', 'pancreas');
    const [first] = told(three, { 'shared-words.yaml': SHARED });
    expect(first).toMatchObject({ code: 'word-claimed-twice', line: 11 });
  });

  it('may be claimed under another verb, which tells them apart', () =>
    expect(
      told(item('order:lungs', 'Lung function', 'lungs') + item('examine:lungs', 'Chest', 'lungs')),
    ).toEqual([]));
});

describe('a word declared as shared', () => {
  it('is told when nobody shares it any more', () => {
    const one = item('order:lipase', 'Lipase', 'pancreas') + item('order:amylase', 'Amylase', '');
    const [first] = told(one, { 'shared-words.yaml': SHARED });
    expect(first).toMatchObject({
      code: 'word-not-shared',
      severity: 'warning',
      file: 'shared-words.yaml',
      line: 1,
    });
  });

  it('names only what there is', () => {
    const [first] = told(TWO, { 'shared-words.yaml': SHARED.replace('mean: [', 'mean: [order:nothing, ') });
    expect(first).toMatchObject({ code: 'unknown-item', severity: 'error', file: 'shared-words.yaml' });
  });
});

describe('the catalogue', () => {
  it('has no word that means two things without saying so', () => {
    const codes = readCatalogue('content/catalogue').diagnostics.map(({ code }) => code);
    expect(codes).not.toContain('word-claimed-twice');
    expect(codes).not.toContain('word-not-shared');
  });
});
