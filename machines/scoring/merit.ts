// What a rule earned: the best credit that holds, and how it came to that: in time, late, in part, never reached.
import type { DiagnosisResult, LedgerLine } from '../ledger';
import type { Condition, EventRef, Expression } from '../scenario/condition';
import type { Credit, Rule } from '../scenario/scenario';
import { metAt } from './met';
import { clamp, hundredths, points } from './points';
import { windowsIn, withoutDeadlines } from './windows';
import type { Occurred, Witness } from './witness';

/** What a rule came to, in hundredths of a point. */
interface Earned {
  readonly worth: number;
  readonly credit: string | null;
  readonly state: LedgerLine['state'];
  readonly steps: readonly Occurred[];
  readonly at: number | null;
  readonly window: string;
}

/** The line of one rule. `diagnosis` is the judgement that a rule `by="diagnosis"` takes its points from. */
export function meritLine(rule: Rule, witness: Witness, diagnosis: DiagnosisResult): LedgerLine {
  const earned = rule.by === 'diagnosis' ? byDiagnosis(rule, witness, diagnosis) : byCredits(rule, witness);
  return {
    rule: rule.id,
    kind: 'merit',
    domain: rule.domain,
    points: points(earned.worth),
    most: rule.points,
    credit: earned.credit ?? 'none',
    state: earned.state,
    steps: ofLearner(earned.steps),
    at: earned.at,
    window: earned.window,
    keyFeature: rule.keyFeature,
    sources: rule.sources,
    evidence: rule.evidence,
  };
}

/** Steps of the log only, each once, in order of time: what happened by itself has no step behind it. */
export function ofLearner(events: readonly Occurred[]): readonly Occurred[] {
  const seen = new Set<string>();
  return events
    .filter((one) => {
      const key = `${one.sequence} ${one.at} ${one.item}`;
      return one.sequence > 0 && !seen.has(key) && seen.add(key);
    })
    .map(({ sequence, at, item }) => ({ sequence, at, item }))
    .toSorted((a, b) => a.at - b.at || a.sequence - b.sequence);
}

function factorOf(rule: Rule, witness: Witness): number {
  return rule.times ? clamp(witness.value(rule.times), 0, 1) : 1;
}

function byDiagnosis(rule: Rule, witness: Witness, diagnosis: DiagnosisResult): Earned {
  const step = witness.finalStep;
  const worth = witness.holds(rule.needs)
    ? hundredths(clamp(diagnosis.points, 0, rule.points) * factorOf(rule, witness))
    : 0;
  return {
    worth,
    credit: worth === 0 ? null : worth === hundredths(rule.points) ? 'full' : 'partial',
    state: worth === 0 ? 'missed' : worth === hundredths(rule.points) ? 'earned' : 'partial',
    steps: step ? [step] : [],
    at: step?.at ?? null,
    window: rule.credits[0]?.window ?? '',
  };
}

function worthOf(credit: Credit, rule: Rule, witness: Witness): number {
  return clamp(witness.value(credit.points), 0, rule.points);
}

function byCredits(rule: Rule, witness: Witness): Earned {
  const needs = witness.holds(rule.needs);
  // The compiler sorts credits; those whose points are an expression are known only now.
  const holding = needs ? rule.credits.filter((credit) => witness.holds(credit.when)) : [];
  const best = holding.reduce<Credit | null>(
    (found, credit) =>
      found && worthOf(found, rule, witness) >= worthOf(credit, rule, witness) ? found : credit,
    null,
  );
  const top = rule.credits[0];
  if (!best || !top) return notEarned(rule, witness);
  const full = worthOf(best, rule, witness);
  const worth = hundredths(full * factorOf(rule, witness));
  const wasted = worth < hundredths(rule.points) ? needless(best.points, witness) : [];
  const steps = ofLearner(witness.behind(best.when));
  return {
    worth,
    credit: best.label,
    state: wasted.length > 0 ? 'needless' : stateOf(rule, best, worth, witness),
    steps: wasted.length > 0 ? wasted : steps,
    at: metAt({ op: 'and', of: [best.when, rule.needs] }, steps, witness),
    window: best.window,
  };
}

function stateOf(rule: Rule, best: Credit, worth: number, witness: Witness): LedgerLine['state'] {
  if (worth === hundredths(rule.points)) return 'earned';
  if (worth === 0) return 'missed';
  return best !== rule.credits[0] && doneLate(rule.credits[0], witness) !== null ? 'late' : 'partial';
}

function notEarned(rule: Rule, witness: Witness): Earned {
  const window = rule.credits[0]?.window ?? '';
  for (const credit of rule.credits) {
    const at = doneLate(credit, witness);
    if (at === null) continue;
    const steps = witness.behind(withoutDeadlines(credit.when));
    return { worth: 0, credit: null, state: 'late', steps, at, window };
  }
  const behind = rule.credits.flatMap((credit) => witness.behind(credit.when));
  const state = rule.credits.some((credit) => outOfReach(credit.when, witness)) ? 'not-reached' : 'missed';
  return { worth: 0, credit: null, state, steps: behind, at: null, window };
}

/** When all that the credit asks for was done, its deadlines left out; null when it was not, or when there is no deadline. */
function doneLate(credit: Credit | undefined, witness: Witness): number | null {
  if (!credit || windowsIn(credit.when).length === 0) return null;
  return witness.since(withoutDeadlines(credit.when));
}

/** Whether the story ended before the window closed (a death) or opened (any end). */
function outOfReach(when: Condition, witness: Witness): boolean {
  return windowsIn(when).some((window) => {
    if (window.kind === 'between') return (witness.died ? window.to : window.from) > witness.now;
    return witness.died && witness.since(window.anchor) === null;
  });
}

/** What was done and is counted against the points of a credit (`1.5 - 0.25 * count of low-value`). */
function needless(of: Expression, witness: Witness): readonly Occurred[] {
  return subtracted(of, false).flatMap((event) => witness.behind({ op: 'event', event }));
}

function subtracted(of: Expression, negative: boolean): readonly EventRef[] {
  switch (of.op) {
    case 'count':
      return negative ? [of.event] : [];
    case 'negate':
      return subtracted(of.of, !negative);
    case 'arithmetic':
      return [...subtracted(of.left, negative), ...subtracted(of.right, negative !== (of.by === '-'))];
    case 'call':
      return of.of.flatMap((one) => subtracted(one, negative));
    case 'if':
      return [...subtracted(of.yes, negative), ...subtracted(of.no, negative)];
    default:
      return [];
  }
}
