// The values of a report, taken at the moment of sampling: live levels, texts, and what this patient has where the report says nothing.
import { SampleValues } from '../normal/sample-values';
import type { Source, Value } from '../normal/sample-values';
import type { Item } from '../scenario/item';
import type { Response } from '../scenario/scenario';
import type { SampledValue, State } from './state';

/** Values of a panel now: what the response states, and for the item's other analytes what the case or else health says. */
export function sample(state: State, item: Item, response: Response | null): readonly SampledValue[] {
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
  // Words alone are a report of their own (a culture, a film): no panel is printed beside them.
  if (response && stated.size === 0) return [];
  const values = new SampleValues(sourceOf(state), stated);
  const panel = [...new Set([...(item.analytes ?? []), ...stated.keys()])];
  return panel.flatMap((analyte): SampledValue[] => {
    const value = values.value(analyte);
    const { note = null, flagged = false } = marks.get(analyte) ?? {};
    return value ? [{ analyte, ...value, note, flagged }] : [];
  });
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
