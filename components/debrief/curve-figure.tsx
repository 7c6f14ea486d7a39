// The drawing of one vital over time: curves on one axis, stages as bands, key steps as numbers, interventions and results as marks, and a moment to read off.
'use client';
import type { PointerEvent } from 'react';
import type { DebriefView } from '#machines/ledger';
import { plain } from '../prose';
import type { Words } from '../words';
import { type CourseCurve, drawCurves, frame, scalesOf, valueAt } from './curve-geometry';
import { NUMBER_RADIUS, placeNames, placeNumbers } from './curve-labels';
import { lookOf } from './curve-looks';

export interface Marks extends Pick<DebriefView, 'stages' | 'interventions' | 'results'> {
  /** key steps with their number in the list of them */
  readonly keys?: readonly { readonly number: number; readonly at: number; readonly name: string }[];
  /** interventions of the second of two plays, in a row of their own */
  readonly others?: DebriefView['interventions'];
}

const LINES = ['reference', 'untreated', 'second', 'first', 'you'] as const;

/** A pixel of the figure and what was done there: looked at, or chosen. */
export type Point = (at: number, chosen: boolean) => void;

/** `at` is the second under the crosshair; `width` is the figure's own in pixels. */
export function CurveFigure({
  curves,
  marks,
  until,
  at,
  point,
  words,
  title,
  width,
}: {
  readonly curves: readonly CourseCurve[];
  readonly marks: Marks;
  readonly until: number;
  readonly at: number | null;
  readonly point: Point;
  readonly words: Words;
  readonly title: string;
  readonly width: number;
}) {
  const others = marks.others ?? [];
  const drawing = drawCurves(curves, marks, until, width);
  if (drawing === null) return null;
  const { x, y } = scalesOf(curves, until, width);
  const floor = frame.height - frame.bottom;
  const right = width - frame.right;
  const names = placeNames(
    drawing.bands.map(({ x: left, stage }) => ({ x: left, name: plain(stage.label) })),
    right,
  );
  const you = curves.find(({ who }) => who === 'you');
  const numbers = placeNumbers(
    (marks.keys ?? []).flatMap((key) => {
      const value = valueAt(you, key.at);
      return value === null || key.at > until ? [] : [{ ...key, x: x(key.at), y: y(value) }];
    }),
    frame.top + NUMBER_RADIUS,
  );
  const onPointer = (event: PointerEvent<SVGSVGElement>) => {
    if (event.type === 'pointermove' && event.pointerType !== 'mouse' && event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const place = ((event.clientX - box.left) / box.width) * width;
    point(Math.max(0, Math.min(until, Math.round(x.invert(place) / 60) * 60)), event.type !== 'pointermove');
  };
  return (
    <svg
      viewBox={`0 0 ${width} ${frame.height}`}
      className="figures block h-[350px] w-full touch-pan-y text-[11px] select-none print:h-auto"
      role="img"
      aria-label={words.t('curve.alt', { title })}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
    >
      {drawing.bands.map(({ id, x: left, width: wide }, place) => (
        <g key={id}>
          <rect
            x={left}
            y={frame.top}
            width={wide}
            height={floor - frame.top}
            className={place % 2 === 0 ? 'fill-ink/4' : 'fill-ink/9'}
          />
          <path
            d={`M${left} ${frame.top}V${frame.top - 3 - (names[place]?.row ?? 0) * 14}`}
            className="stroke-edge"
          />
          <text x={names[place]?.x} y={frame.top - 5 - (names[place]?.row ?? 0) * 14} className="fill-muted">
            {names[place]?.text}
          </text>
        </g>
      ))}
      {drawing.yTicks.map(({ y: height, value }) => (
        <g key={value}>
          <line x1={frame.left} x2={right} y1={height} y2={height} className="stroke-rule" />
          <text x={frame.left - 7} y={height + 4} textAnchor="end" className="fill-muted">
            {words.number(value)}
          </text>
        </g>
      ))}
      {drawing.xTicks.map(({ x: place, at: second }) => (
        <g key={second}>
          <line x1={place} x2={place} y1={floor} y2={floor + 5} className="stroke-edge" />
          <text
            x={place}
            y={floor + 18}
            textAnchor={place > right - 16 ? 'end' : 'middle'}
            className="fill-muted"
          >
            {second === 0 ? 'T+0' : words.short(second)}
          </text>
        </g>
      ))}
      {drawing.marks.map(({ x: place }) => (
        <path key={place} d={`M${place} ${floor + 24}l4.5 8h-9z`} className="fill-accent" />
      ))}
      {others
        .filter((one) => one.at <= until)
        .map((one) => (
          <path
            key={`${one.at} ${one.item}`}
            d={`M${x(one.at)} ${floor + 37}l4.5 8h-9z`}
            className="fill-sheet stroke-reference"
            strokeWidth={1.5}
          />
        ))}
      {drawing.results.map(({ x: place }) => (
        <path
          key={place}
          d={`M${place} ${floor + 36}l4 4l-4 4l-4 -4z`}
          className="fill-sheet stroke-muted"
          strokeWidth={1.4}
        />
      ))}
      {LINES.flatMap((who) => drawing.lines.filter((one) => one.who === who)).map(({ who, path, end }) => (
        <g key={who}>
          <path
            d={path}
            fill="none"
            className={lookOf(who).stroke}
            strokeWidth={lookOf(who).width}
            strokeDasharray={lookOf(who).dash}
            strokeOpacity={lookOf(who).opacity}
            strokeLinejoin="round"
          />
          {who !== 'reference' && (
            <circle
              cx={end[0]}
              cy={end[1]}
              r={3.2}
              fill="var(--sheet)"
              strokeWidth={1.8}
              className={lookOf(who).stroke}
            />
          )}
        </g>
      ))}
      {numbers.map(({ number, name, x: place, y: foot, lifted }) => (
        <g key={number}>
          <title>{name}</title>
          <path d={`M${place} ${foot}V${lifted}`} className="stroke-ink" strokeWidth={0.8} />
          <circle cx={place} cy={foot} r={2} className="fill-ink" />
          <circle cx={place} cy={lifted} r={NUMBER_RADIUS} className="fill-ink" />
          <text
            x={place}
            y={lifted + 3.4}
            textAnchor="middle"
            className="fill-sheet text-[9.5px] font-semibold"
          >
            {number}
          </text>
        </g>
      ))}
      {at !== null && at <= until && (
        <g pointerEvents="none">
          <line x1={x(at)} x2={x(at)} y1={frame.top} y2={floor + 46} className="stroke-ink" strokeWidth={1} />
          {curves.map((curve) => {
            const value = valueAt(curve, at);
            return value === null ? null : (
              <circle
                key={curve.who}
                cx={x(at)}
                cy={y(value)}
                r={4}
                fill="var(--sheet)"
                strokeWidth={2}
                className={lookOf(curve.who).stroke}
              />
            );
          })}
        </g>
      )}
    </svg>
  );
}
