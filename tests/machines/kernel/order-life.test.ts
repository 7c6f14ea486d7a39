// The life of an order, end to end: titrated, held and started again, stopped, repeated, cancelled while it is awaited.
import { describe, expect, it } from 'vitest';
import { openEncounter, replay } from '#machines/encounter';
import { reveal } from '#machines/reveal';
import { begin, bytes, chartOf, does, header, playableOf, rateOf, refuses, until } from './play';

const INSULIN = 'treat:insulin';
const running = (encounter: ReturnType<typeof begin>): readonly string[] =>
  reveal(encounter, 'en').running.map(({ item }) => item);

describe('a running treatment', () => {
  it('is titrated up and down, and the chart has every rate', () => {
    const encounter = begin('coupled-laboratory');
    for (const [minute, rate] of [
      [0, '0.1 U/kg/h'],
      [30, '0.14 U/kg/h'],
      [60, '0.05 U/kg/h'],
    ] as const) {
      until(encounter, minute);
      does(encounter, INSULIN, { rate });
    }
    until(encounter, 80);
    expect(rateOf(encounter, INSULIN)).toBeCloseTo(0.05, 12);
    const rates = chartOf(encounter, INSULIN).flatMap(
      ({ detail }) => /[\d.]+(?= U\/kg\/h)/.exec(detail ?? '') ?? [],
    );
    expect(new Set(rates)).toEqual(new Set(['0.1', '0.14', '0.05']));
  });

  it('that is held stops, and runs again when it is ordered again', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, INSULIN, { rate: '0.1 U/kg/h' });
    until(encounter, 30);
    does(encounter, INSULIN, { action: 'hold' });
    until(encounter, 45);
    expect(rateOf(encounter, INSULIN)).toBe(0);
    does(encounter, INSULIN, { rate: '0.05 U/kg/h' });
    until(encounter, 60);
    expect(rateOf(encounter, INSULIN)).toBeCloseTo(0.05, 12);
    does(encounter, INSULIN, { action: 'stop' });
    until(encounter, 75);
    expect(running(encounter)).not.toContain(INSULIN);
    expect(refuses(encounter, { do: INSULIN, with: { action: 'hold' } }).code).toBe('nothing-to-change');
  });

  it('that has not begun may be taken back', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, INSULIN, { rate: '0.1 U/kg/h' });
    until(encounter, 5);
    does(encounter, `cancel:${INSULIN}`);
    until(encounter, 30);
    expect(rateOf(encounter, INSULIN)).toBe(0);
    expect(refuses(encounter, { do: `cancel:${INSULIN}` }).code).toBe('nothing-to-cancel');
  });
});

describe('an investigation', () => {
  const reports = (encounter: ReturnType<typeof begin>) =>
    chartOf(encounter, 'order:venous-gas').filter(({ kind }) => kind === 'result');

  it('may be repeated, and each sample has its own report', () => {
    const encounter = begin('coupled-laboratory');
    for (const minute of [0, 20, 40]) {
      until(encounter, minute);
      does(encounter, 'order:venous-gas');
    }
    until(encounter, 60);
    expect(reports(encounter)).toHaveLength(3);
  });

  it('that is awaited twice is cancelled once: the later one', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'order:venous-gas');
    until(encounter, 2);
    does(encounter, 'order:venous-gas');
    does(encounter, 'cancel:order:venous-gas');
    expect(reveal(encounter, 'en').pending.filter(({ item }) => item === 'order:venous-gas')).toHaveLength(1);
    until(encounter, 60);
    expect(reports(encounter)).toHaveLength(1);
  });

  it('is the same when its attempt is replayed', () => {
    const log = [
      { do: 'begin' },
      { do: 'order:venous-gas' },
      { do: 'wait', with: { minutes: 20 } },
      { do: 'order:venous-gas', with: { confirmed: true, reason: 'after the bolus' } },
      { do: 'wait', with: { minutes: 60 } },
    ];
    const playable = playableOf('coupled-laboratory');
    const first = replay(playable, header('7'), log);
    const second = replay(playable, header('7'), log);
    expect(first.refusal).toBeNull();
    expect(bytes(first.encounter)).toBe(bytes(second.encounter));
    expect(bytes(openEncounter(playable, header('7')))).not.toBe(bytes(first.encounter));
  });
});
