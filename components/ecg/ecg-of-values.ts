// Finds in a printed report the measurements from which its tracing can be drawn.
import type { ValueView } from '#machines/view';
import { ecgOfMeasures, type EcgSpec } from './ecg-spec';

/** The tracing of a report that gives a ventricular rate (with PR, QRS and QTc where it has them); null for any other report. */
export function ecgOfValues(values: readonly ValueView[]): EcgSpec | null {
  const of = (analyte: string): number | null =>
    values.find((value) => value.analyte === analyte)?.number ?? null;
  const rate = of('ventricular-rate');
  if (rate === null || rate <= 0) return null;
  return ecgOfMeasures({ rate, pr: of('pr-interval'), qrs: of('qrs-duration'), qtc: of('qtc') });
}
