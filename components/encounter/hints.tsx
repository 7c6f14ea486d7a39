// Hints on request, each at its price: what to think about, which kind of step, the step itself.
'use client';
import { Lightbulb } from 'lucide-react';
import type { HintView } from '#machines/view';
import { plain } from '../prose';
import { Button } from '../ui/button';
import { useWords } from '../words-provider';
import type { Take } from './take';

export function HintButton({ open, toggle }: { readonly open: boolean; readonly toggle: () => void }) {
  const { t } = useWords();
  return (
    <Button small look="quiet" aria-expanded={open} onClick={toggle}>
      <Lightbulb aria-hidden size={14} />
      {t('hint.button')}
    </Button>
  );
}

/** `costs` are the points of grades 1, 2 and 3. */
export function Hints({
  hints,
  costs,
  now,
  take,
}: {
  readonly hints: readonly HintView[];
  readonly costs: readonly number[];
  readonly now: number;
  readonly take: Take;
}) {
  const { t, find, number, span } = useWords();
  const last = hints.at(-1);
  const said = (hint: HintView): string => {
    const domain = plain(hint.domain);
    const verb = hint.verb === null ? '' : (find(`verb.${hint.verb}`) ?? hint.verb);
    if (hint.item !== null) return t('hint.said.3', { verb, name: hint.item.name });
    return hint.verb === null
      ? t('hint.said.1', { domain })
      : t('hint.said.2', { domain, verb, group: hint.group ?? '' });
  };
  return (
    <section aria-label={t('hint.title')} className="border-b bg-accent-wash/60 px-3 py-2 text-sm">
      <p className="text-muted">{t('hint.text')}</p>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        {([1, 2, 3] as const).map((grade) => (
          <Button key={grade} small onClick={() => take({ do: 'hint', with: { grade } })}>
            {t(`hint.grade.${grade}`)}{' '}
            <span className="figures text-muted">−{number(costs[grade - 1] ?? 0)}</span>
          </Button>
        ))}
      </div>
      <output className="story mt-2 block empty:hidden">
        {last !== undefined && (
          <>
            {said(last)}
            {last.at < now && (
              <span className="ml-2 font-sans text-xs text-muted">
                {t('hint.before', { span: span(now - last.at) })}
              </span>
            )}
          </>
        )}
      </output>
    </section>
  );
}
