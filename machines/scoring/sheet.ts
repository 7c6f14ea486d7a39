// The score sheet of an encounter: every line with its reason, and totals that are exactly the sum of the lines.
import { judgeDiagnosis } from '../diagnosis/judge';
import { ENGINE } from '../engine';
import type { LedgerLine, ScoreSheet } from '../ledger';
import type { Outcome, Scoring } from '../scenario/scenario';
import { criticalFails, harmLines } from './harm';
import { hintLines } from './hints';
import { meritLine } from './merit';
import { clamp, hundredths, points } from './points';
import type { Witness } from './witness';

const HIGHEST = 100;

/** Scores an encounter as it stands. Pure: the same witness gives the same sheet. */
export function scoreSheet(witness: Witness): ScoreSheet {
  const { scenario } = witness;
  const { scoring } = scenario;
  const diagnosis = judgeDiagnosis(scoring.diagnosis, witness.finalEntries, witness);
  const lines = [
    ...scoring.rules.map((rule) => meritLine(rule, witness, diagnosis)),
    ...hintLines(scoring, witness),
    ...harmLines(scoring, witness),
  ];
  const critical = criticalFails(scoring, witness);
  const sums = totals(lines, scoring.penaltyCap);
  const grade = gradeOf(scoring, sums.total, critical.length > 0, witness);
  const outcome = outcomeOf(witness);
  return {
    engine: ENGINE,
    revision: witness.revision,
    outcome: outcome?.id ?? '',
    survived: outcome?.survived ?? !witness.died,
    ...sums,
    passed: grade !== 'fail',
    grade,
    domains: scoring.domains.map((domain) => ({
      id: domain.id,
      points: sumOf(lines.filter((line) => line.domain === domain.id)),
      most: domain.points,
    })),
    lines,
    critical,
    diagnosis,
    cost: witness.cost,
    ...(witness.blood > 0 ? { blood: Math.round(witness.blood) } : {}),
  };
}

/** The first outcome of the case that holds; undefined when none does. */
export function outcomeOf(witness: Witness): Outcome | undefined {
  return witness.scenario.outcomes.find((outcome) => witness.holds(outcome.when));
}

/** Exact sum of the points of lines. */
export function sumOf(lines: readonly Pick<LedgerLine, 'points'>[]): number {
  return points(lines.reduce((sum, line) => sum + hundredths(line.points), 0));
}

/** Merit, harm, total, and what the cap on harm and the bounds 0..100 changed: merit + harm + adjustment = total, exactly. */
export function totals(
  lines: readonly Pick<LedgerLine, 'kind' | 'points'>[],
  penaltyCap: number,
): Pick<ScoreSheet, 'total' | 'merit' | 'harm' | 'adjustment'> {
  const merit = hundredths(sumOf(lines.filter((line) => line.kind === 'merit')));
  const harm = hundredths(sumOf(lines.filter((line) => line.kind === 'harm')));
  const total = clamp(merit + Math.max(harm, -hundredths(penaltyCap)), 0, hundredths(HIGHEST));
  return {
    total: points(total),
    merit: points(merit),
    harm: points(harm),
    adjustment: points(total - merit - harm),
  };
}

/** A critical fail is a fail whatever the points; a higher grade needs the pass as well as its own points and condition. */
function gradeOf(scoring: Scoring, total: number, failed: boolean, witness: Witness): ScoreSheet['grade'] {
  const reached = (id: Scoring['grades'][number]['id']): boolean => {
    const grade = scoring.grades.find((one) => one.id === id);
    return grade !== undefined && total >= grade.points && witness.holds(grade.needs);
  };
  if (failed || !reached('pass')) return 'fail';
  if (reached('distinction')) return 'distinction';
  return reached('merit') ? 'merit' : 'pass';
}
