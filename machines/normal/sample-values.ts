// The values of one sample: what the case declares, what follows from it by the catalogue's rules, and else what a healthy patient has.
import type { Analyte } from '../scenario/item';
import type { Patient } from '../scenario/scenario';
import { healthyValue } from './healthy';
import { evaluate } from './rule';

/** A value before it is written: a number in the analyte's unit, or words. */
export interface Value {
  readonly number: number | null;
  /** key of a text of the case, or one of `USUAL_WORDS` and `NOT_APPLICABLE` */
  readonly text: string | null;
  readonly prefix: '<' | '>' | null;
}

/** Text of a value whose words are the analyte's own usual ones. */
export const USUAL_WORDS = 'normal';
/** Text of a value that this patient cannot have. */
export const NOT_APPLICABLE = 'not-applicable';

/** What a sample is taken from. */
export interface Source {
  readonly seed: string;
  /** seconds of patient time at which the sample is taken */
  readonly at: number;
  readonly patient: Patient;
  analyte(id: string): Analyte | undefined;
  /** what the case says of an analyte (or of a vital's channel) at this moment; null where it says nothing */
  declared(id: string): Value | null;
}

/** The analytes of one sample, each worked out once, so that a report agrees with itself. */
export class SampleValues {
  readonly #source: Source;
  readonly #stated: ReadonlyMap<string, Value>;
  readonly #known = new Map<string, Value>();
  readonly #open = new Set<string>();

  /** `stated`: what the report at hand says itself; it goes before all else. */
  constructor(source: Source, stated: ReadonlyMap<string, Value>) {
    this.#source = source;
    this.#stated = stated;
  }

  /** The value of an analyte; null for a name that is none. */
  value(id: string): Value | null {
    const known = this.#known.get(id);
    if (known) return known;
    const declared = this.#declared(id);
    if (declared) return declared;
    const analyte = this.#source.analyte(id);
    if (!analyte) return null;
    this.#open.add(id);
    const value = this.#usual(analyte);
    this.#open.delete(id);
    this.#known.set(id, value);
    return value;
  }

  #usual(analyte: Analyte): Value {
    const { seed, at, patient } = this.#source;
    if (analyte.only && !applies(analyte.only, patient))
      return { number: null, text: NOT_APPLICABLE, prefix: null };
    const followed = this.#followed(analyte);
    const number = followed ?? healthyValue(analyte, seed, at);
    return number === null
      ? { number: null, text: USUAL_WORDS, prefix: null }
      : { number: rounded(number, analyte.decimals), text: null, prefix: null };
  }

  /** By the first rule whose givens the case declares and whose values are all there. */
  #followed(analyte: Analyte): number | null {
    for (const { given, is } of analyte.from ?? []) {
      if (!given.every((id) => typeof this.#declared(id)?.number === 'number')) continue;
      const number = evaluate(is, (name) => this.#number(name, analyte));
      if (Number.isFinite(number)) return number;
    }
    return null;
  }

  /** What the report at hand or the case says. */
  #declared(id: string): Value | null {
    const declared = this.#stated.get(id) ?? this.#source.declared(id);
    if (declared) this.#known.set(id, declared);
    return declared;
  }

  #number(name: string, own: Analyte): number {
    const { patient, seed, at } = this.#source;
    switch (name) {
      case 'age':
        return patient.age;
      case 'female':
        return patient.sex === 'female' ? 1 : 0;
      case 'weight':
        return patient.weight;
      case 'height':
        return patient.height ?? Number.NaN;
      default:
        // Within its own rule, and in a circle that the compiler warned of, a name is the healthy value.
        if (name === own.id || this.#open.has(name)) {
          const analyte = this.#source.analyte(name);
          return (analyte && healthyValue(analyte, seed, at)) ?? Number.NaN;
        }
        return this.#asPrinted(name);
    }
  }

  /** As the report prints it: numbers that are said to close do so on paper. */
  #asPrinted(id: string): number {
    const number = this.value(id)?.number ?? Number.NaN;
    const decimals = this.#source.analyte(id)?.decimals;
    return decimals === undefined ? number : rounded(number, decimals);
  }
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

function applies(only: NonNullable<Analyte['only']>, { sex, age }: Patient): boolean {
  if (only.sex !== undefined && only.sex !== sex) return false;
  return only.ages === undefined || (age >= only.ages[0] && age <= only.ages[1]);
}
