// What a learner types at the bedside, understood for an attempt: only what its case offers now, and no hint of what it expects.
import type { Language } from '#machines/scenario/item';
import type { UnderstandAnswer } from '#machines/wire';
import { revisionOf, viewAttempt } from './attempts';
import { publishedCases } from './library';
import { playableOf } from './playables';
import { bookOf, casePartOf } from './search/cache';
import { candidatesOf } from './search/candidates';
import { understand } from './search/understand';
import { Unreplayable } from './unreplayable';

/** Understands a text. Null: no such attempt of this learner. Throws StoreUnavailable, Unreplayable. */
export async function understandIn(
  attempt: string,
  learner: string | null,
  text: string,
  language: Language,
): Promise<UnderstandAnswer | null> {
  const revision = await revisionOf(attempt, learner);
  if (revision === null) return null;
  const playable = await playableOf(revision);
  if (playable === null) throw new Unreplayable('revision');
  const book = await bookOf(playable.ward);
  const { phrases, offered, later } = casePartOf(book, playable);
  // What opens later may be meant once the view shows it.
  const view = later ? await viewAttempt(attempt, learner, language, Number.MAX_SAFE_INTEGER) : null;
  const opened = new Set(view?.opened.map(({ id }) => id));
  const allowed = (id: string) => offered.has(id) || opened.has(id);
  const parts = understand(book, text, { language, own: phrases, allowed });
  return {
    parts: parts.map((part) => ({
      text: part.text,
      confident: part.confident,
      asks: part.steer.verbs.has('ask'),
      candidates: candidatesOf(part, (id) => playable.item(id)),
    })),
  };
}

/** Makes the phrase book of the ward that the shelf's cases share, so that nobody waits for it while typing. */
export async function readySearch(): Promise<void> {
  const [one] = await publishedCases();
  const playable = one === undefined ? null : await playableOf(one.revision);
  if (playable === null) return;
  const book = await bookOf(playable.ward);
  casePartOf(book, playable);
  // The first questions are slow whoever asks them.
  for (const text of FIRST_QUESTIONS) understand(book, text);
}

const FIRST_QUESTIONS = ['okay, and do you have any pain?', 'emocromo, pcr e rx torace', 'paracetmol 1 g iv'];
