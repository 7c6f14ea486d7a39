// What takes its value at once (`is`) shows it at the second at which a stage was entered, not only from the next tick: for the eyes, never for the books.
import type { Scenario } from '../scenario/scenario';
import type { Book } from './book';
import type { NumberOf, Test } from './compile';
import type { State } from './state';

/** A quantity with a regime that takes its value at once. */
export interface AtOnce {
  readonly slot: number;
  /** in their order; `value: null` where the regime takes time */
  readonly regimes: readonly { readonly when: Test | null; readonly value: NumberOf | null }[];
  readonly least: number;
  readonly most: number;
}

/** Quantities whose value may change with a stage and not with time, in the order in which they are computed. */
export function atOnceOf(scenario: Scenario, book: Book): readonly AtOnce[] {
  return scenario.quantities.flatMap(({ id, regimes, least, most }): AtOnce[] => {
    const own = `{"id":"${id}","last":false,"op":"quantity"}`;
    const instant = regimes.filter((regime) => regime.kind === 'is');
    // One that builds on its own value before would be counted twice.
    if (instant.length === 0 || mentions(instant, own)) return [];
    return [
      {
        slot: book.slot(id),
        regimes: regimes.map((regime) => ({
          when: regime.when ? book.prepared(regime.when) : null,
          value: regime.kind === 'is' ? book.preparedNumber(regime.value) : null,
        })),
        least: least ?? -Infinity,
        most: most ?? Infinity,
      },
    ];
  });
}

const mentions = (data: unknown, own: string): boolean =>
  JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  ).includes(own);

/**
 * Levels and vitals as they are seen now, one number a quantity. Where no stage was entered at or after the last tick these are the
 * encounter's own; else what takes its value at once has it. The encounter is left as it was.
 */
export function seenNow(state: State): Float64Array {
  const width = state.playable.vitals.length + 1;
  const ticked = state.history[(state.historyRows - 1) * width] ?? 0;
  if (state.historyRows < 2 || !state.entered.some((at) => at > 0 && at >= ticked)) return state.q;
  const before = Float64Array.from(state.q);
  for (const { slot, regimes, least, most } of state.playable.atOnce) {
    const regime = regimes.find(({ when }) => when === null || when(state));
    if (!regime?.value) continue;
    const value = regime.value(state) + (state.effectSum[slot] ?? 0);
    state.q[slot] = Math.max(least, Math.min(most, value));
  }
  const seen = Float64Array.from(state.q);
  state.q.set(before);
  return seen;
}
