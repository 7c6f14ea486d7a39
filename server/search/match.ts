// How well what was typed and a phrase of the ward mean the same: what they share, weighed by how much it says, seen from both sides.
import type { Token } from './lexicon';
import { sum, type Entry, type Phrase, type PhraseBook } from './phrase-book';

/** One piece of what was typed with its weight; likeness below 1 where it had to be corrected. */
export interface Asked {
  readonly token: Token;
  readonly weight: number;
}

export interface Match {
  readonly entry: Entry;
  /** 0..1 */
  readonly score: number;
  readonly isName: boolean;
}

const MOST_PHRASES = 260;
const EXACT = 0.97;
const FROM_PHRASE = 0.88;
const FROM_AROUND = 0.09;
const FROM_NAME = 0.03;

/** The best match of each entry, unsorted. @param typed words as typed, joined by blanks */
export function matchAll(book: PhraseBook, asked: readonly Asked[], typed: string): readonly Match[] {
  const features = [...new Set(asked.flatMap(({ token }) => [...token.features.keys()]))].filter((feature) =>
    book.hasFeature(feature),
  );
  const best = new Map<string, Match>();
  const total = sum(asked.map(({ weight }) => weight));
  if (total === 0) return [];
  for (const phrase of book.near(features, MOST_PHRASES)) {
    const score =
      phrase.text === typed ? Math.max(EXACT, scoreOf(asked, total, phrase)) : scoreOf(asked, total, phrase);
    const known = best.get(phrase.entry.id);
    if (
      known === undefined ||
      score > known.score ||
      (score === known.score && phrase.isName && !known.isName)
    )
      best.set(phrase.entry.id, { entry: phrase.entry, score, isName: phrase.isName });
  }
  return [...best.values()];
}

function scoreOf(asked: readonly Asked[], total: number, phrase: Phrase): number {
  let shared = 0;
  const covered = phrase.tokens.map(() => 0);
  for (const { token, weight } of asked) {
    let most = 0;
    for (const [at, other] of phrase.tokens.entries()) {
      const alike = likeness(token, other);
      if (alike > most) most = alike;
      if (alike > (covered[at] ?? 0)) covered[at] = alike;
    }
    shared += weight * most;
  }
  const ofPhrase = sum(phrase.weights.map((weight, at) => weight * (covered[at] ?? 0))) / phrase.weight;
  const ofAsked = shared / total;
  if (ofPhrase + ofAsked === 0) return 0;
  const both = (2 * ofPhrase * ofAsked) / (ofPhrase + ofAsked);
  // What other phrases of the same item share counts a little: "back" in one and "tap" in another still point at it.
  const around = within(asked, phrase.entry.features) / total;
  const inName = within(asked, phrase.entry.nameFeatures) / total;
  return Math.min(1, FROM_PHRASE * both + FROM_AROUND * around + FROM_NAME * inName);
}

function within(asked: readonly Asked[], features: ReadonlySet<string>): number {
  let sumOf = 0;
  for (const { token, weight } of asked) {
    let most = 0;
    for (const [feature, strength] of token.features)
      if (strength > most && features.has(feature)) most = strength;
    sumOf += weight * most;
  }
  return sumOf;
}

function likeness(a: Token, b: Token): number {
  let most = 0;
  const [few, many] = a.features.size < b.features.size ? [a.features, b.features] : [b.features, a.features];
  for (const [feature, strength] of few) {
    const other = many.get(feature);
    if (other !== undefined && strength * other > most) most = strength * other;
  }
  // Two words of one concept, or one stem, are the same thing: the product would count the doubt twice.
  return most > 0.8 ? Math.sqrt(most) : most;
}
