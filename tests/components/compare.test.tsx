// Two attempts side by side say only in what they differ, and by how much.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Compare, differingLines, onlyIn } from '#components/progress/compare';
import type { DebriefView } from '#machines/ledger';
import { debrief, english } from './views';

const [line] = debrief.sheet.lines;
const later: DebriefView = {
  ...debrief,
  attempt: 'later',
  interventions: [
    ...debrief.interventions.slice(1),
    { at: 60, item: 'treat:x', name: 'Thing', detail: null },
  ],
  sheet: {
    ...debrief.sheet,
    total: 60,
    lines: debrief.sheet.lines.map((one) => (one === line ? { ...one, points: one.points + 1 } : one)),
  },
};

describe('two attempts', () => {
  test('that are the same differ in nothing', () => {
    expect(differingLines({ first: debrief, second: debrief })).toEqual([]);
    expect(onlyIn(debrief, debrief)).toEqual([]);
    const page = renderToStaticMarkup(
      <Compare first={debrief} second={debrief} words={english} course={null} />,
    );
    expect(page).toContain('Both earned the same on every line.');
  });

  test('differ in the lines that earned more or less, the largest difference first', () => {
    expect(differingLines({ first: debrief, second: later })).toEqual([
      { rule: line?.rule, first: line?.points, second: (line?.points ?? 0) + 1 },
    ]);
    const without = { ...later, sheet: { ...later.sheet, lines: later.sheet.lines.slice(5) } };
    const differences = differingLines({ first: debrief, second: without }).map(({ first, second }) =>
      Math.abs(second - first),
    );
    expect(differences).toEqual(differences.toSorted((a, b) => b - a));
  });

  test('differ in what only one of them did', () => {
    expect(onlyIn(later, debrief).map(({ item }) => item)).toEqual(['treat:x']);
    expect(onlyIn(debrief, later)).toEqual([debrief.interventions[0]]);
  });
});
