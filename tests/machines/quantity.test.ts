// Amounts are read in one way or not at all, and converted exactly.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertAmount, parseQuantity } from '#machines/quantity';

describe('reading an amount', () => {
  it.each([
    ['0.05 mcg/kg/min', 0.05, 'mcg/kg/min'],
    ['0,05 µg/kg/min', 0.05, 'mcg/kg/min'],
    ['0,1 gamma/kg/min', 0.1, 'mcg/kg/min'],
    ['0.1 mcg/min/kg', 0.1, 'mcg/kg/min'],
    ['2 g', 2, 'g'],
    ['500ml', 500, 'mL'],
    ['1000 MG', 1000, 'mg'],
    ['30 mL / kg', 30, 'mL/kg'],
    ['4 UI/ora', 4, 'U/h'],
    ['15 min', 15, 'min'],
    ['80 %', 80, '%'],
    ['0.125 mg', 0.125, 'mg'],
    ['2 mg/24h', 2, 'mg/day'],
    [' 7 ', 7, null],
    [7, 7, null],
  ])('%s is read', (text, value, unit) => {
    expect(parseQuantity(text)).toEqual({ value, unit });
  });

  it('keeps an unknown unit as written, so that a refusal can name it', () => {
    expect(parseQuantity('5 bananas/kg')).toEqual({ value: 5, unit: 'bananas/kg' });
  });

  it.each(['1.000 mL', '1,000 mL', '12.500 U'])('refuses %s, which reads two ways', (text) => {
    expect(parseQuantity(text)).toBeNull();
  });

  it.each([
    '',
    ' ',
    'mg',
    'NaN mg',
    'Infinity',
    '-5 mg',
    '+5 mg',
    '1e3 mg',
    '5-10 mg',
    '1.2.3 mg',
    '5 5 mg',
    '.5 mg',
    '5. mg',
    '9999999999 mg',
    `${'1'.repeat(50)} mg`,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -1,
    1e300,
    null,
    undefined,
    {},
    [],
    true,
  ])('refuses %s', (text) => {
    expect(parseQuantity(text)).toBeNull();
  });

  it('never throws and never gives a number that is not finite and non-negative', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const read = parseQuantity(input);
        expect(read === null || (Number.isFinite(read.value) && read.value >= 0)).toBe(true);
      }),
    );
  });
});

describe('converting an amount', () => {
  it.each([
    [2, 'g', 'mg', 2000],
    [0.05, 'mg', 'mcg', 50],
    [1.5, 'L', 'mL', 1500],
    [5, 'kU', 'UI', 5000],
    [2, 'mol', 'mmol', 2000],
    [60, 'mL/h', 'mL/min', 1],
    [1, 'mg/min', 'mg/h', 60],
    [2, 'mg/day', 'mcg/h', 83.3333333333],
    [2, 'h', 's', 7200],
    [0.1, 'mcg/kg/min', 'µg/kg/min', 0.1],
  ])('%d %s is as much in %s', (value, from, to, result) => {
    expect(convertAmount(value, from, to)).toBe(result);
  });

  it('turns amounts per kg into amounts for this patient, and back', () => {
    expect(convertAmount(30, 'mL/kg', 'mL', { weight: 78 })).toBe(2340);
    expect(convertAmount(7.8, 'mcg/min', 'mcg/kg/min', { weight: 78 })).toBe(0.1);
    expect(convertAmount(30, 'mL/kg', 'mL')).toBeNull();
    expect(convertAmount(30, 'mL/kg', 'mL', { weight: 0 })).toBeNull();
  });

  it('reads a pump rate as a dose rate through the concentration, and back', () => {
    const norepinephrine = { weight: 78, perMl: 0.08, perMlUnit: 'mg' };
    expect(convertAmount(5.85, 'mL/h', 'mcg/kg/min', norepinephrine)).toBe(0.1);
    expect(convertAmount(0.1, 'mcg/kg/min', 'mL/h', norepinephrine)).toBe(5.85);
    expect(convertAmount(20, 'mL', 'g', { perMl: 0.2, perMlUnit: 'g' })).toBe(4);
    expect(convertAmount(20, 'mL', 'g')).toBeNull();
  });

  it('reads mEq as mmol only where the charge is known', () => {
    expect(convertAmount(10, 'mEq', 'mmol', { valence: 2 })).toBe(5);
    expect(convertAmount(40, 'mmol', 'mEq', { valence: 1 })).toBe(40);
    expect(convertAmount(40, 'mEq', 'mmol')).toBeNull();
  });

  it.each([
    ['mg', 'mL'],
    ['mg', 'mg/h'],
    ['mg/h', 'mg'],
    ['mg', 'U'],
    ['mg', 'bananas'],
    ['mg/kg/kg', 'mg'],
    ['mg/mL', 'mg'],
    ['Mu', 'U'],
  ])('gives nothing for %s in %s', (from, to) => {
    expect(convertAmount(1, from, to, { weight: 78 })).toBeNull();
  });

  it('there and back gives the same amount', () => {
    const units = ['mcg/kg/min', 'mg/h', 'g/day', 'mL/h', 'mL/min', 'ng/kg/h'];
    const by = { weight: 78, perMl: 0.08, perMlUnit: 'mg' };
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 10_000, noNaN: true }),
        fc.constantFrom(...units),
        fc.constantFrom(...units),
        (value, from, to) => {
          const there = convertAmount(value, from, to, by);
          const back = there === null ? null : convertAmount(there, to, from, by);
          expect(back).not.toBeNull();
          expect(Math.abs((back ?? 0) / value - 1)).toBeLessThan(1e-10);
        },
      ),
    );
  });
});
