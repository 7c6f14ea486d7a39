// Finds known phrases in typed words: in any order, side by side, plural or singular, with small misspellings.
import { denial, isNegation } from './negation';
import { clausesOf, misspells, wordsOf } from './words';
import type { Token } from './words';

/** Phrases made ready to be looked for; build once, use for every text. */
export interface PhraseIndex {
  /** per phrase the numbers of its words */
  readonly phrases: readonly (readonly number[])[];
  /** number of each phrase by its text */
  readonly numbers: ReadonlyMap<string, number>;
  /** stem of every known word → its number */
  readonly stems: ReadonlyMap<string, number>;
  /** phrases that hold a word, by the word's number */
  readonly holders: readonly (readonly number[])[];
  /** long words, which may be misspelt */
  readonly long: readonly { readonly word: string; readonly stem: number }[];
  /** phrases by their words written together */
  readonly joined: ReadonlyMap<string, readonly number[]>;
}

/** Which phrases a text holds, and which of them only (or also) in a denied or doubtful form. */
export interface Found {
  readonly held: ReadonlySet<number>;
  readonly doubtful: ReadonlySet<number>;
}

/** Most words of a text that may be one phrase written apart or together (`E. coli`, `L5 S1`). */
const MOST_JOINED = 5;

/** Makes an index over phrases. `others` are more words known to be right, so that they are not taken for misspellings. */
export function indexPhrases(texts: Iterable<string>, others: Iterable<string> = []): PhraseIndex {
  const stems = new Map<string, number>();
  const words = new Map<string, number>();
  const numbers = new Map<string, number>();
  const phrases: number[][] = [];
  const joined = new Map<string, number[]>();
  const number = (token: Token): number => {
    const stem = stems.get(token.stem) ?? stems.size;
    stems.set(token.stem, stem);
    words.set(token.word, stem);
    return stem;
  };
  for (const text of texts) {
    if (numbers.has(text)) continue;
    const tokens = wordsOf(text);
    const phrase = phrases.push(tokens.map(number)) - 1;
    numbers.set(text, phrase);
    const together = tokens.map((token) => token.word).join('');
    if (together !== '') joined.set(together, [...(joined.get(together) ?? []), phrase]);
  }
  for (const text of others) for (const token of wordsOf(text)) number(token);
  const long = [...words].flatMap(([word, stem]) => (word.length >= 8 ? [{ word, stem }] : []));
  const holders = Array.from(stems, (): number[] => []);
  for (const [phrase, of] of phrases.entries()) for (const word of new Set(of)) holders[word]?.push(phrase);
  return { phrases, numbers, stems, holders, long, joined };
}

/**
 * Looks for all phrases of an index in a text. A phrase is found where its words stand side by side in any order, with at
 * most one other word or break between; light words do not count. Time grows linearly with the text.
 */
export function findPhrases(text: string, index: PhraseIndex): Found {
  const held = new Set<number>();
  const doubtful = new Set<number>();
  const known = new Map<string, ReadonlySet<number>>();
  const note = (phrase: number, clause: readonly Token[], from: number, to: number, inner: boolean): void => {
    const judged = denial(clause, from, to);
    if (judged.doubtful || inner) doubtful.add(phrase);
    if (!judged.denied && !inner) held.add(phrase);
  };
  for (const clause of clausesOf(text)) {
    const places = clause.flatMap((token, at) => (token.light ? [] : [at]));
    const meanings = places.map((at) => meaningsOf(clause[at], index, known));
    const negations = places.map((at) => isNegation(clause[at]));
    for (let start = 0; start < places.length; start += 1) {
      const begun = new Set([...(meanings[start] ?? NOTHING)].flatMap((word) => index.holders[word] ?? []));
      for (const phrase of begun) {
        const words = index.phrases[phrase] ?? [];
        const match = matchAt(words, meanings, negations, start);
        if (match) note(phrase, clause, places[start] ?? 0, places[match.end] ?? 0, match.denied);
      }
    }
    for (let start = 0; start < places.length; start += 1) {
      let together = '';
      for (let end = start; end < Math.min(places.length, start + MOST_JOINED); end += 1) {
        together += clause[places[end] ?? 0]?.word ?? '';
        for (const phrase of index.joined.get(together) ?? []) {
          note(phrase, clause, places[start] ?? 0, places[end] ?? 0, false);
        }
      }
    }
  }
  return { held, doubtful };
}

const NOTHING: ReadonlySet<number> = new Set();

/** Which known words a typed one may mean: itself, or, when it is none, those that it misspells. */
function meaningsOf(
  token: Token | undefined,
  index: PhraseIndex,
  known: Map<string, ReadonlySet<number>>,
): ReadonlySet<number> {
  if (!token || token.word === ',') return NOTHING;
  const before = known.get(token.word);
  if (before) return before;
  const exact = index.stems.get(token.stem);
  const found =
    exact !== undefined
      ? new Set([exact])
      : new Set(index.long.flatMap((one) => (misspells(token.word, one.word) ? [one.stem] : [])));
  known.set(token.word, found);
  return found;
}

/**
 * The match of all words that begins at this place: its last place, and whether a negation stands between the words ("shock, not
 * septic"); null when there is none.
 */
function matchAt(
  words: readonly number[],
  meanings: readonly ReadonlySet<number>[],
  negations: readonly boolean[],
  start: number,
): { readonly end: number; readonly denied: boolean } | null {
  const missing = [...words];
  let spare = 1;
  let denied = false;
  for (let end = start; end < meanings.length; end += 1) {
    const hit = missing.findIndex((word) => meanings[end]?.has(word));
    if (hit >= 0) missing.splice(hit, 1);
    else if (negations[end]) denied = true;
    else if (spare === 0) return null;
    else spare -= 1;
    if (missing.length === 0) return { end, denied };
    // A negation may stand between words of a phrase, but not go on for ever.
    if (end - start > 2 * words.length + 1) return null;
  }
  return null;
}
