// Treatments: an infusion holds, a dose counts once, what replaces another stops it, amounts are converted and bounded.
import { describe, expect, it } from 'vitest';
import { reveal } from '#machines/reveal';
import { begin, chartOf, does, quantity, rateOf, refuses, totalOf, until } from './play';

describe('an infusion', () => {
  it('begins after its lead and holds until it is stopped', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'treat:insulin', { rate: '0.1 U/kg/h' });
    until(encounter, 9);
    expect(rateOf(encounter, 'treat:insulin')).toBe(0);
    until(encounter, 10);
    expect(rateOf(encounter, 'treat:insulin')).toBeCloseTo(0.1, 12);
    until(encounter, 100);
    expect(rateOf(encounter, 'treat:insulin')).toBeCloseTo(0.1, 12);
    does(encounter, 'treat:insulin', { action: 'stop' });
    until(encounter, 115);
    expect(rateOf(encounter, 'treat:insulin')).toBe(0);
    expect(reveal(encounter, 'en').running.map(({ item }) => item)).not.toContain('treat:insulin');
  });

  it('is changed, not doubled, by another rate', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'treat:insulin', { rate: '0.1 U/kg/h' });
    until(encounter, 30);
    does(encounter, 'treat:insulin', { rate: '0.05 U/kg/h' });
    until(encounter, 60);
    expect(rateOf(encounter, 'treat:insulin')).toBeCloseTo(0.05, 12);
    expect(reveal(encounter, 'en').running.filter(({ item }) => item === 'treat:insulin')).toHaveLength(1);
  });

  it('gives a volume that grows with time at its rate', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'treat:saline-infusion', { rate: '600 mL/h' });
    until(encounter, 31);
    // From minute 2 on; the tick of minute 31 stands for the minute that begins.
    expect(totalOf(encounter, 'treat:saline-infusion')).toBeCloseTo(300, 6);
    until(encounter, 32);
    does(encounter, 'treat:saline-infusion', { action: 'change', rate: '60 mL/h' });
    until(encounter, 35);
    const changed = totalOf(encounter, 'treat:saline-infusion');
    until(encounter, 95);
    expect(totalOf(encounter, 'treat:saline-infusion') - changed).toBeCloseTo(60, 6);
  });

  it('on hold gives nothing, is remembered as it ran, and is resumed by the same rate', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'treat:insulin', { rate: '0.1 U/kg/h' });
    until(encounter, 30);
    does(encounter, 'treat:insulin', { action: 'hold' });
    until(encounter, 60);
    expect(rateOf(encounter, 'treat:insulin')).toBe(0);
    const [held] = reveal(encounter, 'en').running.filter(({ item }) => item === 'treat:insulin');
    expect(held?.heldAt).toBeGreaterThanOrEqual(30 * 60);
    expect(held?.rate?.value).toBeCloseTo(0.1, 12);
    expect(chartOf(encounter, 'treat:insulin').at(-1)?.code).toBe('held');
    expect(refuses(encounter, { do: 'treat:insulin', with: { action: 'hold' } }).code).toBe(
      'nothing-to-change',
    );
    does(encounter, 'treat:insulin', { rate: '0.1 U/kg/h' });
    until(encounter, 90);
    expect(rateOf(encounter, 'treat:insulin')).toBeCloseTo(0.1, 12);
    const rows = reveal(encounter, 'en').running.filter(({ item }) => item === 'treat:insulin');
    expect(rows.map(({ heldAt }) => heldAt)).toEqual([null]);
  });

  it('on hold can be given up', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'treat:insulin', { rate: '0.1 U/kg/h' });
    until(encounter, 30);
    does(encounter, 'treat:insulin', { action: 'hold' });
    until(encounter, 60);
    does(encounter, 'treat:insulin', { action: 'stop' });
    expect(reveal(encounter, 'en').running.map(({ item }) => item)).not.toContain('treat:insulin');
    expect(refuses(encounter, { do: 'treat:insulin', with: { action: 'stop' } }).code).toBe(
      'nothing-to-change',
    );
  });

  it('cannot be changed or stopped when it does not run', () => {
    const encounter = begin('coupled-laboratory');
    for (const action of ['change', 'stop']) {
      const step = { do: 'treat:insulin', with: { action, rate: '0.1 U/kg/h' } };
      expect(refuses(encounter, step).code).toBe('nothing-to-change');
    }
  });
});

