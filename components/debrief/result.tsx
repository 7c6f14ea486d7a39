// What happened and what it earned: the outcome in words, the score as a visible sum, harm and critical fails apart.
import { ShieldAlert } from 'lucide-react';
import type { DebriefView } from '#machines/ledger';
import { plain, Prose } from '../prose';
import type { Words } from '../words';
import { Costliest, DomainBars } from './domain-bars';
import { signed } from './ledger';
import { momentHref } from './moment';

type Parts = { readonly view: DebriefView; readonly words: Words };

function Sum({ view, words }: Parts) {
  const { t } = words;
  const { sheet } = view;
  const rows = [
    [t('sum.merit'), sheet.merit],
    [t('sum.harm'), sheet.harm],
    ...(sheet.adjustment === 0 ? [] : ([[t('sum.adjustment'), sheet.adjustment]] as const)),
  ] as const;
  return (
    <table className="w-full max-w-xs text-sm">
      <caption className="eyebrow pb-1 text-left">{t('sum.title')}</caption>
      <tbody>
        {rows.map(([name, points]) => (
          <tr key={name}>
            <th scope="row" className="py-0.5 text-left font-normal">
              {name}
            </th>
            <td className="figures py-0.5 text-right">{signed(words, points)}</td>
          </tr>
        ))}
        <tr className="border-t border-ink font-semibold">
          <th scope="row" className="py-1 text-left">
            {t('sum.total')}
          </th>
          <td className="figures py-1 text-right">{words.number(sheet.total)}</td>
        </tr>
      </tbody>
    </table>
  );
}

export function Result({ view, words }: Parts) {
  const { t, number } = words;
  const { sheet, outcome } = view;
  return (
    <section aria-labelledby="outcome-title" className="rounded-lg border bg-sheet p-5 shadow-sheet sm:p-7">
      <div className="grid gap-x-10 gap-y-6 md:grid-cols-[minmax(0,1fr)_16rem] print:grid-cols-[minmax(0,1fr)_13rem]">
        <div>
          <h2 id="outcome-title" className="font-serif text-2xl font-semibold">
            {plain(outcome.title)}
          </h2>
          <Prose of={outcome.text} className="story mt-2 max-w-[62ch]" />
        </div>
        <div>
          <p className="flex items-baseline gap-2">
            <span className="figures font-serif text-6xl leading-none font-semibold">
              {number(sheet.total)}
            </span>
            <span className="text-muted">/ 100</span>
          </p>
          <p className={`mt-1 font-semibold ${sheet.passed ? 'text-good' : 'text-alert'}`}>
            {t(`grade.${sheet.grade}`)}
          </p>
        </div>
        <div className="border-t border-rule/80 pt-4">
          <DomainBars view={view} words={words} />
        </div>
        <div className="space-y-5 border-t border-rule/80 pt-4">
          <Sum view={view} words={words} />
          <Costliest view={view} words={words} />
        </div>
      </div>
    </section>
  );
}

export function CriticalFails({ view, words }: Parts) {
  const { t } = words;
  if (view.sheet.critical.length === 0) return null;
  return (
    <section aria-labelledby="critical-title" className="rounded-lg border-2 border-alert bg-sheet p-5">
      <h2 id="critical-title" className="flex items-center gap-2 font-serif text-xl font-semibold text-alert">
        <ShieldAlert aria-hidden size={20} />
        {t('critical.title')}
      </h2>
      <p className="mt-1 text-sm text-muted">{t('critical.text')}</p>
      <ul className="mt-3 space-y-3">
        {view.sheet.critical.map(({ id, at }) => {
          const reason = view.reasons[id];
          return (
            <li key={id} className="margin-rule pl-4">
              <p className="font-semibold">
                {reason === undefined ? id : plain(reason.label)}
                {at !== null && (
                  <a
                    href={momentHref(at)}
                    className="figures ml-2 text-sm font-normal text-accent underline underline-offset-2"
                  >
                    T+{words.span(at)}
                  </a>
                )}
              </p>
              {reason !== undefined && <Prose of={reason.reason} className="story text-base" />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
