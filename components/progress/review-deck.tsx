// The review deck: one missed line at a time, first the question, then the answer, then how well it was known.
'use client';
import { useEffect, useRef, useState } from 'react';
import type { ReviewCard, ReviewRating } from '#machines/progress';
import { plain, Prose } from '../prose';
import { Button } from '../ui/button';
import { useWords } from '../words-provider';

const ratings = [1, 2, 3, 4] as const;

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
  const [queue, setQueue] = useState(() => cards.filter(({ isDue }) => isDue));
  const [open, setOpen] = useState(false);
  const [state, setState] = useState<'idle' | 'keeping' | 'failed'>('idle');
  const [said, setSaid] = useState('');
  const answer = useRef<HTMLDivElement>(null);
  const question = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const [card] = queue;
  const key = card === undefined ? '' : `${card.caseId} ${card.rule}`;
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
    const minutes = (new Date(due).getTime() - Date.now()) / 60_000;
    const days = Math.max(1, Math.round(minutes / 1440));
    setSaid(minutes < 720 ? t('review.back.today') : t('review.back', { count: days }));
    moved.current = true;
    setState('idle');
    setOpen(false);
    // What was not known comes again at the end of this sitting.
    setQueue(minutes < 60 ? [...queue.slice(1), of] : queue.slice(1));
  };
  if (card === undefined)
    return (
      <div className="rounded-lg border bg-sheet p-5">
        <p className="story">{t(cards.length === 0 ? 'review.empty' : 'review.done')}</p>
        {said !== '' && <output className="mt-1 block text-sm text-muted">{said}</output>}
      </div>
    );
  return (
    <article className="rounded-lg border bg-sheet p-5 shadow-sheet sm:p-6">
      <p className="eyebrow">
        {t('review.left', { count: queue.length })} · {plain(card.domain)}
      </p>
      <p className="story mt-2 text-muted">{card.complaint}</p>
      <h3 ref={question} tabIndex={-1} className="mt-1 font-serif text-2xl font-semibold">
        {plain(card.label)}
      </h3>
      <p className="mt-1 text-sm text-muted">{t('review.question')}</p>
      {open ? (
        <div ref={answer} tabIndex={-1} className="mt-4 border-l-2 border-margin pl-4">
          {card.window.length > 0 && (
            <p className="figures text-sm">
              <span className="text-muted">{t('review.window')}</span> {plain(card.window)}
            </p>
          )}
          <Prose of={card.reason} className="story mt-1" />
          <a
            href={`/${language}/attempts/${card.attempt}/debrief?skip#line-${card.rule}`}
            className="mt-2 inline-block text-sm text-accent underline underline-offset-2"
          >
            {t('review.line')}
          </a>
          <fieldset className="mt-4 flex flex-wrap gap-2" disabled={state === 'keeping'}>
            <legend className="mb-1 text-sm font-medium">{t('review.rate')}</legend>
            {ratings.map((rating) => (
              <Button
                key={rating}
                look={rating === 3 ? 'strong' : 'plain'}
                onClick={() => void rate(card, rating)}
              >
                {t(`review.rating.${rating}`)}
              </Button>
            ))}
          </fieldset>
        </div>
      ) : (
        <div className="mt-4">
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
