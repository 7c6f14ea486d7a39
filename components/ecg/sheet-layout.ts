// The sheet in millimetres: 25 mm a second, 10 mm a millivolt, three rows of four leads and a rhythm strip.
import { type EcgSpec, type Lead } from './ecg-spec';
import { tracingOf } from './waveform';

export const MM_PER_SECOND = 25;
export const MM_PER_MILLIVOLT = 10;
export const SHEET = { width: 275, height: 136, left: 15, column: 62.5 } as const;

const rows: readonly (readonly Lead[])[] = [
  ['I', 'aVR', 'V1', 'V4'],
  ['II', 'aVL', 'V2', 'V5'],
  ['III', 'aVF', 'V3', 'V6'],
];
const baselines = [22, 55, 88, 120];
/** Drawing begins where the heart has found its rhythm. */
const START = 2;
const STEP = 0.004;

export interface Strip {
  readonly lead: Lead;
  /** mm */
  readonly x: number;
  readonly baseline: number;
  readonly path: string;
}

/** A line through a lead from `from` for `seconds`, with points that a straight line would not miss left out. */
export function pathOf(
  at: (seconds: number) => number,
  from: number,
  seconds: number,
  x: number,
  baseline: number,
): string {
  const points: string[] = [];
  let last = { x: Number.NaN, y: Number.NaN };
  let held: { x: number; y: number } | null = null;
  const put = (point: { x: number; y: number }) => {
    points.push(`${point.x.toFixed(1)} ${point.y.toFixed(2)}`);
    last = point;
  };
  const count = Math.round(seconds / STEP);
  for (let index = 0; index <= count; index += 1) {
    const point = {
      x: x + index * STEP * MM_PER_SECOND,
      y: baseline - at(from + index * STEP) * MM_PER_MILLIVOLT,
    };
    if (index === 0 || index === count || Math.abs(point.y - last.y) > 0.06) {
      if (held !== null) put(held);
      put(point);
      held = null;
    } else held = point;
  }
  return `M${points.join('L')}`;
}

/** The strips of a sheet; every column shows the same moments in its three leads. */
export function stripsOf(spec: EcgSpec): readonly Strip[] {
  const tracing = tracingOf(spec);
  const strips = rows.flatMap((leads, row) =>
    leads.map((lead, column): Strip => {
      const x = SHEET.left + column * SHEET.column;
      const baseline = baselines[row] ?? 0;
      const path = pathOf((t) => tracing.at(lead, t), START + column * 2.5, 2.5, x, baseline);
      return { lead, x, baseline, path };
    }),
  );
  const long = baselines[3] ?? 0;
  return [
    ...strips,
    {
      lead: 'II',
      x: SHEET.left,
      baseline: long,
      path: pathOf((t) => tracing.at('II', t), START, 10, SHEET.left, long),
    },
  ];
}

/** The calibration mark before a row: 1 mV for 0.2 s. */
export const calibrations: readonly string[] = baselines.map(
  (baseline) => `M4 ${baseline}h2v-${MM_PER_MILLIVOLT}h5v${MM_PER_MILLIVOLT}h2`,
);
