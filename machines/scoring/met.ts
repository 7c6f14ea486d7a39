// When a rule was met, as well as it can be told afterwards.
import type { Condition } from '../scenario/condition';
import type { Occurred, Witness } from './witness';

/**
 * The second at which a condition that holds at the end came about; null when that cannot be told. Times and shares of a span
 * are read from the condition itself. What is known only as it stands at the end counts from the last step behind it.
 */
export function metAt(of: Condition, steps: readonly Occurred[], witness: Witness): number | null {
  const at = firstAt(of, witness);
  const last = steps.reduce<number | null>((latest, step) => Math.max(latest ?? 0, step.at), null);
  return at === null || (at >= witness.now && last !== null) ? last : at;
}

function firstAt(of: Condition, witness: Witness): number | null {
  switch (of.op) {
    case 'and':
      return inOrder(of.of, witness).at(of.of.length - 1) ?? null;
    case 'or':
      return inOrder(of.of, witness)[0] ?? null;
    case 'some':
      return inOrder(of.of, witness)[of.count - 1] ?? null;
    case 'compare':
      return timeReached(of, witness) ?? witness.since(of);
    case 'share':
      return witness.holds(of) ? of.to : null;
    default:
      return witness.since(of);
  }
}

function inOrder(all: readonly Condition[], witness: Witness): readonly number[] {
  return all.flatMap((one) => firstAt(one, witness) ?? []).toSorted((a, b) => a - b);
}

/** `time >= 180 min` came about at 180 minutes. */
function timeReached(of: Extract<Condition, { op: 'compare' }>, witness: Witness): number | null {
  if (of.left.op !== 'time' || of.right.op !== 'number' || (of.by !== '>=' && of.by !== '>')) return null;
  const at = of.right.value * 60;
  return at <= witness.now ? at : null;
}
