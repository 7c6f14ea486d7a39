// What was typed, ready to be compared: typing errors read as what they may have meant, everyday words passed over, each piece weighed.
import { LANGUAGES } from '#machines/scenario/item';
import type { Token } from './lexicon';
import { HEARD, TALK, type Asked, type AskedToken } from './match';
import { sum, type Phrase, type PhraseBook } from './phrase-book';
import type { Correction } from './spelling';
import { stemOf } from './words';

/** Least weight of a word that had to be corrected. */
const DOUBTED = 0.5;

/**
 * Weighs a text's words.
 * @param unfinished whether the last word may still be typed on
 * @param own phrases that only this case has
 */
export function askedOf(
  book: PhraseBook,
  words: readonly string[],
  unfinished: boolean,
  own: readonly Phrase[],
): Asked {
  const heard = new Set(own.flatMap((phrase) => phrase.text.split(' ')));
  const knows = (word: string) => heard.has(word) || knownTo(book, word);
  const empty = (word: string) => book.lexicon.isCommon(word) && !knows(word);
  const joined = joinedOf(book, words, (word) => knows(word) || book.lexicon.isCommon(word));
  const doubts = new Map<string, readonly Correction[]>();
  const meant = joined.map((word, at) => {
    if (knows(word) || empty(word)) return word;
    const found = book.spelling.corrections(word, unfinished && at === joined.length - 1);
    const [best] = found;
    if (best === undefined) return word;
    doubts.set(best.word, found);
    return best.word;
  });
  const { tokens, fillers } = book.lexicon.read(meant);
  const weighed = tokens
    .filter(({ surface }) => !empty(surface))
    .map((token) => weighedOf(book, token, doubts));
  const weight =
    sum(weighed.map((one) => one.weight)) + HEARD * fillers.size + TALK * (tokens.length - weighed.length);
  return { tokens: weighed, fillers, weight };
}

function weighedOf(
  book: PhraseBook,
  token: Token,
  doubts: ReadonlyMap<string, readonly Correction[]>,
): AskedToken {
  const doubted = token.surface.split(' ').flatMap((word) => doubts.get(word) ?? []);
  if (doubted.length === 0) return { token, weight: book.weightOf(token) };
  const features = new Map<string, number>();
  const add = (from: Token, likeness: number) => {
    for (const [feature, strength] of from.features)
      features.set(feature, Math.max(features.get(feature) ?? 0, strength * likeness));
  };
  add(token, doubted[0]?.likeness ?? 1);
  if (!token.surface.includes(' '))
    for (const { word, likeness } of doubted)
      for (const other of book.lexicon.read([word]).tokens) add(other, likeness);
  return { token: { ...token, features }, weight: Math.max(book.weightOf(token), DOUBTED) };
}

function knownTo(book: PhraseBook, word: string): boolean {
  return (
    book.spelling.has(word) ||
    book.lexicon.knows(word) ||
    LANGUAGES.some((language) => book.hasFeature(`${language}:${stemOf(word, language)}`))
  );
}

/** Words that were parted where others write them together, and together where others part them. */
function joinedOf(
  book: PhraseBook,
  words: readonly string[],
  knows: (word: string) => boolean,
): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const [word = '', next] = [words[at], words[at + 1]];
    if (next !== undefined && !(knows(word) && knows(next)) && book.spelling.has(word + next)) {
      joined.push(word + next);
      at += 1;
    } else if (!knows(word) && book.spelling.corrections(word, false).length === 0) {
      joined.push(...(book.spelling.parted(word) ?? [word]));
    } else joined.push(word);
  }
  return joined;
}
