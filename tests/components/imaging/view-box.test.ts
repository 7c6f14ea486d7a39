// A picture in its frame: never smaller than it, never out of it, and the point under the pointer stays there.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byKey } from '#components/imaging/image-viewer';
import { kept, MOST, moved, WHOLE, zoomed } from '#components/imaging/view-box';

const share = fc.double({ min: -0.5, max: 0.5, noNaN: true });

describe('a picture', () => {
  test('always fills its frame, whatever is done to it', () => {
    const deed = fc.oneof(
      fc.record({ factor: fc.double({ min: 0.2, max: 5, noNaN: true }), x: share, y: share }),
      fc.record({ x: share, y: share }),
    );
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 30 }), (deeds) => {
        let standing = WHOLE;
        for (const one of deeds)
          standing = 'factor' in one ? zoomed(standing, one.factor, one) : moved(standing, one.x, one.y);
        expect(standing.scale).toBeGreaterThanOrEqual(1);
        expect(standing.scale).toBeLessThanOrEqual(MOST);
        expect(Math.abs(standing.x)).toBeLessThanOrEqual((standing.scale - 1) / 2 + 1e-9);
        expect(Math.abs(standing.y)).toBeLessThanOrEqual((standing.scale - 1) / 2 + 1e-9);
      }),
    );
  });

  test('grows about the point under the pointer', () => {
    const about = { x: 0.2, y: -0.1 };
    const { scale, x, y } = zoomed(WHOLE, 2, about);
    // What stood at `about` before stands there still.
    expect([about.x * scale + x, about.y * scale + y]).toEqual([about.x, about.y]);
  });

  test('obeys the keys', () => {
    const larger = byKey('+', WHOLE);
    expect(larger?.scale).toBeGreaterThan(1);
    expect(byKey('ArrowRight', kept({ scale: 3, x: 0, y: 0 }))?.x).toBeLessThan(0);
    expect(byKey('0', kept({ scale: 3, x: 0.4, y: 0 }))).toEqual(WHOLE);
    expect(byKey('q', WHOLE)).toBeNull();
  });
});
