// The filtration that a creatinine tells: the published equation, for adults only.
import { describe, expect, it } from 'vitest';
import { filtrationRate } from '#machines/kidneys';

describe('the filtration', () => {
  // Worked by hand from the terms of the equation, for either sex and on either side of its knee.
  it.each([
    [1, 50, 'female', 142 * (1 / 0.7) ** -1.2 * 0.9938 ** 50 * 1.012],
    [0.6, 30, 'female', 142 * (0.6 / 0.7) ** -0.241 * 0.9938 ** 30 * 1.012],
    [2, 70, 'male', 142 * (2 / 0.9) ** -1.2 * 0.9938 ** 70],
    [0.8, 40, 'male', 142 * (0.8 / 0.9) ** -0.302 * 0.9938 ** 40],
  ] as const)('of %s mg/dL at %s years, %s', (creatinine, age, sex, wanted) => {
    expect(filtrationRate(creatinine, { age, sex })).toBeCloseTo(wanted, 9);
  });

  it('is what calculators of the equation print', () => {
    expect(Math.round(filtrationRate(1, { age: 50, sex: 'female' }) ?? 0)).toBe(69);
    expect(Math.round(filtrationRate(1, { age: 50, sex: 'male' }) ?? 0)).toBe(92);
    expect(Math.round(filtrationRate(3, { age: 60, sex: 'male' }) ?? 0)).toBe(23);
  });

  it('is none for a child and for what is no concentration', () => {
    expect(filtrationRate(0.4, { age: 17, sex: 'male' })).toBeNull();
    expect(filtrationRate(0, { age: 50, sex: 'male' })).toBeNull();
    expect(filtrationRate(Number.NaN, { age: 50, sex: 'male' })).toBeNull();
  });
});
