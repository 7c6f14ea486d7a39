// The QRS complex in each chest lead, for each way in which the ventricles can be excited: measured by eye on textbook tracings (design).
import type { ChestLead, Spread } from './ecg-spec';

/** One deflection of a complex: height in mV, begin, top and end as shares of the complex's length. */
export type Bump = readonly [height: number, from: number, top: number, to: number];

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
    [1.3, 0.08, 0.4, 0.7],
    [-0.45, 0.6, 0.76, 1],
  ],
  V5: [
    [-0.1, 0, 0.12, 0.24],
    [1.25, 0.12, 0.42, 0.74],
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
/** A bundle on the right is late: a second R in V1, a broad S in V6. */
const rightBlockChest: typeof narrowChest = {
  V1: [
    [0.25, 0, 0.1, 0.24],
    [-0.4, 0.16, 0.3, 0.46],
    [0.85, 0.38, 0.66, 1],
  ],
  V2: [
    [0.4, 0, 0.12, 0.28],
    [-0.7, 0.18, 0.32, 0.5],
    [0.6, 0.42, 0.68, 1],
  ],
  V3: [
    [0.8, 0, 0.16, 0.34],
    [-0.6, 0.26, 0.4, 0.6],
    [0.15, 0.5, 0.7, 1],
  ],
  V4: [
    [1.25, 0.02, 0.24, 0.48],
    [-0.55, 0.4, 0.66, 1],
  ],
  V5: [
    [-0.1, 0, 0.07, 0.16],
    [1.15, 0.08, 0.26, 0.5],
    [-0.42, 0.42, 0.68, 1],
  ],
  V6: [
    [-0.1, 0, 0.07, 0.16],
    [0.95, 0.08, 0.28, 0.52],
    [-0.36, 0.44, 0.7, 1],
  ],
};
/** Slow in every fibre: the usual order of the leads, each drawn out. */
const slowChest: typeof narrowChest = {
  V1: [
    [0.15, 0, 0.14, 0.3],
    [-0.85, 0.14, 0.5, 1],
  ],
  V2: [
    [0.32, 0, 0.18, 0.38],
    [-1.2, 0.2, 0.55, 1],
  ],
  V3: [
    [0.6, 0, 0.24, 0.5],
    [-0.9, 0.32, 0.62, 1],
  ],
  V4: [
    [0.85, 0, 0.3, 0.62],
    [-0.7, 0.42, 0.7, 1],
  ],
  V5: [
    [0.85, 0, 0.32, 0.68],
    [-0.5, 0.5, 0.75, 1],
  ],
  V6: [
    [0.75, 0, 0.34, 0.74],
    [-0.35, 0.55, 0.78, 1],
  ],
};
/** From below and to the left: away from V6, towards V1. */
const ventricularChest: typeof narrowChest = {
  V1: [[1.15, 0, 0.42, 1]],
  V2: [[1.3, 0, 0.46, 1]],
  V3: [
    [0.9, 0, 0.36, 0.72],
    [-0.45, 0.5, 0.78, 1],
  ],
  V4: [
    [0.35, 0, 0.18, 0.36],
    [-0.9, 0.22, 0.62, 1],
  ],
  V5: [
    [0.18, 0, 0.14, 0.28],
    [-1.05, 0.16, 0.58, 1],
  ],
  V6: [[-0.95, 0, 0.52, 1]],
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
/** The deflections of a complex by the way of excitation and lead. */
export const chestForms: { readonly [spread in Spread]: typeof narrowChest } = {
  normal: narrowChest,
  'left-bundle-block': leftBlockChest,
  'right-bundle-block': rightBlockChest,
  slow: slowChest,
  ventricular: ventricularChest,
  paced: pacedChest,
};
