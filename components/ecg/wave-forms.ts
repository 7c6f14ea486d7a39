// The form of each wave in each lead: vectors in the frontal plane for the limbs, measured tables for the chest.
import type { Territory } from '#machines/scenario/tracing';
import { type Bump, chestForms } from './chest-forms';
import type { ChestLead, EcgSpec, Lead, LimbLead } from './ecg-spec';

export type { Bump } from './chest-forms';

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

const limbLeads: readonly LimbLead[] = ['I', 'II', 'III', 'aVR', 'aVL', 'aVF'];

const isLimb = (lead: Lead): lead is LimbLead => lead in angles;

/** Height that a vector of the frontal plane (mV, degrees) has in a limb lead. */
function seen(lead: LimbLead, height: number, angle: number): number {
  return height * gains[lead] * Math.cos(((angles[lead] - angle) * Math.PI) / 180);
}

function limbComplex(lead: LimbLead, { spread, axis }: EcgSpec): readonly Bump[] {
  switch (spread) {
    case 'normal':
      return [
        [seen(lead, 0.13, axis - 150), 0, 0.13, 0.28],
        [seen(lead, 1.05, axis), 0.12, 0.44, 0.78],
        [seen(lead, 0.22, axis - 130), 0.64, 0.8, 1],
      ];
    case 'right-bundle-block':
      // The late part goes to the right: a broad S in I and aVL.
      return [
        [seen(lead, 0.12, axis - 150), 0, 0.08, 0.18],
        [seen(lead, 0.95, axis), 0.06, 0.26, 0.5],
        [seen(lead, 0.4, 170), 0.42, 0.68, 1],
      ];
    case 'slow':
      return [
        [seen(lead, 0.85, axis), 0, 0.32, 0.7],
        [seen(lead, 0.45, axis - 145), 0.48, 0.74, 1],
      ];
    default:
      return [
        [seen(lead, 0.95, axis), 0, 0.34, 0.82],
        [seen(lead, 0.42, axis), 0.42, 0.74, 1],
      ];
  }
}

/** What an infarcted wall takes away at the beginning of QRS. */
function lost(lead: Lead, spec: EcgSpec): readonly Bump[] {
  return spec.q.flatMap((territory): Bump[] => {
    const { angle, chest } = shifts[territory];
    const height = isLimb(lead) ? seen(lead, -0.42, angle) : -0.75 * chest[lead];
    return [[height, 0, 0.24, 0.5]];
  });
}

/** The deflections of a QRS complex in a lead. */
export function complexOf(lead: Lead, spec: EcgSpec): readonly Bump[] {
  const whole = isLimb(lead) ? limbComplex(lead, spec) : chestForms[spec.spread][lead];
  return [...whole, ...lost(lead, spec)];
}

/** Height of P in mV; in V1 it goes up and then down. */
export function atrialHeight(lead: Lead): { readonly first: number; readonly second: number } {
  if (isLimb(lead)) {
    const height = seen(lead, 0.13, 58);
    return { first: height, second: height };
  }
  return lead === 'V1' ? { first: 0.07, second: -0.06 } : { first: 0.08, second: 0.08 };
}

/** Height of a flutter wave in mV: it runs from below upwards, so the teeth stand in II, III and aVF. */
export function flutterHeight(lead: Lead): number {
  if (isLimb(lead)) return seen(lead, 0.3, 82);
  return lead === 'V1' ? -0.16 : 0.06;
}

const chestT: { readonly [lead in ChestLead]: number } = {
  V1: -0.06,
  V2: 0.36,
  V3: 0.42,
  V4: 0.4,
  V5: 0.32,
  V6: 0.24,
};

/** Excited from elsewhere, the ventricles recover against their QRS; in a block of the right bundle only where it is late. */
function discordant(lead: Lead, { spread }: EcgSpec): boolean {
  if (spread === 'normal' || spread === 'slow') return false;
  return spread !== 'right-bundle-block' || lead === 'V1' || lead === 'V2' || lead === 'V3';
}

/** Sum of the deflections of a complex, mV. */
const net = (lead: Lead, spec: EcgSpec): number =>
  complexOf(lead, spec).reduce((sum, [height]) => sum + height, 0);

/** Whether T of a lead is pointed. */
export const isPeaked = (lead: Lead, { peaked, tIn }: EcgSpec): boolean =>
  peaked && (tIn.length === 0 || tIn.some((territory) => shareOf(lead, territory) >= 0.35));

/** Height of T in mV; over a shifted ST it goes the same way, as in a fresh injury. */
export function repolarisation(lead: Lead, spec: EcgSpec): number {
  const everywhere = spec.tIn.length === 0;
  const injury = 0.07 * territorial(lead, spec);
  if (discordant(lead, spec) && !(spec.peaked && everywhere))
    return -0.3 * net(lead, spec) * (everywhere ? spec.t : 1) + injury;
  const upright =
    spec.peaked && everywhere && lead === 'V1' ? 0.12 : isLimb(lead) ? seen(lead, 0.28, 42) : chestT[lead];
  if (everywhere) return upright * spec.t + injury;
  // In limb leads the change is a vector of its own, so that the leads go on adding up.
  return spec.tIn.reduce((sum, territory) => {
    const { angle, limbs, chest } = shifts[territory];
    const more =
      (spec.t - 1) *
      (isLimb(lead) ? seen(lead, 0.28 * limbs, angle) : Math.abs(upright) * Math.max(0, chest[lead]));
    return sum + more;
  }, upright + injury);
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

/** Share of a change in a territory that a lead shows, at most 1. */
function shareOf(lead: Lead, territory: Territory): number {
  const { angle, limbs, chest } = shifts[territory];
  return isLimb(lead) ? seen(lead, limbs, angle) / strongest(territory) : chest[lead];
}

/** What the limb lead that shows most of a territory shows; sizes that an author gives are those of the lead that shows most of all. */
function strongest(territory: Territory): number {
  const { angle, limbs, chest } = shifts[territory];
  const most = Math.max(...limbLeads.map((lead) => seen(lead, limbs, angle)), ...Object.values(chest));
  return most > 0 ? most : 1;
}

/** ST shift of a lead in mm that the territories give. */
function territorial(lead: Lead, spec: EcgSpec): number {
  return territories.reduce((sum, territory) => {
    const size = spec.st[territory] ?? 0;
    if (size === 0) return sum;
    const { angle, limbs, chest: front } = shifts[territory];
    return sum + (size * (isLimb(lead) ? seen(lead, limbs, angle) : front[lead])) / strongest(territory);
  }, 0);
}

/** ST shift of a lead in mm: what the territories give, and what belongs to a bundle that is blocked. */
export function stShift(lead: Lead, spec: EcgSpec): number {
  const block = spec.spread === 'left-bundle-block' || spec.spread === 'paced';
  return territorial(lead, spec) + (block ? -0.9 * net(lead, spec) : 0);
}
