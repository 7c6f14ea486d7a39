// The ward's catalogue as authors and learners rely on it: complete in both languages, sourced, and free of mistakes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '#compiler/catalogue';
import { LANGUAGES } from '#machines/scenario/item';

const root = join(import.meta.dirname, '../../content/catalogue');
const files = new Map(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(join(root, name), 'utf8')] as const),
);
const { ward, diagnostics } = compileCatalogue(files);
const items = Object.values(ward.items);

describe('the catalogue of the ward', () => {
  it('has nothing that the compiler complains about', () => {
    expect(diagnostics.map(({ file, line, what }) => `${file}:${line} ${what}`)).toEqual([]);
  });

  it.each(LANGUAGES)('names every item, choice, analyte and diagnosis in %s', (language) => {
    const unnamed = [
      ...items.filter(({ name }) => !name[language]).map(({ id }) => id),
      ...items.flatMap(({ id, choices = [] }) =>
        choices.filter(({ name }) => !name[language]).map((choice) => `${id}/${choice.id}`),
      ),
      ...Object.values(ward.analytes)
        .filter(({ name }) => !name[language])
        .map(({ id }) => id),
      ...Object.values(ward.diagnoses)
        .filter(({ name }) => !name[language])
        .map(({ id }) => id),
      ...Object.entries(ward.texts)
        .filter(([, words]) => !words[language])
        .map(([key]) => key),
    ];
    expect(unnamed).toEqual([]);
  });

  it.each(LANGUAGES)('can be searched in %s by words other than the name', (language) => {
    expect(items.filter(({ synonyms }) => !synonyms?.[language]?.length).map(({ id }) => id)).toEqual([]);
  });

  it('answers every question and manoeuvre of which a case says nothing', () => {
    const silent = items.filter(
      ({ verb, usual }) => (verb === 'ask' || verb === 'examine') && usual === undefined,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('reports every investigation of which a case says nothing, in words or as a panel', () => {
    const silent = items.filter(
      ({ verb, usual, analytes }) => verb === 'order' && usual === undefined && !analytes?.length,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('gives every treatment a dosing with a first preset, so that a bare order means something', () => {
    const bare = items.filter(({ verb, dosing }) => verb === 'treat' && !dosing?.presets.length);
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('keeps normal values inside their reference interval', () => {
    const outside = Object.values(ward.analytes).filter(
      ({ normal, low = -Infinity, high = Infinity }) =>
        typeof normal === 'number' && (normal < low || normal > high),
    );
    expect(outside.map(({ id }) => id)).toEqual([]);
  });
});
