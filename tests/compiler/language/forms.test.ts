// The short forms beside conditions: events of `on=`, times, amounts, assignments and effects.
import { describe, expect, it } from 'vitest';
import { readAssignments, readDuration, readEffects, readEvent, readQuantity } from '#compiler/language/read';
import { scope } from './sample-scope';

const number = (value: number) => ({ op: 'number', value });

describe('the event of an on=', () => {
  it.each([
    ['given treat:saline', 'given', ['treat:saline']],
    ['treat:saline', 'given', ['treat:saline']],
    ['effective-antibiotic', 'given', ['treat:ceftriaxone', 'treat:meropenem']],
    ['ask:fever', 'asked', ['ask:fever']],
    ['order:lactate', 'done', ['order:lactate']],
    ['(order:lactate, treat:saline)', 'done', ['order:lactate', 'treat:saline']],
    ['procedure:surgical-drainage/pus-out', 'phase', ['procedure:surgical-drainage/pus-out']],
    ['collapse', 'happened', ['collapse']],
    ['finished', 'finished', ['finish']],
  ])('%s', (text, kind, items) => {
    expect(readEvent(text, scope)).toEqual({ value: { kind, items }, problems: [] });
  });

  it('is an event and nothing else', () => {
    expect(readEvent('map > 3', scope).value).toBeNull();
  });
});

describe('times and amounts', () => {
  it.each([
    ['30 s', 30],
    ['15 min', 900],
    ['6 h', 21_600],
    ['3 days', 259_200],
    ['2 weeks', 1_209_600],
    ['-15 min', -900],
    ['1.5 h', 5400],
  ])('%s', (text, seconds) => {
    expect(readDuration(text)).toEqual({ value: seconds, problems: [] });
  });

  it('a time needs a unit of time', () => {
    expect(readDuration('15').problems).toMatchObject([{ code: 'no-unit' }]);
    expect(readDuration('15 mL').problems).toMatchObject([{ code: 'unit-mismatch' }]);
    expect(readDuration('15 mins.').value).toBeNull();
  });

  it('an amount may have a unit, which must exist', () => {
    expect(readQuantity('500 mL').value).toEqual({ value: 500, unit: 'mL' });
    expect(readQuantity('-18').value).toEqual({ value: -18, unit: null });
    expect(readQuantity('109 /min').value).toEqual({ value: 109, unit: '/min' });
    expect(readQuantity('3 wombats').problems).toMatchObject([
      { code: 'unknown-unit', offset: 0, length: 9 },
    ]);
  });
});

describe('assignments', () => {
  it('take values in the unit of their quantity', () => {
    expect(readAssignments('map = 55, fluid = 1 L, debt = 60 * 60', scope).value).toEqual([
      { quantity: 'map', to: number(55) },
      { quantity: 'fluid', to: number(1000) },
      { quantity: 'debt', to: number(3600) },
    ]);
  });

  it('name a quantity that exists', () => {
    expect(readAssignments('mapp = 55', scope).problems).toMatchObject([
      { code: 'unknown-name', help: 'Did you mean "map"?' },
    ]);
  });
});

describe('effects', () => {
  it('have size, onset, length and condition', () => {
    expect(
      readEffects(
        'map -6 for 15 min, hr +10 while running, pain -2 for 45 min after 5 min when in shock, grade 1',
        scope,
      ).value,
    ).toEqual([
      { quantity: 'map', by: number(-6), onset: 0, lasts: 900 },
      { quantity: 'hr', by: number(10), onset: 0, lasts: 'running' },
      {
        quantity: 'pain',
        by: number(-2),
        onset: 300,
        lasts: 2700,
        when: { op: 'in', region: 'course', stages: ['shock'] },
      },
      { quantity: 'grade', by: number(1), onset: 0, lasts: 'ever' },
    ]);
  });

  it('last one way only', () => {
    expect(readEffects('hr +10 for 5 min while running', scope).problems).toMatchObject([{ code: 'twice' }]);
  });
});
