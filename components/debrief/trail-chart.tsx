// The probabilities of the differential from list to list: what turned out to be true as one line, whatever it was called, and the others beside it.
import type { DebriefView } from '#machines/ledger';
import type { Words } from '../words';

type Trail = DebriefView['differential'];
type Entry = Trail[number]['entries'][number];

const WIDTH = 640;
const HEIGHT = 200;
const LEFT = 56;
const RIGHT = 48;
/** Lines that are drawn; more could not be told apart. */
const MOST = 5;
const looks = [
  { stroke: 'stroke-accent', width: 3, dash: undefined },
  { stroke: 'stroke-alert', width: 1.8, dash: '7 4' },
  { stroke: 'stroke-caution', width: 1.8, dash: '2 4' },
  { stroke: 'stroke-reference', width: 1.8, dash: '10 3 2 3' },
  { stroke: 'stroke-muted', width: 1.8, dash: '4 4' },
] as const;

interface Line {
  readonly name: string;
  readonly points: readonly { readonly place: number; readonly probability: number }[];
}

/** A diagnosis under one name however it was capitalised. */
const keyOf = ({ diagnosis }: Entry): string => diagnosis.trim().toLocaleLowerCase();

/** The line of what is in the key first (the likeliest of them in each list), then the others by how likely they ever were. */
export function linesOf(trail: Trail): readonly Line[] {
  const groups = new Map<string, { name: string; points: Map<number, number> }>();
  for (const [place, { entries }] of trail.entries())
    for (const entry of entries) {
      if (entry.probability === null) continue;
      const key = entry.truth === 'right' ? '' : keyOf(entry);
      const group = groups.get(key) ?? { name: entry.diagnosis, points: new Map<number, number>() };
      // The last name that a line had is the one that was meant best.
      if ((group.points.get(place) ?? -1) < entry.probability)
        groups.set(key, {
          name: entry.diagnosis,
          points: new Map([...group.points, [place, entry.probability]]),
        });
    }
  const peak = (points: ReadonlyMap<number, number>): number => Math.max(...points.values());
  return [...groups]
    .toSorted(([a, one], [b, other]) =>
      a === '' ? -1 : b === '' ? 1 : peak(other.points) - peak(one.points),
    )
    .slice(0, MOST)
    .map(([, { name, points }]) => ({
      name,
      points: [...points].map(([place, probability]) => ({ place, probability })),
    }));
}

/** Nothing when there is only one list, or no probability. */
export function TrailChart({ trail, words }: { readonly trail: Trail; readonly words: Words }) {
  const lines = linesOf(trail);
  if (trail.length < 2 || lines.length === 0) return null;
  const right = trail.some(({ entries }) =>
    entries.some(({ truth, probability }) => truth === 'right' && probability !== null),
  );
  // Without a line of what is true, the first look stays free for none.
  const lookAt = (index: number) => looks[right ? index : index + 1] ?? looks[4];
  // Lists stand at even distances: what counts is their order, and days would press the first hours together.
  const x = (place: number) => LEFT + 20 + (place / (trail.length - 1)) * (WIDTH - LEFT - RIGHT - 20);
  const y = (probability: number) => HEIGHT - 28 - (probability / 100) * (HEIGHT - 42);
  return (
    <figure className="mt-3 grid gap-x-6 gap-y-2 md:grid-cols-[minmax(0,1fr)_16rem] print:grid-cols-[minmax(0,1fr)_20rem]">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="figures block w-full text-[11px] max-sm:text-[17px] print:max-h-32 print:text-[15px]"
        role="img"
        aria-label={words.t('trail.chart')}
      >
        {[0, 50, 100].map((probability) => (
          <g key={probability}>
            <line x1={LEFT} x2={WIDTH} y1={y(probability)} y2={y(probability)} className="stroke-rule" />
            <text x={LEFT - 6} y={y(probability) + 4} textAnchor="end" className="fill-muted">
              {probability} %
            </text>
          </g>
        ))}
        {trail.map(({ at }, place) => (
          <text key={place} x={x(place)} y={HEIGHT - 8} textAnchor="middle" className="fill-muted">
            T+{words.short(at)}
          </text>
        ))}
        {lines
          .map(({ name, points }, index) => (
            <g key={name} className={lookAt(index).stroke} strokeWidth={lookAt(index).width}>
              <path
                d={points
                  .map(
                    ({ place, probability }, step) =>
                      `${step === 0 ? 'M' : 'L'}${x(place)} ${y(probability)}`,
                  )
                  .join('')}
                fill="none"
                strokeDasharray={lookAt(index).dash}
              />
              {points.map(({ place, probability }) => (
                <circle
                  key={place}
                  cx={x(place)}
                  cy={y(probability)}
                  r={4}
                  fill="var(--sheet)"
                  strokeWidth={2}
                />
              ))}
            </g>
          ))
          .toReversed()}
      </svg>
      <figcaption>
        <ul className="space-y-1 text-sm">
          {lines.map(({ name, points }, index) => (
            <li key={name} className="flex items-baseline gap-2">
              <svg width={26} height={10} aria-hidden className="shrink-0">
                <path
                  d="M0 5H26"
                  className={lookAt(index).stroke}
                  strokeWidth={lookAt(index).width}
                  strokeDasharray={lookAt(index).dash}
                />
                <circle
                  cx={13}
                  cy={5}
                  r={3.2}
                  fill="var(--sheet)"
                  className={lookAt(index).stroke}
                  strokeWidth={1.8}
                />
              </svg>
              <span className="min-w-0">
                {name}{' '}
                <span className="figures whitespace-nowrap text-muted">
                  {points.map(({ probability }) => words.number(probability)).join(' → ')} %
                </span>
                {right && index === 0 && (
                  <span className="block text-xs text-good">{words.t('trail.truth.right')}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
