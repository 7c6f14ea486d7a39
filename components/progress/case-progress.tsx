// How one case has gone: best and latest by domain, a bar for every attempt, and the way back into each.
import Link from 'next/link';
import type { AttemptCard, CaseProgress as Progress } from '#machines/progress';
import { plain } from '../prose';
import { LocalDate } from '../ui/local-date';
import type { Words } from '../words';
import { ScoreBars } from './score-bars';

/** The finished attempt with the highest score; of equals the first. */
export function bestOf(attempts: readonly AttemptCard[]): AttemptCard | undefined {
  return attempts.reduce<AttemptCard | undefined>(
    (best, one) => (one.total !== null && one.total > (best?.total ?? -1) ? one : best),
    undefined,
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
    <table className="w-full text-sm">
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
              <th scope="row" className="py-1.5 pr-3 text-left font-normal wrap-anywhere">
                {plain(name)}
              </th>
              <td className="figures py-1.5 pr-3 text-right font-semibold whitespace-nowrap">
                {number(now)} <span className="font-normal text-muted">/ {number(most)}</span>
              </td>
              <td className="figures py-1.5 pr-3 text-right">{number(top)}</td>
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
}: {
  readonly attempt: AttemptCard;
  readonly place: number;
  readonly progress: Progress;
  readonly words: Words;
}) {
  const { t, language, number, span } = words;
  const finished = attempt.phase === 'debrief';
  const origin = progress.attempts.find((one) => one.attempt === attempt.forkedFrom);
  const base = `/${language}/attempts/${attempt.attempt}`;
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-rule/80 py-2 text-sm">
      <span className="figures w-6 text-muted">{place + 1}</span>
      <span className="figures w-28">
        <LocalDate iso={attempt.begun} language={language} />
      </span>
      <span className="w-24 text-muted">{t(`start.${attempt.mode}`)}</span>
      <span className="figures min-w-32 flex-1">
        {attempt.total === null ? (
          <span className="text-muted">
            {attempt.phase === 'closing'
              ? t('progress.closing')
              : t('progress.going', { span: span(attempt.now) })}
          </span>
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
          {finished
            ? t('shelf.debrief')
            : attempt.phase === 'closing'
              ? t('shelf.close')
              : t('shelf.continue', { span: span(attempt.now) })}
          <span className="sr-only">
            {' '}
            {place + 1}, {progress.complaint}
          </span>
        </Link>
      </span>
    </li>
  );
}

export function CaseProgress({ progress, words }: { readonly progress: Progress; readonly words: Words }) {
  const { t, number } = words;
  const best = bestOf(progress.attempts);
  const latest = progress.attempts.findLast(({ total }) => total !== null);
  return (
    <section aria-label={progress.complaint} className="rounded-lg border bg-sheet p-4 sm:p-5">
      <h3 className="font-serif text-xl font-semibold">{progress.complaint}</h3>
      {best !== undefined && latest !== undefined && (
        <>
          <p className="mt-1 text-sm text-muted">
            {t('progress.summary', { latest: number(latest.total ?? 0), best: number(best.total ?? 0) })}
          </p>
          <div className="mt-4 grid grid-cols-1 gap-x-8 gap-y-5 md:grid-cols-[minmax(0,1fr)_auto]">
            <Domains progress={progress} words={words} />
            <ScoreBars attempts={progress.attempts} words={words} />
          </div>
        </>
      )}
      <ol className="mt-4">
        {progress.attempts.map((attempt, place) => (
          <Row key={attempt.attempt} attempt={attempt} place={place} progress={progress} words={words} />
        ))}
      </ol>
    </section>
  );
}
