// Refusals: a step that cannot be taken leaves the encounter as it was, byte for byte, and says why in a code.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { take } from '#machines/encounter';
import { begin, bytes, does, FIXTURES, refuses, until } from './play';

const HOSTILE: readonly (readonly [unknown, string])[] = [
  [null, 'malformed'],
  [undefined, 'malformed'],
  [42, 'malformed'],
  ['order:ecg', 'malformed'],
  [[], 'malformed'],
  [{}, 'malformed'],
  [{ do: 7 }, 'malformed'],
  [{ do: '' }, 'unknown-verb'],
  [{ do: 'order:ecg', with: 'now' }, 'malformed'],
  [{ do: 'order:ecg', with: [] }, 'malformed'],
  [{ do: 'fly:home' }, 'unknown-verb'],
  [{ do: 'orders:ecg' }, 'unknown-verb'],
  [{ do: 'order:egc' }, 'unknown-item'],
  [{ do: 'order:' }, 'unknown-item'],
  [{ do: 'order:__proto__' }, 'unknown-item'],
  [{ do: 'order:constructor' }, 'unknown-item'],
  [{ do: 'treat:balanced-crystalloid', with: { dose: '500' } }, 'bad-unit'],
  [{ do: 'treat:balanced-crystalloid', with: { dose: 'plenty' } }, 'bad-quantity'],
  [{ do: 'treat:balanced-crystalloid', with: { dose: '1e400 mL' } }, 'bad-quantity'],
  [{ do: 'treat:balanced-crystalloid', with: { dose: '90000 mL' } }, 'out-of-bounds'],
  [{ do: 'tell:handover', with: { choices: ['weather'] } }, 'bad-choice'],
  [{ do: 'cancel:order:ecg' }, 'nothing-to-cancel'],
  [{ do: 'answer:cq99', with: { options: ['a'] } }, 'unknown-checkpoint'],
  [{ do: 'wait', with: { until: '08:59', minutes: -1 } }, 'malformed'],
  [{ do: 'note:free', with: { text: 'x'.repeat(100_000) } }, 'too-long'],
  [{ do: 'sign', with: { orders: [] } }, 'missing'],
  [{ do: 'sign', with: { orders: Array.from({ length: 10_000 }, () => ({ do: 'order:ecg' })) } }, 'too-long'],
];

/** A hostile step with a name short enough for a report. */
const named = ([input, code]: (typeof HOSTILE)[number]) => ({
  input,
  code,
  name: (JSON.stringify(input) ?? 'undefined').slice(0, 80),
});

describe('a step that cannot be taken', () => {
  it.each(HOSTILE.map(named))('$name is refused and changes nothing', ({ input }) => {
    const encounter = begin('anaphylaxis-seconds');
    does(encounter, 'order:monitoring');
    until(encounter, 1);
    const before = bytes(encounter);
    refuses(encounter, input);
    expect(bytes(encounter)).toBe(before);
  });

  it.each(HOSTILE.map(named))('$name says why: $code', ({ input, code }) => {
    expect(refuses(begin('anaphylaxis-seconds'), input).code).toBe(code);
  });
});

describe.each(FIXTURES)('any value at all, in %s,', (name) => {
  it('is taken or refused, and a refusal changes nothing', () => {
    const verbs = [
      'ask',
      'examine',
      'order',
      'treat',
      'procedure',
      'consult',
      'tell',
      'move',
      'dispose',
      'cancel',
      'note',
      'answer',
      'wait',
      'sign',
      'diagnose',
      'x',
    ];
    const items = [
      'onset',
      'ecg',
      'insulin',
      'adrenaline-im',
      'balanced-crystalloid',
      'order:ecg',
      'problem',
      'differential',
      'cq1',
      '',
      'é',
      '../..',
    ];
    const amounts = fc.oneof(
      fc.constantFrom('0.1 U/kg/h', '500 mL', '5 mg', 'NaN', '-1 mg', '', 'stop', 'change', 'next-result'),
      fc.jsonValue(),
      fc.double(),
      fc.string(),
    );
    const field = fc.constantFrom(
      'dose',
      'rate',
      'over',
      'every',
      'lasts',
      'for',
      'route',
      'action',
      'minutes',
      'until',
      'untilMinute',
      'text',
      'entries',
      'options',
      'choices',
      'orders',
    );
    const step = fc.oneof(
      fc.jsonValue(),
      fc.record({
        do: fc.oneof(
          fc
            .tuple(fc.constantFrom(...verbs), fc.constantFrom(...items))
            .map(([verb, item]) => `${verb}:${item}`),
          fc.constantFrom('wait', 'sign', 'diagnose', 'begin', 'reflect'),
          fc.string(),
        ),
        with: fc.dictionary(field, amounts, { maxKeys: 4 }),
      }),
    );
    const harmless = fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const encounter = begin(name);
      return steps.every((one) => {
        const before = bytes(encounter);
        return take(encounter, one).ok || bytes(encounter) === before;
      });
    });
    expect(fc.check(harmless, { seed: 11, numRuns: 60 }).counterexample).toBeNull();
  });
});
