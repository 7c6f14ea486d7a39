// A healthy person of any age and either sex has no value outside the interval that is printed beside it.
import { describe, expect, it } from 'vitest';
import { analytesOf, sampleOf } from './patients';

const AGES = [0.05, 0.3, 1, 3, 5, 7, 13, 16, 22, 34, 47, 58, 70, 83, 95];
const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
/** Rules that hold between analytes may lead to a last digit outside an interval; no further than this share of it. */
const LAST_DIGIT = 0.02;

describe.each(['male', 'female'] as const)('a healthy %s patient', (sex) => {
  it.each(AGES)('of %s years is within every reference interval', (age) => {
    const outside = new Set<string>();
    for (const [id, { low, high, decimals }] of analytesOf({ sex, age })) {
      for (const seed of SEEDS) {
        const number = sampleOf({ sex, age }, seed).value(id)?.number;
        if (typeof number !== 'number') continue;
        const printed = Number(number.toFixed(decimals));
        const least = (low ?? -Infinity) - Math.abs(low ?? 0) * LAST_DIGIT - 10 ** -decimals;
        const most = (high ?? Infinity) + Math.abs(high ?? 0) * LAST_DIGIT + 10 ** -decimals;
        if (printed < least || printed > most) outside.add(`${id} ${printed} of ${low ?? ''}–${high ?? ''}`);
      }
    }
    expect([...outside]).toEqual([]);
  });
});
