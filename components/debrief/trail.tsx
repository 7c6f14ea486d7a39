// The differential as it moved: probabilities against what was known at each moment, and against what turned out to be true.
import type { DebriefView } from '#machines/ledger';
import { plain, Prose } from '../prose';
import { ScrollAcross } from '../ui/scroll-across';
import type { Words } from '../words';
import { momentHref } from './moment';

type Parts = { readonly view: DebriefView; readonly words: Words };
type Trail = DebriefView['differential'];

const WIDTH = 640;
const HEIGHT = 190;
const LEFT = 40;
const RIGHT = 180;
const dashes = [undefined, '7 4', '2 4', '10 3 2 3', '4 4'];
const strokes = ['stroke-accent', 'stroke-good', 'stroke-alert', 'stroke-caution', 'stroke-muted'];

/** A diagnosis under one name however it was capitalised. */
const keyOf = (diagnosis: string): string => diagnosis.trim().toLocaleLowerCase();

function Chart({ trail, words }: { readonly trail: Trail; readonly words: Words }) {
  const names = [
    ...new Map(
      trail
        .flatMap(({ entries }) => entries)
        .filter(({ probability }) => probability !== null)
        .map(({ diagnosis }) => [keyOf(diagnosis), diagnosis]),
    ),
  ].slice(0, strokes.length);
  if (trail.length < 2 || names.length === 0) return null;
  // Lists stand at even distances: what counts is their order, and days would press the first hours together.
  const x = (place: number) => LEFT + (place / (trail.length - 1)) * (WIDTH - LEFT - RIGHT);
  const y = (probability: number) => HEIGHT - 28 - (probability / 100) * (HEIGHT - 42);
  const lines = names.map(([key, name], index) => ({
    name,
    index,
    points: trail.flatMap(({ entries }, place) => {
      const entry = entries.find(({ diagnosis }) => keyOf(diagnosis) === key);
      const { probability = null } = entry ?? {};
      return probability === null ? [] : [[x(place), y(probability)] as const];
    }),
  }));
  // Names that end near each other are moved apart.
  const ends = lines
    .map(({ index, points }) => ({ index, wanted: points.at(-1)?.[1] ?? 0 }))
    .toSorted((a, b) => a.wanted - b.wanted)
    .reduce<{ index: number; at: number }[]>((placed, { index, wanted }) => {
      const above = placed.at(-1)?.at ?? -Infinity;
      return [...placed, { index, at: Math.max(wanted, above + 14) }];
    }, []);
  return (
    <ScrollAcross label={words.t('trail.chart')}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="figures mt-2 block w-full print-wide max-w-3xl min-w-[34rem] text-[11px]"
        role="img"
        aria-label={words.t('trail.chart')}
      >
        {[0, 50, 100].map((probability) => (
          <g key={probability}>
            <line
              x1={LEFT}
              x2={WIDTH - RIGHT}
              y1={y(probability)}
              y2={y(probability)}
              className="stroke-rule"
            />
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
        {lines.map(({ name, index, points }) => (
          <g key={name}>
            <path
              d={points.map(([px, py], place) => `${place === 0 ? 'M' : 'L'}${px} ${py}`).join('')}
              fill="none"
              strokeWidth={2}
              strokeDasharray={dashes[index]}
              className={strokes[index]}
            />
            {points.map(([px, py]) => (
              <circle
                key={px}
                cx={px}
                cy={py}
                r={3}
                fill="var(--sheet)"
                strokeWidth={1.8}
                className={strokes[index]}
              />
            ))}
            <text
              x={(points.at(-1)?.[0] ?? 0) + 9}
              y={(ends.find((end) => end.index === index)?.at ?? 0) + 4}
              className="fill-ink"
            >
              {name.length > 30 ? `${name.slice(0, 29)}…` : name}
            </text>
          </g>
        ))}
      </svg>
    </ScrollAcross>
  );
}

const truthLook = { right: 'text-good', part: 'text-caution', wrong: 'text-muted' } as const;

export function DifferentialTrail({ view, words }: Parts) {
  const { t, number } = words;
  const trail = view.differential;
  if (trail.length === 0) return null;
  const last = trail.findLast(({ brier }) => brier !== null)?.brier ?? null;
  const first = trail.find(({ brier }) => brier !== null)?.brier ?? null;
  return (
    <section aria-labelledby="trail-title" className="rounded-lg border bg-sheet p-4">
      <h3 id="trail-title" className="font-serif text-lg font-semibold">
        {t('trail.title')}
      </h3>
      {last !== null && (
        <p className="story mt-1 max-w-[70ch] text-base">
          {first !== null && first !== last
            ? t('trail.brier.moved', { first: number(first, 2), last: number(last, 2) })
            : t('trail.brier', { last: number(last, 2) })}
        </p>
      )}
      <Chart trail={trail} words={words} />
      <ol className={`mt-3 space-y-4 ${trail.length > 1 ? 'no-print' : ''}`}>
        {trail.map(({ at, entries, brier, learned }, place) => (
          <li
            key={place}
            className="grid gap-x-4 gap-y-1 border-t border-rule/80 pt-3 sm:grid-cols-[7rem_minmax(0,1fr)]"
          >
            <p className="figures text-sm">
              <a href={momentHref(at)} className="text-accent underline underline-offset-2">
                T+{words.span(at)}
              </a>
              {brier !== null && (
                <span className="block text-xs text-muted">
                  {t('trail.brier.short', { brier: number(brier, 2) })}
                </span>
              )}
            </p>
            <div>
              <p className="text-sm text-muted">
                {learned.length === 0
                  ? t('trail.learned.nothing')
                  : t(place === 0 ? 'trail.first' : 'trail.learned', {
                      count: learned.length,
                      list: learned.join(' · '),
                    })}
              </p>
              <ul className="mt-1 space-y-1.5">
                {entries.map((entry) => (
                  <Entry key={entry.diagnosis} entry={entry} view={view} words={words} />
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, view, words }: Parts & { readonly entry: Trail[number]['entries'][number] }) {
  const { t, number } = words;
  const script = view.scripts.find(({ id }) => id === entry.script);
  const reasons = entry.for.length + entry.against.length;
  const head = (
    <>
      <span className="story">{entry.diagnosis}</span>
      {entry.probability !== null && (
        <span className="figures ml-2 font-semibold">{number(entry.probability)} %</span>
      )}
      <span className={`ml-2 text-xs ${truthLook[entry.truth]}`}>{t(`trail.truth.${entry.truth}`)}</span>
    </>
  );
  if (script === undefined && reasons === 0) return <li className="text-sm">{head}</li>;
  return (
    <li className="text-sm">
      <details>
        <summary className="hover:text-accent">{head}</summary>
        <dl className="mt-1 mb-2 grid gap-x-5 gap-y-2 border-l-2 border-margin pl-4 md:grid-cols-2">
          {(['for', 'against'] as const).map((side) => (
            <div key={side}>
              <dt className="eyebrow">{t(`trail.own.${side}`)}</dt>
              <dd>{entry[side].length === 0 ? '–' : entry[side].join('; ')}</dd>
            </div>
          ))}
          {script !== undefined &&
            (['supports', 'against'] as const).map((side) => (
              <div key={side}>
                <dt className="eyebrow">{t(`trail.script.${side}`, { name: plain(script.name) })}</dt>
                <dd>
                  <Prose of={script[side]} />
                </dd>
              </div>
            ))}
        </dl>
      </details>
    </li>
  );
}

/** What was left to do when the diagnosis stood. */
export function ClosureReview({ view, words }: Parts) {
  const { t, number } = words;
  const { closure } = view;
  return (
    <section aria-labelledby="closure-title" className="rounded-lg border bg-sheet p-4">
      <h3 id="closure-title" className="font-serif text-lg font-semibold">
        {t('closure.title')}
      </h3>
      {closure === null ? (
        <p className="mt-1 text-sm text-muted">{t('closure.never')}</p>
      ) : (
        <>
          <p className="story mt-1 max-w-[70ch] text-base">
            {t('closure.text', {
              span: words.span(closure.at),
              diagnosis: closure.diagnosis,
              open: number(closure.open),
              earned: number(closure.earned),
            })}
          </p>
          {closure.owed.length > 0 && (
            <>
              <p className="eyebrow mt-3">{t('closure.owed')}</p>
              <ul className="figures mt-1 grid gap-x-6 text-sm sm:grid-cols-2">
                {closure.owed.slice(0, 8).map(({ rule, lost }) => (
                  <li key={rule} className="flex justify-between gap-3 border-b border-rule/70 py-1">
                    <a href={`#line-${rule}`} className="min-w-0 hover:text-accent hover:underline">
                      {plain(view.reasons[rule]?.label ?? [rule])}
                    </a>
                    <span className="shrink-0 text-alert">−{number(lost)}</span>
                  </li>
                ))}
              </ul>
              {closure.owed.length > 8 && (
                <p className="mt-1 text-xs text-muted">
                  {t('closure.more', { count: closure.owed.length - 8 })}
                </p>
              )}
            </>
          )}
        </>
      )}
    </section>
  );
}
