// A 12-lead electrocardiogram on millimetre paper, with callipers laid over it when they are asked for.
'use client';
import { type ReactNode, useId, useMemo } from 'react';
import type { EcgSpec } from './ecg-spec';
import { calibrations, SHEET, stripsOf } from './sheet-layout';

/** `label` names the picture; its description stands beside it in words. `children` are drawn on top, in millimetres. */
export function EcgSheet({
  spec,
  label,
  describedBy,
  children,
  className = '',
}: {
  readonly spec: EcgSpec;
  readonly label: string;
  readonly describedBy?: string;
  readonly children?: ReactNode;
  readonly className?: string;
}) {
  const id = useId();
  const strips = useMemo(() => stripsOf(spec), [spec]);
  const { width, height } = SHEET;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={`block ecg-paper ${className}`}
      aria-describedby={describedBy}
    >
      <title>{label}</title>
      <defs>
        <pattern id={`${id}-mm`} width={1} height={1} patternUnits="userSpaceOnUse">
          <path d="M1 0H0V1" fill="none" stroke="var(--ecg-fine)" strokeWidth={0.1} />
        </pattern>
        <pattern id={`${id}-5`} width={5} height={5} patternUnits="userSpaceOnUse">
          <path d="M5 0H0V5" fill="none" stroke="var(--ecg-bold)" strokeWidth={0.22} />
        </pattern>
      </defs>
      <rect width={width} height={height} fill="var(--ecg-sheet)" />
      <rect width={width} height={height} fill={`url(#${id}-mm)`} />
      <rect width={width} height={height} fill={`url(#${id}-5)`} />
      <g
        fill="none"
        stroke="var(--ecg-ink)"
        strokeWidth={0.42}
        strokeLinejoin="round"
        strokeLinecap="round"
        aria-hidden
      >
        {calibrations.map((path) => (
          <path key={path} d={path} />
        ))}
        {strips.map(({ lead, x, baseline, path }) => (
          <path key={`${lead}-${baseline}`} d={path} data-lead={lead} data-x={x} />
        ))}
        {strips
          .filter(({ x }) => x > SHEET.left)
          .map(({ lead, x, baseline }) => (
            <path key={`mark-${lead}`} d={`M${x} ${baseline - 4}v8`} strokeWidth={0.3} />
          ))}
      </g>
      <g
        fill="var(--ecg-ink)"
        stroke="var(--ecg-sheet)"
        strokeWidth={1.2}
        paintOrder="stroke"
        fontSize={4.2}
        fontWeight={600}
        aria-hidden
      >
        {strips.map(({ lead, x, baseline }) => (
          <text key={`${lead}-${baseline}`} x={x + 1.5} y={baseline - 16}>
            {lead}
          </text>
        ))}
        <text x={4} y={height - 2.4} fontSize={3} fontWeight={400}>
          25 mm/s · 10 mm/mV
        </text>
      </g>
      {children}
    </svg>
  );
}
