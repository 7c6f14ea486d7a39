// The values of a report, taken at the moment of sampling: live levels, texts, and what is normal where the case says nothing.
import type { Item } from '../scenario/item';
import type { Response } from '../scenario/scenario';
import type { SampledValue, State } from './state';

/** Values of a panel now: what the response states, and for the item's other analytes what is normal. */
export function sample(state: State, item: Item, response: Response | null): readonly SampledValue[] {
  const stated = new Map<string, SampledValue>();
  for (const { analyte, value, note, flagged } of response?.values ?? []) {
    const common = { analyte, note: note ?? null, flagged };
    if ('text' in value) stated.set(analyte, { ...common, number: null, text: value.text, prefix: null });
    else {
      const number = state.playable.book.preparedNumber(value.number)(state);
      stated.set(analyte, {
        ...common,
        number: Number.isFinite(number) ? number : null,
        text: null,
        prefix: value.prefix ?? null,
      });
    }
  }
  // Words alone are a report of their own (a culture, a film): no panel is printed beside them.
  if (response && stated.size === 0) return [];
  const panel = (item.analytes ?? []).flatMap((analyte): SampledValue[] => {
    const value = stated.get(analyte) ?? normal(state, analyte);
    stated.delete(analyte);
    return value ? [value] : [];
  });
  return [...panel, ...stated.values()];
}

function normal(state: State, analyte: string): SampledValue | null {
  const known = state.playable.scenario.analytes[analyte] ?? state.playable.ward.analytes[analyte];
  if (!known) return null;
  const common = { analyte, prefix: null, note: null, flagged: false };
  return typeof known.normal === 'number'
    ? { ...common, number: known.normal, text: null }
    : { ...common, number: null, text: 'normal' };
}
