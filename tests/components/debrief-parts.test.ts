// Small decisions of the debrief: where names and numbers stand in the chart, which line of a differential is the true one, what is worth another try.
import { describe, expect, test } from 'vitest';
import { NUMBER_RADIUS, placeNames, placeNumbers } from '#components/debrief/curve-labels';
import { costliest } from '#components/debrief/domain-bars';
import { worthAnotherTry } from '#components/debrief/next-steps';
import { linesOf } from '#components/debrief/trail-chart';
import type { DebriefView } from '#machines/ledger';
import { debrief } from './views';

describe('names of stages', () => {
  test('go up a row where they would reach the next one, and stay whole', () => {
    const placed = placeNames(
      [
        { x: 0, name: 'Compensated septic shock' },
        { x: 60, name: 'Partial response' },
        { x: 90, name: 'Stabilised' },
      ],
      600,
    );
    expect(placed.map(({ row }) => row)).toEqual([2, 1, 0]);
    expect(placed.map(({ text }) => text)).toEqual([
      'Compensated septic shock',
      'Partial response',
      'Stabilised',
    ]);
  });

  test('share a row where there is room, and end inside the figure', () => {
    const placed = placeNames(
      [
        { x: 0, name: 'Shock' },
        { x: 580, name: 'Source controlled' },
      ],
      600,
    );
    expect(placed.map(({ row }) => row)).toEqual([0, 0]);
    expect(placed[1]?.x).toBeLessThan(510);
  });
});

test('numbers of key steps on the curve never cover each other', () => {
  const placed = placeNumbers(
    [0, 3, 6, 9, 60].map((x) => ({ x, y: 200 })),
    40,
  );
  for (const [place, one] of placed.entries())
    for (const other of placed.slice(place + 1))
      expect(Math.hypot(one.x - other.x, one.lifted - other.lifted)).toBeGreaterThanOrEqual(
        2 * NUMBER_RADIUS,
      );
});

test('what is in the key is one line of the differential, whatever it was called, and the first', () => {
  const entry = (diagnosis: string, probability: number, truth: 'right' | 'wrong') => ({
    diagnosis,
    probability,
    truth,
    for: [],
    against: [],
    relation: null,
    script: null,
  });
  const list = (at: number, entries: readonly ReturnType<typeof entry>[]) => ({
    at,
    entries,
    brier: null,
    learned: [],
  });
  const lines = linesOf([
    list(0, [entry('Aneurysm', 60, 'wrong'), entry('Shock', 30, 'right')]),
    list(60, [
      entry('aneurysm', 10, 'wrong'),
      entry('Septic shock', 70, 'right'),
      entry('Shock', 5, 'right'),
    ]),
  ]);
  expect(lines.map(({ points }) => points.map(({ probability }) => probability))).toEqual([
    [30, 70],
    [60, 10],
  ]);
});

describe('what is shown first of a result', () => {
  const [rule] = debrief.timeTo;
  const withLine = (points: number, to: number | null, end: number): DebriefView => ({
    ...debrief,
    stages: [{ id: 's', label: ['S'], from: 0, to: end }],
    timeTo: rule === undefined ? [] : [{ ...rule, windows: [{ credit: 'full', from: 0, to }] }],
    sheet: {
      ...debrief.sheet,
      lines: debrief.sheet.lines.map((line) =>
        line.rule === rule?.rule ? { ...line, points, most: 6 } : line,
      ),
    },
  });

  test('another try begins halfway to the end of the best window, where something was lost and time is left', () => {
    expect(worthAnotherTry(withLine(2, 3600, 9000))).toEqual({ rule: rule?.rule, at: 1800, lost: 4 });
    expect(worthAnotherTry(withLine(6, 3600, 9000))).toBeNull();
    expect(worthAnotherTry(withLine(2, null, 9000))).toBeNull();
    expect(worthAnotherTry(withLine(2, 3600, 1200))).toBeNull();
  });

  test('the costliest lines come first, harm among them, and what was earned in full never', () => {
    const lost = costliest(debrief, 99).map(({ kind, points, most }) =>
      kind === 'harm' ? -points : most - points,
    );
    expect(lost).toEqual(lost.toSorted((a, b) => b - a));
    expect(Math.min(...lost)).toBeGreaterThan(0);
  });
});
