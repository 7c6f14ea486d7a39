// Between which seconds a credit counts, as far as its condition says so by windows.
import type { Encounter } from '../encounter';
import { spansOf } from '../kernel/windows';
import type { Condition } from '../scenario/condition';

/** Seconds of patient time; `to` is Infinity where there is no end. */
export interface Limits {
  readonly from: number;
  readonly to: number;
}

const FREE: Limits = { from: 0, to: Infinity };

/** The limits of a condition at the end of a play; null when it has none, or none that can be told (an anchor that never came). */
export function limitsOf(of: Condition, encounter: Encounter): Limits | null {
  const limits = inside(of, encounter);
  return limits === null || (limits.from <= 0 && limits.to === Infinity) ? null : limits;
}

function inside(of: Condition, encounter: Encounter): Limits | null {
  switch (of.op) {
    case 'window': {
      const spans = spansOf(of.window, encounter);
      if (spans.length === 0) return null;
      const window = {
        from: Math.min(...spans.map(({ from }) => from)),
        to: Math.max(...spans.map(({ to }) => to)),
      };
      return meet([window, inside(of.of, encounter)]);
    }
    case 'and':
      return meet(of.of.map((one) => inside(one, encounter)));
    case 'or':
    case 'some': {
      const all = of.of.flatMap((one) => inside(one, encounter) ?? []);
      return all.length === 0
        ? null
        : {
            from: Math.min(...all.map(({ from }) => from)),
            to: Math.max(...all.map(({ to }) => to)),
          };
    }
    case 'times':
      return inside(of.of, encounter);
    default:
      return FREE;
  }
}

/** What all of them allow; null when one of them cannot be told. */
function meet(all: readonly (Limits | null)[]): Limits | null {
  return all.reduce<Limits | null>(
    (met, one) =>
      met === null || one === null
        ? null
        : { from: Math.max(met.from, one.from), to: Math.min(met.to, one.to) },
    FREE,
  );
}
