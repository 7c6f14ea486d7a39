// The debrief in its order: what happened, why, how you reasoned, what to take home. The reflection stands before it.
import type { ReactNode } from 'react';
import type { DebriefView } from '#machines/ledger';
import { PanelBoundary } from '../panel-boundary';
import type { Words } from '../words';
import { CheckpointReview, TakeHome } from './learning';
import { Ledger } from './ledger';
import { momentHref } from './moment';
import { DiagnosisReview, ProblemReview, Scripts } from './reasoning-review';
import { CriticalFails, Result } from './result';
import { TimeTo } from './time-to';
import { ClosureReview, DifferentialTrail } from './trail';

type Parts = { readonly view: DebriefView; readonly words: Words };

function Interventions({ view, words }: Parts) {
  return (
    <details className="no-print rounded-lg border bg-sheet px-4 py-2">
      <summary className="opens py-1 font-serif text-lg font-semibold hover:text-accent">
        {words.t('course.interventions', { count: view.interventions.length })}
      </summary>
      <ol className="mt-1 text-sm">
        {view.interventions.map(({ at, item, name, detail }) => (
          <li
            key={`${at} ${item} ${detail ?? ''}`}
            className="grid grid-cols-[6.5rem_minmax(0,1fr)] border-t border-rule/70 py-1"
          >
            <a href={momentHref(at)} className="figures text-accent underline underline-offset-2">
              T+{words.span(at)}
            </a>
            <span>
              {name} {detail !== null && <span className="text-muted">{detail}</span>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Part({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="print-tight mt-10">
      <h2 id={id} className="mb-3 border-b border-edge pb-1 font-serif text-2xl font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}

/**
 * `names` are the items' names in the view's language, `course` the explorer of the curves, `next` what to play next. Needs a WordsProvider with
 * `ledger` and `state`.
 */
export function Debrief({
  view,
  words,
  names,
  course,
  next = null,
}: Parts & {
  readonly names: { readonly [item: string]: string };
  readonly course: ReactNode;
  readonly next?: ReactNode;
}) {
  const { t } = words;
  return (
    <>
      <PanelBoundary name={t('debrief.page')}>
        <Result view={view} words={words} />
      </PanelBoundary>
      <div className="mt-4 empty:hidden">
        <PanelBoundary name={t('debrief.page')}>
          <CriticalFails view={view} words={words} />
        </PanelBoundary>
      </div>
      <Part id="course-title" title={t('course.title')}>
        <div className="space-y-4">
          {view.curves.length > 0 && (
            <div className="rounded-lg border bg-sheet p-4">
              <PanelBoundary name={t('course.title')}>{course}</PanelBoundary>
            </div>
          )}
          <PanelBoundary name={t('timeto.title')}>
            <TimeTo view={view} words={words} />
          </PanelBoundary>
          <PanelBoundary name={t('course.title')}>
            <Interventions view={view} words={words} />
          </PanelBoundary>
        </div>
      </Part>
      <Part id="why-title" title={t('why.title')}>
        <p className="mb-3 max-w-[70ch] text-sm text-muted">{t('why.text')}</p>
        <PanelBoundary name={t('why.title')}>
          <Ledger view={view} names={names} words={words} />
        </PanelBoundary>
      </Part>
      <Part id="thinking-title" title={t('thinking.title')}>
        <div className="space-y-4">
          <PanelBoundary name={t('thinking.title')}>
            <DiagnosisReview view={view} words={words} />
          </PanelBoundary>
          <PanelBoundary name={t('thinking.title')}>
            <ProblemReview view={view} words={words} />
          </PanelBoundary>
          <PanelBoundary name={t('thinking.title')}>
            <DifferentialTrail view={view} words={words} />
          </PanelBoundary>
          <PanelBoundary name={t('thinking.title')}>
            <ClosureReview view={view} words={words} />
          </PanelBoundary>
          <PanelBoundary name={t('thinking.title')}>
            <CheckpointReview view={view} words={words} />
          </PanelBoundary>
          <PanelBoundary name={t('thinking.title')}>
            <Scripts view={view} words={words} />
          </PanelBoundary>
        </div>
      </Part>
      <Part id="takehome-title" title={t('takehome.title')}>
        <PanelBoundary name={t('takehome.title')}>
          <TakeHome view={view} words={words} />
        </PanelBoundary>
      </Part>
      {next !== null && (
        <div className="no-print">
          <Part id="next-title" title={t('next.title')}>
            <PanelBoundary name={t('next.title')}>{next}</PanelBoundary>
          </Part>
        </div>
      )}
    </>
  );
}
