// The engine against the reference stepper: random treatment of the flagship patient by real orders, compared minute by minute.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take } from '#machines/encounter';
import type { ScriptStep } from '#machines/script';
import { begin, FLAGSHIP } from '../machines/kernel/play';
import { EFFECTIVE, ordersOf, OPERATION, PUSH_NAMES, scheduleOf } from './plan';
import type { Plan } from './plan';
import { runReference } from './reference-stepper';

const LAST = 1440;
/** The same arithmetic in another order of additions: far below anything that could be shown. */
const CLOSE = 1e-9;

/** The brief's numbers of states, as the case names its stages. */
const STAGES: { readonly [stage: string]: string } = {
  compensating: 'S1',
  worsening: 'S2',
  profound: 'S3',
  'fluid-responsive': 'S4',
  stabilised: 'S5',
  'source-uncontrolled': 'S6',
  'source-controlled': 'S7',
  recovering: 'S8',
  'multiorgan-failure': 'S9',
  arrest: 'S10',
};

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

const plans: fc.Arbitrary<Plan> = fc
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

/** Plays the orders and gives every minute, up to the arrest or to where the brief's rules and its stepper part. */
function play(plan: Plan) {
  const encounter = begin(FLAGSHIP);
  const { book, regions } = encounter.playable;
  const course = book.region('course');
  const now = (id: string): number => encounter.q[book.slot(id)] ?? Number.NaN;
  const steps: ScriptStep[] = [...ordersOf(plan)];
  const minutes: { map: number; hr: number; lactate: number; uo: number }[] = [];
  const states: [number, string][] = [];
  const refused: string[] = [];
  for (let minute = 0; minute <= LAST; minute += 1) {
    while (encounter.now < minute * 60) {
      const waited = take(encounter, { do: 'wait', with: { untilMinute: minute } });
      if (!waited.ok) throw new Error(`no wait at ${minute}: ${JSON.stringify(waited.refusal)}`);
    }
    const state = STAGES[regions[course]?.stages[encounter.stage[course] ?? 0]?.id ?? ''] ?? 'other';
    if (states.at(-1)?.[1] !== state) states.push([minute, state]);
    // In arrest the reference lets the heart beat on; on the ward the case counts in hours.
    if (state === 'S8' || state === 'S10') break;
    // The brief's rules for S9, death after 18 hours or rescue when source and drug are dealt with in time, are not in its stepper.
    if (state === 'other' || states.at(-2)?.[1] === 'S9') {
      states.pop();
      break;
    }
    minutes.push({
      map: now('map'),
      hr: now('hr'),
      lactate: now('lactate'),
      uo: now('uo'),
    });
    for (let next = steps[0]; next && next.at <= minute; next = steps[0]) {
      steps.shift();
      const answer = take(encounter, next.with ? { do: next.do, with: next.with } : { do: next.do });
      if (!answer.ok) refused.push(`${minute} ${next.do} ${answer.refusal.code}`);
    }
  }
  return { minutes, states, refused, declined: encounter.chart.filter(({ kind }) => kind === 'declined') };
}

describe('the engine and the reference stepper', () => {
  it('agree at every minute of 200 random treatments, and in the sequence of states', () => {
    let compared = 0;
    fc.assert(
      fc.property(plans, (plan) => {
        const real = play(plan);
        const reference = runReference(scheduleOf(plan), LAST);
        if (real.refused.length + real.declined.length > 0)
          throw new Error(
            `not taken: ${real.refused.join(', ')} ${real.declined.map(({ item }) => item).join(', ')}`,
          );
        for (const [minute, seen] of real.minutes.entries()) {
          const wanted = reference.minutes[minute];
          for (const id of ['map', 'hr', 'lactate', 'uo'] as const) {
            const away = Math.abs(seen[id] - (wanted?.[id] ?? Number.NaN));
            if (!(away <= CLOSE))
              throw new Error(`${id} at minute ${minute}: ${seen[id]}, reference ${wanted?.[id]}`);
          }
        }
        expect(real.states.join(' ')).toBe(reference.states.slice(0, real.states.length).join(' '));
        compared += real.minutes.length;
      }),
      { seed: 20_260_301, numRuns: 200 },
    );
    expect(compared).toBeGreaterThan(100_000);
  }, 300_000);
});
