// What did harm: the penalties that stand, each on a line of its own, and the critical fails.
import type { LedgerLine, ScoreSheet } from '../ledger';
import type { Penalty, Scoring } from '../scenario/scenario';
import { ofLearner } from './merit';
import { metAt } from './met';
import { hundredths, points } from './points';
import type { Occurred, Witness } from './witness';

/**
 * Lines of the penalties that stand, in the case's order. A penalty whose event another listed in `unless` already punishes is
 * left out, also when that one is itself left out for a third; of two that name each other the first stands.
 */
export function harmLines(scoring: Scoring, witness: Witness): readonly LedgerLine[] {
  const holding = scoring.penalties.filter((penalty) => witness.holds(penalty.when));
  const standing = holding.filter((penalty, place) => {
    return !holding.some((other, otherPlace) => {
      if (other === penalty || !penalty.unless.includes(other.id)) return false;
      return !(other.unless.includes(penalty.id) && place < otherPlace);
    });
  });
  return standing.flatMap((penalty) => harmLine(penalty, witness));
}

function harmLine(penalty: Penalty, witness: Witness): readonly LedgerLine[] {
  const each = penalty.each ? onceEach(penalty.each, witness) : null;
  if (each?.length === 0) return [];
  const steps = ofLearner(each ?? witness.behind(penalty.when));
  return [
    {
      rule: penalty.id,
      kind: 'harm',
      domain: null,
      points: points(0 - hundredths(penalty.points) * (each?.length ?? 1)),
      most: 0,
      credit: null,
      state: 'harmful',
      steps,
      at: metAt(penalty.when, steps, witness),
      window: '',
      keyFeature: false,
      sources: penalty.sources,
      evidence: penalty.evidence,
    },
  ];
}

/** The first occurrence for each item of an `each` that happened. */
function onceEach(each: NonNullable<Penalty['each']>, witness: Witness): readonly Occurred[] {
  return each.items.flatMap((item) =>
    witness.behind({ op: 'event', event: { kind: each.kind, items: [item] } }).slice(0, 1),
  );
}

/** Critical fails that hold, with the second at which they came about where that can be told. */
export function criticalFails(scoring: Scoring, witness: Witness): ScoreSheet['critical'] {
  return scoring.criticals
    .filter((critical) => witness.holds(critical.when))
    .map((critical) => ({
      id: critical.id,
      at: metAt(critical.when, ofLearner(witness.behind(critical.when)), witness),
    }));
}
