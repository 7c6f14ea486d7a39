// The voltage of the heart in a lead at a time: what the monitor's trace and the 12-lead sheet are both drawn from.
import { beatsOf, type Deflection, dice } from './beats';
import type { EcgSpec, Lead } from './ecg-spec';
import {
  atrialHeight,
  type Bump,
  complexOf,
  flutterHeight,
  isPeaked,
  repolarisation,
  stShift,
} from './wave-forms';

export interface Tracing {
  readonly spec: EcgSpec;
  /** QRS complexes that begin in this span (seconds) */
  readonly complexes: (from: number, to: number) => readonly Deflection[];
  /** mV in a lead at a time in seconds; fastest when times go forward */
  readonly at: (lead: Lead, seconds: number) => number;
}

/** A smooth hill of height 1: zero outside `from`..`to`, highest at `top`. */
function hill(at: number, from: number, top: number, to: number): number {
  if (at <= from || at >= to) return 0;
  const share = at < top ? (at - from) / (top - from) : (to - at) / (to - top);
  return 0.5 - 0.5 * Math.cos(Math.PI * share);
}

const sumOf = (bumps: readonly Bump[], share: number): number => {
  let sum = 0;
  for (const [height, from, top, to] of bumps) sum += height * hill(share, from, top, to);
  return sum;
};

const P_SECONDS = 0.1;

/** A pointed hill: sides that steepen towards the top. */
function tent(at: number, from: number, top: number, to: number): number {
  if (at <= from || at >= to) return 0;
  const share = at < top ? (at - from) / (top - from) : (to - at) / (to - top);
  return share ** 1.35;
}

/** Where T stands in a beat: QT by Bazett from this beat's own length, and never beyond the next complex. */
function recovery(
  spec: EcgSpec,
  rr: number,
): { readonly begins: number; readonly tops: number; readonly ends: number } {
  const wide = spec.qrs / 1000;
  // After a wide complex there is no flat ST: T begins where QRS ends.
  const joined = spec.spread === 'slow' || spec.spread === 'ventricular';
  const qt = (spec.qtc / 1000) * Math.sqrt(Math.min(1.6, Math.max(0.28, rr)));
  const ends = Math.max(
    wide + 0.1,
    Math.min(Math.max(qt, wide + (joined ? 0.18 : 0.1)), rr * (joined ? 0.98 : 0.9)),
  );
  const length = joined
    ? Math.min(0.32, ends - wide)
    : Math.min(spec.peaked ? 0.18 : 0.2, (ends - wide) * 0.9);
  const begins = joined ? wide : ends - length;
  return { begins, tops: begins + length * (spec.peaked || joined ? 0.5 : 0.6), ends: begins + length };
}

/** A shift grows from the J point, stands at its measure after 60 ms, goes on into the dome of T and falls with it. */
function stShape(at: number, j: number, tops: number, ends: number): number {
  if (at <= j - 0.02 || at >= ends) return 0;
  const jump = 0.86;
  if (at < j + 0.02) return jump * (0.5 - 0.5 * Math.cos((Math.PI * (at - j + 0.02)) / 0.04));
  const grown = (since: number) => jump + ((1 - jump) / 0.04) * Math.min(since - j - 0.02, 0.08);
  if (at < tops) return grown(at);
  return grown(tops) * (0.5 + 0.5 * Math.cos((Math.PI * (at - tops)) / (ends - tops)));
}

interface LeadForm {
  readonly bumps: readonly Bump[];
  readonly p: { readonly first: number; readonly second: number };
  readonly t: number;
  readonly peaked: boolean;
  /** mV */
  readonly st: number;
  /** net height of the complex, mV: what a wave without complexes keeps of it */
  readonly net: number;
}

function formOf(lead: Lead, spec: EcgSpec): LeadForm {
  const bumps = complexOf(lead, spec);
  return {
    bumps,
    p: atrialHeight(lead),
    t: repolarisation(lead, spec),
    peaked: isPeaked(lead, spec),
    st: stShift(lead, spec) / 10,
    net: bumps.reduce((sum, [height]) => sum + height, 0),
  };
}

