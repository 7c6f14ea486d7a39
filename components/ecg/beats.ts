// When the heart does something: P waves, QRS complexes and pacing spikes of a rhythm, as they follow each other in time.
import type { EcgSpec } from './ecg-spec';

export interface Deflection {
  /** seconds; the beginning of the wave */
  readonly at: number;
  readonly kind: 'p' | 'qrs' | 'spike';
  /** seconds to the next QRS (of a QRS), else 0 */
  readonly rr: number;
  /** what the beat pushes forward, 0 (no pulse) to about 1 */
  readonly output: number;
}

/** Deflections in order of time. Grows as far as it is asked to; the same spec gives the same list. */
export interface Beats {
  readonly list: readonly Deflection[];
  readonly extendTo: (seconds: number) => void;
}

/** Numbers between 0 and 1 that look random and are the same each time (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Share of a full stroke that a beat after `rr` seconds gives: a short filling gives less. */
const filled = (rr: number) => Math.min(1.1, Math.max(0.35, 0.45 + 0.7 * rr));

/** Beats of a rhythm that has QRS complexes; of one without, an empty list. */
export function beatsOf(spec: EcgSpec): Beats {
  const list: Deflection[] = [];
  if (spec.rate <= 0 || spec.rhythm === 'vf' || spec.rhythm === 'asystole')
    return { list, extendTo: () => undefined };
  const random = dice(spec.seed);
  const mean = 60 / spec.rate;
  const pr = spec.pr / 1000;
  let time = 0.32;
  let done = 0;

  const qrs = (at: number, rr: number, output = 1) => {
    if (spec.rhythm === 'paced') list.push({ at: at - 0.012, kind: 'spike', rr: 0, output: 0 });
    list.push({ at, kind: 'qrs', rr, output: spec.rhythm === 'pea' ? 0 : output });
  };
  const p = (at: number) => {
    if (spec.p > 0) list.push({ at, kind: 'p', rr: 0, output: 0 });
  };

  /** Writes what happens until the next cycle begins, and moves to it. */
  const cycle = (): void => {
    switch (spec.rhythm) {
      case 'atrial-fibrillation': {
        // The sum of two dice lies evenly about its mean, so the rate keeps to what the monitor counts.
        const rr = mean * (0.6 + 0.4 * (random() + random()));
        qrs(time, rr, filled(rr));
        time += rr;
        return;
      }
      case 'av-block-2-1': {
        const atrial = mean * 0.75;
        const delays = [pr, pr + 0.09, pr + 0.14];
        delays.forEach((delay, beat) => {
          const at = time + beat * atrial + delay;
          const next = beat < 2 ? atrial + (delays[beat + 1] ?? delay) - delay : 2 * atrial + pr - delay;
          p(time + beat * atrial);
          qrs(at, next);
        });
        p(time + 3 * atrial);
        time += 4 * atrial;
        return;
      }
      case 'av-block-2-2': {
        const atrial = (mean * 2) / 3;
        for (const beat of [0, 1]) {
          p(time + beat * atrial);
          qrs(time + beat * atrial + pr, beat === 0 ? atrial : 2 * atrial);
        }
        p(time + 2 * atrial);
        time += 3 * atrial;
        return;
      }
      case 'av-block-3': {
        // Atria and ventricles each keep their own time.
        const atrial = 60 / 84;
        for (let at = Math.ceil(time / atrial) * atrial; at < time + mean; at += atrial) p(at);
        qrs(time, mean);
        time += mean;
        return;
      }
      case 'vt':
      case 'sine-wave':
        qrs(time, mean, 0.35);
        time += mean;
        return;
      default: {
        const steady = ['sinus', 'av-block-1', 'peaked-t', 'wide-qrs', 'flat-p-peaked-t'].includes(
          spec.rhythm,
        );
        const rr = steady ? mean * (1 + 0.03 * (random() - 0.5)) : mean;
        p(time - Math.min(pr, rr * 0.75));
        qrs(time, rr);
        time += rr;
      }
    }
  };

  return {
    list,
    extendTo: (seconds) => {
      while (time - 1 < seconds) {
        cycle();
        if (list.length - done > 1) {
          const fresh = list.splice(done).toSorted((a, b) => a.at - b.at);
          list.push(...fresh);
        }
        done = Math.max(0, list.length - 8);
      }
    },
  };
}
