// The form of each wave in each lead: vectors in the frontal plane for the limbs, measured tables for the chest.
import type { ChestLead, EcgSpec, Lead, LimbLead, Spread, Territory } from './ecg-spec';

/** One deflection of a complex: height in mV, begin, top and end as shares of the complex's length. */
export type Bump = readonly [height: number, from: number, top: number, to: number];

const angles: { readonly [lead in LimbLead]: number } = {
  I: 0,
  II: 60,
  III: 120,
  aVR: -150,
  aVL: -30,
  aVF: 90,
};
/** Augmented leads see less of the same vector (Einthoven's triangle). */
const gains: { readonly [lead in LimbLead]: number } = {
  I: 1,
  II: 1,
  III: 1,
  aVR: 0.866,
  aVL: 0.866,
  aVF: 0.866,
};

const isLimb = (lead: Lead): lead is LimbLead => lead in angles;

/** Height that a vector of the frontal plane (mV, degrees) has in a limb lead. */
function seen(lead: LimbLead, height: number, angle: number): number {
  return height * gains[lead] * Math.cos(((angles[lead] - angle) * Math.PI) / 180);
}

const narrowChest: { readonly [lead in ChestLead]: readonly Bump[] } = {
  V1: [
    [0.22, 0, 0.2, 0.4],
    [-0.95, 0.3, 0.58, 1],
  ],
  V2: [
    [0.42, 0, 0.22, 0.45],
    [-1.45, 0.34, 0.6, 1],
  ],
  V3: [
    [0.9, 0, 0.3, 0.56],
    [-0.9, 0.46, 0.68, 1],
  ],
  V4: [
    [-0.05, 0, 0.1, 0.2],
    [1.5, 0.08, 0.4, 0.7],
    [-0.45, 0.6, 0.76, 1],
  ],
  V5: [
    [-0.1, 0, 0.12, 0.24],
    [1.35, 0.12, 0.42, 0.74],
    [-0.2, 0.66, 0.8, 1],
  ],
  V6: [
    [-0.12, 0, 0.12, 0.26],
    [1.05, 0.14, 0.44, 0.8],
    [-0.08, 0.72, 0.84, 1],
  ],
};
const leftBlockChest: { readonly [lead in ChestLead]: readonly Bump[] } = {
  V1: [
    [0.08, 0, 0.08, 0.18],
    [-1.15, 0.08, 0.5, 0.86],
    [-0.35, 0.55, 0.76, 1],
  ],
  V2: [
    [0.12, 0, 0.1, 0.2],
    [-1.7, 0.1, 0.5, 0.86],
    [-0.4, 0.55, 0.76, 1],
  ],
  V3: [
    [0.12, 0, 0.1, 0.22],
    [-1.4, 0.12, 0.52, 0.88],
    [-0.3, 0.6, 0.8, 1],
  ],
  V4: [
    [0.3, 0, 0.16, 0.36],
    [-0.65, 0.28, 0.58, 1],
  ],
  V5: [
    [0.7, 0, 0.3, 0.7],
    [0.6, 0.36, 0.68, 1],
  ],
  V6: [
    [0.85, 0, 0.3, 0.7],
    [0.75, 0.36, 0.66, 1],
  ],
};
const ventricularChest: { readonly [lead in ChestLead]: readonly Bump[] } = {
  V1: [
    [1, 0, 0.4, 0.85],
    [0.3, 0.5, 0.75, 1],
  ],
  V2: [[1.3, 0, 0.42, 1]],
  V3: [
    [0.9, 0, 0.36, 0.7],
    [-0.5, 0.55, 0.8, 1],
  ],
  V4: [
    [0.5, 0, 0.25, 0.5],
    [-0.9, 0.36, 0.68, 1],
  ],
  V5: [
    [0.35, 0, 0.2, 0.42],
    [-1, 0.3, 0.64, 1],
  ],
  V6: [
    [0.25, 0, 0.18, 0.36],
    [-0.95, 0.26, 0.62, 1],
  ],
};
const pacedChest: typeof ventricularChest = {
  ...leftBlockChest,
  V5: [
    [0.25, 0, 0.2, 0.4],
    [-0.8, 0.3, 0.62, 1],
  ],
  V6: [
    [0.2, 0, 0.2, 0.4],
    [-0.7, 0.3, 0.62, 1],
  ],
};
const chest: { readonly [spread in Spread]: typeof narrowChest } = {
  normal: narrowChest,
  'left-bundle-block': leftBlockChest,
  ventricular: ventricularChest,
  paced: pacedChest,
};

