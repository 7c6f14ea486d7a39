// What an electrocardiogram shows, as an author writes it and as the machine recorded it: parameters, never a picture.
import type { Expression } from './condition';
import type { Rhythm } from './rhythm';

/** Where a change faces; the leads that show it, and those that mirror it, follow from the geometry. */
export const TERRITORIES = ['inferior', 'anterior', 'septal', 'lateral', 'posterior', 'diffuse'] as const;
export type Territory = (typeof TERRITORIES)[number];

export const T_SHAPES = ['usual', 'peaked', 'tall', 'flat', 'inverted'] as const;
export type TShape = (typeof T_SHAPES)[number];

export const P_SHAPES = ['usual', 'flat', 'absent'] as const;
export type PShape = (typeof P_SHAPES)[number];

/** Which bundle is blocked; `slow` is a QRS that is wide everywhere (potassium, sodium-channel blockers). */
export const CONDUCTIONS = ['usual', 'left-bundle-block', 'right-bundle-block', 'slow'] as const;
export type Conduction = (typeof CONDUCTIONS)[number];

/** The tracing of a result in a case. What is left out follows the patient at the moment of recording. */
export interface Tracing {
  readonly rhythm?: Rhythm;
  /** mmol/L: the stage of hyperkalaemia that is drawn while the rhythm is sinus */
  readonly potassium?: Expression;
  /** QRS complexes a minute */
  readonly rate?: Expression;
  /** frontal QRS axis, degrees */
  readonly axis?: Expression;
  /** ms */
  readonly pr?: Expression;
  readonly qrs?: Expression;
  readonly qtc?: Expression;
  /** mm, at the lead of the territory that shows most */
  readonly st?: readonly { readonly territory: Territory; readonly mm: Expression }[];
  /** no territories: everywhere */
  readonly t?: { readonly shape: TShape; readonly in: readonly Territory[] };
  readonly p?: PShape;
  readonly conduction?: Conduction;
  /** territories with pathological Q waves */
  readonly q?: readonly Territory[];
}

/** A recorded tracing: numbers only. `null`: as usual in that rhythm. */
export interface TracingView {
  readonly rhythm: Rhythm;
  /** 0 where there are no complexes */
  readonly rate: number;
  readonly axis: number | null;
  readonly pr: number | null;
  readonly qrs: number | null;
  readonly qtc: number | null;
  readonly st: readonly { readonly territory: Territory; readonly mm: number }[];
  readonly t: { readonly shape: TShape; readonly in: readonly Territory[] } | null;
  readonly p: PShape | null;
  readonly conduction: Conduction | null;
  readonly q: readonly Territory[];
  /** the same seed draws the same beats */
  readonly seed: number;
}

/** Bounds of the numbers of a tracing, in their units; what is computed beyond them is drawn at the bound. */
export const TRACING_BOUNDS = {
  potassium: { unit: 'mmol/L', least: 1, most: 12 },
  rate: { unit: '/min', least: 0, most: 320 },
  axis: { unit: 'deg', least: -180, most: 180 },
  pr: { unit: 'ms', least: 80, most: 500 },
  qrs: { unit: 'ms', least: 50, most: 260 },
  qtc: { unit: 'ms', least: 250, most: 700 },
  st: { unit: 'mm', least: -8, most: 10 },
} as const;

/** Measurements that a machine prints of a rhythm in milliseconds; `pr: null` where no P belongs to a QRS; absent: this patient's own. */
export interface Intervals {
  readonly rate?: number;
  readonly pr?: number | null;
  readonly qrs?: number;
  readonly qtc?: number;
}

const INTERVALS: { readonly [rhythm in Rhythm]?: Intervals } = {
  'atrial-fibrillation': { pr: null },
  'atrial-flutter': { pr: null },
  svt: { pr: null, qrs: 84 },
  junctional: { pr: null },
  paced: { pr: null, qrs: 160, qtc: 460 },
  'av-block-1': { pr: 280 },
  'av-block-2-1': { pr: null },
  'av-block-2-2': { pr: 170, qrs: 120 },
  'av-block-3': { rate: 36, pr: null, qrs: 140, qtc: 450 },
  'wide-qrs': { pr: 190, qrs: 160, qtc: 470 },
  'peaked-t': { qtc: 400 },
  'flat-p-peaked-t': { pr: 260, qrs: 112, qtc: 420 },
  'sine-wave': { rate: 75, pr: null, qrs: 240, qtc: 480 },
  vt: { rate: 180, pr: null, qrs: 160, qtc: 440 },
  vf: { rate: 0, pr: null },
  pea: { rate: 45, pr: 190, qrs: 136, qtc: 470 },
  asystole: { rate: 0, pr: null },
};

/** Usual measurements of a rhythm (design choice, inside the ranges of its definition). */
export const intervalsOf = (rhythm: Rhythm): Intervals => INTERVALS[rhythm] ?? {};

/**
 * What potassium (mmol/L) does to a sinus rhythm: T peaks, then P flattens and PR lengthens, then P is lost and QRS widens, then a sine wave.
 * The limits are a design choice: the order is well known, the values differ between patients.
 */
export function ofPotassium(potassium: number): Pick<TracingView, 'rhythm' | 'p' | 't' | 'conduction'> {
  const plain = { p: null, t: null, conduction: null };
  if (!(potassium >= 5.5)) return { rhythm: 'sinus', ...plain };
  if (potassium < 6.5) return { rhythm: 'peaked-t', ...plain };
  if (potassium < 7.5) return { rhythm: 'flat-p-peaked-t', ...plain };
  if (potassium < 8.5)
    return { rhythm: 'wide-qrs', p: 'absent', t: { shape: 'peaked', in: [] }, conduction: 'slow' };
  return { rhythm: 'sine-wave', ...plain };
}
