// Callipers on the sheet: two points for time, two for height, moved by pointer or with the arrow keys.
// A line on a drawing can be no input of the page: it is a slider by role, with its keys.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
'use client';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useWords } from '../words-provider';
import { MM_PER_MILLIVOLT, MM_PER_SECOND, SHEET } from './sheet-layout';

export interface Span {
  /** mm on the sheet */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export type Edge = keyof Span;

/** What callipers at these points measure: milliseconds, beats a minute, millivolts. */
export function measured(span: Span): {
  readonly ms: number;
  readonly rate: number | null;
  readonly mv: number;
} {
  const ms = Math.round((Math.abs(span.right - span.left) / MM_PER_SECOND) * 1000);
  const mv = Math.abs(span.bottom - span.top) / MM_PER_MILLIVOLT;
  return { ms, rate: ms === 0 ? null : Math.round(60_000 / ms), mv: Math.round(mv * 100) / 100 };
}

const limits: { readonly [edge in Edge]: number } = {
  left: SHEET.width,
  right: SHEET.width,
  top: SHEET.height,
  bottom: SHEET.height,
};
const kept = (edge: Edge, value: number) => Math.round(Math.min(limits[edge], Math.max(0, value)) * 2) / 2;

/** Half a millimetre a key press, five with Shift: 20 and 200 ms, 0.05 and 0.5 mV. */
function stepOf(event: KeyboardEvent, upright: boolean): number {
  const size = event.shiftKey ? 5 : 0.5;
  if (event.key === (upright ? 'ArrowDown' : 'ArrowRight')) return size;
  if (event.key === (upright ? 'ArrowUp' : 'ArrowLeft')) return -size;
  return 0;
}

const edges: readonly Edge[] = ['left', 'right', 'top', 'bottom'];

export function Callipers({ span, move }: { readonly span: Span; readonly move: (span: Span) => void }) {
  const { t, number } = useWords();
  const layer = useRef<SVGGElement>(null);
  const [held, setHeld] = useState<Edge | null>(null);
  const { ms, mv } = measured(span);
  const drag = (event: PointerEvent<SVGGElement>) => {
    const svg = layer.current?.ownerSVGElement;
    if (held === null || svg === null || svg === undefined) return;
    const box = svg.getBoundingClientRect();
    const at =
      held === 'left' || held === 'right'
        ? ((event.clientX - box.left) / box.width) * SHEET.width
        : ((event.clientY - box.top) / box.height) * SHEET.height;
    move({ ...span, [held]: kept(held, at) });
  };
  return (
    <g
      ref={layer}
      onPointerMove={drag}
      onPointerUp={() => setHeld(null)}
      onPointerCancel={() => setHeld(null)}
      className="text-accent"
      stroke="currentColor"
      fill="currentColor"
    >
      <rect
        x={Math.min(span.left, span.right)}
        y={Math.min(span.top, span.bottom)}
        width={Math.abs(span.right - span.left)}
        height={Math.abs(span.bottom - span.top)}
        fillOpacity={0.08}
        stroke="none"
      />
      {edges.map((edge) => {
        const upright = edge === 'top' || edge === 'bottom';
        const at = span[edge];
        const line = upright ? `M0 ${at}H${SHEET.width}` : `M${at} 0V${SHEET.height}`;
        const text = upright
          ? t('ecg.callipers.height', { mv: number(mv, 2) })
          : t('ecg.callipers.span', { ms: number(ms, 0) });
        return (
          <g
            key={edge}
            role="slider"
            tabIndex={0}
            aria-label={t(`ecg.edge.${edge}`)}
            aria-orientation={upright ? 'vertical' : 'horizontal'}
            aria-valuemin={0}
            aria-valuemax={limits[edge]}
            aria-valuenow={at}
            aria-valuetext={text}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              setHeld(edge);
            }}
            onKeyDown={(event) => {
              const step = stepOf(event, upright);
              if (step === 0) return;
              event.preventDefault();
              move({ ...span, [edge]: kept(edge, at + step) });
            }}
            className={`group touch-none focus-visible:outline-none ${upright ? 'cursor-ns-resize' : 'cursor-ew-resize'}`}
          >
            <path d={line} strokeWidth={5} stroke="transparent" />
            <path
              d={line}
              strokeWidth={0.45}
              strokeDasharray={upright ? '2 1' : undefined}
              className="group-focus-visible:[stroke-width:1.1]"
            />
            <circle
              cx={upright ? (edge === 'top' ? SHEET.width - 4 : SHEET.width - 10) : at}
              cy={upright ? at : edge === 'left' ? 4 : 10}
              r={2.2}
              stroke="none"
              className="group-focus-visible:[r:3.2px]"
            />
          </g>
        );
      })}
    </g>
  );
}
