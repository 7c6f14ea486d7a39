// Where curves, bands and marks of the debrief's chart stand: scales, paths and ticks, worked out on the server.
import { scaleLinear } from 'd3-scale';
import { curveLinear, line } from 'd3-shape';
import type { Curve, DebriefView } from '#machines/ledger';

export const frame = { width: 860, height: 320, left: 46, right: 12, top: 30, bottom: 44 } as const;

export interface Band {
  readonly id: string;
  readonly x: number;
  readonly width: number;
  readonly stage: DebriefView['stages'][number];
}

export interface Drawing {
  readonly lines: readonly {
    readonly who: Curve['who'];
    readonly path: string;
    readonly end: readonly [number, number];
  }[];
  readonly xTicks: readonly { readonly x: number; readonly at: number }[];
  readonly yTicks: readonly { readonly y: number; readonly value: number }[];
  readonly bands: readonly Band[];
  readonly marks: readonly { readonly x: number; readonly marks: DebriefView['interventions'] }[];
}

/** A step of time that gives about eight ticks. */
function tickStep(seconds: number): number {
  const steps = [60, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400, 172_800, 604_800];
  return steps.find((step) => seconds / step <= 9) ?? 1_209_600;
}

const within = (points: Curve['points'], until: number): Curve['points'] =>
  points.filter(([at]) => at <= until);

/** At most `most` points, ends kept, so that long plays stay light. */
function thinned(points: Curve['points'], most = 160): Curve['points'] {
  if (points.length <= most) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => points[Math.round(i * step)] ?? [0, 0]);
}

/** The chart of one vital from arrival to `until` seconds. Null when no curve has a point there. */
export function drawCurves(curves: readonly Curve[], view: DebriefView, until: number): Drawing | null {
  const cut = curves.map((curve) => ({ ...curve, points: thinned(within(curve.points, until)) }));
  const values = cut.flatMap(({ points }) => points.map(([, value]) => value));
  if (values.length === 0) return null;
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = Math.max((most - least) * 0.08, 0.5);
  const x = scaleLinear([0, until], [frame.left, frame.width - frame.right]);
  const y = scaleLinear(
    [least >= 0 ? Math.max(0, least - room) : least - room, most + room],
    [frame.height - frame.bottom, frame.top],
  ).nice(6);
  const path = line<readonly [number, number]>()
    .x(([at]) => x(at))
    .y(([, value]) => y(value))
    .curve(curveLinear)
    .digits(1);
  const step = tickStep(until);
  const marks = new Map<number, DebriefView['interventions'][number][]>();
  for (const mark of view.interventions.filter(({ at }) => at <= until)) {
    const place = Math.round(x(mark.at) / 9) * 9;
    marks.set(place, [...(marks.get(place) ?? []), mark]);
  }
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
    marks: [...marks].map(([place, at]) => ({ x: place, marks: at })),
  };
}

/** The value of a curve at a time: the last point at or before it. */
export function valueAt(curve: Curve | undefined, at: number): number | null {
  let value: number | null = null;
  for (const [time, here] of curve?.points ?? []) {
    if (time > at) break;
    value = here;
  }
  const end = curve?.points.at(-1)?.[0];
  return end !== undefined && at > end + 60 ? null : value;
}
