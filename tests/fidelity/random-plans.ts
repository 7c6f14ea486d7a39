// Random plans of treatment for the flagship patient, such as the reference model and the bedside both understand.
import fc from 'fast-check';
import { EFFECTIVE, OPERATION, PUSH_NAMES } from './plan';
import type { Plan } from './plan';

/** Volumes end in 7, so that no sum of three stands exactly on a threshold, where the last bit of a float would decide. */
const fluid = fc.record({
  at: fc.integer({ min: 6, max: 900 }),
  mL: fc.integer({ min: 25, max: 280 }).map((tens) => tens * 10 + 7),
  over: fc.integer({ min: 30, max: 240 }),
});

const dose = fc.integer({ min: 1, max: 60 }).map((hundredths) => hundredths / 100);

/** Changes are at least eight minutes apart: an order acts after five, and one that stops what has not begun takes it back. */
const norepinephrine = fc
  .uniqueArray(
    fc.record({
      at: fc.integer({ min: 5, max: 160 }).map((eights) => eights * 8),
      dose: fc.oneof({ weight: 5, arbitrary: dose }, { weight: 1, arbitrary: fc.constant(0) }),
    }),
    { maxLength: 6, selector: ({ at }) => at },
  )
  .map((steps) => steps.toSorted((a, b) => a.at - b.at))
  // A stop of what does not run would be refused.
  .map((steps) => steps.filter((step, index) => step.dose > 0 || (steps[index - 1]?.dose ?? 0) > 0));

/** Up to three fluids, six changes of norepinephrine, an antibiotic, an operation, three drugs that push the pressure, a steroid. */
export const plans: fc.Arbitrary<Plan> = fc
  .record({
    fluids: fc.array(fluid, { maxLength: 3 }),
    norepinephrine,
    antibiotic: fc.option(
      fc.record({ at: fc.integer({ min: 20, max: 700 }), drug: fc.constantFrom(...EFFECTIVE) }),
    ),
    drained: fc.option(fc.integer({ min: 200, max: 1100 })),
    pushes: fc.array(
      fc.record({
        at: fc.integer({ min: 25, max: 1000 }),
        what: fc.constantFrom(...PUSH_NAMES),
      }),
      { maxLength: 3 },
    ),
    hydrocortisone: fc.option(fc.integer({ min: 10, max: 900 })),
  })
  .map(operable);

/** An operation is ordered with norepinephrine running, which stays on until the pus is out: else the anaesthetic or a wait for pressure would add what the reference leaves out. */
function operable(plan: Plan): Plan {
  if (plan.drained === null) return plan;
  const from = plan.drained - OPERATION;
  const before = plan.norepinephrine.filter(({ at }) => at < from - 20);
  const after = plan.norepinephrine.filter(
    ({ at, dose: to }) => at > from && (to > 0 || at > (plan.drained ?? 0)),
  );
  const running = { at: from - 10, dose: 0.11 };
  return { ...plan, norepinephrine: [...before, running, ...after] };
}
