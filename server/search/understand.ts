// Understands what is typed or said at the bedside: a short list of what may be meant, best first, or nothing. Deterministic, the same for every case of a ward.
import { LANGUAGES, type Language } from '#machines/scenario/item';
import { MOST_CHARACTERS, stemOf, wordsOf } from './words';
import type { Correction } from './spelling';
import type { Token } from './lexicon';
import { matchAll, type Asked } from './match';
import type { Phrase, PhraseBook } from './phrase-book';
import { fitOf, readQuantities, type Quantities } from './quantities';
import type { Steer } from './steer';

/** Restricts what may be meant. */
export const KINDS = ['ask', 'examine', 'order', 'treat', 'consult', 'diagnosis'] as const;
export type Kind = (typeof KINDS)[number];

export interface Meaning {
  readonly id: string;
  readonly verb: string;
  /** 0..1, comparable between queries */
  readonly score: number;
}

/** One thing that was asked for. */
export interface Part {
  readonly text: string;
  readonly quantities: Quantities;
  readonly steer: Steer;
  /** best first; the nearest when nothing fits */
  readonly meanings: readonly Meaning[];
  /** the first is plainly meant */
  readonly confident: boolean;
}

export interface Options {
  readonly kind?: Kind | undefined;
  /** language in which the learner reads: decides only between equals */
  readonly language?: Language | undefined;
  /** entries that may be meant; all when left out */
  readonly allowed?: ((id: string) => boolean) | undefined;
  readonly most?: number | undefined;
  /** phrases that only this case has */
  readonly own?: readonly Phrase[] | undefined;
}

const VERBS_OF: { readonly [kind in Kind]: readonly string[] } = {
  ask: ['ask'],
  examine: ['examine'],
  order: ['order'],
  treat: ['treat', 'procedure'],
  consult: ['consult'],
  diagnosis: ['diagnose'],
};
/** Where words alone decide nothing, in this order. */
const VERB_ORDER = [
  'ask',
  'examine',
  'order',
  'treat',
  'procedure',
  'consult',
  'tell',
  'move',
  'dispose',
  'diagnose',
];
const CONFIDENT = 0.7;
const EXACT = 0.97;
const NEAREST = 0.3;
/** Only a treatment has a dose. */
const DOSELESS = 0.8;
/** A bare noun is an order or a manoeuvre sooner than a question. */
const UNASKED = 0.97;
const MOST = 8;
const MOST_PARTS = 5;
/** From here on a sentence with "and" is the name of one thing. */
const WHOLE = 0.88;
/** Least weight of a word that had to be corrected. */
const DOUBTED = 0.5;

/** Understands one text; several things in it become several parts. An empty list: nothing was said. */
export function understand(book: PhraseBook, text: string, options: Options = {}): readonly Part[] {
  const clean = text
    .slice(0, MOST_CHARACTERS)
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  if (clean === '') return [];
  const whole = understandPart(book, clean, options);
  const pieces = piecesOf(clean);
  if (pieces.length < 2 || pieces.length > MOST_PARTS) return [whole];
  const parts = pieces.map((piece) => understandPart(book, piece, options));
  const apart = new Set(parts.map(({ meanings }) => meanings[0]?.id));
  const plain = parts.every(({ confident }) => confident) && apart.size > 1;
  const least = Math.min(...parts.map(({ meanings }) => meanings[0]?.score ?? 0));
  const together = whole.meanings[0]?.score ?? 0;
  return plain && together < WHOLE && least > together ? parts : [whole];
}

/** Where one thing may end and another begin. `è` never parts: it is a verb. */
function piecesOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(/\s*(?:[;+\n]|,(?!\d)|(?<![\p{L}\p{N}])(?:e|ed|and|then|poi|plus|più|&)(?![\p{L}\p{N}]))\s*/u)
    .filter((piece) => /\p{L}{2}/u.test(piece));
}

