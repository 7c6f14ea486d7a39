// Understands what is typed or said at the bedside: a short list of what may be meant, best first, or nothing. Deterministic, the same for every case of a ward.
import type { Language } from '#machines/scenario/item';
import { askedOf } from './asked';
import { matchAll } from './match';
import type { Phrase, PhraseBook } from './phrase-book';
import { fitOf, readQuantities, type Quantities } from './quantities';
import { askedAfter, clausesOf, questionOf, sentencesOf } from './sentences';
import type { Steer } from './steer';
import { MOST_CHARACTERS, wordsOf } from './words';

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
const CONFIDENT = 0.8;
/** A question mark makes it plainer that something is asked for. */
const CONFIDENT_ASKING = 0.75;
const EXACT = 0.97;
/** So far ahead of everything else, the first is plainly meant with less. */
const AHEAD = 0.12;
const CLEARLY = 0.04;
/** Of words that say little alone a meaning must be made more plainly. */
const PLAIN = 0.85;
const NEAREST = 0.3;
/** Only a treatment has a dose. */
const DOSELESS = 0.8;
/** A bare noun is an order or a manoeuvre sooner than a question. */
const UNASKED = 0.97;
const MOST = 8;
const MOST_PARTS = 5;
const FEW = 2;
/** From here on a sentence with "and" is the name of one thing. */
const WHOLE = 0.88;
/** How much counts what a question, another sentence, or a clause of the text says by itself. */
const QUESTION = 0.97;
const SENTENCE = 0.9;
const CLAUSE = 0.86;
/** How much a whole counts that begins with something else than what it asks. */
const PREAMBLED = 0.9;

/** Understands one text; several things in it become several parts. An empty list: nothing was said. */
export function understand(book: PhraseBook, text: string, options: Options = {}): readonly Part[] {
  const clean = text
    .slice(0, MOST_CHARACTERS)
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  if (clean === '') return [];
  const whole = hear(book, clean, options);
  const sentences = sentencesOf(clean).filter(({ text: one, asks }) =>
    asks ? asksSomething(book, one) : tells(book, wordsOf(one)),
  );
  const heard = sentences.slice(-MOST_PARTS).map((sentence) => ({
    asks: sentence.asks,
    part: sentence.text === clean ? whole : hear(book, sentence.text, options),
  }));
  // "No vomiting. Any fever?": beside a question only what is to be done is said for its own sake.
  const asked = heard.some(({ asks }) => asks);
  const meant = heard.filter(({ asks, part }) => asks || !asked || isDone(part.steer));
  const parts = meant.map(({ part }) => part);
  if (apart(parts) && (whole.meanings[0]?.score ?? 0) < WHOLE) return parts;
  const alone = meant.length === 1 && meant[0]?.part.text !== clean;
  const remarks = asked && heard.some(({ asks }) => !asks);
  const bySentence = joined(
    remarks ? lessened(whole, PREAMBLED) : whole,
    meant.flatMap(({ asks, part }) =>
      part.text === clean ? [] : [{ part, share: asks || alone ? QUESTION : SENTENCE }],
    ),
    options,
  );
  if (heard.length > 1) return [bySentence];
  const steer = whole.steer.verbs.has('ask') ? whole.steer : undefined;
  const clauses = clausesOf(clean).filter((clause) => tells(book, wordsOf(clause)));
  if (clauses.length < 2 || clauses.length > MOST_PARTS) return [bySentence];
  const pieces = clauses.map((clause) => understandPart(book, clause, options, steer));
  const least = Math.min(...pieces.map(({ meanings }) => meanings[0]?.score ?? 0));
  const together = whole.meanings[0]?.score ?? 0;
  if (apart(pieces) && together < WHOLE && least > together) return pieces;
  const share = (part: Part) => CLAUSE * (0.8 + (0.2 * part.text.length) / clean.length);
  return [
    joined(
      bySentence,
      pieces.map((part) => ({ part, share: share(part) })),
      options,
    ),
  ];
}

/** One sentence: as a whole, and what is asked in it behind something else. */
function hear(book: PhraseBook, text: string, options: Options): Part {
  const whole = understandPart(book, text, options);
  const asks = (piece: string, least?: number) => book.steering.asks(piece, least);
  const marked = /\?\s*$/.test(text);
  const after = tellingOf(book, askedAfter(text, asks));
  const end = tellingOf(book, questionOf(text, asks));
  const pieces = [...new Set([after, end])].flatMap((piece) =>
    piece === null
      ? []
      : [
          {
            part: understandPart(book, piece, options, book.steering.read(marked ? piece : `${piece}?`)),
            share: marked ? QUESTION : SENTENCE,
          },
        ],
  );
  if (pieces.length === 0) return whole;
  return joined(after !== null && marked ? lessened(whole, PREAMBLED) : whole, pieces, options);
}

const tellingOf = (book: PhraseBook, piece: string | null): string | null =>
  piece !== null && asksSomething(book, piece) ? piece : null;

/** The same with every meaning counting only its share. */
const lessened = (part: Part, share: number): Part => ({
  ...part,
  meanings: part.meanings.map((meaning) => ({ ...meaning, score: rounded(meaning.score * share) })),
});

/** Whether a sentence says that something is to be done. */
const isDone = ({ verbs }: Steer): boolean => verbs.size > 0 && !verbs.has('ask');

/** Whether each of several parts is plainly meant, and not all mean the same. */
const apart = (parts: readonly Part[]): boolean =>
  parts.every(({ confident }) => confident) && new Set(parts.map(({ meanings }) => meanings[0]?.id)).size > 1;

