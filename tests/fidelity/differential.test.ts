// The engine against the reference stepper: random treatment of the flagship patient by real orders, compared minute by minute.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduleOf } from './plan';
import { LAST, playPlan } from './play-plan';
import { plans } from './random-plans';
import { runReference } from './reference-stepper';

/** The same arithmetic in another order of additions: far below anything that could be shown. */
const CLOSE = 1e-9;

describe('the engine and the reference stepper', () => {
  it('agree at every minute of 200 random treatments, and in the sequence of states', () => {
    let compared = 0;
    fc.assert(
      fc.property(plans, (plan) => {
        const real = playPlan(plan);
        const reference = runReference(scheduleOf(plan), LAST);
        if (real.untaken.length > 0) throw new Error(`not taken: ${real.untaken.join(', ')}`);
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
