// The review deck with the way to keep each look at a card.
'use client';
import { ReviewDeck } from '#components/progress/review-deck';
import type { ReviewCard } from '#machines/progress';
import { keepReview } from '../attempt-client';

export function Deck({ cards }: { readonly cards: readonly ReviewCard[] }) {
  return <ReviewDeck cards={cards} keep={({ caseId, rule }, rating) => keepReview(caseId, rule, rating)} />;
}
