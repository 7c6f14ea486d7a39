// A bar for each finished attempt at a case, under its number in the list of attempts; passed ones are filled.
import type { AttemptCard } from '#machines/progress';
import { ScrollAcross } from '../ui/scroll-across';
import type { Words } from '../words';

const HEIGHT = 130;
const STEP = 36;
const WIDTH = 22;
const LEFT = 30;

export function ScoreBars({
  attempts,
  words,
}: {
  readonly attempts: readonly AttemptCard[];
  readonly words: Words;
}) {
  const finished = attempts
    .map((attempt, place) => ({ ...attempt, number: place + 1 }))
    .filter(({ total }) => total !== null);
  if (finished.length === 0) return null;
  const label = words.t('progress.bars', { count: finished.length });
  const y = (points: number) => HEIGHT - (points / 100) * (HEIGHT - 16);
  const width = LEFT + Math.max(4, finished.length) * STEP + 6;
  return (
    <figure>
      <figcaption className="text-xs text-muted">{label}</figcaption>
      <ScrollAcross label={label}>
        <svg
          width={width}
          height={HEIGHT + 20}
          role="img"
          aria-label={`${label}: ${finished.map(({ number, total }) => `${number}. ${words.number(total ?? 0)}`).join(', ')}`}
          className="figures mt-1 block text-[11px]"
        >
          {[0, 50, 100].map((points) => (
            <g key={points}>
              <line x1={LEFT} x2={width} y1={y(points)} y2={y(points)} className="stroke-rule" />
              <text x={LEFT - 6} y={y(points) + 4} textAnchor="end" className="fill-muted">
                {points}
              </text>
            </g>
          ))}
          {finished.map(({ attempt, total, passed, number }, place) => {
            const points = total ?? 0;
            const middle = LEFT + 8 + place * STEP + WIDTH / 2;
            return (
              <g key={attempt}>
                <rect
                  x={middle - WIDTH / 2}
                  y={y(points)}
                  width={WIDTH}
                  height={Math.max(1, HEIGHT - y(points))}
                  strokeWidth={1.5}
                  className={passed === true ? 'fill-accent stroke-accent' : 'fill-sheet stroke-edge'}
                />
                <text x={middle} y={y(points) - 4} textAnchor="middle" className="fill-ink">
                  {words.number(points, 0)}
                </text>
                <text x={middle} y={HEIGHT + 15} textAnchor="middle" className="fill-muted">
                  {number}
                </text>
              </g>
            );
          })}
        </svg>
      </ScrollAcross>
    </figure>
  );
}