describe('a device', () => {
  it('shows the flow it was started with, and can be titrated', () => {
    const encounter = begin('back-pain-and-shock');
    const flow = () =>
      reveal(encounter, 'en').running.find(({ item }) => item === 'treat:oxygen-low-flow')?.rate;
    does(encounter, 'treat:oxygen-low-flow', { rate: '2 L/min' });
    until(encounter, 10);
    expect(flow()).toEqual({ value: 2, unit: 'L/min' });
    does(encounter, 'treat:oxygen-low-flow', { action: 'change', rate: '4 L/min' });
    until(encounter, 20);
    expect(flow()).toEqual({ value: 4, unit: 'L/min' });
  });
});

describe('a dose', () => {
  it('counts once, however long it is waited afterwards', () => {
    const encounter = begin('anaphylaxis-seconds');
    does(encounter, 'treat:adrenaline-im', { dose: '0.5 mg' });
    until(encounter, 1);
    const total = () => totalOf(encounter, 'treat:adrenaline-im');
    expect(total()).toBeCloseTo(0.5, 12);
    until(encounter, 5);
    expect(total()).toBeCloseTo(0.5, 12);
    does(encounter, 'treat:adrenaline-im', { dose: '500 mcg' });
    until(encounter, 7);
    expect(total()).toBeCloseTo(1, 12);
  });

  it('acts in part, and a second one completes it', () => {
    const encounter = begin('anaphylaxis-seconds');
    does(encounter, 'treat:stop-antibiotic');
    does(encounter, 'treat:adrenaline-im');
    until(encounter, 20);
    expect(quantity(encounter, 'relief')).toBeCloseTo(0.6, 2);
    does(encounter, 'treat:adrenaline-im');
    until(encounter, 50);
    expect(quantity(encounter, 'relief')).toBeCloseTo(1, 2);
  });

  it('of a fluid runs over its time and then stops by itself', () => {
    const encounter = begin('anaphylaxis-seconds');
    does(encounter, 'treat:balanced-crystalloid', { dose: '500 mL', over: '10 min' });
    until(encounter, 6 - 5 / 60);
    expect(totalOf(encounter, 'treat:balanced-crystalloid')).toBeCloseTo(250, 6);
    until(encounter, 20);
    expect(totalOf(encounter, 'treat:balanced-crystalloid')).toBeCloseTo(500, 9);
    expect(reveal(encounter, 'en').running).toEqual([]);
  });

  it('of a fluid that is stopped half way gives half', () => {
    const encounter = begin('anaphylaxis-seconds');
    does(encounter, 'treat:balanced-crystalloid', { dose: '500 mL', over: '10 min' });
    until(encounter, 6);
    does(encounter, 'treat:balanced-crystalloid', { action: 'stop' });
    until(encounter, 30);
    expect(totalOf(encounter, 'treat:balanced-crystalloid')).toBeCloseTo(250, 6);
  });
});

describe('two doses of one fluid', () => {
  it('run side by side, each to its own end', () => {
    const encounter = begin('anaphylaxis-seconds');
    does(encounter, 'treat:balanced-crystalloid', { dose: '500 mL', over: '10 min' });
    does(encounter, 'treat:balanced-crystalloid', { dose: '500 mL', over: '15 min' });
    until(encounter, 13);
    expect(reveal(encounter, 'en').running).toHaveLength(1);
    until(encounter, 20);
    expect(totalOf(encounter, 'treat:balanced-crystalloid')).toBeCloseTo(1000, 6);
  });
});

