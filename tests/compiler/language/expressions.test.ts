// Expressions take amounts in the unit of what stands beside them, and refuse those of another dimension.
import { describe, expect, it } from 'vitest';
import type { Expression } from '#machines/scenario/condition';
import { readCondition, readExpression, readRate } from '#compiler/language/read';
import { scope } from './sample-scope';

function expression(text: string, unit?: string): Expression {
  const { value, problems } = readExpression(text, scope, unit);
  expect(problems).toEqual([]);
  return value!;
}
const codes = (text: string, unit?: string) =>
  readExpression(text, scope, unit).problems.map(({ code }) => code);
const number = (value: number) => ({ op: 'number', value });
const right = (text: string) => {
  const { value, problems } = readCondition(text, scope);
  expect(problems).toEqual([]);
  return value?.op === 'compare' ? value.right : null;
};
const map = { op: 'quantity', id: 'map', last: false };

describe('readings', () => {
  it.each([
    ['map', map],
    ['last map', { ...map, last: true }],
    ['spectrum', { op: 'measure', id: 'spectrum' }],
    ['time', { op: 'time' }],
    ['weight', { op: 'weight' }],
    ['time in course', { op: 'stage-time', region: 'course' }],
    ['entries of arrest', { op: 'entries', region: 'course', stage: 'arrest' }],
    ['rate of treat:norepinephrine', { op: 'rate', items: ['treat:norepinephrine'] }],
    [
      'total of class:crystalloid',
      { op: 'total', items: ['treat:balanced-crystalloid', 'treat:saline'], of: 'volume' },
    ],
    ['total of treat:ceftriaxone', { op: 'total', items: ['treat:ceftriaxone'], of: 'dose' }],
    ['dose of treat:albumin', { op: 'total', items: ['treat:albumin'], of: 'dose' }],
    [
      'count of red-flags',
      { op: 'count', event: { kind: 'done', items: ['ask:fever', 'ask:recent-injections'] }, distinct: true },
    ],
    [
      'times done order:lactate',
      { op: 'count', event: { kind: 'done', items: ['order:lactate'] }, distinct: false },
    ],
    ['requested rate', { op: 'requested', of: 'rate' }],
    ['curve(map, 40, 0, 65, 1)', { op: 'call', name: 'curve' }],
    ['if in shock then 1 else if in arrest then 2 else 3', { op: 'if', no: { op: 'if' } }],
    ['since (given treat:saline and map < 65)', { op: 'since', of: { op: 'and' } }],
    [
      'highest gram-negative of given class:antibacterial within 3 h',
      { op: 'highest', attribute: 'gram-negative', window: { kind: 'between', from: 0, to: 10_800 } },
    ],
  ])('%s', (text, meaning) => {
    expect(expression(text)).toMatchObject(meaning);
  });

  it('multiplies before it adds, from left to right', () => {
    expect(expression('pain - grade - 2 * pain')).toMatchObject({
      by: '-',
      left: { by: '-', left: { id: 'pain' }, right: { id: 'grade' } },
      right: { by: '*' },
    });
  });

  it('works out plain numbers at once', () => {
    expect(expression('0.35 * 1.6 / 2')).toEqual(number((0.35 * 1.6) / 2));
    expect(expression('-6')).toEqual(number(-6));
  });
});

describe('units', () => {
  it.each([
    ['map >= 65 mmHg', 65],
    ['map >= 8 kPa', 60.0051004335],
    ['time > 2 h', 120],
    ['since given treat:saline > 20 min', 20],
    ['since given treat:saline > 3 days', 4320],
    ['time in course <= 90 s', 1.5],
    ['total of class:crystalloid >= 30 mL/kg', 2340],
    ['total of class:crystalloid >= 1.5 L', 1500],
    ['total of treat:ceftriaxone >= 500 mg', 0.5],
    ['rate of treat:norepinephrine >= 0.1 mcg/kg/min', 0.1],
    ['rate of treat:norepinephrine >= 7.8 mcg/min', 0.1],
    ['rate of treat:vasopressin >= 1.8 U/h', 0.03],
    ['fluid / weight >= 30 mL/kg', 30],
    ['hr > 120 /min', 120],
    ['spo2 < 90 %', 90],
    ['temperature > 100.4 °F', 38],
    ['delay > 90 min', 1.5],
    ['weight > 50000 g', 50],
    ['pain > 5', 5],
  ])('%s', (text, value) => {
    expect(right(text)).toEqual(number(value));
  });

  it('converts a level to the unit of another', () => {
    expect(right('time > delay')).toEqual({
      op: 'arithmetic',
      by: '*',
      left: { op: 'quantity', id: 'delay', last: false },
      right: number(60),
    });
  });

  it('reads a lone time in minutes, and any amount in the unit asked for', () => {
    expect(expression('6 h')).toEqual(number(360));
    expect(expression('if in shock then 2 h else 30 min', 'h')).toMatchObject({
      yes: number(2),
      no: number(0.5),
    });
    expect(expression('max(1 L, 30 mL/kg)', 'mL')).toMatchObject({ of: [number(1000), number(2340)] });
    expect(expression('2 * 1 L', 'mL')).toEqual(number(2000));
  });

  it('knows the unit of a product', () => {
    expect(expression('3 mmHg/h * (time - 60 min)', 'mmHg')).toMatchObject({
      by: '*',
      left: { by: '*', right: { right: number(60) } },
      right: number(0.0166666666667),
    });
    expect(expression('time / 6 h')).toMatchObject({ right: number(0.0166666666667) });
  });

  it('a coefficient without unit sets the unit aside', () => {
    expect(codes('96 + 1.3 * max(0, 70 - map)', '/min')).toEqual([]);
    expect(codes('fluid * 0.01 + map')).toEqual([]);
  });

  it.each([
    'map >= 65 mL',
    'total of class:crystalloid >= 30 mg',
    'time > 60 mmHg',
    'map + fluid > 3',
    'min(map, hr) > 3',
    'rate of treat:norepinephrine > 3 mL/h',
  ])('%s mixes dimensions', (text) => {
    expect(readCondition(text, scope).problems.map(({ code }) => code)).toContain('unit-mismatch');
  });
});

describe('rates of change', () => {
  it('are per minute', () => {
    expect(readRate('3 mmHg/h', 'mmHg', scope).value).toEqual(number(0.05));
    expect(readRate('0.05', 'mmHg', scope).value).toEqual(number(0.05));
    expect(readRate('65 - map', 'mmHg.min', scope).value).toMatchObject({ by: '-' });
    expect(readRate('map - 65', 'mmHg', scope).value).toMatchObject({ op: 'arithmetic', by: '-' });
    expect(readRate('2 mL/h', 'mL').value).toEqual(number(0.0333333333333));
  });

  it('need a time below the stroke when they have a unit', () => {
    expect(readRate('3 mmHg', 'mmHg', scope).problems.map(({ code }) => code)).toEqual(['unit-mismatch']);
    expect(readRate('3 mL/h', 'mmHg', scope).problems.map(({ code }) => code)).toEqual(['unit-mismatch']);
  });
});
