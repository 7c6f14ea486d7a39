// What the heart's beats and the breath look like on the monitor: pressure, oxygen and breathing waves, each between 0 and 1.
import type { Deflection } from '../ecg/beats';

/** The moment between beat and wave, seconds: longer to the finger than to the wrist. */
export const ARTERIAL_DELAY = 0.16;
export const PLETH_DELAY = 0.24;

const bell = (at: number, middle: number, width: number) => Math.exp(-(((at - middle) / width) ** 2));

/** Rises within `rise` seconds, falls until the next beat, with a notch of the given depth. */
function stroke(since: number, rr: number, rise: number, notch: number): number {
  const share = Math.min(1, since / rr);
  const up = Math.min(0.38, rise / rr);
  if (share <= 0 || share >= 1) return 0;
  if (share < up) return Math.sin((Math.PI / 2) * (share / up)) ** 2;
  const fall = (share - up) / (1 - up);
  return Math.max(
    0,
    (1 - fall) ** 1.35 - notch * bell(fall, 0.2, 0.05) + notch * 1.2 * bell(fall, 0.32, 0.08),
  );
}

/** The last complex whose wave has arrived by a time. */
function arrived(beats: readonly Deflection[], seconds: number, delay: number): Deflection | undefined {
  return beats.findLast((beat) => beat.at + delay <= seconds);
}

/** Beats of the last seconds in, height of the wave out: 0 where a beat moves no blood. */
export function arterialWave(beats: readonly Deflection[], seconds: number): number {
  const beat = arrived(beats, seconds, ARTERIAL_DELAY);
  return beat === undefined
    ? 0
    : beat.output * stroke(seconds - beat.at - ARTERIAL_DELAY, beat.rr, 0.12, 0.11);
}

export function plethWave(beats: readonly Deflection[], seconds: number): number {
  const beat = arrived(beats, seconds, PLETH_DELAY);
  return beat === undefined ? 0 : beat.output * stroke(seconds - beat.at - PLETH_DELAY, beat.rr, 0.2, 0.05);
}

/** One breath after another at `rate` a minute; a ventilator's rise faster and stand on a plateau. */
export function breathWave(seconds: number, rate: number, ventilated: boolean): number {
  if (rate <= 0) return 0;
  const share = (seconds * rate) / 60 - Math.floor((seconds * rate) / 60);
  if (ventilated) {
    if (share < 0.1) return share / 0.1;
    return share < 0.33 ? 1 : Math.exp(-(share - 0.33) * 9);
  }
  return share < 0.4
    ? 0.5 - 0.5 * Math.cos((Math.PI * share) / 0.4)
    : 0.5 + 0.5 * Math.cos((Math.PI * (share - 0.4)) / 0.6);
}

/** How strong the wave at the finger is at a systolic pressure (mmHg): weak in shock. */
export const perfused = (systolic: number): number => Math.min(1, Math.max(0.12, (systolic - 40) / 80));
