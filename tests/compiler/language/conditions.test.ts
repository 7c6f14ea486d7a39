// Conditions mean what docs/case-language.md says of them.
import { describe, expect, it } from 'vitest';
import type { Condition } from '#machines/scenario/condition';
import { readCondition } from '#compiler/language/read';
import { scope } from './sample-scope';

function condition(text: string): Condition {
  const { value, problems } = readCondition(text, scope);
  expect(problems).toEqual([]);
  expect(value).not.toBeNull();
  return value!;
}
const event = (kind: string, ...items: string[]) => ({ op: 'event', event: { kind, items } });
const fever = event('asked', 'ask:fever');
const drained = event('phase', 'procedure:surgical-drainage/pus-out');

describe('events', () => {
  it.each([
    ['asked ask:fever', fever],
    ['done order:ct-head', event('done', 'order:ct-head')],
    ['ordered order:ct-head', event('ordered', 'order:ct-head')],
    ['given effective-antibiotic', event('given', 'treat:ceftriaxone', 'treat:meropenem')],
    ['given class:vasopressor', event('given', 'treat:norepinephrine', 'treat:vasopressin')],
    ['given (treat:saline, class:crystalloid)', event('given', 'treat:balanced-crystalloid', 'treat:saline')],
    ['stopped treat:norepinephrine', event('stopped', 'treat:norepinephrine')],
    ['resulted order:lactate', event('resulted', 'order:lactate')],
    ['reached procedure:surgical-drainage/pus-out', drained],
    ['reached order:ct-head/(leaves, back)', event('phase', 'order:ct-head/back', 'order:ct-head/leaves')],
    ['declined order:ct-head', event('declined', 'order:ct-head')],
    ['chosen tell:sbar/who', event('chosen', 'tell:sbar/who')],
    ['answered cq9/b', event('chosen', 'answer:cq9/b')],
    ['suspected septic-shock', event('suspected', 'septic-shock')],
    ['diagnosed (septic-shock, spondylodiscitis)', event('diagnosed', 'septic-shock', 'spondylodiscitis')],
    ['noted problem', event('noted', 'note:problem')],
    ['happened collapse', event('happened', 'collapse')],
    ['finished', event('finished', 'finish')],
  ])('%s', (text, meaning) => {
    expect(condition(text)).toEqual(meaning);
  });
});

describe('states', () => {
  it.each([
    ['running class:vasopressor', { op: 'running', items: ['treat:norepinephrine', 'treat:vasopressin'] }],
    ['in (shock, profound)', { op: 'in', region: 'course', stages: ['profound', 'shock'] }],
    ['in course/(shock, profound)', { op: 'in', region: 'course', stages: ['profound', 'shock'] }],
    ['in respiratory/normal', { op: 'in', region: 'respiratory', stages: ['normal'] }],
    ['been in arrest', { op: 'been', region: 'course', stages: ['arrest'] }],
    ['variant biphasic is no', { op: 'variant', name: 'biphasic', value: 'no' }],
    ['clock between 20:00 and 08:00', { op: 'daytime', from: 72_000, to: 28_800 }],
    ['practice', { op: 'mode', mode: 'practice' }],
    ['assessed', { op: 'mode', mode: 'assessed' }],
    ['differential has 3 reasoned', { op: 'reasoned', count: 3 }],
    ['always', { op: 'always' }],
    ['never', { op: 'never' }],
  ])('%s', (text, meaning) => {
    expect(condition(text)).toEqual(meaning);
  });
});

