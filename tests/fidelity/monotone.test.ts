// What the model says must help, helps at every minute: more norepinephrine, more fluid, an earlier antibiotic; and a push downwards never helps.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from './plan';
import { playPlan } from './play-plan';
import { plans } from './random-plans';

/** First minute at which the better plan has the lower pressure or an arrest of its own, if there is one. */
function worseAt(better: Plan, plan: Plan): number | null {
  const played = playPlan(better);
  const [one, other] = [played.minutes, playPlan(plan).minutes];
  for (let minute = 0; minute < Math.min(one.length, other.length); minute += 1)
    if ((one[minute]?.map ?? 0) < (other[minute]?.map ?? 0) - 1e-9) return minute;
  // Nor may the better plan be the one that ends in arrest while the other still goes on.
  return played.states.at(-1)?.[1] === 'S10' && other.length > one.length ? one.length : null;
}

const never = (better: (plan: Plan) => Plan) => {
  const property = fc.property(plans, (plan) => worseAt(better(plan), plan) === null);
  return fc.check(property, { seed: 5, numRuns: 25 }).counterexample;
};

describe('the pressure is never lower', () => {
  it('with more norepinephrine', () => {
    const more = (plan: Plan): Plan => ({
      ...plan,
      norepinephrine: plan.norepinephrine.map(({ at, dose }) => ({ at, dose: dose === 0 ? 0 : dose + 0.05 })),
    });
    expect(never(more)).toBeNull();
  });

  it('with another bolus of fluid', () => {
    const more = (plan: Plan): Plan => ({
      ...plan,
      fluids: [...plan.fluids, { at: 20, mL: 1007, over: 60 }],
    });
    expect(never(more)).toBeNull();
  });

  it('with the antibiotic earlier', () => {
    const earlier = (plan: Plan): Plan =>
      plan.antibiotic ? { ...plan, antibiotic: { ...plan.antibiotic, at: 20 } } : plan;
    expect(never(earlier)).toBeNull();
  });

  it('without what pushes it down', () => {
    expect(never((plan) => ({ ...plan, pushes: [] }))).toBeNull();
  });
});
