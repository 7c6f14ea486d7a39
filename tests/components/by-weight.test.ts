// Amounts by body weight, as they are set on a pump.
import { describe, expect, it } from 'vitest';
import { byWeight } from '#components/encounter/by-weight';

describe('an amount by body weight', () => {
  it('is told for the patient, by the minute and by the hour', () => {
    expect(byWeight('0,1', 'mcg/kg/min', 78)).toEqual([
      { value: 7.8, unit: 'mcg/min' },
      { value: 0.468, unit: 'mg/h' },
    ]);
  });

  it('follows the unit that was typed, not the usual one', () => {
    expect(byWeight('30 mL/kg', 'mL', 70)).toEqual([{ value: 2100, unit: 'mL' }]);
    expect(byWeight('500 mL', 'mL/kg', 70)).toEqual([]);
  });

  it('is not told for what does not go by weight, or is no amount', () => {
    expect(byWeight('2 g', 'g', 78)).toEqual([]);
    expect(byWeight('', 'mcg/kg/min', 78)).toEqual([]);
    expect(byWeight('a lot', 'mcg/kg/min', 78)).toEqual([]);
  });
});
