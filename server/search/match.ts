// How well what was typed and a phrase of the ward mean the same: what they share, weighed by how much it says, seen from both sides.
import type { Language } from '#machines/scenario/item';
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
}

const MOST_PHRASES = 300;
const EXACT = 0.97;
/** Shares of a score: of the best phrase, of all phrases of the item together, of its name. */
const FROM_PHRASE = 0.86;
const FROM_AROUND = 0.08;
const FROM_NAME = 0.06;
const FOREIGN = 0.995;

/**
 * The best match of each entry, unsorted.
 * @param typed words as typed, joined by blanks
 * @param language phrases of the other one count a little less
 * @param own phrases that only this case has
 */
export function matchAll(
  book: PhraseBook,
  asked: readonly Asked[],
  typed: string,
  language: Language | undefined,
  own: readonly Phrase[],
): readonly Match[] {
  const features = [...new Set(asked.flatMap(({ token }) => [...token.features.keys()]))].filter((feature) =>
    book.hasFeature(feature),
  );
  const total = sum(asked.map(({ weight }) => weight));
  if (total === 0) return [];
  const best = new Map<Entry, { phrase: number; name: number; exact: boolean }>();
  for (const phrase of [...book.near(features, MOST_PHRASES), ...own]) {
    const foreign = language !== undefined && phrase.language !== language;
    const alike = bothWays(asked, total, phrase) * (foreign ? FOREIGN : 1);
    const known = best.get(phrase.entry) ?? { phrase: 0, name: 0, exact: false };
    best.set(phrase.entry, {
      phrase: Math.max(known.phrase, alike),
      name: phrase.isName ? Math.max(known.name, alike) : known.name,
      exact: known.exact || phrase.text === typed,
    });
  }
  return [...best].map(([entry, { phrase, name, exact }]) => {
    // What other phrases of the same item share counts a little: "back" in one and "tap" in another still point at it.
    const around = within(asked, entry.features) / total;
    const score = FROM_PHRASE * phrase + FROM_AROUND * around + FROM_NAME * name;
    return { entry, score: exact ? Math.max(EXACT - 0.03 + FROM_NAME * name, score) : score };
  });
}

/** How much of what was typed the phrase says, and how much of the phrase was typed, as their harmonic mean. */
function bothWays(asked: readonly Asked[], total: number, phrase: Phrase): number {
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
  return ofPhrase + ofAsked === 0 ? 0 : (2 * ofPhrase * ofAsked) / (ofPhrase + ofAsked);
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
