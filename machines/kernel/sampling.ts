// The values of a report, taken at the moment of sampling: live levels, texts, and what this patient has where the report says nothing.
import { SampleValues } from '../normal/sample-values';
import type { Source, Value } from '../normal/sample-values';
import type { Item } from '../scenario/item';
import type { Response } from '../scenario/scenario';
import type { TracingView } from '../scenario/tracing';
import { asPrinted, record } from './recording';
import type { SampledValue, State } from './state';

/** What one report says in numbers. */
export interface Sampled {
  readonly values: readonly SampledValue[];
  /** of an electrocardiogram */
  readonly tracing: TracingView | null;
}

/**
 * Values of a panel now: what the response states, and for the item's other analytes what the case or else health says. An item
 * that measures a heart rhythm records its tracing at the same second.
 */
export function sample(state: State, item: Item, response: Response | null): Sampled {
  const stated = new Map<string, Value>();
  const marks = new Map<string, { readonly note: string | null; readonly flagged: boolean }>();
  for (const { analyte, value, note, flagged } of response?.values ?? []) {
    marks.set(analyte, { note: note ?? null, flagged });
    if ('text' in value) stated.set(analyte, { number: null, text: value.text, prefix: null });
    else if ('number' in value) {
      const number = state.playable.book.preparedNumber(value.number)(state);
      stated.set(analyte, {
        number: Number.isFinite(number) ? number : null,
        text: null,
        prefix: value.prefix ?? null,
      });
    }
  }
  const given = response?.tracing;
  const words = response !== null && stated.size === 0;
  // Words alone are a report of their own (a culture, a film): no panel is printed beside them, and nothing is drawn that they might contradict.
  if (words && given === undefined) return { values: [], tracing: null };
  const source = sourceOf(state);
  const truth = state.playable.standsFor(item);
  const recorded = record(state, truth, given, stated, (id) => source.declared(id));
  if (words && response.kind !== 'result') return { values: [], tracing: recorded?.tracing ?? null };
  const values = new SampleValues(source, new Map([...(recorded?.panel ?? []), ...stated]));
  const panel = [...new Set([...(item.analytes ?? []), ...(recorded?.panel.keys() ?? []), ...stated.keys()])];
  const printed = panel.flatMap((analyte): SampledValue[] => {
    const value = values.value(analyte);
    const { note = null, flagged = false } = marks.get(analyte) ?? {};
    return value ? [{ analyte, ...value, note, flagged }] : [];
  });
  const measured = (id: string) => printed.find(({ analyte }) => analyte === id)?.number ?? null;
  return { values: printed, tracing: recorded === null ? null : asPrinted(recorded.tracing, measured) };
}

/** The patient as a sample of this moment shows them. */
function sourceOf(state: State): Source {
  const { playable, seed, now } = state;
  const { scenario, ward, book, statements } = playable;
  return {
    seed,
    at: now,
    patient: scenario.patient,
    analyte: (id) => scenario.analytes[id] ?? ward.analytes[id],
    declared: (id) => {
      const statement = statements.get(id)?.find(({ when }) => when === null || book.prepared(when)(state));
      if (!statement) return null;
      const { value } = statement;
      if ('text' in value) return { number: null, text: value.text, prefix: null };
      const number = book.preparedNumber(value.number)(state);
      return Number.isFinite(number) ? { number, text: null, prefix: value.prefix } : null;
    },
  };
}
