// How one case has gone: best and latest by domain, a bar for every attempt, and the way back into each.
import Link from 'next/link';
import type { AttemptCard, CaseProgress as Progress } from '#machines/progress';
import { plain } from '../prose';
import { ScrollAcross } from '../ui/scroll-across';
import type { Words } from '../words';

const HEIGHT = 90;
const STEP = 34;
const WIDTH = 20;

/** The finished attempt with the highest score; of equals the first. */
export function bestOf(attempts: readonly AttemptCard[]): AttemptCard | undefined {
  return attempts.reduce<AttemptCard | undefined>(
    (best, one) => (one.total !== null && one.total > (best?.total ?? -1) ? one : best),
    undefined,
  );
}

/** A bar for each finished attempt, in order of time; passed ones are filled. */
function Bars({ attempts, words }: { readonly attempts: readonly AttemptCard[]; readonly words: Words }) {
  const finished = attempts.filter(({ total }) => total !== null);
  if (finished.length === 0) return null;
  const label = words.t('progress.bars', { count: finished.length });
  const y = (points: number) => HEIGHT - (points / 100) * (HEIGHT - 14);
  return (
    <ScrollAcross label={label}>
      <svg
        width={finished.length * STEP + 34}
        height={HEIGHT + 18}
        role="img"
        aria-label={label}
        className="figures block text-[11px]"
      >
        {[0, 50, 100].map((points) => (
          <g key={points}>
            <line
              x1={28}
              x2={finished.length * STEP + 34}
              y1={y(points)}
              y2={y(points)}
              className="stroke-rule"
            />
            <text x={24} y={y(points) + 4} textAnchor="end" className="fill-muted">
              {points}
            </text>
          </g>
        ))}
        {finished.map(({ attempt, total, passed }, place) => {
          const points = total ?? 0;
          return (
            <g key={attempt}>
              <rect
                x={36 + place * STEP}
                y={y(points)}
                width={WIDTH}
                height={Math.max(1, HEIGHT - y(points))}
                strokeWidth={1.5}
                className={passed === true ? 'fill-accent stroke-accent' : 'fill-sheet stroke-edge'}
              />
              <text
                x={36 + place * STEP + WIDTH / 2}
                y={y(points) - 4}
                textAnchor="middle"
                className="fill-ink"
              >
                {words.number(points, 0)}
              </text>
              <text
                x={36 + place * STEP + WIDTH / 2}
                y={HEIGHT + 14}
                textAnchor="middle"
                className="fill-muted"
              >
                {place + 1}
              </text>
            </g>
          );
        })}
      </svg>
    </ScrollAcross>
  );
}

