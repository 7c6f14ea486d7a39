// A wait is seen passing: quickly, and the monitor's numbers go the way that the patient went.
import { describe, expect, test } from 'vitest';
import { lastingOf, vitalAt } from '#components/encounter/ticking';
import type { VitalView } from '#machines/view';

const pressure: VitalView = {
  id: 'map',
  channel: 'map',
  label: ['MAP'],
  unit: 'mmHg',
  decimals: 0,
  value: 58,
  trend: -1,
  alarm: 'low',
  series: [
    [0, 80],
    [600, 70],
    [1200, 60],
  ],
};

describe('a wait that passes', () => {
  test('takes about half a second for a minute, and never much more than one', () => {
    expect(lastingOf(60)).toBe(500);
    const spans = [60, 300, 900, 3600, 86_400].map(lastingOf);
    expect(spans).toEqual(spans.toSorted((a, b) => a - b));
    expect(Math.max(...spans)).toBeLessThanOrEqual(1_200);
  });

  test('shows each number as it was on the way, with its course up to there', () => {
    const half = vitalAt(pressure, 900);
    expect(half.value).toBe(65);
    expect(half.series).toEqual([
      [0, 80],
      [600, 70],
      [900, 65],
    ]);
  });

  test('keeps the alarm of now: it is never shown later than it can be', () => {
    expect(vitalAt(pressure, 300).alarm).toBe('low');
  });

  test('ends in what the view holds', () => {
    expect(vitalAt(pressure, 1200)).toBe(pressure);
    expect(vitalAt({ ...pressure, series: [] }, 30)).toEqual({ ...pressure, series: [] });
  });

  test('begins with what was first seen where it was attached on the way', () => {
    const later = { ...pressure, series: [[900, 66] as const, [1200, 60] as const] };
    expect(vitalAt(later, 100).value).toBe(66);
  });
});
