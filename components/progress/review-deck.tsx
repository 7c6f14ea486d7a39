// The review deck: one missed line at a time, first the question, then the answer, then how well it was known.
'use client';
import { useEffect, useRef, useState } from 'react';
import type { ReviewCard, ReviewRating } from '#machines/progress';
import { plain, Prose } from '../prose';
import { Button } from '../ui/button';
import { useWords } from '../words-provider';
import { daysUntil, isDueOn } from './due';

const ratings = [1, 2, 3, 4] as const;
/** Cards of one sitting: more are not learned better. */
const SITTING = 10;

/** What is to be looked at on this day by this device's calendar. */
const dueNow = (cards: readonly ReviewCard[]): readonly ReviewCard[] => {
  const now = new Date();
  return cards.filter(({ due }) => isDueOn(due, now));
};

/** Days until the first card of all comes back; 0 without cards. */
function daysToNext(cards: readonly ReviewCard[]): number {
  const [next] = cards.map(({ due }) => due).toSorted();
  return next === undefined ? 0 : daysUntil(next, new Date());
}

function Nothing({
  none,
  days,
  said,
}: {
  readonly none: boolean;
  readonly days: number;
  readonly said: string;
}) {
  const { t } = useWords();
  return (
    <div className="rounded-lg border bg-sheet p-5">
      <p className="story">{t(none ? 'review.empty' : 'review.done')}</p>
      {said === '' && days > 0 && (
        <p className="mt-1 text-sm text-muted">{t('review.next', { count: days })}</p>
      )}
      {said !== '' && <output className="mt-1 block text-sm text-muted">{said}</output>}
    </div>
  );
}

/**
 * `keep` keeps one look at a card and resolves to when it comes back (ISO 8601), or to null when it could not be kept. Needs the
 * words `review`.
 */
export function ReviewDeck({
  cards,
  keep,
}: {
  readonly cards: readonly ReviewCard[];
  readonly keep: (card: ReviewCard, rating: ReviewRating) => Promise<string | null>;
}) {
  const { t, language } = useWords();
  // The server does not know which day it is for the learner; what it knows to be due is drawn until the page is alive.
  const [queue, setQueue] = useState<readonly ReviewCard[]>(() => cards.filter(({ isDue }) => isDue));
  const [days, setDays] = useState(0);
  const [rest, setRest] = useState(SITTING);
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<'idle' | 'keeping' | 'failed'>('idle');
  const [said, setSaid] = useState('');
  const answer = useRef<HTMLDivElement>(null);
  const question = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const [card] = queue;
  const key = card === undefined ? '' : `${card.caseId} ${card.rule}`;
  useEffect(() => {
    if (moved.current) return;
    setQueue(dueNow(cards));
    setDays(daysToNext(cards));
  }, [cards]);
  useEffect(() => {
    if (open) answer.current?.focus();
  }, [open]);
  useEffect(() => {
    if (moved.current) question.current?.focus();
  }, [key]);
  const rate = async (of: ReviewCard, rating: ReviewRating) => {
    setState('keeping');
    const due = await keep(of, rating);
    if (due === null) {
      setState('failed');
      return;
    }
    const now = new Date();
    const again = isDueOn(due, now);
    setSaid(again ? t('review.back.today') : t('review.back', { count: daysUntil(due, now) }));
    moved.current = true;
    setState('idle');
    setOpen(false);
    setRest(rest - 1);
    // What is not yet known well comes again at the end of this sitting.
    setQueue(again ? [...queue.slice(1), { ...of, due }] : queue.slice(1));
  };
  if (card === undefined) return <Nothing none={cards.length === 0} days={days} said={said} />;
  if (rest <= 0)
    return (
      <div className="rounded-lg border bg-sheet p-5">
        <p className="story">{t('review.pause', { count: queue.length })}</p>
        <output className="mt-1 block text-sm text-muted">{said}</output>
        <Button className="mt-4" onClick={() => setRest(SITTING)}>
          {t('review.more')}
        </Button>
      </div>
    );
  return (
    <article className="rounded-lg border bg-sheet p-5 shadow-sheet sm:p-6">
      <p className="eyebrow flex flex-wrap justify-between gap-x-4">
        <span>{plain(card.domain)}</span>
        <span>{t('review.left', { count: queue.length })}</span>
      </p>
      <p className="story mt-3 text-muted">{card.complaint}</p>
      <h3 ref={question} tabIndex={-1} className="mt-1 font-serif text-2xl leading-tight font-semibold">
        {plain(card.label)}
      </h3>
      <p className="mt-2 text-sm text-muted">{t('review.question')}</p>
      {open ? (
        <div ref={answer} tabIndex={-1} className="mt-4 border-l-2 border-margin pl-4">
          {card.window.length > 0 && (
            <p className="text-sm">
              <span className="text-muted">{t('review.window')}</span> {plain(card.window)}
            </p>
          )}
          <Prose of={card.reason} className="story mt-1 max-w-[62ch]" />
          <a
            href={`/${language}/attempts/${card.attempt}/debrief?skip#line-${card.rule}`}
            className="mt-2 inline-block text-sm text-accent underline underline-offset-2"
          >
            {t('review.line')}
          </a>
          <fieldset
            className="mt-5 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap"
            disabled={state === 'keeping'}
          >
            <legend className="mb-1.5 text-sm font-medium">{t('review.rate')}</legend>
            {ratings.map((rating) => (
              <Button key={rating} onClick={() => void rate(card, rating)}>
                {t(`review.rating.${rating}`)}
              </Button>
            ))}
          </fieldset>
        </div>
      ) : (
        <div className="mt-5">
          <Button look="strong" onClick={() => setOpen(true)}>
            {t('review.show')}
          </Button>
        </div>
      )}
      <output className="mt-3 block text-sm text-muted empty:hidden">{said}</output>
      <p role="alert" className="mt-2 text-sm text-alert empty:hidden">
        {state === 'failed' ? t('review.failed') : ''}
      </p>
    </article>
  );
}
