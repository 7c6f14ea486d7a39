// Asks the server what is meant by what is typed, shortly after the last letter; matches by letters alone when it does not answer.
'use client';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { OfferView } from '#machines/view';
import type { UnderstandAnswer } from '#machines/wire';
import { findings, type Findings, nothing } from './found';
import type { OfferIndex } from './offer-search';

/** Asks what is meant; null when it could not be asked. */
export type Understand = (text: string, signal: AbortSignal) => Promise<UnderstandAnswer | null>;

const pause = 90;
const patience = 700;
const idle = 300;

/** `settled` is false while the findings still belong to an earlier query; `onSettled` is told when they do no more. */
export function useFound(
  query: string,
  offers: readonly OfferView[],
  understand: Understand,
  onSettled: (found: Findings) => void,
): { readonly found: Findings; readonly settled: boolean } {
  const byId = useMemo(() => new Map(offers.map((offer) => [offer.id, offer])), [offers]);
  const [index, setIndex] = useState<OfferIndex | null>(null);
  const made = useRef<OfferIndex | null>(null);
  const [answered, setAnswered] = useState({ query: '', found: nothing });
  const text = query.trim();

  // Fetched while the learner reads, so that it is there when the connection is not.
  useEffect(() => {
    if (offers.length === 0) return;
    let wanted = true;
    const make = async () => {
      const { indexOffers } = await import('./offer-search');
      const next = await indexOffers(offers, made.current);
      if (!wanted) return;
      made.current = next;
      setIndex(next);
    };
    const timer = setTimeout(() => void make(), idle);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [offers]);

  const settle = useEffectEvent((asked: string, answer: UnderstandAnswer | null) => {
    const found = findings(asked, answer, index?.find(asked) ?? [], byId, index?.fits(asked) ?? false);
    setAnswered({ query: asked, found });
    onSettled(found);
  });
  // What the server did not say in time is matched by letters once these can be: on a first visit they come later than the query.
  const unanswered = useRef('');
  const matchLate = useEffectEvent(() => {
    if (text !== '' && unanswered.current === text) settle(text, null);
  });
  useEffect(() => {
    if (index !== null) matchLate();
  }, [index]);
  useEffect(() => {
    unanswered.current = '';
    if (text === '') return;
    const control = new AbortController();
    const givenUp = setTimeout(() => {
      unanswered.current = text;
      settle(text, null);
    }, patience);
    const ask = setTimeout(() => {
      void understand(text, control.signal).then((answer) => {
        if (control.signal.aborted) return;
        clearTimeout(givenUp);
        unanswered.current = answer === null ? text : '';
        settle(text, answer);
      });
    }, pause);
    return () => {
      control.abort();
      clearTimeout(ask);
      clearTimeout(givenUp);
    };
    // Asked again when the list of what can be done has come.
  }, [text, understand, byId]);

  return text === ''
    ? { found: nothing, settled: false }
    : { found: answered.found, settled: answered.query === text };
}
