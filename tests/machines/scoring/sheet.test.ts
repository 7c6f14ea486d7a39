// What an attempt earned: harm apart, the grade, and that the lines are the score.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '#machines/scenario/condition';
import type { Scoring } from '#machines/scenario/scenario';
import { sumOf, totals } from '#machines/scoring/sheet';
import { done, within } from './fake-witness';
import { at, credit, penalty, rule, sheetOf } from './rules';
import { always, never } from './small-case';

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
