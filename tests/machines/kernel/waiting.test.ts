// Waiting: n minutes are n waits of one minute, whatever was ordered before; a wait ends where something happens.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reveal } from '#machines/reveal';
import type { StepInput } from '#machines/step';
import { begin, compared, does, FIXTURES, FLAGSHIP, now, refuses, until } from './play';
import { take } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';

/** A few orders for each case, that start what runs, what is awaited and what turns a stage. */
const ORDERS: { readonly [name: string]: readonly StepInput[] } = {
  'anaphylaxis-seconds': [
    { do: 'order:monitoring' },
    { do: 'treat:adrenaline-im' },
    { do: 'treat:stop-antibiotic' },
    { do: 'treat:balanced-crystalloid', with: { dose: '500 mL', over: '7 min' } },
    { do: 'treat:stand-up' },
    { do: 'treat:lie-flat' },
    { do: 'order:tryptase' },
    { do: 'consult:intensive-care' },
    { do: 'ask:allergies' },
  ],
  'coupled-laboratory': [
    { do: 'order:monitoring' },
    { do: 'order:venous-gas' },
    { do: 'order:chemistry' },
    { do: 'order:potassium-now' },
    { do: 'treat:insulin', with: { rate: '0.1 U/kg/h' } },
    { do: 'treat:insulin', with: { action: 'stop' } },
    { do: 'treat:saline-infusion', with: { rate: '750 mL/h' } },
    { do: 'treat:potassium-chloride', with: { rate: '13 mmol/h' } },
    { do: 'treat:bicarbonate' },
    { do: 'cancel:order:chemistry' },
  ],
  'order-driven-stages': [
    { do: 'order:chest-xray' },
    { do: 'order:venous-gas' },
    { do: 'procedure:needle-decompression' },
    { do: 'procedure:chest-drain' },
    { do: 'examine:chest-auscultation' },
    { do: 'cancel:order:chest-xray' },
  ],
  [FLAGSHIP]: [
    { do: 'order:monitoring' },
    { do: 'procedure:peripheral-lines' },
    { do: 'treat:balanced-crystalloid', with: { dose: '1000 mL', over: '30 min' } },
    { do: 'treat:norepinephrine', with: { rate: '0.1 mcg/kg/min' } },
    { do: 'treat:norepinephrine', with: { action: 'stop' } },
    { do: 'treat:piperacillin-tazobactam' },
    { do: 'treat:fentanyl' },
    { do: 'order:blood-cultures' },
    { do: 'order:ct-abdomen-pelvis-contrast' },
    { do: 'consult:general-surgery' },
    { do: 'move:resuscitation-room' },
    { do: 'procedure:urinary-catheter' },
  ],
};

/** Waits until a minute by waits of at most `most` minutes. */
function inSteps(encounter: Encounter, minute: number, most: number): void {
  for (;;) {
    const at = now(encounter);
    if (at >= minute || reveal(encounter, 'en').phase !== 'bedside') return;
    does(encounter, 'wait', { untilMinute: Math.min(minute, at + most) });
  }
}

describe.each([...FIXTURES, FLAGSHIP])('in %s', (name) => {
  it('waiting n minutes equals n waits of one minute', () => {
    const orders = ORDERS[name] ?? [];
    const plan = fc.array(
      fc.record({ step: fc.constantFrom(...orders), wait: fc.constantFrom(0, 1, 2, 3, 7, 30, 90) }),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    const play = (steps: readonly { readonly step: StepInput; readonly wait: number }[], most: number) => {
      const encounter = begin(name);
      let minute = 0;
      for (const { step, wait } of steps) {
        take(encounter, step);
        minute = Math.max(minute, Math.ceil(now(encounter))) + wait;
        inSteps(encounter, minute, most);
      }
      return compared(encounter);
    };
    fc.assert(
      fc.property(plan, (steps) => {
        expect(play(steps, 1)).toBe(play(steps, 10_000));
      }),
      { seed: 7, numRuns: name === FLAGSHIP ? 15 : 40 },
    );
  });
});

describe('a wait', () => {
  it('may be cut at any second, also between ticks', () => {
    const one = begin('coupled-laboratory');
    const other = begin('coupled-laboratory');
    does(one, 'treat:insulin', { rate: '0.1 U/kg/h' });
    does(other, 'treat:insulin', { rate: '0.1 U/kg/h' });
    for (const minute of [0.25, 0.5, 3.75, 11.1, 12]) until(one, minute);
    until(other, 12);
    expect(compared(one)).toBe(compared(other));
  });

  it('ends early by what happens to the patient, and says so', () => {
    const encounter = begin('order-driven-stages');
    does(encounter, 'wait', { minutes: 60 });
    expect(now(encounter)).toBe(10);
    expect(reveal(encounter, 'en').interrupted.map(({ cause, at }) => [cause, at])).toEqual([
      ['patient', 600],
    ]);
  });

  it('ends early by a question', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'wait', { minutes: 120 });
    expect(now(encounter)).toBe(60);
    expect(reveal(encounter, 'en').interrupted.map(({ cause }) => cause)).toEqual(['checkpoint']);
  });

  it('forgets the interruption with the next step', () => {
    const encounter = begin('order-driven-stages');
    does(encounter, 'wait', { minutes: 60 });
    does(encounter, 'note:free', { text: 'worse' });
    expect(reveal(encounter, 'en').interrupted).toEqual([]);
  });

  it('until a clock time knows midnight', () => {
    const encounter = begin('order-driven-stages');
    does(encounter, 'wait', { until: '23:55' });
    expect(now(encounter)).toBe(5);
    until(encounter, 11);
    does(encounter, 'wait', { until: '00:05' });
    expect(now(encounter)).toBe(15);
  });

  it.each([
    [{ minutes: 0 }],
    [{ minutes: -5 }],
    [{ minutes: Number.NaN }],
    [{ minutes: 1e12 }],
    [{ minutes: '5' }],
    [{ until: '25:00' }],
    [{ until: 'tomorrow' }],
    [{ untilMinute: -1 }],
    [{}],
  ])('of %j is refused', (amounts) => {
    const encounter = begin('order-driven-stages');
    const before = compared(encounter);
    refuses(encounter, { do: 'wait', with: amounts });
    expect(compared(encounter)).toBe(before);
  });
});
