// How well what was typed and a phrase of the ward mean the same: what they share, weighed by how much it says, seen from both sides.
import type { Language } from '#machines/scenario/item';
import type { Token } from './lexicon';
import { FILLER, type Entry, type Phrase, type PhraseBook } from './phrase-book';

/** One piece of what was typed with its weight; likeness below 1 where it had to be corrected. */
export interface AskedToken {
  readonly token: Token;
  readonly weight: number;
}

/** What was typed, weighed. */
export interface Asked {
  readonly tokens: readonly AskedToken[];
  readonly fillers: ReadonlySet<string>;
  /** of all of it together */
  readonly weight: number;
}

export interface Match {
  readonly entry: Entry;
  /** 0..1 */
  readonly score: number;
  /** exactly one of its phrases was typed */
  readonly exact: boolean;
}

const MOST_PHRASES = 300;
const EXACT = 0.97;
/** Shares of a score: of the best phrase, of all phrases of the item together, of its name. */
const FROM_PHRASE = 0.8;
const FROM_AROUND = 0.14;
const FROM_NAME = 0.06;
const FOREIGN = 0.995;
/** How much of what is missing words that stand side by side in both make up for: "how long" is not "how … long". */
const SIDE_BY_SIDE = 0.3;
/** Only phrases that share something are looked at for pairs. */
const SHARING = 0.3;
/** How much all of what was typed counts, against the stretch where a phrase is found. */
const WHOLE = 0.6;
/** Words that are less than half found end a stretch. */
const HALF = 0.5;
/** A piece of a name that lists things. */
const PIECE = 0.95;
/** Weight of a filler that was typed: people wrap what they ask in many. */
export const HEARD = 0.08;
/** Weight of an everyday word that the ward does not know. */
export const TALK = 0.25;

/**
 * The best match of each entry, unsorted.
 * @param typed words as typed, joined by blanks
 * @param language phrases of the other one count a little less
 * @param own phrases that only this case has
 */
export function matchAll(
  book: PhraseBook,
  asked: Asked,
  typed: string,
  language: Language | undefined,
  own: readonly Phrase[],
): readonly Match[] {
  if (asked.weight === 0) return [];
  const features = new Set(asked.tokens.flatMap(({ token }) => [...token.features.keys()]));
  const known = [...features].filter((feature) => book.hasFeature(feature));
  const pairs = new Set(pairsOf(typed));
  const best = new Map<Entry, { phrase: number; name: number; exact: number }>();
  for (const phrase of [...book.near(known.length > 0 ? known : [...asked.fillers], MOST_PHRASES), ...own]) {
    const foreign = language !== undefined && phrase.language !== language;
    const own = foreign ? FOREIGN : 1;
    const shared = bothWays(asked, phrase);
    const beside = shared > SHARING ? SIDE_BY_SIDE * sideBySide(pairs, phrase.text) * (1 - shared) : 0;
    const alike = (shared + beside) * own * (phrase.isPiece ? PIECE : 1);
    const before = best.get(phrase.entry) ?? { phrase: 0, name: 0, exact: 0 };
    best.set(phrase.entry, {
      phrase: Math.max(before.phrase, alike),
      name: phrase.isName ? Math.max(before.name, alike) : before.name,
      exact: phrase.text === typed && !phrase.isPiece ? Math.max(before.exact, own) : before.exact,
    });
  }
  return [...best].map(([entry, { phrase, name, exact }]) => {
    // What other phrases of the same item share counts a little: "back" in one and "tap" in another still point at it.
    const around = within(asked, entry.features) / asked.weight;
    const score = FROM_PHRASE * phrase + FROM_AROUND * around + FROM_NAME * name;
    const outright = exact * (EXACT - 0.03 + FROM_NAME * name);
    // Letters that both languages use for different things mean what they mean in the learner's own.
    return { entry, exact: exact > 0, score: exact > 0 ? Math.max(outright, score * exact) : score };
  });
}

/** How much of what was typed the phrase says, and how much of the phrase was typed, as their harmonic mean. */
function bothWays(asked: Asked, phrase: Phrase): number {
  const covered = phrase.tokens.map(() => 0);
  const found = asked.tokens.map(({ token }) => {
    let most = 0;
    for (const [at, other] of phrase.tokens.entries()) {
      const alike = likeness(token, other);
      if (alike > most) most = alike;
      if (alike > (covered[at] ?? 0)) covered[at] = alike;
    }
    return most;
  });
  let said = 0;
  for (const [at, weight] of phrase.weights.entries()) said += weight * (covered[at] ?? 0);
  let shared = 0;
  for (const [at, { weight }] of asked.tokens.entries()) shared += weight * (found[at] ?? 0);
  for (const filler of phrase.fillers)
    if (asked.fillers.has(filler)) {
      said += FILLER;
      shared += HEARD;
    }
  const ofPhrase = said / phrase.weight;
  const ofWhole = shared / asked.weight;
  const ofAsked = Math.max(ofWhole, ofWhole ** WHOLE * inPlace(asked, found) ** (1 - WHOLE));
  return ofPhrase + ofAsked === 0 ? 0 : (2 * ofPhrase * ofAsked) / (ofPhrase + ofAsked);
}

/**
 * How much the phrase says of the stretch of words where it is found, 0..1: in a long turn a thing is said in one place,
 * and what stands before and after it is about something else.
 */
function inPlace({ tokens }: Asked, found: readonly number[]): number {
  let [gain, from, most, begin, end] = [0, 0, 0, 0, 0];
  for (const [at, alike] of found.entries()) {
    if (gain <= 0) [gain, from] = [0, at];
    gain += (tokens[at]?.weight ?? 0) * (alike - HALF);
    if (gain > most) [most, begin, end] = [gain, from, at + 1];
  }
  let [all, shared] = [0, 0];
  for (let at = begin; at < end; at++) {
    const weight = tokens[at]?.weight ?? 0;
    all += weight;
    shared += weight * (found[at] ?? 0);
  }
  return all === 0 ? 0 : shared / all;
}

function within(asked: Asked, features: ReadonlySet<string>): number {
  let sumOf = 0;
  for (const { token, weight } of asked.tokens) {
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

const pairsOf = (text: string): readonly string[] => {
  const words = text.split(' ');
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
};

/** How many pairs of neighbouring words two texts share, 0..1. */
function sideBySide(pairs: ReadonlySet<string>, text: string): number {
  const others = pairsOf(text);
  if (pairs.size === 0 || others.length === 0) return 0;
  return (2 * others.filter((pair) => pairs.has(pair)).length) / (pairs.size + others.length);
}
