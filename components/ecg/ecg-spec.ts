// The numbers from which a tracing is drawn, and the usual numbers of each rhythm.
import type { Rhythm } from '#machines/scenario/rhythm';
import type { Territory, TracingView } from '#machines/scenario/tracing';

export const LIMB_LEADS = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF'] as const;
export const CHEST_LEADS = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6'] as const;
export type LimbLead = (typeof LIMB_LEADS)[number];
export type ChestLead = (typeof CHEST_LEADS)[number];
export type Lead = LimbLead | ChestLead;
export const LEADS: readonly Lead[] = [...LIMB_LEADS, ...CHEST_LEADS];

/** How the ventricles are excited: decides the form of QRS and T. `slow` is wide everywhere, as potassium makes it. */
export type Spread = 'normal' | 'left-bundle-block' | 'right-bundle-block' | 'slow' | 'ventricular' | 'paced';

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
  /** T narrow-based and pointed */
  readonly peaked: boolean;
  /** where `t` and `peaked` hold; nowhere named: everywhere */
  readonly tIn: readonly Territory[];
  /** where QRS begins with a broad, deep Q */
  readonly q: readonly Territory[];
  /** the same seed draws the same tracing */
  readonly seed: number;
}

const usual: Omit<EcgSpec, 'rhythm' | 'rate'> = {
  axis: 45,
  pr: 152,
  qrs: 90,
  qtc: 415,
  spread: 'normal',
  st: {},
  p: 1,
  t: 1,
  peaked: false,
  tIn: [],
  q: [],
  seed: 7,
};

const own: { readonly [rhythm in Rhythm]?: Partial<EcgSpec> } = {
  junctional: { p: 0 },
  'atrial-fibrillation': { p: 0 },
  'atrial-flutter': { p: 0, t: 0.5 },
  svt: { p: 0, qrs: 84 },
  paced: { p: 0, qrs: 160, spread: 'paced', axis: -75, qtc: 460 },
  'av-block-1': { pr: 280 },
  'av-block-2-1': { pr: 180 },
  'av-block-2-2': { pr: 170, qrs: 120, spread: 'left-bundle-block' },
  'av-block-3': { qrs: 140, spread: 'left-bundle-block', qtc: 450 },
  'wide-qrs': { qrs: 160, spread: 'left-bundle-block', qtc: 470, pr: 190, p: 0.7 },
  'peaked-t': { t: 2.9, peaked: true, qtc: 400 },
  'flat-p-peaked-t': { t: 3, peaked: true, p: 0.28, pr: 260, qrs: 112, qtc: 420 },
  'sine-wave': { p: 0, qrs: 240, qtc: 480 },
  vt: { p: 0, qrs: 160, spread: 'ventricular', axis: -105, qtc: 440 },
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

const T_OF = {
  usual: { t: 1, peaked: false },
  peaked: { t: 2.9, peaked: true },
  tall: { t: 2.1, peaked: false },
  flat: { t: 0.12, peaked: false },
  inverted: { t: -1, peaked: false },
} as const;
const P_OF = { usual: 1, flat: 0.28, absent: 0 } as const;

/** The tracing that was recorded. A QRS that is wide for no other reason is drawn as a block of the left bundle. */
export function ecgOfTracing(recorded: TracingView): EcgSpec {
  const base = ecgOf(recorded.rhythm, recorded.rate);
  const { conduction, t, p } = recorded;
  const qrs = recorded.qrs ?? base.qrs;
  const plain = base.spread === 'normal' && qrs >= 120 ? 'left-bundle-block' : base.spread;
  const spread = conduction === null ? plain : conduction === 'usual' ? 'normal' : conduction;
  return {
    ...base,
    axis: recorded.axis ?? base.axis,
    pr: recorded.pr ?? base.pr,
    qrs,
    qtc: recorded.qtc ?? base.qtc,
    spread,
    st: Object.fromEntries(recorded.st.map(({ territory, mm }) => [territory, mm])),
    ...(t === null ? {} : { ...T_OF[t.shape], tIn: t.in }),
    p: p === null ? base.p : P_OF[p],
    q: recorded.q,
    seed: recorded.seed,
  };
}