function understandPart(
  book: PhraseBook,
  text: string,
  { kind, language, allowed, most = MOST, own = [] }: Options,
): Part {
  const steer = book.steering.read(text);
  const asks = steer.verbs.has('ask') && steer.verbs.size === 1;
  const quantities = asks || kind === 'diagnosis' || kind === 'ask' ? untouched(text) : readQuantities(text);
  const verbs = kind === undefined ? null : VERBS_OF[kind];
  const given = quantities.amounts.length > 0 && quantities.amounts.some((amount) => / /.test(amount));
  const best = new Map<string, Meaning>();
  const words = wordsOf(quantities.rest);
  // "Palpate" says which manoeuvre of a region; "give" and "order" say nothing more.
  const bare = steer.spent > 0 && steer.spent < words.length && !steer.verbs.has('examine');
  const readings = bare ? [words, words.slice(steer.spent)] : [words];
  for (const reading of readings) {
    for (const { entry, score } of matchAll(
      book,
      askedOf(book, reading, text, own),
      reading.join(' '),
      language,
      own,
    )) {
      if (verbs === null ? entry.verb === 'diagnose' && score < EXACT : !verbs.includes(entry.verb)) continue;
      if (allowed?.(entry.id) === false) continue;
      const against = steer.verbs.size > 0 && !steer.verbs.has(entry.verb) && verbs === null;
      const doseless = given && entry.verb !== 'treat' && verbs === null;
      const unasked = steer.verbs.size === 0 && entry.verb === 'ask' && verbs === null;
      const factor =
        (against ? steer.against : 1) *
        (doseless ? DOSELESS : 1) *
        (entry.form === null ? 1 : fitOf(quantities, entry.form)) *
        (unasked || (entry.verb === 'diagnose' && verbs === null) ? UNASKED : 1);
      const known = best.get(entry.id);
      if (known === undefined || known.score < score * factor)
        best.set(entry.id, {
          id: entry.id,
          verb: entry.verb,
          score: Math.round(score * factor * 1000) / 1000,
        });
    }
  }
  const sorted = [...best.values()]
    .filter(({ score }) => score >= NEAREST)
    .toSorted(
      (a, b) =>
        b.score - a.score ||
        VERB_ORDER.indexOf(a.verb) - VERB_ORDER.indexOf(b.verb) ||
        (a.id < b.id ? -1 : 1),
    );
  const meanings = sorted.slice(0, most).map(({ id, verb, score }) => ({ id, verb, score }));
  const [first] = meanings;
  const says = readings.some((reading) => tells(book, reading));
  return {
    text,
    quantities,
    steer,
    meanings,
    confident: first !== undefined && first.score >= (says ? CONFIDENT : EXACT),
  };
}

/** Whether any word says something by itself: of fillers and of words such as "when" a sentence is made, and no meaning. */
function tells(book: PhraseBook, words: readonly string[]): boolean {
  return book.lexicon.read(words).some(({ surface, light }) => !light && !book.lexicon.isFiller(surface));
}

const untouched = (text: string): Quantities => ({
  amounts: [],
  over: null,
  every: null,
  route: null,
  rest: text,
});

/** What was typed as weighed tokens; words that nobody knows are read as those that they may have been meant as. */
function askedOf(
  book: PhraseBook,
  words: readonly string[],
  text: string,
  own: readonly Phrase[],
): readonly Asked[] {
  const heard = new Set(own.flatMap((phrase) => phrase.text.split(' ')));
  const knows = (word: string) => heard.has(word) || knownTo(book, word);
  const joined = joinedOf(book, words, knows);
  const unfinished = !/[\s?.!]$/.test(text);
  const doubts = new Map<string, readonly Correction[]>();
  const meant = joined.map((word, at) => {
    if (knows(word)) return word;
    const found = book.spelling.corrections(word, unfinished && at === joined.length - 1);
    const [best] = found;
    if (best === undefined) return word;
    doubts.set(best.word, found);
    return best.word;
  });
  return book.lexicon.read(meant).map((token) => {
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
        for (const other of book.lexicon.read([word])) add(other, likeness);
    return { token: { ...token, features }, weight: Math.max(book.weightOf(token), DOUBTED) };
  });
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
