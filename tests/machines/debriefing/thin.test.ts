// Curves keep their shape with fewer points.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thin } from '#machines/debriefing/thin';
import type { Point } from '#machines/debriefing/thin';

/** The value of the drawn line at a second. */
function drawn(points: readonly Point[], at: number): number {
  const after = points.findIndex(([second]) => second >= at);
  const [x1, y1] = points[after] ?? [0, Number.NaN];
  const [x0, y0] = points[Math.max(0, after - 1)] ?? [0, Number.NaN];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}

const curves = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 600 }), value: fc.integer({ min: 0, max: 200 }) }), {
    minLength: 1,
  })
  .map((steps) => {
    let at = 0;
    return steps.map(({ gap, value }): Point => [(at += gap), value]);
  });

describe('a thinned curve', () => {
  it('needs two points for a straight line', () => {
    const line = Array.from({ length: 100 }, (_, i): Point => [i * 60, 90 - i / 4]);
    expect(thin(line, 0.1)).toEqual([line[0], line[99]]);
  });

  it('begins and ends where the curve does, and keeps a step', () => {
    const step: readonly Point[] = [
      [0, 60],
      [60, 60],
      [120, 60],
      [180, 90],
      [240, 90],
      [300, 90],
    ];
    expect(thin(step, 0.5)).toEqual([
      [0, 60],
      [120, 60],
      [180, 90],
      [300, 90],
    ]);
    expect(thin([], 1)).toEqual([]);
    expect(thin([[0, 5]], 1)).toEqual([[0, 5]]);
  });

  it('is never off by more than the tolerance', () => {
    fc.assert(
      fc.property(curves, fc.integer({ min: 0, max: 40 }), (points, tolerance) => {
        const kept = thin(points, tolerance);
        for (const [at, value] of points) {
          expect(Math.abs(drawn(kept, at) - value)).toBeLessThanOrEqual(tolerance + 1e-6);
        }
        expect(kept.length).toBeLessThanOrEqual(points.length);
      }),
    );
  });
});
