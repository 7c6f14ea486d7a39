// What to take home: checkpoints with their answers, points, questions to discuss, references, and what was added for the simulation.
import { Check, X } from 'lucide-react';
import type { DebriefView } from '#machines/ledger';
import type { Prose as ProseData } from '#machines/scenario/scenario';
import { plain, Prose } from '../prose';
import type { Words } from '../words';
import { SourceLine, SourceList } from './sources';

type Parts = { readonly view: DebriefView; readonly words: Words };

export function CheckpointReview({ view, words }: Parts) {
  const { t } = words;
  if (view.checkpoints.length === 0) return null;
  return (
    <section aria-labelledby="checkpoints-title" className="rounded-lg border bg-sheet px-4 pt-3 pb-1">
      <h3 id="checkpoints-title" className="font-serif text-lg font-semibold">
        {t('checkpoints.title')}
      </h3>
      {view.checkpoints.map((checkpoint) => {
        const answered = checkpoint.options.some(({ chosen }) => chosen);
        const right = answered && checkpoint.options.every((option) => option.right === option.chosen);
        return (
          <details key={checkpoint.id} className="border-t border-rule/80 first-of-type:border-t-0">
            <summary className="opens flex items-baseline gap-2 py-2 hover:text-accent">
              <span
                className={`w-24 shrink-0 text-xs font-semibold max-sm:w-20 ${!answered ? 'text-muted' : right ? 'text-good' : 'text-alert'}`}
              >
                {t(!answered ? 'checkpoints.open' : right ? 'checkpoints.right' : 'checkpoints.wrong')}
              </span>
              <span className="min-w-0 flex-1 text-[0.9375rem]">{plain(checkpoint.text)}</span>
            </summary>
            <ul className="mb-2 space-y-1 text-sm ml-6">
              {checkpoint.options.map((option) => (
                <li
                  key={option.id}
                  className={`flex items-baseline gap-2 ${option.right ? 'font-medium' : 'text-muted'}`}
                >
                  {option.right ? (
                    <Check
                      aria-label={t('checkpoints.key')}
                      size={14}
                      className="shrink-0 self-center text-good"
                    />
                  ) : (
                    <X aria-hidden size={14} className="shrink-0 self-center" />
                  )}
                  <span>
                    {plain(option.text)}
                    {option.chosen && (
                      <span className="ml-2 text-xs text-accent">{t('checkpoints.chosen')}</span>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            <div className="mb-3 ml-6 border-l-2 border-margin pl-4">
              <Prose of={checkpoint.feedback} className="story text-base" />
              <SourceList ids={checkpoint.sources} view={view} words={words} />
            </div>
          </details>
        );
      })}
    </section>
  );
}

function Block({
  title,
  items,
  ordered = false,
}: {
  readonly title: string;
  readonly items: readonly ProseData[];
  readonly ordered?: boolean;
}) {
  if (items.length === 0) return null;
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <div className="print:mb-2">
      <h3 className="font-serif text-lg font-semibold">{title}</h3>
      <Tag
        className={`story mt-2 space-y-1.5 print:mt-1 print:space-y-0.5 ${ordered ? 'list-decimal pl-7' : 'list-disc pl-5'} marker:text-muted`}
      >
        {items.map((item) => (
          <li key={plain(item)}>
            <Prose of={item} />
          </li>
        ))}
      </Tag>
    </div>
  );
}

export function TakeHome({ view, words }: Parts) {
  const { t } = words;
  return (
    <div className="space-y-4">
      <div className="grid gap-x-10 gap-y-6 rounded-lg border bg-sheet p-5 print:break-inside-auto! lg:grid-cols-[minmax(0,6fr)_minmax(0,5fr)] print:block print:columns-2 print:gap-8">
        <Block title={t('takehome.teaching')} items={view.teaching} ordered />
        <div className="space-y-6 print:contents">
          <Block title={t('takehome.questions')} items={view.questions} />
          <Block title={t('takehome.objectives')} items={view.objectives} />
        </div>
      </div>
      {view.added.length > 0 && (
        <details className="no-print rounded-lg border bg-sheet px-4 py-2">
          <summary className="opens py-1 font-serif text-lg font-semibold hover:text-accent">
            {t('takehome.added')}
          </summary>
          <Prose of={view.added} className="story mt-1 mb-2 max-w-[70ch] text-base" />
        </details>
      )}
      <details className="no-print rounded-lg border bg-sheet px-4 py-2">
        <summary className="opens py-1 font-serif text-lg font-semibold hover:text-accent">
          {t('takehome.references')}{' '}
          <span className="figures text-sm font-normal text-muted">{view.sources.length}</span>
        </summary>
        <ol className="mt-1 mb-2 list-decimal space-y-1.5 pl-7 text-sm">
          {view.sources.map((source) => (
            <li key={source.id}>
              <SourceLine source={source} words={words} />
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
