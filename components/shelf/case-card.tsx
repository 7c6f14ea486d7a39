// One case on the shelf: the complaint in the patient's words, never the diagnosis, and where I stand with it.
import Link from 'next/link';
import type { CaseCard as Card } from '#machines/wire';
import { Prose } from '../prose';
import { buttonClass } from '../ui/button';
import type { Words } from '../words';

/** How I stand with a case, as a link: continue, read the debrief, or open. */
export function myLink(card: Card, words: Words): { readonly href: string; readonly text: string } {
  const { t, language } = words;
  const { my } = card;
  if (my === null) return { href: `/${language}/cases/${card.id}`, text: t('shelf.open') };
  const attempt = `/${language}/attempts/${my.attempt}`;
  return my.phase === 'debrief'
    ? { href: `${attempt}/debrief`, text: t('shelf.debrief') }
    : {
        href: attempt,
        text: my.phase === 'closing' ? t('shelf.close') : t('shelf.continue', { span: words.span(my.now) }),
      };
}

export function factsOf(card: Card, words: Words): readonly (readonly [string, string])[] {
  const { t, find } = words;
  return [
    [t('facts.setting'), find(`setting.${card.setting}`) ?? card.setting],
    [t('facts.level'), find(`level.${card.level}`) ?? card.level],
    [t('facts.time'), t('facts.minutes', { minutes: card.minutes })],
    [t('facts.clock'), t('facts.clock.text')],
    [t('facts.languages'), card.languages.map((language) => t(`language.${language}`)).join(', ')],
    [t('facts.review'), find(`review.${card.review}`) ?? card.review],
  ];
}

export function CaseCard({ card, words }: { readonly card: Card; readonly words: Words }) {
  const { t, number } = words;
  const link = myLink(card, words);
  return (
    <article className="relative grid gap-5 rounded-lg border bg-sheet p-5 shadow-sheet sm:grid-cols-[minmax(0,1fr)_15rem] sm:p-7">
      <div className="flex flex-col">
        <p className="eyebrow">
          {t(card.patient.sex === 'male' ? 'shelf.man' : 'shelf.woman', { age: card.patient.age })}
        </p>
        <h3 className="mt-1 font-serif text-2xl leading-tight font-semibold sm:text-[1.75rem]">
          <Link href={`/${words.language}/cases/${card.id}`} className="hover:text-accent">
            {card.complaint}
          </Link>
        </h3>
        <Prose of={card.role} className="story mt-2 max-w-[56ch] text-muted" />
        <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 pt-1 sm:mt-auto sm:pt-5">
          <Link href={link.href} className={buttonClass('strong')}>
            {link.text}
            <span className="sr-only">: {card.complaint}</span>
          </Link>
          {card.best !== null && (
            <p className="text-sm text-muted">
              {t('shelf.best', { total: number(card.best.total) })} · {t(`grade.${card.best.grade}`)}
            </p>
          )}
        </div>
      </div>
      <dl className="margin-rule grid content-start gap-x-3 gap-y-1 pl-4 text-sm max-sm:grid-cols-2">
        {[...factsOf(card, words), [t('cover.authors'), card.authors.join(', ')] as const].map(
          ([name, value]) => (
            <div key={name} className="py-0.5">
              <dt className="eyebrow">{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </article>
  );
}
