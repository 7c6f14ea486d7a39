// The value that a healthy person of this patient's sex and age has: one for an attempt, measured a little differently each time.
import { chance } from '../chance';
import type { Analyte } from '../scenario/item';

/** How far into the reference interval, from its usual value, people differ. */
const REACH = 0.6;
/** How far two measurements of one person may lie apart, as a share of the interval's side. */
const SPREAD = 0.12;
/** Where an interval is open on a side, people lie within this share of the usual value. */
const OPEN = 0.3;
const USUAL_VARIATION = 0.02;

/** Somewhere in (−1, 1), near 0 more often than far from it. */
function bell(seed: string, label: string): number {
  const sum = chance(seed, `${label} a`) + chance(seed, `${label} b`) + chance(seed, `${label} c`);
  return sum / 1.5 - 1;
}

/** Usual value and how far the interval goes below and above it; the middle where the usual one lies near the edge for this sex. */
function sides(analyte: Analyte, normal: number): { centre: number; below: number; above: number } {
  const { low, high } = analyte;
  if (low !== undefined && high !== undefined) {
    const share = high > low ? (normal - low) / (high - low) : 0.5;
    const centre = share < 0 || share > 1 ? (low + high) / 2 : normal;
    return { centre, below: centre - low, above: high - centre };
  }
  const open = Math.abs(normal) * OPEN;
  if (low !== undefined) {
    const centre = Math.max(low, normal);
    return { centre, below: centre - low, above: Math.min(open, centre - low) };
  }
  if (high !== undefined) {
    const centre = Math.min(high, normal);
    return { centre, below: Math.min(open, high - centre), above: high - centre };
  }
  return { centre: normal, below: 0, above: 0 };
}

/**
 * A healthy value in the analyte's unit, not rounded; null where the usual result is words.
 * The same seed gives the same person; `at` (seconds) is the sample, and only the measurement differs between samples.
 */
export function healthyValue(analyte: Analyte, seed: string, at: number): number | null {
  const { normal, id } = analyte;
  if (typeof normal !== 'number') return null;
  const { centre, below, above } = sides(analyte, normal);
  const person = bell(seed, `normal ${id}`);
  const own = centre + person * REACH * (person < 0 ? below : above);
  const size = Math.min(Math.abs(own) * (analyte.varies ?? USUAL_VARIATION), Math.max(below, above) * SPREAD);
  const measured = own + bell(seed, `measured ${id} ${at}`) * size;
  return Math.min(Math.max(measured, analyte.low ?? -Infinity), analyte.high ?? Infinity);
}
