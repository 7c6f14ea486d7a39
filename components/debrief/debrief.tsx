// The debrief in its order: what happened, why, how you reasoned, what to take home. The reflection stands before it.
import type { Curve, DebriefView } from '#machines/ledger';
import { plain } from '../prose';
import type { Words } from '../words';
import { CurveChart, Legend } from './curve-chart';
import { CheckpointReview, TakeHome } from './learning';
import { Ledger } from './ledger';
import { DiagnosisReview, DifferentialTrail, ProblemReview, Scripts } from './reasoning-review';
import { CriticalFails, Harm, Result } from './result';
import { Switcher } from './switcher';
import { TimeTo } from './time-to';

type Parts = { readonly view: DebriefView; readonly words: Words };

const order: readonly Curve['who'][] = ['you', 'reference', 'untreated'];

function Course({ view, words }: Parts) {
  const vitals = [...new Set(view.curves.map(({ vital }) => vital))];
  const of = (vital: string) =>
    order.flatMap((who) => view.curves.find((curve) => curve.vital === vital && curve.who === who) ?? []);
  const present = order.filter((who) => view.curves.some((curve) => curve.who === who));
  return (
    <>
      {vitals.length > 0 && (
        <div className="rounded-lg border bg-sheet p-4">
          <Legend words={words} who={present} />
          <div className="mt-2">
            <Switcher
              label={words.t('curve.choose')}
              panels={vitals.map((vital) => ({
                id: vital,
                label: plain(of(vital)[0]?.label ?? [vital]),
                content: <CurveChart curves={of(vital)} view={view} words={words} />,
              }))}
            />
          </div>
        </div>
      )}
      <div className="mt-4 space-y-4">
        <div className="rounded-lg border bg-sheet p-4">
          <TimeTo view={view} words={words} />
        </div>
        <details className="rounded-lg border bg-sheet p-4">
          <summary className="eyebrow py-1">
            {words.t('course.interventions', { count: view.interventions.length })}
          </summary>
          <ol className="figures mt-1 text-sm">
            {view.interventions.map(({ at, item, name, detail }) => (
              <li
                key={`${at} ${item} ${detail ?? ''}`}
                className="grid grid-cols-[6.5rem_minmax(0,1fr)] border-t border-rule/70 py-1"
              >
                <span className="text-muted">T+{words.span(at)}</span>
                <span>
                  {name} {detail !== null && <span className="text-muted">{detail}</span>}
                </span>
              </li>
            ))}
          </ol>
        </details>
      </div>
    </>
  );
}

function Part({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: React.ReactNode;
}) {
  return (
    <section aria-labelledby={id} className="mt-10">
      <h2 id={id} className="mb-3 border-b border-edge pb-1 font-serif text-2xl font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** `names` are the items' names in the view's language. */
export function Debrief({
  view,
  words,
  names,
}: Parts & { readonly names: { readonly [item: string]: string } }) {
  const { t } = words;
  return (
    <>
      <Result view={view} words={words} />
      <div className="mt-4 empty:hidden">
        <CriticalFails view={view} words={words} />
      </div>
      <Part id="course-title" title={t('course.title')}>
        <Course view={view} words={words} />
      </Part>
      <Part id="why-title" title={t('why.title')}>
        <p className="mb-3 max-w-[70ch] text-sm text-muted">{t('why.text')}</p>
        <Ledger view={view} names={names} words={words} />
        <div className="mt-5">
          <Harm view={view} words={words} names={names} />
        </div>
        <p className="figures mt-3 text-sm text-muted">
          {t('why.cost', { euro: words.number(view.sheet.cost) })}
        </p>
      </Part>
      <Part id="thinking-title" title={t('thinking.title')}>
        <div className="space-y-4">
          <DiagnosisReview view={view} words={words} />
          <ProblemReview view={view} words={words} />
          <DifferentialTrail view={view} words={words} />
          <CheckpointReview view={view} words={words} />
          <Scripts view={view} words={words} />
        </div>
      </Part>
      <Part id="takehome-title" title={t('takehome.title')}>
        <TakeHome view={view} words={words} />
      </Part>
    </>
  );
}
