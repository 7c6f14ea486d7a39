// Every number that the laboratory of the ward prints beside a result says where it comes from, and every test what it takes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readCatalogue } from '#compiler/disk';

const root = new URL('../../content/catalogue/', import.meta.url).pathname;
type Rows = { readonly [id: string]: { readonly [key: string]: unknown } };
const rowsOf = (name: string): Rows => parse(readFileSync(`${root}${name}`, 'utf8')) as Rows;
const analytes = rowsOf('analytes.yaml');
const normals = rowsOf('normal.yaml');
const sources = Object.keys(rowsOf('sources.yaml'));
const { ward } = readCatalogue(root);

const named = (source: unknown): readonly unknown[] => [source].flat();
const states = (row: Rows[string]): boolean =>
  ['low', 'high', 'ages', 'normal', 'only'].some((key) => key in row);

describe('a reference interval', () => {
  it.each([
    ['analytes.yaml', analytes],
    ['normal.yaml', normals],
  ])('of %s names a source that was read, or is marked as a design choice', (_, rows) => {
    const unmarked = Object.entries(rows).filter(([, row]) => {
      if (!states(row)) return false;
      return row['source'] === undefined
        ? row['evidence'] !== 'design'
        : row['evidence'] !== 'checked' && row['evidence'] !== 'secondary';
    });
    expect(unmarked.map(([id]) => id)).toEqual([]);
  });

  it('comes from a list for the common tests of a ward', () => {
    const common =
      'wbc haemoglobin platelets mcv sodium potassium calcium albumin fibrinogen d-dimer troponin ph pco2 hba1c tsh cortisol'.split(
        ' ',
      );
    expect(common.filter((id) => analytes[id]?.['source'] === undefined)).toEqual([]);
  });

  it('uses every source that the catalogue lists', () => {
    const text = ['analytes.yaml', 'normal.yaml'].flatMap((name) => [rowsOf(name)]);
    const used = new Set(
      text.flatMap((rows) =>
        Object.values(rows).flatMap((row) => [
          ...named(row['source']),
          ...['si', 'conventional'].flatMap((system) => {
            const other = row[system];
            return typeof other === 'object' && other !== null && 'source' in other
              ? named(other.source)
              : [];
          }),
        ]),
      ),
    );
    expect(sources.filter((key) => !used.has(key))).toEqual([]);
  });

  it('has room for a value between its limits as it is printed', () => {
    const narrow = Object.values(ward.analytes).filter(
      ({ low, high, decimals }) => low !== undefined && high !== undefined && high - low < 10 ** -decimals,
    );
    expect(narrow.map(({ id }) => id)).toEqual([]);
  });
});

describe('what a test takes', () => {
  const drawn = Object.values(ward.items).filter(({ specimen }) => specimen !== undefined);

  it('is said by some 500 tests', () => {
    expect(drawn.length).toBeGreaterThan(450);
  });

  it('is named in both languages, and the name can follow a volume', () => {
    const kinds = Object.entries(ward.specimens ?? {});
    expect(kinds.filter(([, { name }]) => !name.en || !name.it).map(([kind]) => kind)).toEqual([]);
    expect(kinds.filter(([kind]) => !drawn.some(({ specimen }) => specimen?.includes(kind)))).toEqual([]);
  });

  it('is 60 mL at most', () => {
    const most = drawn.filter(({ volume = 0 }) => volume > 60);
    expect(most.map(({ id }) => id)).toEqual([]);
  });
});
