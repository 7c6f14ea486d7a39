// The numbers that the authors' guide shows are those that the rules give.
import { describe, expect, it } from 'vitest';
import { numberOf, sampleOf } from './patients';

describe('the example of the guide', () => {
  it('gets the values that the guide tells', () => {
    for (const seed of ['a', 'b', 'c']) {
      const sample = sampleOf({ sex: 'female', age: 34 }, seed, 60, { haemoglobin: 7.2, mcv: 68 });
      expect(numberOf(sample, 'haematocrit')).toBe(22);
      expect(numberOf(sample, 'rbc')).toBe(3.24);
      expect(numberOf(sample, 'mch')).toBe(22.2);
      expect(numberOf(sample, 'ferritin')).toBeGreaterThanOrEqual(30);
    }
  });
});