/** What the atria or a heart without complexes do all the time, in mV. */
function background(spec: EcgSpec): (form: LeadForm, lead: Lead, seconds: number) => number {
  const turn = 2 * Math.PI;
  const random = dice(spec.seed + 1);
  const phases = [random(), random(), random(), random()].map((share) => share * turn);
  const [one = 0, two = 0, three = 0, four = 0] = phases;
  switch (spec.rhythm) {
    case 'atrial-fibrillation':
      return (form, lead, t) =>
        (lead === 'V1' ? 0.075 : 0.45 * Math.abs(form.p.first) + 0.01) *
        (Math.sin(turn * 7.1 * t + one + 0.8 * Math.sin(turn * 0.9 * t)) +
          0.7 * Math.sin(turn * 8.9 * t + two) +
          0.5 * Math.sin(turn * 5.6 * t + three));
    case 'atrial-flutter': {
      const ratio = Math.max(1, Math.round(300 / spec.rate));
      const hertz = (spec.rate / 60) * ratio;
      return (_form, lead, t) => {
        const share = (t * hertz) % 1;
        const saw = share < 0.7 ? -share / 0.7 : (share - 1) / 0.3;
        return flutterHeight(lead) * (saw + 0.5);
      };
    }
    case 'vf':
      return (form, _lead, t) =>
        (0.24 + 0.2 * Math.abs(form.net)) *
        (1 + 0.45 * Math.sin(turn * 0.37 * t + four)) *
        (Math.sin(turn * 4.6 * t + one + 1.7 * Math.sin(turn * 0.61 * t + two)) +
          0.55 * Math.sin(turn * 6.1 * t + two + 1.2 * Math.sin(turn * 0.43 * t)) +
          0.3 * Math.sin(turn * 2.9 * t + three));
    case 'sine-wave': {
      const hertz = spec.rate / 60;
      return (form, _lead, t) =>
        0.8 * form.net * (Math.sin(turn * hertz * t) + 0.22 * Math.sin(2 * turn * hertz * t + 0.7));
    }
    case 'asystole':
      return (_form, _lead, t) =>
        0.03 * Math.sin(turn * 0.23 * t + one) + 0.012 * Math.sin(turn * 0.71 * t + two);
    default:
      return () => 0;
  }
}

/** Place of the first deflection at or after a time, by halves. */
function firstFrom(list: readonly Deflection[], seconds: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.at ?? 0) < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The voltages of a spec. Forms are prepared once; a time costs a few hills. */
export function tracingOf(spec: EcgSpec): Tracing {
  const beats = beatsOf(spec);
  const always = background(spec);
  const forms = new Map<Lead, LeadForm>();
  const wide = spec.qrs / 1000;
  const atrial = Math.min(P_SECONDS, Math.max(0.06, spec.pr / 1000 - 0.03));
  let cursor = 0;

  const find = (seconds: number): number => {
    beats.extendTo(seconds + 2);
    const { list } = beats;
    // A time before the last one: begin again.
    if (cursor > 0 && (list[cursor - 1]?.at ?? 0) > seconds - 2.5) cursor = 0;
    while (cursor < list.length && (list[cursor]?.at ?? 0) < seconds - 2.5) cursor += 1;
    return cursor;
  };

  const beat = (form: LeadForm, { at, kind, rr }: Deflection, seconds: number): number => {
    const since = seconds - at;
    // A sine wave pushes blood at its tops, but no complex stands out of it.
    if (spec.rhythm === 'sine-wave') return 0;
    if (since < 0) return 0;
    if (kind === 'spike') return since < 0.008 ? 0.9 * Math.sign(form.net || 1) : 0;
    if (kind === 'p') {
      const { first, second } = form.p;
      return first === second
        ? spec.p * first * hill(since, 0, atrial * 0.5, atrial)
        : spec.p *
            (first * hill(since, 0, atrial * 0.3, atrial * 0.6) +
              second * hill(since, atrial * 0.45, atrial * 0.7, atrial));
    }
    const { begins, tops, ends } = recovery(spec, rr);
    if (since >= ends) return 0;
    return (
      (since < wide ? sumOf(form.bumps, since / wide) : 0) +
      form.t * (form.peaked && spec.spread !== 'slow' ? tent : hill)(since, begins, tops, ends) +
      (form.st === 0 ? 0 : form.st * stShape(since, wide, tops, ends))
    );
  };

  return {
    spec,
    complexes: (from, to) => {
      beats.extendTo(to + 2);
      const found: Deflection[] = [];
      for (let index = firstFrom(beats.list, from); index < beats.list.length; index += 1) {
        const one = beats.list[index];
        if (one === undefined || one.at >= to) break;
        if (one.kind === 'qrs') found.push(one);
      }
      return found;
    },
    at: (lead, seconds) => {
      let form = forms.get(lead);
      if (form === undefined) {
        form = formOf(lead, spec);
        forms.set(lead, form);
      }
      let sum = always(form, lead, seconds);
      const { list } = beats;
      for (let index = find(seconds); index < list.length; index += 1) {
        const one = list[index];
        if (one === undefined || one.at > seconds) break;
        sum += beat(form, one, seconds);
      }
      return sum;
    },
  };
}