function limbComplex(lead: LimbLead, { spread, axis }: EcgSpec): readonly Bump[] {
  if (spread === 'normal')
    return [
      [seen(lead, 0.13, axis - 150), 0, 0.13, 0.28],
      [seen(lead, 1.05, axis), 0.12, 0.44, 0.78],
      [seen(lead, 0.22, axis - 130), 0.64, 0.8, 1],
    ];
  return [
    [seen(lead, 0.95, axis), 0, 0.34, 0.82],
    [seen(lead, 0.42, axis), 0.42, 0.74, 1],
  ];
}

/** The deflections of a QRS complex in a lead. */
export function complexOf(lead: Lead, spec: EcgSpec): readonly Bump[] {
  return isLimb(lead) ? limbComplex(lead, spec) : chest[spec.spread][lead];
}

/** Height of P in mV; in V1 it goes up and then down. */
export function atrialHeight(lead: Lead): { readonly first: number; readonly second: number } {
  if (isLimb(lead)) {
    const height = seen(lead, 0.13, 58);
    return { first: height, second: height };
  }
  return lead === 'V1' ? { first: 0.07, second: -0.06 } : { first: 0.08, second: 0.08 };
}

const chestT: { readonly [lead in ChestLead]: number } = {
  V1: -0.06,
  V2: 0.36,
  V3: 0.42,
  V4: 0.4,
  V5: 0.32,
  V6: 0.24,
};

/** Height of T in mV. Where the ventricles are excited from elsewhere it goes against the QRS. */
export function repolarisation(lead: Lead, spec: EcgSpec): number {
  if (spec.spread !== 'normal' && !spec.peaked) {
    const net = complexOf(lead, spec).reduce((sum, [height]) => sum + height, 0);
    return -0.3 * net * spec.t;
  }
  if (isLimb(lead)) return seen(lead, 0.28, 42) * spec.t;
  return (spec.peaked && lead === 'V1' ? 0.12 : chestT[lead]) * spec.t;
}

interface Shift {
  /** direction in the frontal plane, degrees, and the share that is seen there */
  readonly angle: number;
  readonly limbs: number;
  readonly chest: { readonly [lead in ChestLead]: number };
}
const shifts: { readonly [territory in Territory]: Shift } = {
  inferior: { angle: 108, limbs: 1, chest: { V1: 0, V2: -0.35, V3: -0.3, V4: -0.1, V5: 0, V6: 0.1 } },
  anterior: { angle: -60, limbs: 0.25, chest: { V1: 0.5, V2: 0.95, V3: 1, V4: 0.9, V5: 0.4, V6: 0.15 } },
  septal: { angle: -90, limbs: 0.1, chest: { V1: 0.8, V2: 1, V3: 0.4, V4: 0.1, V5: 0, V6: 0 } },
  lateral: { angle: -20, limbs: 0.7, chest: { V1: -0.2, V2: 0, V3: 0, V4: 0.2, V5: 0.9, V6: 1 } },
  posterior: { angle: 80, limbs: 0.05, chest: { V1: -0.8, V2: -1, V3: -0.9, V4: -0.3, V5: 0, V6: 0.1 } },
  diffuse: { angle: 52, limbs: 0.8, chest: { V1: 0.1, V2: 0.7, V3: 0.8, V4: 0.8, V5: 0.7, V6: 0.6 } },
};

const territories: readonly Territory[] = [
  'inferior',
  'anterior',
  'septal',
  'lateral',
  'posterior',
  'diffuse',
];

/** ST shift of a lead in mm, the sum of what each territory gives. */
export function stShift(lead: Lead, spec: EcgSpec): number {
  return territories.reduce((sum, territory) => {
    const size = spec.st[territory] ?? 0;
    if (size === 0) return sum;
    const { angle, limbs, chest: front } = shifts[territory];
    return sum + size * (isLimb(lead) ? seen(lead, limbs, angle) : front[lead]);
  }, 0);
}
