// The differential as it moved: probabilities against what was known at each moment, and against what turned out to be true.
import type { DebriefView } from '#machines/ledger';
import { plain, Prose } from '../prose';
import type { Words } from '../words';
import { momentHref } from './moment';
import { TrailChart } from './trail-chart';

type Parts = { readonly view: DebriefView; readonly words: Words };
type Trail = DebriefView['differential'];

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
      <TrailChart trail={trail} words={words} />
      <ol className={`mt-4 space-y-4 ${trail.length > 1 ? 'no-print' : ''}`}>
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
              <ul className="space-y-1">
                {entries.map((entry) => (
                  <Entry key={entry.diagnosis} entry={entry} view={view} words={words} />
                ))}
              </ul>
              {learned.length === 0 ? (
                <p className="mt-1 text-sm text-muted">{t('trail.learned.nothing')}</p>
              ) : (
                <details className="mt-1 text-sm text-muted">
                  <summary className="opens hover:text-accent">
                    {t(place === 0 ? 'trail.first' : 'trail.learned', { count: learned.length })}
                  </summary>
                  <p className="pl-4">{learned.join(' · ')}</p>
                </details>
              )}
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
      <span className={`ml-2 text-xs ${truthLook[entry.truth]}`}>
        {t(`trail.truth.${entry.truth}`)}
        {entry.truth !== 'right' && entry.relation !== null && (
          <>: {t(`trail.relation.${entry.relation.kind}`, { name: entry.relation.to })}</>
        )}
      </span>
    </>
  );
  if (script === undefined && reasons === 0) return <li className="pl-4 text-sm">{head}</li>;
  return (
    <li className="text-sm">
      <details>
        <summary className="opens hover:text-accent">{head}</summary>
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
              <ul className="mt-1 grid gap-x-6 text-sm sm:grid-cols-2">
                {closure.owed.slice(0, 8).map(({ rule, lost }) => (
                  <li key={rule} className="flex justify-between gap-3 border-b border-rule/70 py-1">
                    <a href={`#line-${rule}`} className="min-w-0 hover:text-accent hover:underline">
                      {plain(view.reasons[rule]?.label ?? [rule])}
                    </a>
                    <span className="figures shrink-0 text-alert">−{number(lost)}</span>
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
