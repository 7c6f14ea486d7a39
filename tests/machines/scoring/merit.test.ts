// What a rule earns: in time, late, in part, not at all, and what the line says of it.
import { describe, expect, it } from 'vitest';
import type { Condition } from '#machines/scenario/condition';
import { done, event, number, within } from './fake-witness';
import type { Told } from './fake-witness';
import { at, credit, lineOf, rule } from './rules';
import { always, never } from './small-case';

describe('a rule with a window', () => {
  const gas = rule('gas', 2, [
    credit(2, within(30, done('order:gas'))),
    credit(1, within(60, done('order:gas')), 'half'),
  ]);

  it('earns in full in time, and names the step, the time and the window', () => {
    expect(lineOf(gas, { events: [at(12)] })).toMatchObject({
      points: 2,
      most: 2,
      credit: 'full',
      state: 'earned',
      at: 720,
      window: 'window of full',
      steps: [{ sequence: 1, at: 720, item: 'order:gas' }],
      sources: ['s'],
    });
  });

  it('earns half when it came late', () => {
    expect(lineOf(gas, { events: [at(45)] })).toMatchObject({
      points: 1,
      credit: 'half',
      state: 'late',
      at: 2700,
    });
  });

  it('earns nothing when it came too late, but says that it was done', () => {
    const line = lineOf(gas, { events: [at(90)] });
    expect(line).toMatchObject({
      points: 0,
      credit: 'none',
      state: 'late',
      at: 5400,
      window: 'window of full',
    });
    expect(line.steps).toEqual([{ sequence: 1, at: 5400, item: 'order:gas' }]);
  });

  it('is missed when it was never done', () => {
    expect(lineOf(gas)).toMatchObject({ points: 0, state: 'missed', at: null, steps: [] });
  });

  it('was not reached when the patient died before it closed', () => {
    expect(lineOf(gas, { ends: 20, died: true }).state).toBe('not-reached');
    expect(lineOf(gas, { ends: 20 }).state).toBe('missed');
  });

  it('is not late when it was too early', () => {
    const repeat = rule('repeat', 1, [credit(1, within(240, done('order:gas'), 120))]);
    expect(lineOf(repeat, { events: [at(30)] }).state).toBe('missed');
    expect(lineOf(repeat, { events: [at(300)] }).state).toBe('late');
  });

  it('lies ahead when the story ended before it opened', () => {
    const ward = rule('ward', 1, [credit(1, within(4320, done('order:gas'), 1440))]);
    expect(lineOf(ward, { ends: 600 }).state).toBe('not-reached');
  });
});

describe('a rule after an anchor', () => {
  const surgeon = rule('surgeon', 1, [
    credit(1, {
      op: 'window',
      of: done('consult:surgery'),
      window: { kind: 'around', anchor: event('resulted', 'order:ct'), from: 0, to: 1800 },
    }),
  ]);
  const report: Told = { minute: 100, kind: 'resulted', item: 'order:ct' };

  it('earns within its time', () => {
    expect(lineOf(surgeon, { events: [report, at(120, 'consult:surgery')] }).state).toBe('earned');
  });
  it('comes late after it', () => {
    expect(lineOf(surgeon, { events: [report, at(200, 'consult:surgery')] }).state).toBe('late');
  });
  it('was not reached when the patient died without the anchor', () => {
    expect(lineOf(surgeon, { died: true }).state).toBe('not-reached');
    expect(lineOf(surgeon).state).toBe('missed');
  });
});

describe('the points of a rule', () => {
  const both = done('a');
  it('are those of the best credit that holds', () => {
    const some = rule('some', 3, [credit(3, never), credit(1, both, 'half'), credit(2, both, 'most')]);
    expect(lineOf(some, { events: [at(1, 'a')] })).toMatchObject({
      points: 2,
      credit: 'most',
      state: 'partial',
    });
  });

  it('are nothing without what it needs', () => {
    expect(
      lineOf(rule('r', 3, [credit(3, both)], { needs: done('b') }), { events: [at(1, 'a')] }).points,
    ).toBe(0);
    const line = lineOf(rule('r', 3, [credit(3, both)], { needs: done('b') }), {
      events: [at(1, 'a'), at(9, 'b')],
    });
    expect(line).toMatchObject({ points: 3, at: 540 });
  });

  it.each([
    [0.65, 4.55],
    [1, 7],
    [7, 7],
    [-1, 0],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 7],
  ])('are multiplied by a factor held between 0 and 1: %d gives %d', (factor, points) => {
    const drug = rule('drug', 7, [credit(7, both)], { times: { op: 'measure', id: 'm' } });
    expect(lineOf(drug, { events: [at(1, 'a')], measure: factor }).points).toBe(points);
  });

  it('round to hundredths, halves up', () => {
    const drug = rule('drug', 7, [credit(3.5, both, 'half')], { times: { op: 'measure', id: 'm' } });
    expect(lineOf(drug, { events: [at(1, 'a')], measure: 0.85 }).points).toBe(2.98);
  });

  it('shrink with what was needless, and the line names it', () => {
    const low = { kind: 'done', items: ['order:x', 'order:y'] } as const;
    const sober = rule('sober', 1.5, [
      {
        label: 'full',
        when: always,
        window: '',
        points: {
          op: 'arithmetic',
          by: '-',
          left: number(1.5),
          right: {
            op: 'arithmetic',
            by: '*',
            left: number(0.25),
            right: { op: 'count', event: low, distinct: true },
          },
        },
      },
    ]);
    expect(lineOf(sober)).toMatchObject({ points: 1.5, state: 'earned' });
    expect(lineOf(sober, { events: [at(5, 'order:x')] })).toMatchObject({
      points: 1.25,
      state: 'needless',
      steps: [{ item: 'order:x' }],
    });
  });
});

describe('the time of a rule', () => {
  it('is when a deadline passed, where nothing but time made it true', () => {
    const passed: Condition = { op: 'compare', left: { op: 'time' }, by: '>=', right: number(180) };
    const waited = rule('waited', 1, [credit(1, { op: 'and', of: [passed, { op: 'not', of: done('a') }] })]);
    expect(lineOf(waited)).toMatchObject({ points: 1, at: 10_800, steps: [] });
  });

  it('is the end of the span over which a share was kept', () => {
    const kept: Condition = { op: 'share', of: always, share: 0.8, from: 5400, to: 21_600 };
    expect(lineOf(rule('kept', 1, [credit(1, kept)]))).toMatchObject({ points: 1, at: 21_600 });
  });

  it('is that of the second of two that were both needed, and of the first where one was enough', () => {
    const events = [at(10, 'a'), at(20, 'b')];
    const two = (op: 'and' | 'or') => rule(op, 1, [credit(1, { op, of: [done('a'), done('b')] })]);
    expect(lineOf(two('and'), { events }).at).toBe(1200);
    expect(lineOf(two('or'), { events }).at).toBe(600);
  });
});
