// What to play next: the moment that is worth another try, the cards that are due, the case once more, and cases not played yet.
import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { DebriefView } from '#machines/ledger';
import type { CaseCard } from '#machines/wire';
import { plain } from '../prose';
import type { Words } from '../words';
import { momentHref } from './moment';

/** The key step that lost most and could still be met, and the second halfway to the end of its best window. */
export function worthAnotherTry(
  view: DebriefView,
): { readonly rule: string; readonly at: number; readonly lost: number } | null {
  const end = view.stages.at(-1)?.to ?? 0;
  const tries = view.timeTo.flatMap(({ rule, windows }) => {
    const line = view.sheet.lines.find((one) => one.rule === rule);
    const until = windows[0]?.to;
    if (line === undefined || until === undefined || until === null) return [];
    const at = Math.floor(until / 120) * 60;
    return line.most > line.points && at < end ? [{ rule, at, lost: line.most - line.points }] : [];
  });
  return tries.toSorted((a, b) => b.lost - a.lost)[0] ?? null;
}

function Way({
  href,
  title,
  children,
}: {
  readonly href: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const inside = (
    <>
      <span className="flex items-center justify-between gap-2 font-semibold group-hover:text-accent">
        {title}
        <ArrowRight aria-hidden size={16} className="shrink-0 text-accent" />
      </span>
      <span className="mt-1 block text-sm text-muted">{children}</span>
    </>
  );
  const look = 'group block h-full rounded-lg border bg-sheet p-4 hover:border-accent';
  return (
    <li>
      {href.startsWith('#') ? (
        <a href={href} className={look}>
          {inside}
        </a>
      ) : (
        <Link href={href} className={look}>
          {inside}
        </Link>
      )}
    </li>
  );
}

/** `due` counts the review cards that are due; `others` are cases that were not played yet. */
export function NextSteps({
  view,
  words,
  caseId,
  due,
  others,
}: {
  readonly view: DebriefView;
  readonly words: Words;
  readonly caseId: string | null;
  readonly due: number;
  readonly others: readonly CaseCard[];
}) {
  const { t, language, number, span } = words;
  const moment = worthAnotherTry(view);
  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {moment !== null && (
        <Way href={momentHref(moment.at)} title={t('next.replay', { span: span(moment.at) })}>
          {t('next.replay.text', {
            step: plain(view.reasons[moment.rule]?.label ?? [moment.rule]),
            lost: number(moment.lost),
          })}
        </Way>
      )}
      {due > 0 && (
        <Way href={`/${language}/progress`} title={t('next.review', { count: due })}>
          {t('next.review.text')}
        </Way>
      )}
      {caseId !== null && (
        <Way href={`/${language}/cases/${caseId}`} title={t('next.again')}>
          {t('next.again.text')}
        </Way>
      )}
      {others.map((card) => (
        <Way key={card.id} href={`/${language}/cases/${card.id}`} title={card.complaint}>
          {t('next.unplayed')}
        </Way>
      ))}
    </ul>
  );
}
