// The flagship patient gives the brief's golden traces when the same treatment is ordered at the bedside.
import { describe, expect, it } from 'vitest';
import { playScript } from '#machines/script';
import { trace } from '#machines/trace';
import { COLUMNS, GOLDEN } from '../../fidelity/golden-traces';
import { begin, FLAGSHIP, pathOf } from '../../machines/kernel/play';
import { G8_HEART_RATES, stepsOf } from './golden-plays';

/** What the brief allows between its table and an engine. */
const TOLERANCE = { map: 2, hr: 3, lactate: 0.3, uo: 4 } as const;
const VITALS = ['map', 'hr', 'lactate', 'uo'] as const;

const STAGES: { readonly [state: string]: string } = {
  S1: 'compensating',
  S2: 'worsening',
  S3: 'profound',
  S4: 'fluid-responsive',
  S5: 'stabilised',
  S6: 'source-uncontrolled',
  S7: 'source-controlled',
  S8: 'recovering',
  S9: 'multiorgan-failure',
  S10: 'arrest',
};

/** A cell of the table; after the arrest only the pressure is known, and it is 0. */
function cellOf(cell: string): { [vital in (typeof VITALS)[number]]?: number } {
  if (cell === '†') return { map: 0 };
  const [map = 0, hr = 0, lactate = 0, uo = 0] = cell.split(' / ').map(Number);
  return { map, hr, lactate, uo };
}

describe.each(GOLDEN)('$id, $title', (golden) => {
  const encounter = begin(FLAGSHIP);
  const refusals = playScript(encounter, stepsOf(golden), { until: 1441 });
  const rows = trace(encounter, 1);

  it('is brought about by orders that the bedside takes', () => {
    expect(refusals).toEqual([]);
    expect(encounter.chart.filter(({ kind }) => kind === 'declined')).toEqual([]);
  });

  it('passes through the same states at the same minutes, one minute more or less', () => {
    const wanted = golden.states.split(' → ').map((entry) => entry.split('@'));
    const course = pathOf(encounter)
      .map((entry) => entry.split(' '))
      .filter(([minute, id]) => id !== 'death' && Number(minute) <= 1440);
    expect(course.map(([, id]) => id)).toEqual(wanted.map(([state = '']) => STAGES[state]));
    for (const [index, [, minute]] of wanted.entries())
      expect(Math.abs(Number(course[index]?.[0]) - Number(minute)), golden.states).toBeLessThanOrEqual(1);
  });

  it.each(COLUMNS.map((minute, column) => ({ minute, column })))(
    'stands at T+$minute where the table says',
    ({ minute, column }) => {
      const wanted = cellOf(golden.row.split(' | ')[column] ?? '');
      if (golden.id === 'G8' && G8_HEART_RATES[column] !== undefined) wanted.hr = G8_HEART_RATES[column];
      const vitals = rows.findLast((row) => row.minute <= minute)?.vitals;
      for (const vital of VITALS) {
        const away = Math.abs((vitals?.[vital] ?? Number.NaN) - (wanted[vital] ?? vitals?.[vital] ?? 0));
        expect(away, `${vital} ${vitals?.[vital]} for ${wanted[vital]}`).toBeLessThanOrEqual(
          TOLERANCE[vital],
        );
      }
    },
  );
});
