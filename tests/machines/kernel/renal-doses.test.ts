// Doses are held against the kidneys as the chart knows them: the tighter of two limits, the interval, and nothing before somebody has measured.
import { describe, expect, it } from 'vitest';
import type { Encounter } from '#machines/encounter';
import { ALL, ANSWERS, began, warned } from './cautious-ward';
import { does, until } from './play';

describe('a dose is held against the kidneys', () => {
  const measured = (texts: string, panel: string): Encounter => {
    const encounter = began('', texts);
    does(encounter, panel);
    until(encounter, 40);
    return encounter;
  };
  const meropenem = (encounter: Encounter, dose: string, every: string): readonly unknown[] =>
    warned(encounter, { do: 'treat:meropenem', with: { dose, every } }).map(({ code, params }) => [
      code,
      params,
    ]);

  it('by the lowest band that fits, with what it leaves out taken from the one above', () => {
    const encounter = measured(ANSWERS, 'order:filtration');
    expect(meropenem(encounter, '1 g', '12 h')).toEqual([
      ['over-renal-dose', { got: 1000, most: 500, unit: 'mg', egfr: 22 }],
    ]);
    expect(meropenem(encounter, '500 mg', '8 h')).toEqual([
      ['renal-interval', { got: 8, least: 12, egfr: 22 }],
    ]);
    expect(meropenem(encounter, '500 mg', '12 h')).toEqual([]);
    expect(warned(encounter, { do: 'treat:meropenem' })[0]?.why).toEqual({
      en: 'Half the dose.',
      it: 'Metà dose.',
    });
  });

  it('with the advice of the band, or of the one above', () => {
    const encounter = measured('<Result of="order:filtration" egfr="9" />', 'order:filtration');
    expect(warned(encounter, { do: 'treat:meropenem' })[0]).toMatchObject({
      params: { egfr: 9 },
      why: { en: 'Half the dose.' },
    });
  });

  it('by the doses of a day', () => {
    const encounter = measured('<Result of="order:filtration" egfr="40" />', 'order:filtration');
    does(encounter, 'treat:meropenem', { dose: '1 g', every: '12 h' });
    expect(meropenem(encounter, '500 mg', '24 h')).toContainEqual([
      'over-renal-day',
      { got: 2500, most: 2000, unit: 'mg', egfr: 40 },
    ]);
  });

  it('by the rate of an infusion, when it is started and when it is changed', () => {
    const encounter = measured(ANSWERS, 'order:filtration');
    const faster = [{ code: 'over-renal-rate', params: { got: 20, most: 10, unit: 'mg/h', egfr: 22 } }];
    expect(warned(encounter, { do: 'treat:pump' })).toMatchObject(faster);
    does(encounter, 'treat:pump', { rate: '5 mg/h' });
    until(encounter, 60);
    expect(
      warned(encounter, { do: 'treat:pump', with: { action: 'change', rate: '20 mg/h' } }),
    ).toMatchObject(faster);
  });

  it('with the filtration worked out where only a creatinine was measured', () => {
    // 4 mg/dL, a woman of 50: 13 mL/min
    expect(meropenem(measured(ANSWERS, 'order:kidney-panel'), '1 g', '12 h')).toEqual([
      ['over-renal-dose', { got: 1000, most: 500, unit: 'mg', egfr: 13 }],
    ]);
  });

  it('not when the kidneys are well, nor when nobody has measured', () => {
    expect(meropenem(measured('', 'order:filtration'), '1 g', '8 h')).toEqual([]);
    expect(meropenem(began(ALL, ANSWERS), '1 g', '8 h')).toEqual([]);
  });

  it('and above the usual maximum of anybody it is told once', () => {
    const [only, ...more] = warned(
      measured('<Result of="order:filtration" egfr="9" />', 'order:filtration'),
      {
        do: 'treat:pump',
        with: { rate: '80 mg/h' },
      },
    );
    expect(only?.code).toBe('over-renal-rate');
    expect(more).toEqual([]);
  });
});
