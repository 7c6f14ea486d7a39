// Where curves, bands and marks of the debrief's chart stand: scales, paths and ticks.
import { scaleLinear } from 'd3-scale';
import { curveLinear, line } from 'd3-shape';
import type { Curve, DebriefView } from '#machines/ledger';

/** The drawing's size and margins in pixels; the width is the usual one of a desk. */
export const frame = { width: 860, height: 350, left: 42, right: 12, top: 44, bottom: 56 } as const;

/** Whose line it is: one play beside its reference and no treatment, or two plays side by side. */
export type Who = Curve['who'] | 'first' | 'second';

/** One vital over time, of one play. */
export interface CourseCurve extends Omit<Curve, 'who'> {
  readonly who: Who;
}

export interface Band {
  readonly id: string;
  readonly x: number;
  readonly width: number;
  readonly stage: DebriefView['stages'][number];
}

export interface Drawing {
  readonly lines: readonly {
    readonly who: Who;
    readonly path: string;
    readonly end: readonly [number, number];
  }[];
  readonly xTicks: readonly { readonly x: number; readonly at: number }[];
  readonly yTicks: readonly { readonly y: number; readonly value: number }[];
  readonly bands: readonly Band[];
  readonly marks: readonly { readonly x: number; readonly marks: DebriefView['interventions'] }[];
  readonly results: readonly { readonly x: number; readonly marks: DebriefView['results'] }[];
}

/** A step of time that gives at most so many ticks. */
function tickStep(seconds: number, most: number): number {
  const steps = [60, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400, 172_800, 604_800];
  return steps.find((step) => seconds / step <= most) ?? 1_209_600;
}

/** The part of a curve up to a time, its end on the line to the point that comes after. */
function within(points: Curve['points'], until: number): Curve['points'] {
  const kept = points.filter(([at]) => at <= until);
  const cut = kept.length === points.length ? null : valueAt({ points }, until);
  return cut === null || kept.at(-1)?.[0] === until ? kept : [...kept, [until, cut]];
}

/** At most `most` points, ends kept, so that long plays stay light. */
function thinned(points: Curve['points'], most = 160): Curve['points'] {
  if (points.length <= most) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => points[Math.round(i * step)] ?? [0, 0]);
}

/** Scales of seconds and values for a chart of this width in pixels, from arrival to `until` seconds. */
export function scalesOf(curves: readonly CourseCurve[], until: number, width: number = frame.width) {
  const values = curves.flatMap(({ points }) => within(points, until).map(([, value]) => value));
  const least = values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const room = Math.max((most - least) * 0.08, 0.5);
  const x = scaleLinear([0, until], [frame.left, width - frame.right]);
  const y = scaleLinear(
    [least >= 0 ? Math.max(0, least - room) : least - room, most + room],
    [frame.height - frame.bottom, frame.top],
  ).nice(6);
  return { x, y };
}

/** Marks that would touch each other become one. */
function gathered<T extends { readonly at: number }>(
  marks: readonly T[],
  until: number,
  x: (at: number) => number,
): readonly { readonly x: number; readonly marks: readonly T[] }[] {
  const places = new Map<number, T[]>();
  for (const mark of marks.filter(({ at }) => at <= until)) {
    const place = Math.round(x(mark.at) / 9) * 9;
    places.set(place, [...(places.get(place) ?? []), mark]);
  }
  return [...places].map(([place, of]) => ({ x: place, marks: of }));
}

/** The chart of one vital from arrival to `until` seconds, of this width in pixels. Null when no curve has a point there. */
export function drawCurves(
  curves: readonly CourseCurve[],
  view: Pick<DebriefView, 'stages' | 'interventions' | 'results'>,
  until: number,
  width: number = frame.width,
): Drawing | null {
  const cut = curves.map((curve) => ({ ...curve, points: thinned(within(curve.points, until)) }));
  if (cut.every(({ points }) => points.length === 0)) return null;
  const { x, y } = scalesOf(curves, until, width);
  const path = line<readonly [number, number]>()
    .x(([at]) => x(at))
    .y(([, value]) => y(value))
    .curve(curveLinear)
    .digits(1);
  const step = tickStep(until, Math.max(4, Math.min(9, width / 72)));
  return {
    lines: cut
      .filter(({ points }) => points.length > 0)
      .map(({ who, points }) => {
        const [at, value] = points.at(-1) ?? [0, 0];
        return { who, path: path(points) ?? '', end: [x(at), y(value)] as const };
      }),
    xTicks: Array.from({ length: Math.floor(until / step) + 1 }, (_, i) => ({
      x: x(i * step),
      at: i * step,
    })),
    yTicks: y.ticks(6).map((value) => ({ y: y(value), value })),
    bands: view.stages
      .filter(({ from, to }) => from < until && to > from)
      .map((stage) => ({
        id: `${stage.id} ${stage.from}`,
        x: x(stage.from),
        width: x(Math.min(stage.to, until)) - x(stage.from),
        stage,
      })),
    marks: gathered(view.interventions, until, x),
    results: gathered(view.results, until, x),
  };
}

/** The value of a curve at a time, on the straight line between the points beside it; null after its end. */
export function valueAt(curve: Pick<CourseCurve, 'points'> | undefined, at: number): number | null {
  const points = curve?.points ?? [];
  const next = points.findIndex(([time]) => time > at);
  const before = next < 0 ? points.at(-1) : points[next - 1];
  if (before === undefined) return null;
  const after = points[next];
  if (after === undefined) return at > before[0] + 60 ? null : before[1];
  return before[1] + ((at - before[0]) / (after[0] - before[0])) * (after[1] - before[1]);
}
