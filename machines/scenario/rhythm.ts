// Rhythms of the heart that an author can name and the screens can draw; rates and pressures come from the vitals.

/**
 * `sinus` is also tachycardia and bradycardia, by the rate. `pea` is electrical activity without a pulse.
 * `av-block-2-1` lengthens until a beat is dropped (Wenckebach), `av-block-2-2` drops without lengthening.
 */
export const RHYTHMS = [
  'sinus',
  'atrial-fibrillation',
  'atrial-flutter',
  'svt',
  'junctional',
  'paced',
  'av-block-1',
  'av-block-2-1',
  'av-block-2-2',
  'av-block-3',
  'wide-qrs',
  'peaked-t',
  'flat-p-peaked-t',
  'sine-wave',
  'vt',
  'vf',
  'pea',
  'asystole',
] as const;
export type Rhythm = (typeof RHYTHMS)[number];
