// The learner's reasoning beside the reference: final diagnosis by component, problem in one sentence, illness scripts.
import { Check, Minus } from 'lucide-react';
import type { DebriefView } from '#machines/ledger';
import { plain, Prose } from '../prose';
import type { Words } from '../words';

type Parts = { readonly view: DebriefView; readonly words: Words };

export function DiagnosisReview({ view, words }: Parts) {
  const { t, number } = words;
  const { diagnosis } = view.sheet;
  return (
    <section aria-labelledby="diagnosis-title" className="rounded-lg border bg-sheet p-4">
      <h3 id="diagnosis-title" className="font-serif text-lg font-semibold">
        {t('diagnosis.title')}
      </h3>
      <p className="story mt-1 text-base">
        <span className="text-muted">{t('diagnosis.yours')}</span>{' '}
        {diagnosis.entries.length === 0 ? t('diagnosis.none') : diagnosis.entries.join(' · ')}
      </p>
      <table className="mt-2 w-full text-sm">
        <caption className="sr-only">{t('diagnosis.title')}</caption>
        <thead className="text-left text-xs text-muted">
          <tr className="border-b border-edge">
            <th scope="col" className="py-1 font-medium">
              {t('diagnosis.component')}
            </th>
            <th scope="col" className="py-1 font-medium">
              {t('diagnosis.matched')}
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              {t('diagnosis.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {diagnosis.components.map(({ id, points, most, matched }) => (
            <tr key={id} className="border-b border-rule/70 align-baseline wrap-anywhere">
              <th scope="row" className="py-1.5 pr-3 text-left font-medium">
                {points > 0 ? (
                  <Check aria-hidden size={14} className="mr-1 inline text-good" />
                ) : (
                  <Minus aria-hidden size={14} className="mr-1 inline text-alert" />
                )}
                {plain(view.components.find((component) => component.id === id)?.name ?? [id])}
              </th>
              <td className="story py-1.5 pr-3 text-[0.9375rem]">
                {matched ?? <span className="text-muted">–</span>}
              </td>
              <td className="figures py-1.5 text-right whitespace-nowrap">
                {number(points)} <span className="text-muted">/ {number(most)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.partialFeedback !== null && <Prose of={view.partialFeedback} className="story mt-2 text-base" />}
      {diagnosis.review && <p className="mt-2 text-sm text-caution">{t('diagnosis.review')}</p>}
    </section>
  );
}

export function ProblemReview({ view, words }: Parts) {
  const { t } = words;
  return (
    <section
      aria-labelledby="problem-title"
      className="grid gap-4 rounded-lg border bg-sheet p-4 md:grid-cols-2"
    >
      <h3 id="problem-title" className="font-serif text-lg font-semibold md:col-span-2">
        {t('representation.title')}
      </h3>
      <div>
        <p className="eyebrow">{t('representation.own')}</p>
        <p className="story mt-1">{view.problem.own ?? t('representation.none')}</p>
      </div>
      <div>
        <p className="eyebrow">{t('representation.model')}</p>
        <Prose of={view.problem.model} className="story mt-1" />
      </div>
    </section>
  );
}

export function Scripts({ view, words }: Parts) {
  const { t } = words;
  if (view.scripts.length === 0) return null;
  return (
    <section aria-labelledby="scripts-title" className="no-print rounded-lg border bg-sheet px-4 pt-3 pb-1">
      <h3 id="scripts-title" className="font-serif text-lg font-semibold">
        {t('scripts.title')}
      </h3>
      <p className="mb-1 text-sm text-muted">{t('scripts.text')}</p>
      {view.scripts.map((script) => (
        <details key={script.id} className="border-t border-rule/80">
          <summary className="opens py-2 text-[0.9375rem] font-medium hover:text-accent">
            {plain(script.name)}
          </summary>
          <dl className="mb-3 grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[8rem_minmax(0,1fr)]">
            {(['course', 'supports', 'against', 'decides'] as const).map((part) => (
              <div key={part} className="contents">
                <dt className="text-muted">{t(`scripts.${part}`)}</dt>
                <dd className="story text-base">
                  <Prose of={script[part]} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </section>
  );
}
