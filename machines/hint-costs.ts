// What hints cost in a case, in points.
import type { Scoring } from './scenario/scenario';
import { hundredths, points } from './scoring/points';

/** Points for each grade where the case does not say: a design choice, small beside what a rule is worth. */
const USUAL_COSTS = [0.25, 0.5, 1] as const;

/** Points that a hint of each grade costs in this case. */
export const hintCosts = (scoring: Scoring): readonly number[] => scoring.hintCosts ?? USUAL_COSTS;

/** Points that hints have cost: the same hint asked for again costs nothing. */
export function costOfHints(
  scoring: Scoring,
  hints: readonly { readonly grade: 1 | 2 | 3; readonly rule: string; readonly item: string }[],
): number {
  const costs = hintCosts(scoring);
  const paid = new Map(hints.map((hint) => [`${hint.grade} ${hint.rule} ${hint.item}`, hint.grade]));
  return points([...paid.values()].reduce((sum, grade) => sum + hundredths(costs[grade - 1] ?? 0), 0));
}
