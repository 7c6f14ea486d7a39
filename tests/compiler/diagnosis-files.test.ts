// The diagnoses of a ward stand in one file or in a folder of files: they are one vocabulary.
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '#compiler/catalogue';

const heart = 'infarct: { name: { en: Infarction, it: Infarto } }\n';
const kinds = 'stemi: { name: { en: STEMI, it: STEMI }, parent: infarct }\n';
const compile = (files: Readonly<Record<string, string>>) => compileCatalogue(new Map(Object.entries(files)));

describe('diagnoses of several files', () => {
  it('are one vocabulary, and a parent may stand in another file', () => {
    const { ward, diagnostics } = compile({ 'diagnoses/heart.yaml': heart, 'diagnoses/kinds.yaml': kinds });
    expect(Object.keys(ward.diagnoses).toSorted()).toEqual(['infarct', 'stemi']);
    expect(ward.diagnoses['stemi']?.parent).toBe('infarct');
    expect(diagnostics).toEqual([]);
  });

  it('may stand in one file as well', () => {
    expect(Object.keys(compile({ 'diagnoses.yaml': heart }).ward.diagnoses)).toEqual(['infarct']);
  });

  it('are refused when two files declare the same one', () => {
    const { diagnostics } = compile({ 'diagnoses/heart.yaml': heart, 'diagnoses/more.yaml': heart });
    expect(diagnostics[0]).toMatchObject({ code: 'duplicate-diagnosis', file: 'diagnoses/more.yaml' });
  });

  it('point at an unknown parent where it is written', () => {
    const { diagnostics } = compile({ 'diagnoses/heart.yaml': `# Heart\n${kinds}` });
    expect(diagnostics[0]).toMatchObject({
      code: 'unknown-diagnosis',
      file: 'diagnoses/heart.yaml',
      line: 2,
    });
  });
});
