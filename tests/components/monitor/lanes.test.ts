// What the monitor draws: only what is attached, waves that follow the beats, and none where no blood moves.
import { describe, expect, test } from 'vitest';
import { hasPulse, type Signs, signsOf, tracesOf } from '#components/monitor/lanes';
import { breathWave, perfused, plethWave } from '#components/monitor/pulse-waves';
import { alarmTones, pitchOf } from '#components/monitor/sound';
import type { VitalView } from '#machines/view';

const vital = (channel: string, value: number): VitalView => ({
  id: channel,
  channel,
  label: [channel],
  unit: '',
  decimals: 0,
  value,
  trend: 0,
  alarm: null,
  series: [],
});
const whole = [vital('hr', 109), vital('sbp', 80), vital('dbp', 50), vital('spo2', 93), vital('rr', 26)];
const ids = (signs: Signs) => tracesOf(signs).lanes.map(({ id }) => id);
const swing = (at: (t: number) => number) => {
  const values = Array.from({ length: 400 }, (_, index) => at(3 + index / 100));
  return Math.max(...values) - Math.min(...values);
};
const lane = (signs: Signs, id: string) =>
  tracesOf(signs).lanes.find((one) => one.id === id)?.at ?? (() => 0);

describe('lanes', () => {
  test('are drawn only for what is attached', () => {
    expect(ids(signsOf([], null, []))).toEqual([]);
    expect(ids(signsOf([vital('spo2', 95)], null, []))).toEqual(['pleth']);
    expect(ids(signsOf(whole, 'sinus', []))).toEqual(['ecg', 'pleth', 'breath']);
  });

  test('show the pressure wave only with an arterial line', () => {
    expect(ids(signsOf(whole, 'sinus', ['procedure:arterial-line']))).toEqual([
      'ecg',
      'arterial',
      'pleth',
      'breath',
    ]);
  });

  test('show no sinus rhythm where the heart does not beat, and the complexes that are left without a pulse', () => {
    const still = [vital('hr', 0), vital('spo2', 0)];
    expect(signsOf(still, null, []).rhythm).toBe('asystole');
    expect(signsOf(still, 'sinus', []).rhythm).toBe('asystole');
    expect(signsOf(still, 'pea', []).rhythm).toBe('pea');
  });

  test('tell no rhythm while no heart rate is on the monitor', () => {
    expect(signsOf([vital('spo2', 95)], 'vf', []).rhythm).toBeNull();
  });

  test('keep the whole heart beat inside the lane, in every rhythm', () => {
    for (const rhythm of ['sinus', 'vt', 'vf', 'paced', 'peaked-t', 'sine-wave'] as const) {
      const ecg = lane(signsOf(whole, rhythm, []), 'ecg');
      for (let t = 3; t < 7; t += 0.01) {
        expect(ecg(t), rhythm).toBeGreaterThan(-0.1);
        expect(ecg(t), rhythm).toBeLessThan(1.1);
      }
    }
  });
});

describe('pulse waves', () => {
  const attached = ['procedure:arterial-line'];
  test.each(['pea', 'vf', 'asystole'] as const)('are flat in %s', (rhythm) => {
    const signs = signsOf(whole, rhythm, attached);
    expect(hasPulse(signs)).toBe(false);
    expect(swing(lane(signs, 'arterial'))).toBeLessThan(0.001);
    expect(swing(lane(signs, 'pleth'))).toBeLessThan(0.001);
  });

  test('and with them the breath, unless a ventilator breathes', () => {
    expect(swing(lane(signsOf(whole, 'asystole', []), 'breath'))).toBe(0);
    expect(swing(lane(signsOf(whole, 'asystole', ['procedure:intubation']), 'breath'))).toBeGreaterThan(0.4);
  });

  test('rise again under compressions', () => {
    const signs = signsOf(whole, 'pea', [...attached, 'treat:cpr']);
    expect(hasPulse(signs)).toBe(true);
    expect(swing(lane(signs, 'arterial'))).toBeGreaterThan(0.2);
  });

  test('electrical complexes go on where there is no pulse', () => {
    expect(swing(lane(signsOf(whole, 'pea', []), 'ecg'))).toBeGreaterThan(0.4);
  });

  test('grow weaker as the pressure falls', () => {
    const strong = signsOf(
      [...whole, vital('sbp', 130)].filter(({ channel, value }) => channel !== 'sbp' || value > 100),
      'sinus',
      [],
    );
    expect(swing(lane(strong, 'pleth'))).toBeGreaterThan(
      1.3 * swing(lane(signsOf(whole, 'sinus', []), 'pleth')),
    );
    expect(perfused(20)).toBeGreaterThan(0);
  });

  test('follow the beat and never run ahead of it', () => {
    const beats = [{ at: 1, kind: 'qrs' as const, rr: 1, output: 1 }];
    expect(plethWave(beats, 1.1)).toBe(0);
    expect(plethWave(beats, 1.45)).toBeGreaterThan(0.9);
  });
});

test('breaths come at their rate and stop with it', () => {
  const tops = Array.from({ length: 6000 }, (_, index) => index / 100).filter(
    (t) =>
      breathWave(t, 20, false) >= breathWave(t - 0.01, 20, false) &&
      breathWave(t, 20, false) > breathWave(t + 0.01, 20, false),
  );
  expect(Math.abs(tops.length - 20)).toBeLessThanOrEqual(1);
  expect(breathWave(12.3, 0, false)).toBe(0);
});

describe('the voice', () => {
  test('falls in pitch with the saturation', () => {
    const pitches = [100, 95, 90, 80, 70].map(pitchOf);
    expect(pitches).toEqual(pitches.toSorted((a, b) => b - a));
    expect(pitchOf(null)).toBe(pitchOf(100));
  });

  test('has more tones where life is at stake', () => {
    expect(alarmTones(true).length).toBe(10);
    expect(alarmTones(false).length).toBe(3);
  });
});