describe('windows', () => {
  const window = (of: object, span: object) => ({ op: 'window', of, window: span });
  it.each([
    ['within 60 min', { kind: 'between', from: 0, to: 3600 }],
    ['between 24 h and 3 days', { kind: 'between', from: 86_400, to: 259_200 }],
    ['at 60 min', { kind: 'between', from: 3600, to: 3600 }],
    [
      'within 30 min after reached procedure:surgical-drainage/pus-out',
      { kind: 'around', anchor: drained, from: 0, to: 1800 },
    ],
    [
      'within 30 min of reached procedure:surgical-drainage/pus-out',
      { kind: 'around', anchor: drained, from: -1800, to: 1800 },
    ],
    [
      'between 1 h and 2 h after reached procedure:surgical-drainage/pus-out',
      { kind: 'around', anchor: drained, from: 3600, to: 7200 },
    ],
    [
      'after reached procedure:surgical-drainage/pus-out',
      { kind: 'around', anchor: drained, from: 0, to: null },
    ],
    [
      'before reached procedure:surgical-drainage/pus-out',
      { kind: 'until', anchor: drained, plus: 0, must: false, open: true },
    ],
    [
      'no later than 30 min after reached procedure:surgical-drainage/pus-out',
      { kind: 'until', anchor: drained, plus: 1800, must: true, open: false },
    ],
  ])('%s', (text, span) => {
    expect(condition(`asked ask:fever ${text}`)).toEqual(window(fever, span));
  });

  it('a window behind a bracket is for all of it', () => {
    expect(condition('(asked ask:fever and map < 65) within 1 h')).toMatchObject({
      op: 'window',
      of: { op: 'and' },
    });
  });

  it('a window belongs to the event before it, not to the whole condition', () => {
    expect(condition('map < 65 and asked ask:fever within 1 h')).toMatchObject({
      op: 'and',
      of: [{ op: 'compare' }, { op: 'window' }],
    });
  });
});

describe('spans, counts and pairs', () => {
  it('C for 15 min', () => {
    expect(condition('map >= 65 for 15 min')).toMatchObject({
      op: 'held',
      of: { op: 'compare' },
      seconds: 900,
    });
  });

  it('C for 80 % of 90..360 min', () => {
    expect(condition('map >= 65 for 80 % of 90..360 min')).toMatchObject({
      op: 'share',
      share: 0.8,
      from: 5400,
      to: 21_600,
    });
    expect(condition('map >= 65 for 80 % of 30 min..6 h')).toMatchObject({ from: 1800, to: 21_600 });
  });

  it('2 of (A, B, C) counts conditions', () => {
    expect(condition('2 of (asked ask:fever, map < 65, in shock)')).toMatchObject({ op: 'some', count: 2 });
  });

  it('2 of asked (a, set) counts items, also those in a set', () => {
    expect(condition('2 of asked (ask:pain-onset, red-flags)')).toEqual({
      op: 'some',
      count: 2,
      of: [fever, event('asked', 'ask:pain-onset'), event('asked', 'ask:recent-injections')],
    });
  });

  it('all, any and none of a list', () => {
    expect(condition('all of asked red-flags')).toMatchObject({ op: 'and' });
    expect(condition('any of asked red-flags')).toMatchObject({ op: 'or' });
    expect(condition('none of asked red-flags')).toMatchObject({ op: 'not', of: { op: 'or' } });
  });

  it('3 times, 10 min apart (E) takes its events together', () => {
    expect(condition('3 times, 10 min apart (asked ask:fever, done order:lactate)')).toMatchObject({
      op: 'times',
      count: 3,
      apart: 600,
      of: { op: 'or' },
    });
    expect(condition('2 times (asked ask:fever)')).toEqual({ op: 'times', count: 2, apart: 0, of: fever });
  });

  it('E while C, also with a window', () => {
    const while_ = { op: 'while', event: { kind: 'asked', items: ['ask:fever'] }, of: { op: 'in' } };
    expect(condition('asked ask:fever while in shock')).toMatchObject(while_);
    expect(condition('asked ask:fever while in shock within 1 h')).toMatchObject({
      op: 'window',
      of: while_,
    });
    expect(condition('asked ask:fever within 1 h while in shock')).toMatchObject({
      op: 'window',
      of: while_,
    });
  });
});

describe('logic', () => {
  it('not binds tighter than and, and tighter than or', () => {
    expect(condition('practice or not assessed and always')).toEqual({
      op: 'or',
      of: [
        { op: 'mode', mode: 'practice' },
        { op: 'and', of: [{ op: 'not', of: { op: 'mode', mode: 'assessed' } }, { op: 'always' }] },
      ],
    });
  });

  it('brackets are free', () => {
    expect(condition('((((asked ask:fever))))')).toEqual(fever);
    expect(condition(`${'('.repeat(16)}map${')'.repeat(16)} > 3`)).toMatchObject({ op: 'compare' });
  });

  it('line breaks are spaces', () => {
    expect(condition('asked ask:fever\n   or   practice\n')).toMatchObject({ op: 'or' });
  });
});
