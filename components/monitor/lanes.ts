// Which traces a monitor draws and from what: only those whose probe or line is in place.
import type { VitalView } from '#machines/view';
import type { Rhythm } from '#machines/scenario/rhythm';
import { ecgOf } from '../ecg/ecg-spec';
import { tracingOf, type Tracing } from '../ecg/waveform';
import { arterialWave, breathWave, perfused, plethWave } from './pulse-waves';

export type LaneId = 'ecg' | 'arterial' | 'pleth' | 'breath';

export interface Lane {
  readonly id: LaneId;
  /** name of the colour token */
  readonly colour: string;
  /** 0 at the bottom of the lane, 1 at its top */
  readonly at: (seconds: number) => number;
}

/** What the traces follow. A new one is made when any of it changes. */
export interface Signs {
  readonly rhythm: Rhythm | null;
  readonly rate: number | null;
  readonly systolic: number | null;
  readonly diastolic: number | null;
  readonly breaths: number | null;
  readonly saturation: number | null;
  readonly arterialLine: boolean;
  readonly ventilated: boolean;
  readonly compressions: boolean;
}

/** Without one beat a minute there is no sinus rhythm to draw: the line is flat. */
const drawable = (rhythm: Rhythm, rate: number | null): Rhythm =>
  rhythm === 'sinus' && rate === 0 ? 'asystole' : rhythm;

export function signsOf(
  monitor: readonly VitalView[],
  rhythm: Rhythm | null,
  attached: readonly string[],
): Signs {
  const of = (channel: string) => monitor.find((vital) => vital.channel === channel)?.value ?? null;
  return {
    rhythm: monitor.some(({ channel }) => channel === 'hr') ? drawable(rhythm ?? 'sinus', of('hr')) : null,
    rate: of('hr'),
    systolic: of('sbp'),
    diastolic: of('dbp'),
    breaths: of('rr'),
    saturation: of('spo2'),
    arterialLine: attached.some((item) => item.includes('arterial-line')),
    ventilated: attached.some((item) => item.includes('intubation') || item.includes('ventilat')),
    compressions: attached.some((item) => item.includes('cpr') || item.includes('compressions')),
  };
}

/** Hands on the chest: 110 a minute, seen on every trace. */
const pressing = (seconds: number) => Math.max(0, Math.sin(2 * Math.PI * (110 / 60) * seconds)) ** 2;

export interface Traces {
  readonly tracing: Tracing;
  readonly lanes: readonly Lane[];
}

/** What fits the lane: the usual range in mV, widened to what this heart draws. */
function reachOf(tracing: Tracing): { readonly low: number; readonly high: number } {
  let [low, high] = [-0.45, 1.25];
  for (let t = 3; t < 7; t += 0.01) {
    const here = tracing.at('II', t);
    low = Math.min(low, here);
    high = Math.max(high, here);
  }
  return { low: low - 0.08, high: high + 0.05 };
}

/** The lanes of the signs, top to bottom; none while nothing is attached. */
export function tracesOf(signs: Signs): Traces {
  const tracing = tracingOf(ecgOf(signs.rhythm ?? 'asystole', signs.rate));
  const recent = (seconds: number) => tracing.complexes(seconds - 3, seconds);
  const hands = (seconds: number) => (signs.compressions ? pressing(seconds) : 0);
  const lanes: Lane[] = [];
  if (signs.rhythm !== null) {
    const { low, high } = reachOf(tracing);
    lanes.push({
      id: 'ecg',
      colour: '--channel-hr',
      at: (t) => (tracing.at('II', t) + 0.5 * hands(t) - low) / (high - low),
    });
  }
  if (signs.arterialLine) {
    const pulse = (signs.systolic ?? 120) - (signs.diastolic ?? 80);
    const tall = Math.min(0.85, Math.max(0.12, pulse / 70));
    lanes.push({
      id: 'arterial',
      colour: '--channel-pressure',
      at: (t) => 0.08 + tall * arterialWave(recent(t), t) + 0.4 * hands(t),
    });
  }
  if (signs.saturation !== null) {
    const strength = signs.systolic === null ? 1 : perfused(signs.systolic);
    lanes.push({
      id: 'pleth',
      colour: '--channel-spo2',
      at: (t) => 0.12 + 0.75 * strength * plethWave(recent(t), t) + 0.3 * hands(t),
    });
  }
  if (signs.breaths !== null) {
    // A heart that stands still breathes no more, whatever was counted last.
    const rate = hasPulse(signs) || signs.ventilated || signs.rhythm === null ? signs.breaths : 0;
    lanes.push({
      id: 'breath',
      colour: '--channel-rr',
      at: (t) => 0.15 + 0.65 * breathWave(t, rate, signs.ventilated) + 0.1 * hands(t),
    });
  }
  return { tracing, lanes };
}

/** Does a beat move blood? Then the pulse lanes rise. */
export function hasPulse({ rhythm, compressions }: Signs): boolean {
  return compressions || (rhythm !== null && !['pea', 'vf', 'asystole'].includes(rhythm));
}
