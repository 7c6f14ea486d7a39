// What an attempt earned, line by line, and that the lines are the score.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '#machines/scenario/condition';
import type { Credit, Penalty, Rule, Scoring } from '#machines/scenario/scenario';
import { scoreSheet, sumOf, totals } from '#machines/scoring/sheet';
import { done, event, number, within, witnessTo } from './fake-witness';
import type { Story, Told } from './fake-witness';
import { always, never } from './small-case';

const credit = (points: number, when: Condition, label = 'full'): Credit => ({
  label,
  points: number(points),
  when,
  window: `window of ${label}`,
});

const rule = (id: string, points: number, credits: readonly Credit[], more: Partial<Rule> = {}): Rule => ({
  id,
  domain: 'all',
  points,
  label: '',
  reason: '',
  keyFeature: false,
  needs: always,
  credits,
  sources: ['s'],
  evidence: ['design'],
  ...more,
});

const penalty = (id: string, points: number, when: Condition, more: Partial<Penalty> = {}): Penalty => ({
  id,
  points,
  label: '',
  reason: '',
  when,
  unless: [],
  sources: [],
  evidence: ['design'],
  ...more,
});

const sheetOf = (scoring: Partial<Scoring>, story: Omit<Story, 'scoring'> = {}) =>
  scoreSheet(
    witnessTo({ ...story, scoring: { domains: [{ id: 'all', name: '', points: 100 }], ...scoring } }),
  );

const lineOf = (one: Rule, story: Omit<Story, 'scoring'> = {}) => {
  const [line] = sheetOf({ rules: [one] }, story).lines;
  if (!line) throw new Error('no line');
  return line;
};

const at = (minute: number, item = 'order:gas'): Told => ({ minute, item });

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

describe('harm', () => {
  const p1 = penalty('p1', 40, done('home'));
  const p2 = penalty('p2', 15, done('late'), { unless: ['p1'] });
  const p13 = penalty('p13', 6, done('held'), { unless: ['p2'] });

  it('stands on lines of its own, below zero, and only when it was done', () => {
    const sheet = sheetOf({ penalties: [p1, p2, p13] }, { events: [at(3, 'late')] });
    expect(sheet.lines).toMatchObject([{ rule: 'p2', kind: 'harm', points: -15, state: 'harmful', at: 180 }]);
  });

  it('punishes one event once', () => {
    const all = [at(1, 'home'), at(2, 'late'), at(3, 'held')];
    expect(sheetOf({ penalties: [p1, p2, p13] }, { events: all }).lines.map((line) => line.rule)).toEqual([
      'p1',
    ]);
    const mutual = [penalty('a', 1, always, { unless: ['b'] }), penalty('b', 2, always, { unless: ['a'] })];
    expect(sheetOf({ penalties: mutual }).lines.map((line) => line.rule)).toEqual(['a']);
  });

  it('counts once for each item where it says so', () => {
    const three = penalty('p26', 3, done('x', 'y', 'z'), { each: { kind: 'done', items: ['x', 'y', 'z'] } });
    const sheet = sheetOf({ penalties: [three] }, { events: [at(1, 'x'), at(2, 'z'), at(3, 'x')] });
    expect(sheet.lines[0]).toMatchObject({ points: -6, steps: [{ item: 'x', at: 60 }, { item: 'z' }] });
  });

  it('takes away no more than the cap, and never goes below zero', () => {
    const rules = [rule('r', 70, [credit(70, always)])];
    const sheet = sheetOf({ rules, penalties: [penalty('a', 30, always), penalty('b', 25, always)] });
    expect(sheet).toMatchObject({ merit: 70, harm: -55, adjustment: 15, total: 30 });
    expect(sheetOf({ penalties: [p1] }, { events: [at(1, 'home')] })).toMatchObject({
      total: 0,
      adjustment: 40,
    });
  });
});

describe('the grade', () => {
  const earning = (points: number): Partial<Scoring> => ({
    rules: [rule('r', 100, [credit(points, always)])],
  });
  it.each([
    [59.99, 'fail', false],
    [60, 'pass', true],
    [75, 'merit', true],
    [85, 'distinction', true],
  ])('of %d points is %s', (points, grade, passed) => {
    expect(sheetOf(earning(points))).toMatchObject({ total: points, grade, passed });
  });

  it('is a fail after a critical fail, whatever the points', () => {
    const criticals = [{ id: 'cf', label: '', reason: '', when: done('x'), sources: [] }];
    const sheet = sheetOf({ ...earning(100), criticals }, { events: [at(7, 'x')] });
    expect(sheet).toMatchObject({
      total: 100,
      grade: 'fail',
      passed: false,
      critical: [{ id: 'cf', at: 420 }],
    });
    expect(sheetOf({ ...earning(100), criticals }).grade).toBe('distinction');
  });

  it('is the one below when its own condition does not hold', () => {
    const grades: Scoring['grades'] = [
      { id: 'pass', points: 60, needs: always },
      { id: 'merit', points: 75, needs: always },
      { id: 'distinction', points: 85, needs: never },
    ];
    expect(sheetOf({ ...earning(99), grades }).grade).toBe('merit');
  });
});

describe('the outcome', () => {
  it('is the first that holds', () => {
    const outcome = (id: string, when: Condition, survived: boolean) => ({
      id,
      when,
      survived,
      title: '',
      text: '',
    });
    const outcomes = [outcome('died', done('x'), false), outcome('lives', always, true)];
    expect(sheetOf({}, { outcomes })).toMatchObject({ outcome: 'lives', survived: true, cost: 12 });
    expect(sheetOf({}, { outcomes, events: [at(1, 'x')] })).toMatchObject({
      outcome: 'died',
      survived: false,
    });
  });
});

const lines = fc.array(
  fc.record({
    kind: fc.constantFrom('merit' as const, 'harm' as const),
    points: fc.integer({ min: 0, max: 2000 }),
  }),
  { maxLength: 90 },
);

describe('the sums', () => {
  it('are exact: the lines and the adjustment are the total', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 100 }), (random, cap) => {
        const signed = random.map(({ kind, points }) => ({
          kind,
          points: (kind === 'harm' ? -points : points) / 100,
        }));
        const { total, merit, harm, adjustment } = totals(signed, cap);
        const cents = (points: number): number => Math.round(points * 100);
        const sum = signed.reduce((all, line) => all + cents(line.points), 0);
        expect(cents(merit) + cents(harm)).toBe(sum);
        expect(sum + cents(adjustment)).toBe(cents(total));
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(100);
      }),
    );
  });

  const credits = fc.array(
    fc.record({ points: fc.integer({ min: 0, max: 700 }), minutes: fc.integer({ min: 1, max: 200 }) }),
    { minLength: 1, maxLength: 4 },
  );

  it('hold for random rules, and doing a thing earlier never earns less', () => {
    fc.assert(
      fc.property(
        fc.array(credits, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 220 }),
        fc.integer({ min: 0, max: 220 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, one, other, factor) => {
          const rules = all.map((list, i) =>
            rule(
              `r${i}`,
              7,
              list.map(({ points, minutes }) => credit(points / 100, within(minutes, done('a')))),
              { times: { op: 'measure', id: 'm' } },
            ),
          );
          const score = (minute: number) =>
            sheetOf({ rules }, { events: [at(minute, 'a')], measure: factor });
          const [early, late] = [score(Math.min(one, other)), score(Math.max(one, other))];
          expect(early.merit).toBeGreaterThanOrEqual(late.merit);
          expect(sumOf(late.lines)).toBe(late.merit);
          expect(late.domains[0]?.points).toBe(late.merit);
        },
      ),
    );
  });
});
