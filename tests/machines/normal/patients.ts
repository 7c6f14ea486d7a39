// Patients for tests of normal values: the analytes of the real catalogue for one person, with what a case would declare of him or her.
import { buildAnalyte } from '#compiler/link/analytes';
import { readCatalogue } from '#compiler/disk';
import { SampleValues } from '#machines/normal/sample-values';
import type { Analyte } from '#machines/scenario/item';

export const catalogue = readCatalogue(new URL('../../../content/catalogue', import.meta.url).pathname);

export interface Person {
  readonly sex: 'male' | 'female';
  readonly age: number;
}

/** Analytes of the catalogue with the intervals of this person. */
export function analytesOf(person: Person): ReadonlyMap<string, Analyte> {
  return new Map(
    [...catalogue.analytes].map(([id, shape]) => [
      id,
      buildAnalyte(id, shape, person, catalogue.ward.analytes[id]?.from ?? []),
    ]),
  );
}

/** A sample of this person, taken at a second of the attempt with this seed. */
export function sampleOf(
  person: Person,
  seed: string,
  at = 60,
  declared: { readonly [analyte: string]: number } = {},
): SampleValues {
  const analytes = known.get(JSON.stringify(person)) ?? analytesOf(person);
  known.set(JSON.stringify(person), analytes);
  return new SampleValues(
    {
      seed,
      at,
      patient: { name: 'Test', weight: 70, height: 170, ...person },
      analyte: (id) => analytes.get(id),
      declared: (id) => {
        const number = declared[id];
        return number === undefined ? null : { number, text: null, prefix: null };
      },
    },
    new Map(),
  );
}

const known = new Map<string, ReadonlyMap<string, Analyte>>();

/** The number of an analyte; the test fails where it has none. */
export function numberOf(sample: SampleValues, id: string): number {
  const number = sample.value(id)?.number;
  if (typeof number !== 'number') throw new Error(`${id} has no number`);
  return number;
}
