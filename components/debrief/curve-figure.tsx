// The drawing of one vital over time: curves on one axis, stages as bands, interventions and results as marks, and a moment to read off.
'use client';
import type { PointerEvent } from 'react';
import type { DebriefView } from '#machines/ledger';
import { plain } from '../prose';
import type { Words } from '../words';
import { type CourseCurve, drawCurves, frame, scalesOf, valueAt } from './curve-geometry';
import { lookOf } from './curve-looks';

/** As much of a label as fits. */
const clipped = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

export type Marks = Pick<DebriefView, 'stages' | 'interventions' | 'results'>;

/** `at` is the second under the crosshair; `point` is told the second under the pointer, or null when it leaves. */
export function CurveFigure({
  curves,
  marks,
  until,
  at,
  point,
  words,
  title,
}: {
  readonly curves: readonly CourseCurve[];
  readonly marks: Marks;
  readonly until: number;
  readonly at: number | null;
  readonly point: (at: number) => void;
  readonly words: Words;
  readonly title: string;
}) {
  const drawing = drawCurves(curves, marks, until);
  if (drawing === null) return null;
  const { x, y } = scalesOf(curves, until);
  const floor = frame.height - frame.bottom;
  const onPointer = (event: PointerEvent<SVGSVGElement>) => {
    if (event.type === 'pointermove' && event.pointerType !== 'mouse' && event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const place = ((event.clientX - box.left) / box.width) * frame.width;
    point(Math.max(0, Math.min(until, Math.round(x.invert(place) / 60) * 60)));
  };
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className="figures block w-full text-[11px]"
      role="img"
      aria-label={words.t('curve.alt', { title })}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
    >
      {drawing.bands.map(({ id, x: left, width, stage }, place) => (
        <g key={id}>
          <rect
            x={left}
            y={frame.top - 20}
            width={width}
            height={floor - frame.top + 20}
            className={place % 2 === 0 ? 'fill-ink/4' : 'fill-ink/9'}
          />
          {width > 66 && (
            <text x={left + 5} y={frame.top - 7} className="fill-muted">
              {clipped(plain(stage.label), Math.floor(width / 6.2))}
            </text>
          )}
        </g>
      ))}
      {drawing.yTicks.map(({ y: height, value }) => (
        <g key={value}>
          <line
            x1={frame.left}
            x2={frame.width - frame.right}
            y1={height}
            y2={height}
            className="stroke-rule"
          />
          <text x={frame.left - 7} y={height + 4} textAnchor="end" className="fill-muted">
            {words.number(value)}
          </text>
        </g>
      ))}
      {drawing.xTicks.map(({ x: place, at: second }) => (
        <g key={second}>
          <line x1={place} x2={place} y1={floor} y2={floor + 5} className="stroke-edge" />
          <text x={place} y={floor + 18} textAnchor="middle" className="fill-muted">
            {second === 0 ? 'T+0' : words.span(second)}
          </text>
        </g>
      ))}
      {drawing.marks.map(({ x: place }) => (
        <path key={place} d={`M${place} ${floor + 23}l4.5 8h-9z`} className="fill-accent" />
      ))}
      {drawing.results.map(({ x: place }) => (
        <path
          key={place}
          d={`M${place} ${floor + 34}l4 4l-4 4l-4 -4z`}
          className="fill-sheet stroke-muted"
          strokeWidth={1.4}
        />
      ))}
      {drawing.lines.map(({ who, path, end }) => (
        <g key={who}>
          <path
            d={path}
            fill="none"
            className={lookOf(who).stroke}
            strokeWidth={lookOf(who).width}
            strokeDasharray={lookOf(who).dash}
            strokeLinejoin="round"
          />
          <circle
            cx={end[0]}
            cy={end[1]}
            r={3.2}
            fill="var(--sheet)"
            strokeWidth={1.8}
            className={lookOf(who).stroke}
          />
        </g>
      ))}
      {at !== null && at <= until && (
        <g pointerEvents="none">
          <line
            x1={x(at)}
            x2={x(at)}
            y1={frame.top - 20}
            y2={floor + 44}
            className="stroke-ink"
            strokeWidth={1}
          />
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
