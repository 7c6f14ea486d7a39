// The ported reference stepper reproduces the golden table of the clinical brief, cell by cell.
import { describe, expect, it } from 'vitest';
import { COLUMNS, GOLDEN } from './golden-traces';
import { runReference } from './reference-stepper';

describe('the reference stepper prints the table of the clinical brief', () => {
  it.each(GOLDEN)('$id, $title', ({ schedule, row, states, arrest }) => {
    const run = runReference(schedule);
    const printed = COLUMNS.map((minute) => {
      const cell = run.minutes[minute];
      if (cell === undefined || (run.arrest !== null && minute >= run.arrest)) return '†';
      return `${cell.map.toFixed(0)} / ${cell.hr.toFixed(0)} / ${cell.lactate.toFixed(1)} / ${cell.uo.toFixed(0)}`;
    });
    expect(printed.join(' | ')).toBe(row);
    expect(run.states.map(([minute, state]) => `${state}@${minute}`).join(' → ')).toBe(states);
    expect(run.arrest).toBe(arrest);
  });

  it('shows the heart rates that the brief gives for a beta-blocker with its own effect on the heart', () => {
    const schedule = GOLDEN.find(({ id }) => id === 'G8')?.schedule ?? {};
    const run = runReference({ ...schedule, heart: [[15, 90, -22]] });
    expect([30, 60, 90, 120].map((minute) => Math.round(run.minutes[minute]?.hr ?? 0))).toEqual([
      101, 103, 96, 100,
    ]);
  });
});