describe('an effect that lasts as long as its treatment', () => {
  it('ends when it is stopped', () => {
    const encounter = begin('anaphylaxis-seconds');
    const other = begin('anaphylaxis-seconds');
    does(encounter, 'treat:lie-flat');
    until(encounter, 1);
    until(other, 1);
    expect(quantity(encounter, 'map')).toBeGreaterThan(quantity(other, 'map') + 4);
    does(encounter, 'treat:lie-flat', { action: 'stop' });
    until(encounter, 5.5);
    until(other, 5.5);
    expect(quantity(encounter, 'map')).toBeCloseTo(quantity(other, 'map'), 2);
  });
});

describe('what replaces another', () => {
  it('stops it: one mask at a time, one position at a time', () => {
    const encounter = begin('anaphylaxis-seconds');
    does(encounter, 'treat:oxygen-cannula');
    does(encounter, 'treat:lie-flat');
    until(encounter, 1);
    does(encounter, 'treat:oxygen-mask');
    until(encounter, 2);
    expect(
      reveal(encounter, 'en')
        .running.map(({ item }) => item)
        .toSorted(),
    ).toEqual(['treat:lie-flat', 'treat:oxygen-mask']);
  });
});

describe('an order that the story declines', () => {
  it('is charted with its reason, and nothing starts', () => {
    const encounter = begin('anaphylaxis-seconds');
    does(encounter, 'treat:adrenaline-infusion', { rate: '0.1 mcg/kg/min' });
    until(encounter, 5);
    expect(chartOf(encounter, 'treat:adrenaline-infusion').map(({ kind }) => kind)).toContain('declined');
    expect(reveal(encounter, 'en').running).toEqual([]);
  });
});

describe('amounts', () => {
  it.each([
    ['treat:adrenaline-im', { dose: '5 mg' }, 'out-of-bounds'],
    ['treat:adrenaline-im', { dose: '0.5 mL/h' }, 'bad-unit'],
    ['treat:adrenaline-im', { dose: 'NaN mg' }, 'bad-quantity'],
    ['treat:adrenaline-im', { dose: '-0.5 mg' }, 'bad-quantity'],
    ['treat:adrenaline-im', { dose: '0.5 mg', route: 'oral' }, 'bad-route'],
  ])('of %s that cannot be right are refused: %j', (item, amounts, code) => {
    const encounter = begin('anaphylaxis-seconds');
    expect(refuses(encounter, { do: item, with: amounts }).code).toBe(code);
  });

  it('in another unit of the same kind mean the same', () => {
    const rates = ['0.1 U/kg/h', '6.8 U/h', '6.8 mL/h', '0,1 U/kg/h'].map((rate) => {
      const encounter = begin('coupled-laboratory');
      does(encounter, 'treat:insulin', { rate });
      until(encounter, 11);
      return rateOf(encounter, 'treat:insulin');
    });
    for (const rate of rates) expect(rate).toBeCloseTo(0.1, 12);
  });
});

describe('orders at the same instant', () => {
  it('may be given in any order, one by one or in one click', () => {
    const orders = [
      { do: 'treat:stop-antibiotic' },
      { do: 'treat:adrenaline-im', with: { dose: '0.5 mg' } },
      { do: 'treat:oxygen-mask' },
      { do: 'treat:balanced-crystalloid', with: { dose: '1000 mL', over: '20 min' } },
    ];
    const levels = (encounter: ReturnType<typeof begin>) =>
      encounter.playable.quantities.map(({ id }) => quantity(encounter, id));
    const plays = [orders, orders.toReversed()].map((some) => {
      const encounter = begin('anaphylaxis-seconds');
      for (const one of some) does(encounter, one.do, one.with);
      until(encounter, 15);
      return levels(encounter);
    });
    const signed = begin('anaphylaxis-seconds');
    does(signed, 'sign', { orders });
    until(signed, 15);
    expect(plays[1]).toEqual(plays[0]);
    expect(levels(signed)).toEqual(plays[0]);
  });
});
