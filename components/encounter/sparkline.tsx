// The course of one vital as a small line: shape only, the number stands beside it.

const width = 120;
const height = 26;

// Two straight scales are not worth a library on every bedside.
const straight = (from: readonly [number, number], to: readonly [number, number]) => (value: number) =>
  to[0] + ((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0]);

/** `series` is [seconds, value]; drawn from the first point seen to `now`. Nothing is drawn before there are two points. */
export function Sparkline({
  series,
  now,
}: {
  readonly series: readonly (readonly [number, number])[];
  readonly now: number;
}) {
  const first = series[0];
  if (first === undefined || series.length < 2) return <svg viewBox={`0 0 ${width} ${height}`} aria-hidden />;
  const values = series.map(([, value]) => value);
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = Math.max((most - least) * 0.15, Math.abs(most) * 0.02, 0.5);
  const x = straight([first[0], Math.max(now, first[0] + 60)], [1, width - 3]);
  const y = straight([least - room, most + room], [height - 2, 2]);
  const points = series.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join('L');
  const last = series.at(-1) ?? first;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="block h-full w-full"
      preserveAspectRatio="none"
      aria-hidden
    >
      <path
        d={`M${points}`}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.4}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
        opacity={0.85}
      />
      <circle cx={x(last[0])} cy={y(last[1])} r={1.8} fill="currentColor" />
    </svg>
  );
}
