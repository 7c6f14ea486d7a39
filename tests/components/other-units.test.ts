// A value in the other unit is the same value: number, range and sign change together, and nothing changes that has no other unit.
import { describe, expect, test } from 'vitest';
import type { ValueView } from '#machines/view';
import { hasOther, inOther } from '#components/encounter/other-units';

const value = (analyte: string, text: string, unit: string, low: number, high: number): ValueView => ({
  analyte,
  name: analyte,
  value: text,
  number: Number.isNaN(Number(text.replace('<', ''))) ? null : Number(text.replace('<', '')),
  unit,
  low,
  high,
  flag: 'high',
  note: null,
});

describe('the other unit', () => {
  test.each([
    [value('creatinine', '1.90', 'mg/dL', 0.7, 1.2), '168', 'µmol/L', 62, 106],
    [value('glucose', '149', 'mg/dL', 70, 140), '8.3', 'mmol/L', 3.9, 7.8],
    [value('haemoglobin', '9.8', 'g/dL', 13.5, 17.5), '98', 'g/L', 135, 175],
    [value('lactate', '5.2', 'mmol/L', 0.5, 2), '47', 'mg/dL', 5, 18],
    [value('pco2', '30', 'mmHg', 35, 45), '4.0', 'kPa', 4.7, 6],
  ])('%o', (reported, text, unit, low, high) => {
    expect(inOther(reported)).toMatchObject({ value: text, unit, low, high, flag: 'high' });
    expect(hasOther(reported)).toBe(true);
  });

  test('keeps the sign of a value below what can be measured', () => {
    expect(inOther(value('bilirubin', '<0.2', 'mg/dL', 0.2, 1.2)).value).toBe('<3');
  });

  test('leaves words, other units and other analytes as they are', () => {
    for (const other of [
      value('creatinine', 'haemolysed', 'mg/dL', 0.7, 1.2),
      value('creatinine', '168', 'µmol/L', 62, 106),
      value('sodium', '134', 'mmol/L', 135, 145),
    ]) {
      expect(hasOther(other)).toBe(false);
      expect(inOther(other)).toEqual(other);
    }
  });
});