/** A text with what its pieces mean by themselves, each counting its share. */
function joined(
  whole: Part,
  pieces: readonly { readonly part: Part; readonly share: number }[],
  { most = MOST }: Options,
): Part {
  const best = new Map(whole.meanings.map((meaning) => [meaning.id, meaning]));
  let sure = whole.confident;
  for (const { part, share } of pieces) {
    for (const meaning of part.meanings) {
      const score = rounded(meaning.score * share);
      if ((best.get(meaning.id)?.score ?? 0) < score) best.set(meaning.id, { ...meaning, score });
    }
    sure ||= part.confident && (part.meanings[0]?.score ?? 0) * share >= barOf(part, part.meanings);
  }
  const meanings = [...best.values()].toSorted(byScore).slice(0, most);
  return { ...whole, meanings, confident: sure && (meanings[0]?.score ?? 0) >= barOf(whole, meanings) };
}

/** From which score on the first is plainly meant: less for a question, and where nothing else comes near and the verb says it too. */
function barOf({ text, steer }: Pick<Part, 'text' | 'steer'>, [first, second]: readonly Meaning[]): number {
  const asks = /\?\s*$/.test(text);
  const ahead = first !== undefined && first.score - (second?.score ?? 0) >= AHEAD;
  const plain = ahead && steer.verbs.has(first.verb);
  return (asks ? CONFIDENT_ASKING : CONFIDENT) - (plain ? CLEARLY : 0);
}
const rounded = (score: number) => Math.round(score * 1000) / 1000;
const byScore = (a: Meaning, b: Meaning) =>
  b.score - a.score || VERB_ORDER.indexOf(a.verb) - VERB_ORDER.indexOf(b.verb) || (a.id < b.id ? -1 : 1);

function understandPart(
  book: PhraseBook,
  text: string,
  { kind, language, allowed, most = MOST, own = [] }: Options,
  steer: Steer = book.steering.read(text),
): Part {
  const asks = steer.verbs.has('ask') && steer.verbs.size === 1;
  const doses = !asks && !steer.verbs.has('examine') && kind !== 'diagnosis' && kind !== 'ask';
  const quantities = doses ? readQuantities(text) : untouched(text);
  const verbs = kind === undefined ? null : VERBS_OF[kind];
  const given = quantities.amounts.length > 0 && quantities.amounts.some((amount) => / /.test(amount));
  const best = new Map<string, Meaning>();
  const words = wordsOf(quantities.rest);
  const unfinished = !/[\s?.!]$/.test(text);
  // "Palpate" says which manoeuvre of a region; "give" and "order" say nothing more.
  const bare = steer.spent > 0 && steer.spent < words.length && !steer.verbs.has('examine');
  // "IV access" names no route.
  const routed = quantities.route !== null && quantities.amounts.length === 0;
  const readings = [words, ...(bare ? [words.slice(steer.spent)] : []), ...(routed ? [wordsOf(text)] : [])];
  for (const reading of readings) {
    const asked = askedOf(book, reading, unfinished, own);
    for (const { entry, score, exact } of matchAll(book, asked, reading.join(' '), language, own)) {
      if (verbs === null ? entry.verb === 'diagnose' && score < EXACT : !verbs.includes(entry.verb)) continue;
      if (allowed?.(entry.id) === false) continue;
      // Whoever says exactly what stands in the book means it, whatever its verb.
      const said = exact && reading === words;
      const against = steer.verbs.size > 0 && !steer.verbs.has(entry.verb) && verbs === null && !said;
      const doseless = given && entry.verb !== 'treat' && verbs === null;
      const unasked = steer.verbs.size === 0 && entry.verb === 'ask' && verbs === null;
      const factor =
        (against ? steer.against : 1) *
        (doseless ? DOSELESS : 1) *
        (entry.form === null ? 1 : fitOf(quantities, entry.form)) *
        (unasked || (entry.verb === 'diagnose' && verbs === null) ? UNASKED : 1);
      const known = best.get(entry.id);
      if (known === undefined || known.score < score * factor)
        best.set(entry.id, { id: entry.id, verb: entry.verb, score: rounded(score * factor) });
    }
  }
  const meanings = [...best.values()]
    .filter(({ score }) => score >= NEAREST)
    .toSorted(byScore)
    .slice(0, most);
  const [first] = meanings;
  const telling = book.lexicon.read(words).tokens.filter(({ light }) => !light);
  const says = readings.some((reading) => tells(book, reading));
  // One word that means something in a sentence of others was hardly said for its own sake ("is this on the exam").
  const lone =
    telling.length === 1 && words.length > FEW && first !== undefined && !steer.verbs.has(first.verb);
  return {
    text,
    quantities,
    steer,
    meanings,
    confident:
      first !== undefined &&
      first.score >= (steer.states ? EXACT : says && !lone ? barOf({ text, steer }, meanings) : PLAIN),
  };
}

/** Whether any word says something by itself: of fillers and of words such as "when" a sentence is made, and seldom a meaning. */
function tells(book: PhraseBook, words: readonly string[]): boolean {
  return book.lexicon.read(words).tokens.some(({ light }) => !light);
}

/** Whether a question has a word beside those that hold a sentence together: "is it there every day?" asks with everyday words alone. */
function asksSomething(book: PhraseBook, text: string): boolean {
  return book.lexicon.read(wordsOf(text)).tokens.length > 0;
}

const untouched = (text: string): Quantities => ({
  amounts: [],
  over: null,
  every: null,
  route: null,
  rest: text,
});
