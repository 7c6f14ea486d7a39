// What is known of an expression's unit, and which unit several of them share.
import { convert, plain } from './units';

/** Unit of an expression as far as it is known; soft where only literals carry it and may take another. */
export interface Measure {
  readonly unit: string | null;
  readonly firm: boolean;
}

export const UNKNOWN: Measure = { unit: null, firm: false };
/** A unit that is certain; none where it is without dimension. */
export const firm = (unit: string): Measure => (plain(unit) ? UNKNOWN : { unit, firm: true });

/** The unit that several amounts share: that of the first with a firm one, else of the first with any. */
export function shared(measures: readonly Measure[]): Measure {
  return measures.find((one) => one.firm) ?? measures.find((one) => one.unit !== null) ?? UNKNOWN;
}

/** The unit to build a shared measure in: amounts of time alone are read in minutes. */
export function target(measure: Measure): string | null {
  if (measure.unit === null || measure.firm) return measure.unit;
  return convert(1, measure.unit, 'min') === null ? measure.unit : 'min';
}
