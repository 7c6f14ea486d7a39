// An author is told every mistake of a condition at its character, with what to write instead.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, readCondition, readExpression } from '#compiler/language/read';
import { scope } from './sample-scope';

/** code, the text pointed at, help */
const told = (text: string) =>
  readCondition(text, scope).problems.map(({ code, offset, length, help }) => [
    code,
    text.slice(offset, offset + length),
    help,
  ]);

describe('unknown names', () => {
  it.each([
    ['asked ask:fewer', 'unknown-item', 'ask:fewer', 'Did you mean "ask:fever"?'],
    ['given treat:lactate', 'unknown-item', 'treat:lactate', 'Did you mean "order:lactate"?'],
    ['given class:vasopresor', 'unknown-class', 'class:vasopresor', 'Did you mean "class:vasopressor"?'],
    [
      'given efective-antibiotic',
      'unknown-set',
      'efective-antibiotic',
      'Did you mean "effective-antibiotic"?',
    ],
    ['given crystalloid', 'unknown-set', 'crystalloid', 'Did you mean "class:crystalloid"?'],
    ['mapp >= 65', 'unknown-name', 'mapp', 'Did you mean "map"?'],
    ['hr-map > 3', 'unknown-name', 'hr-map', 'For a difference put spaces around the minus.'],
    ['in shok', 'unknown-stage', 'shok', 'Did you mean "shock"?'],
    ['in respiratory/ventilted', 'unknown-stage', 'respiratory/ventilted', 'Did you mean "ventilated"?'],
    ['in respirtory/normal', 'unknown-region', 'respirtory/normal', 'Did you mean "respiratory"?'],
    [
      'reached procedure:surgical-drainage/pus-outt',
      'unknown-phase',
      'procedure:surgical-drainage/pus-outt',
      'Did you mean "pus-out"?',
    ],
    ['chosen tell:sbar/whom', 'unknown-choice', 'tell:sbar/whom', 'Did you mean "who"?'],
    ['happened colapse', 'unknown-event', 'colapse', 'Did you mean "collapse"?'],
    ['variant biphsic is yes', 'unknown-variant', 'biphsic', 'Did you mean "biphasic"?'],
    ['variant biphasic is yess', 'unknown-value', 'yess', 'Did you mean "yes"?'],
    ['answered cq8/b', 'unknown-checkpoint', 'cq8/b', 'Did you mean "cq9"?'],
    ['answered cq9/d', 'unknown-option', 'cq9/d', 'Did you mean "a"?'],
    ['suspected sceptic-shock', 'unknown-diagnosis', 'sceptic-shock', 'Did you mean "septic-shock"?'],
    ['noted problems', 'unknown-note', 'problems', 'Did you mean "problem"?'],
    [
      'highest gram-negativ of given treat:meropenem > 0',
      'unknown-attribute',
      'gram-negativ',
      'Did you mean "gram-negative"?',
    ],
    [
      'maximum(map, 3) > 3',
      'unknown-function',
      'maximum',
      'There are: min, max, abs, round, floor, exp, log10, sqrt, pow, between, emax, curve.',
    ],
    ['map > 3 mmHgg', 'unknown-unit', '3 mmHgg', 'Did you mean "mmHg"?'],
  ])('%s', (text, code, at, help) => {
    expect(told(text)).toEqual([[code, at, help]]);
  });

  it('are told all at once', () => {
    expect(told('asked ask:fewer and mapp > 3 or in shok').map(([code]) => code)).toEqual([
      'unknown-item',
      'unknown-name',
      'unknown-stage',
    ]);
  });
});

