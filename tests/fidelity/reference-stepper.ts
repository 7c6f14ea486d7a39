// The reference stepper of the flagship's clinical brief, ported line by line from Python: the independent answer that the engine is compared with.

/** What acts in a scenario; minutes at which the effect starts, not at which it is ordered. */
export interface Schedule {
  /** [start minute, mL, minutes over which it runs] */
  readonly fluids?: readonly (readonly [number, number, number])[];
  /** [minute, norepinephrine dose in mcg/kg/min from then on] */
  readonly norepinephrine?: readonly (readonly [number, number])[];
  /** minute from which an effective antibiotic acts */
  readonly antibiotic?: number;
  /** minute at which the pus is out */
  readonly drained?: number;
  /** [start minute, minutes, mmHg on the MAP target] */
  readonly mods?: readonly (readonly [number, number, number])[];
  /** [start minute, minutes, beats/min on the heart rate target]: drug effects that the brief's stepper leaves out */
  readonly heart?: readonly (readonly [number, number, number])[];
  /** [start minute, minutes, mL/h on the urine output target]: likewise left out by the brief */
  readonly urine?: readonly (readonly [number, number, number])[];
  /** minute of the first hydrocortisone dose */
  readonly hydrocortisone?: number;
}

/** One minute of the reference: pressure (mmHg), heart rate (/min), lactate (mmol/L), urine output (mL/h). */
export interface Minute {
  readonly map: number;
  readonly hr: number;
  readonly lactate: number;
  readonly uo: number;
}

export interface Reference {
  readonly minutes: readonly Minute[];
  /** [minute, S1…S10] each time the state changes */
  readonly states: readonly (readonly [number, string])[];
  /** minute of the arrest, null when there is none */
  readonly arrest: number | null;
}

const sumOf = (pushes: readonly (readonly [number, number, number])[] | undefined, t: number): number => {
  let sum = 0;
  for (const [from, minutes, by] of pushes ?? []) if (from <= t && t < from + minutes) sum += by;
  return sum;
};

/** Runs the reference model minute by minute from 0 to `last` (inclusive). */
export function runReference(schedule: Schedule, last = 1440): Reference {
  let map = 60;
  let lactate = 4.2;
  let debt = 0;
  let peak = 0;
  let uo = 25;
  let hr = 109;
  let fluid = 0;
  let ne = 0;
  let a = 0;
  let s = 0;
  let u = 0;
  let r = 0;
  let above65 = 0;
  let below45 = 0;
  let below30 = 0;
  let low = 0;
  let ever = false;
  let arrest: number | null = null;
  const minutes: Minute[] = [];
  const states: [number, string][] = [];
  const { antibiotic, drained, hydrocortisone } = schedule;

  for (let t = 0; t <= last; t += 1) {
    for (const [from, ml, over] of schedule.fluids ?? [])
      if (from <= t && t < from + over) fluid += ml / over;
    for (const [at, dose] of schedule.norepinephrine ?? []) if (t === at) ne = dose;
    const ab = antibiotic !== undefined && t >= antibiotic;
    const so = drained !== undefined && t >= drained;

    if (ab) a *= Math.exp(-1 / 240);
    else if (t > 60) a = Math.min(16, a + 0.05);
    if (so) s *= Math.exp(-1 / 360);
    else if (t > 360) s = Math.min(20, s + 0.05);
    u = fluid < 500 ? Math.min(4, Math.max(0, 0.02 * (t - 60))) : u * Math.exp(-1 / 30);
    if (ab && so) r += (16 - r) / 720;

    const i = sumOf(schedule.mods, t);
    const h = hydrocortisone !== undefined && t >= hydrocortisone + 120 && ne >= 0.1 ? 4 : 0;
    const f = fluid <= 2340 ? (4 * fluid) / 2340 : Math.min(4.5, 4 + (0.5 * (fluid - 2340)) / 1160);
    const k = 0.35 * (fluid < 1000 ? 1.6 : 1);
    const target = Math.max(20, Math.min(110, 60 + f - a - s - u + r + i + h + (35 * ne) / (ne + k)));
    map = arrest === null ? map + (target - map) / 5 : 0;
    debt = map < 65 ? debt + 65 - map : Math.max(0, debt - 1);
    peak = Math.max(peak, debt);

    const since = ab && so ? t - Math.max(antibiotic, drained) : 0;
    const rest = ab && so ? 1 + 1.2 * Math.exp(-since / 360) : 2.2;
    lactate += (Math.min(16, rest + 0.2 * Math.max(0, 70 - map) + 0.0012 * debt) - lactate) / 90;
    const base = ab && so ? 84 + 12 * Math.exp(-since / 600) : 96;
    hr += (Math.min(150, base + 1.3 * Math.max(0, 70 - map) + sumOf(schedule.heart, t)) - hr) / 8;
    let urine = map < 45 ? 0 : map < 60 ? (25 * (map - 45)) / 15 : 25 + 3.5 * (Math.min(map, 72) - 60);
    if (fluid < 1000) urine = Math.min(urine, 30);
    if (peak >= 1500) urine *= 0.5;
    uo += (urine + sumOf(schedule.urine, t) - uo) / 30;

    above65 = map >= 65 ? above65 + 1 : 0;
    below45 = map < 45 ? below45 + 1 : 0;
    below30 = map < 30 ? below30 + 1 : 0;
    low = map < 65 && ne >= 0.5 ? low + 1 : 0;
    if (arrest === null && (debt >= 5400 || below30 >= 5)) arrest = t;

    let state = 'S1';
    if (arrest !== null) state = 'S10';
    else if (low >= 30 || peak >= 3600) state = 'S9';
    else if (so && ab && above65 >= 15 && ne === 0 && t - drained >= 600) state = 'S8';
    else if (so && ab) state = 'S7';
    else if (debt >= 2400 || below45 >= 10) state = 'S3';
    else if (debt >= 600 && !(above65 >= 15 && ne > 0)) state = 'S2';
    else if (ne > 0 && (above65 >= 15 || ever)) {
      ever = true;
      state = t > 360 ? 'S6' : 'S5';
    } else if (fluid >= 1000) state = 'S4';
    if (states.at(-1)?.[1] !== state) states.push([t, state]);
    minutes.push({ map, hr, lactate, uo });
  }
  return { minutes, states, arrest };
}
