// The numbers from which a tracing is drawn, and the usual numbers of each rhythm.
import type { Rhythm } from '#machines/scenario/rhythm';

export const LIMB_LEADS = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF'] as const;
export const CHEST_LEADS = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
export type LimbLead = (typeof LIMB_LEADS)[number];
export type ChestLead = (typeof CHEST_LEADS)[number];
export type Lead = LimbLead | ChestLead;
export const LEADS: readonly Lead[] = [...LIMB_LEADS, ...CHEST_LEADS];

/** Where an ST shift faces; the opposite leads follow from the geometry. */
export type Territory = 'inferior' | 'anterior' | 'septal' | 'lateral' | 'posterior' | 'diffuse';

/** How the ventricles are excited: decides the form of QRS and T. */
export type Spread = 'normal' | 'left-bundle-block' | 'ventricular' | 'paced';

export interface EcgSpec {
  readonly rhythm: Rhythm;
  /** QRS complexes a minute; of `sine-wave` the waves */
  readonly rate: number;
  /** frontal QRS axis, degrees */
  readonly axis: number;
  /** ms */
  readonly pr: number;
  readonly qrs: number;
  readonly qtc: number;
  readonly spread: Spread;
  /** ST shift in mm (0.1 mV) at its highest, negative for depression */
  readonly st: { readonly [territory in Territory]?: number };
  /** height of P and T against the usual */
  readonly p: number;
  readonly t: number;
  /** T narrow-based and symmetrical */
  readonly peaked: boolean;
  /** the same seed draws the same tracing */
  readonly seed: number;
}

const usual: Omit<EcgSpec, 'rhythm' | 'rate'> = {
  axis: 50,
  pr: 152,
  qrs: 90,
  qtc: 415,
  spread: 'normal',
  st: {},
  p: 1,
  t: 1,
  peaked: false,
  seed: 7,
};

const own: { readonly [rhythm in Rhythm]?: Partial<EcgSpec> } = {
  junctional: { p: 0 },
  'atrial-fibrillation': { p: 0 },
  'atrial-flutter': { p: 0 },
  svt: { p: 0, qrs: 84 },
  paced: { p: 0, qrs: 160, spread: 'paced', axis: -75, qtc: 460 },
  'av-block-1': { pr: 280 },
  'av-block-2-1': { pr: 180 },
  'av-block-2-2': { pr: 170, qrs: 120, spread: 'left-bundle-block' },
  'av-block-3': { qrs: 140, spread: 'left-bundle-block', qtc: 450 },
  'wide-qrs': { qrs: 160, spread: 'left-bundle-block', qtc: 470, pr: 190, p: 0.7 },
  'peaked-t': { t: 2.9, peaked: true, qtc: 400 },
  'flat-p-peaked-t': { t: 3, peaked: true, p: 0.28, pr: 260, qrs: 112 },
  vt: { p: 0, qrs: 160, spread: 'ventricular', axis: -95, qtc: 440 },
  pea: { pr: 190, qrs: 136, spread: 'left-bundle-block', qtc: 470, t: 0.7 },
};

/** Rates drawn when there is none to go by: a monitor counts none in fibrillation or asystole. */
const rates: { readonly [rhythm in Rhythm]?: number } = {
  vt: 180,
  pea: 45,
  'sine-wave': 75,
  vf: 0,
  asystole: 0,
};

/** The tracing of a rhythm at a rate (/min), with its usual intervals; `given` overrides them. */
export function ecgOf(rhythm: Rhythm, rate: number | null, given: Partial<EcgSpec> = {}): EcgSpec {
  const counted = rate !== null && Number.isFinite(rate) && rate > 0;
  return {
    ...usual,
    ...own[rhythm],
    rhythm,
    rate: counted ? Math.min(320, Math.max(8, rate)) : (rates[rhythm] ?? 72),
    ...given,
  };
}

/**
 * The tracing of a printed report: what it measured, and the rhythm that goes with it. A wide QRS is drawn as a block of the left bundle
 * unless something else is given.
 */
export function ecgOfMeasures(
  measured: {
    readonly rate: number;
    readonly pr: number | null;
    readonly qrs: number | null;
    readonly qtc: number | null;
  },
  rhythm: Rhythm = 'sinus',
  given: Partial<EcgSpec> = {},
): EcgSpec {
  const base = ecgOf(rhythm, measured.rate);
  const qrs = measured.qrs ?? base.qrs;
  return {
    ...base,
    qrs,
    pr: measured.pr ?? base.pr,
    qtc: measured.qtc ?? base.qtc,
    spread: base.spread === 'normal' && qrs >= 120 ? 'left-bundle-block' : base.spread,
    ...given,
  };
}

/** How the tracing changes as potassium (mmol/L) rises: peaked T, then flat P and long PR, then wide QRS, then a sine wave. */
export function ecgOfPotassium(potassium: number, rate: number): EcgSpec {
  if (potassium < 5.5) return ecgOf('sinus', rate);
  if (potassium < 6.5) return ecgOf('peaked-t', rate);
  if (potassium < 7.5) return ecgOf('flat-p-peaked-t', rate);
  if (potassium < 8.5)
    return ecgOf('junctional', Math.min(rate, 40), {
      qrs: 170,
      spread: 'left-bundle-block',
      t: 1.5,
      peaked: true,
    });
  return ecgOf('sine-wave', Math.min(rate, 75));
}
