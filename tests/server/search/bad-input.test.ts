// Whatever is typed is answered in time, and nothing but items of the ward comes back.
import { describe, expect, it } from 'vitest';
import { heard, ward } from './bench';

const hostile: readonly (readonly [string, string])[] = [
  ['ten thousand letters', 'a'.repeat(10_000)],
  ['ten thousand words', 'dolore '.repeat(10_000)],
  ['emoji', '🙂🫀🩺'.repeat(200)],
  ['right-to-left text', 'مرحبا \u202eكيف حالك'],
  ['SQL', "'; DROP TABLE attempts; --"],
  ['HTML', '<img src=x onerror=alert(1)><script>alert(1)</script>'],
  ['control characters', '\u0000\u0001\u001b[31m\r\n\t'],
  ['digits', '8'.repeat(400)],
  ['names of object properties', '__proto__ constructor toString hasOwnProperty'],
  ['patterns', '(((((.*)*)*)*)*)+$[^]{1,9999}'],
  ['lone surrogates', '\ud800\udfff'],
  ['many numbers', '1 mg '.repeat(2_000)],
  ['a number without end', `${'9'.repeat(5_000)},${'9'.repeat(5_000)} mg`],
];

describe('hostile input', () => {
  it.each(hostile)('%s', (_, text) => {
    const from = performance.now();
    const parts = heard(text);
    // A hundred times what it takes: a pattern that never ends would take for ever.
    expect(performance.now() - from).toBeLessThan(2_000);
    for (const { candidates } of parts)
      for (const { item } of candidates)
        expect(Object.hasOwn(ward.items, item) || Object.hasOwn(ward.diagnoses, item)).toBe(true);
  });

  it.each(hostile.filter(([name]) => !name.includes('words')))('%s is never plainly something', (_, text) =>
    expect(heard(text).filter(({ confident }) => confident)).toEqual([]),
  );
});