describe('what does not fit', () => {
  it.each([
    ['map', 'number-as-condition', 'map'],
    ['3 + asked ask:fever > 2', 'condition-as-number', 'asked ask:fever'],
    ['asked order:lactate', 'wrong-verb', 'order:lactate'],
    ['done tell:sbar/who', 'unexpected-part', 'tell:sbar/who'],
    ['in normal', 'ambiguous-stage', 'normal'],
    ['in (shock, ventilated)', 'mixed-regions', 'ventilated'],
    ['rate of treat:saline > 3', 'no-rate', 'rate of treat:saline'],
    ['total of treat:oxygen > 3', 'no-dose', 'total of treat:oxygen'],
    ['rate of class:vasopressor > 3', 'mixed-units', 'rate of class:vasopressor'],
    ['given class:nothing', 'empty', 'class:nothing'],
    ['asked ask:fever within 60', 'no-unit', '60'],
    ['asked ask:fever within 60 mL', 'unit-mismatch', '60 mL'],
    ['asked ask:fever between 3 h and 2 h', 'bad-window', 'between 3 h and 2 h'],
    ['always within 60 min', 'window-on-nothing', 'within 60 min'],
    ['map > 3 while in shock', 'bad-while', 'map > 3 while in shock'],
    ['4 of (practice, assessed)', 'bad-count', '4 of (practice, assessed)'],
    ['clock between 25:00 and 08:00', 'bad-time', '25:00'],
    ['emax(map, 3) > 3', 'argument-count', 'emax(map, 3)'],
    ['map / 0 > 3', 'division-by-zero', '0'],
    ['last spectrum > 3', 'unknown-name', 'last spectrum'],
  ])('%s', (text, code, at) => {
    expect(told(text).map((one) => one.slice(0, 2))).toEqual([[code, at]]);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['givn treat:saline', 'givn', 'Did you mean "given"?'],
    ['asked ask:fever withn 60 min', 'withn', 'Did you mean "within"?'],
    ['Given treat:saline', 'Given', 'Did you mean "given"?'],
    ['asked ask:fever AND practice', 'AND', 'Did you mean "and"?'],
  ])('%s', (text, at, help) => {
    expect(told(text)).toEqual([['syntax', at, help]]);
  });

  it('points at what is too much, or at the end where something is missing', () => {
    expect(told('map > 65 65').map((one) => one.slice(0, 2))).toEqual([['syntax', '65']]);
    expect(readCondition('map >', scope).problems).toMatchObject([{ code: 'syntax', offset: 5, length: 0 }]);
    expect(told('  ').map(([code]) => code)).toEqual(['empty']);
  });

  it('is refused, not thrown: any text at all', () => {
    const words = fc.constantFrom(
      'asked',
      'ask:fever',
      'map',
      '>',
      '65',
      'and',
      'not',
      '(',
      ')',
      'within',
      'min',
      'after',
      'of',
      '2',
      ',',
      'if',
      'then',
      'else',
      '%',
      '..',
      'for',
      'since',
      '/',
      '-',
      'in',
      'shock',
      'µg',
      '\u0000',
      '€',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 20 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, (input) => {
        const readings = [readCondition(input, scope), readExpression(input, scope)];
        for (const { value, problems } of readings) {
          const failed = problems.some(({ severity }) => severity === 'error');
          expect(value === null).toBe(failed);
          for (const { offset, length } of problems)
            expect(offset + length).toBeLessThanOrEqual(input.length);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stays quick and calm when it is enormous', () => {
    for (const input of [
      '('.repeat(3900),
      `${'not '.repeat(950)}practice`,
      `${'- '.repeat(1900)}1 > 2`,
      'x'.repeat(100_000),
    ]) {
      expect(readCondition(input, scope)).toBeDefined();
    }
    for (const nest of ['((since ', '(a within 1 h after ', '((max(', '2 of (', '((if (']) {
      const times = Math.floor(16 / (nest.split('(').length - 1));
      expect(told(`${nest.repeat(times)}bad`).map(([code]) => code)).toEqual(['syntax']);
    }
    expect(told('('.repeat(30)).map(([code]) => code)).toEqual(['too-deep']);
  });
});

describe('the nearest name', () => {
  it('is at most a third of the letters away', () => {
    expect(nearest('lactat', ['lactate', 'lipase'])).toBe('lactate');
    expect(nearest('mpa', ['map'])).toBe('map');
    expect(nearest('xyz', ['map', 'hr'])).toBeNull();
    expect(nearest('', [])).toBeNull();
  });
});
