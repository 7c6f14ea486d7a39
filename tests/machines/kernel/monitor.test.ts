// The monitor: a vital is shown once it is measured, an alarm interrupts a wait and stays until the value is back.
import { describe, expect, it } from 'vitest';
import { reveal } from '#machines/reveal';
import { trace } from '#machines/trace';
import { begin, does, FLAGSHIP, now, quantity, until } from './play';

const view = (encounter: ReturnType<typeof begin>) => reveal(encounter, 'en');

describe('a vital', () => {
  it('is not shown, and gives no alarm, before it is measured', () => {
    const encounter = begin('anaphylaxis-seconds');
    until(encounter, 10);
    expect(view(encounter).monitor).toEqual([]);
    expect(view(encounter).alarms).toEqual([]);
    expect(quantity(encounter, 'map')).toBeLessThan(60);
  });

  it('is shown from the moment of measuring, rounded as the case says, and its curve begins there', () => {
    const encounter = begin('anaphylaxis-seconds');
    until(encounter, 1);
    does(encounter, 'order:monitoring');
    until(encounter, 2);
    const map = view(encounter).monitor.find(({ id }) => id === 'map');
    expect(map?.value).toBe(Math.round(quantity(encounter, 'map')));
    expect(map?.series[0]?.[0]).toBeGreaterThanOrEqual(60);
    expect(map?.series.at(-1)?.[1]).toBe(map?.value);
  });
});

describe('an alarm', () => {
  it('interrupts a wait at the tick at which it begins, and is shown until the value is back', () => {
    const encounter = begin('anaphylaxis-seconds');
    does(encounter, 'order:monitoring');
    for (let round = 0; round < 10 && view(encounter).alarms.length === 0; round += 1)
      does(encounter, 'wait', { minutes: 10 });
    expect(view(encounter).interrupted.map(({ cause }) => cause)).toContain('alarm');
    const [alarm] = view(encounter).alarms;
    expect(alarm?.since).toBe(view(encounter).now);
    const minute = now(encounter);
    expect(minute).toBeLessThan(5);
    does(encounter, 'treat:stop-antibiotic');
    does(encounter, 'treat:adrenaline-im');
    until(encounter, minute + 4);
    does(encounter, 'treat:adrenaline-im');
    until(encounter, minute + 60);
    expect(view(encounter).alarms).toEqual([]);
  });
});

describe('the minute of an arrest', () => {
  const arrested = (looked: boolean) => {
    const encounter = begin(FLAGSHIP);
    does(encounter, 'order:monitoring');
    for (let minute = 1; minute <= 386; minute += 1) {
      until(encounter, minute);
      if (!looked) continue;
      const { patient, monitor } = view(encounter);
      if (patient.figure === 'arrest') return { encounter, monitor };
    }
    return { encounter, monitor: [] };
  };

  it('shows no pulse, no pressure and no breath at once, though the books have them from the next tick', () => {
    const { encounter, monitor } = arrested(true);
    const shown = Object.fromEntries(monitor.map(({ channel, value }) => [channel, value]));
    expect(shown).toMatchObject({ hr: 0, map: 0, rr: 0, spo2: 0 });
    expect(quantity(encounter, 'map')).toBeGreaterThan(10);
  });

  it('is the same in the books whether somebody looked or not', () => {
    const one = arrested(true).encounter;
    until(one, 386);
    expect(trace(one, 1)).toEqual(trace(arrested(false).encounter, 1));
  });
});
