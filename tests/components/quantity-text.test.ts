// Amounts as they are typed: read with point or comma, completed with the usual unit, and judged before they are sent.
import { expect, test } from 'vitest';
import { asWritten, faultOf, readQuantity } from '#components/encounter/quantity-text';
import { unitText } from '#components/unit-text';

test('a decimal comma is a decimal point in the step', () => {
  expect(asWritten('0,05 mcg/kg/min', 'mcg/kg/min')).toBe('0.05 mcg/kg/min');
});

test('a unit that was left out is the usual one; one that was written stays', () => {
  expect(asWritten('500', 'mL')).toBe('500 mL');
  expect(asWritten('0.5 L', 'mL')).toBe('0.5 L');
});

test('text that is no amount goes as it is, to be refused with its reason', () => {
  expect(readQuantity('a lot')).toBeNull();
  expect(asWritten('a lot', 'mL')).toBe('a lot');
});

test('what is wrong is said before it is sent, and another unit is left to the server', () => {
  const bounds = { least: 100, most: 3000 };
  expect(faultOf('', 'mL', bounds)).toBe('empty');
  expect(faultOf('much', 'mL', bounds)).toBe('not-a-quantity');
  expect(faultOf('50 mL', 'mL', bounds)).toBe('out-of-bounds');
  expect(faultOf('1000', 'mL', bounds)).toBeNull();
  expect(faultOf('1 L', 'mL', bounds)).toBeNull();
});

test('units are printed as on a report', () => {
  expect(['10*3/uL', 'Cel', 'umol/L', 'mL/min/1.73 m2', 'mg/dL'].map(unitText)).toEqual([
    '× 10³/µL',
    '°C',
    'µmol/L',
    'mL/min/1.73 m²',
    'mg/dL',
  ]);
});