function Domains({ progress, words }: { readonly progress: Progress; readonly words: Words }) {
  const { t, number } = words;
  const best = bestOf(progress.attempts);
  const latest = progress.attempts.findLast(({ total }) => total !== null);
  if (best === undefined || latest === undefined) return null;
  const pointsOf = (attempt: AttemptCard, domain: string): number =>
    attempt.domains.find(({ id }) => id === domain)?.points ?? 0;
  return (
    <table className="figures w-full text-sm">
      <caption className="sr-only">{t('progress.domains')}</caption>
      <thead className="text-left text-xs text-muted">
        <tr className="border-b border-edge">
          <th scope="col" className="py-1 pr-3 font-medium">
            {t('ledger.domain')}
          </th>
          <th scope="col" className="py-1 pr-3 text-right font-medium">
            {t('progress.latest')}
          </th>
          <th scope="col" className="py-1 pr-3 text-right font-medium">
            {t('progress.best')}
          </th>
          <th scope="col" className="w-1/3 py-1 max-sm:sr-only">
            <span className="sr-only">{t('progress.share')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {progress.domains.map(({ id, name, most }) => {
          const [now, top] = [pointsOf(latest, id), Math.max(0, pointsOf(best, id))];
          const share = (points: number) => (most <= 0 ? 0 : Math.max(0, Math.min(1, points / most)) * 100);
          return (
            <tr key={id} className="border-b border-rule/70">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                {plain(name)}
              </th>
              <td className="py-1.5 pr-3 text-right font-semibold whitespace-nowrap">
                {number(now)} <span className="font-normal text-muted">/ {number(most)}</span>
              </td>
              <td className="py-1.5 pr-3 text-right">{number(top)}</td>
              <td className="py-1.5 max-sm:sr-only">
                <span className="sr-only">{t('progress.percent', { share: Math.round(share(now)) })}</span>
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="block h-2 w-full" aria-hidden>
                  <rect width={100} height={8} className="fill-rule" />
                  <rect width={share(now)} height={8} className="fill-accent" />
                  <path d={`M${share(top)} 0v8`} className="stroke-ink" strokeWidth={1} />
                </svg>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Row({
  attempt,
  place,
  progress,
  words,
  date,
}: {
  readonly attempt: AttemptCard;
  readonly place: number;
  readonly progress: Progress;
  readonly words: Words;
  readonly date: (iso: string) => string;
}) {
  const { t, language, number, span } = words;
  const finished = attempt.phase === 'debrief';
  const origin = progress.attempts.find((one) => one.attempt === attempt.forkedFrom);
  const base = `/${language}/attempts/${attempt.attempt}`;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-rule/80 py-2 text-sm">
      <span className="figures w-6 text-muted">{place + 1}</span>
      <span className="figures w-28">{date(attempt.begun)}</span>
      <span className="w-24 text-muted">{t(`start.${attempt.mode}`)}</span>
      <span className="figures min-w-32 flex-1">
        {attempt.total === null ? (
          <span className="text-muted">{t('progress.going', { span: span(attempt.now) })}</span>
        ) : (
          <>
            <strong>{number(attempt.total)}</strong>{' '}
            {attempt.grade !== null && (
              <span className={attempt.passed === true ? 'text-good' : 'text-alert'}>
                {t(`grade.${attempt.grade}`)}
              </span>
            )}
          </>
        )}
      </span>
      <span className="flex flex-wrap gap-x-4">
        {finished && origin?.phase === 'debrief' && (
          <Link
            href={`/${language}/compare?first=${origin.attempt}&second=${attempt.attempt}`}
            className="text-accent underline underline-offset-2"
          >
            {t('progress.compare', { n: progress.attempts.indexOf(origin) + 1 })}
          </Link>
        )}
        <Link href={finished ? `${base}/debrief` : base} className="text-accent underline underline-offset-2">
          {finished ? t('shelf.debrief') : t('shelf.continue', { span: span(attempt.now) })}
          <span className="sr-only">
            {' '}
            {place + 1}, {progress.complaint}
          </span>
        </Link>
      </span>
    </li>
  );
}

/** `date` writes a wall time in the language of the page. */
export function CaseProgress({
  progress,
  words,
  date,
}: {
  readonly progress: Progress;
  readonly words: Words;
  readonly date: (iso: string) => string;
}) {
  const { t, number } = words;
  const best = bestOf(progress.attempts);
  const latest = progress.attempts.findLast(({ total }) => total !== null);
  return (
    <section aria-label={progress.complaint} className="rounded-lg border bg-sheet p-4 sm:p-5">
      <h3 className="font-serif text-xl font-semibold">{progress.complaint}</h3>
      {best !== undefined && latest !== undefined && (
        <>
          <p className="figures mt-1 text-sm text-muted">
            {t('progress.summary', { latest: number(latest.total ?? 0), best: number(best.total ?? 0) })}
          </p>
          <div className="mt-3 grid gap-5 md:grid-cols-[minmax(0,1fr)_auto]">
            <Domains progress={progress} words={words} />
            <Bars attempts={progress.attempts} words={words} />
          </div>
        </>
      )}
      <ol className="mt-4">
        {progress.attempts.map((attempt, place) => (
          <Row
            key={attempt.attempt}
            attempt={attempt}
            place={place}
            progress={progress}
            words={words}
            date={date}
          />
        ))}
      </ol>
    </section>
  );
}
