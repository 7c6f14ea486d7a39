// Everything that a ward offers, as phrases ready to be compared with what is typed: names, synonyms and spoken sentences.
import MiniSearch from 'minisearch';
import type { Phrasing } from '#compiler/phrasing';
import { LANGUAGES, type DiagnosisTerm, type Item, type Language, type Ward } from '#machines/scenario/item';
import { Lexicon, type Token } from './lexicon';
import { formOf, type Form } from './quantities';
import { Spelling } from './spelling';
import { Steering } from './steer';
import { wordsOf } from './words';

/** Anything that can be meant. */
export interface Entry {
  readonly id: string;
  /** verb of its steps; `diagnose` for a diagnosis */
  readonly verb: string;
  /** what all of its phrases share with a query counts a little too */
  readonly features: ReadonlySet<string>;
  /** what its order form asks for; null: it has none */
  readonly form: Form | null;
}

/** One way to say an entry. */
export interface Phrase {
  readonly entry: Entry;
  readonly tokens: readonly Token[];
  readonly weights: readonly number[];
  /** what only holds the sentence together; it counts a little */
  readonly fillers: ReadonlySet<string>;
  /** of all of it together */
  readonly weight: number;
  /** words in order, for whoever types exactly this */
  readonly text: string;
  readonly language: Language;
  readonly isName: boolean;
  /** a piece of a name that lists things: others may be called so by right */
  readonly isPiece: boolean;
}

const LIGHT = 0.45;
/** Common words count a little more than their rarity says: what is asked about is often a common one. */
const EVENED = 0.7;
/** Weight of a word that only holds a sentence together. */
export const FILLER = 0.15;
/** Items in a slice of the work. */
const SLICE = 10;

/** Phrases of a ward with how rare each feature is: the same for every case on it. */
export class PhraseBook {
  readonly lexicon: Lexicon;
  readonly steering: Steering;
  readonly spelling = new Spelling();
  readonly phrases: Phrase[] = [];
  /** how many entries share a feature */
  private readonly found = new Map<string, number>();
  private entries = 2;
  private readonly index = new MiniSearch<{ id: number; features: readonly string[] }>({
    fields: ['features'],
    extractField: (document, field) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the search asks for the two fields of a document only, and reads a list as its terms
      (field === 'id' ? document.id : document.features.join('\n')) as string,
    tokenize: (text) => text.split('\n'),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR' },
  });

  private constructor(private readonly phrasing: Phrasing) {
    this.lexicon = new Lexicon(phrasing);
    this.steering = new Steering(phrasing);
  }

  /** Makes the book at once; a large ward takes seconds. */
  static make(ward: Ward, phrasing: Phrasing): PhraseBook {
    const book = new PhraseBook(phrasing);
    const slices = book.fill(ward);
    while (slices.next().done !== true);
    return book;
  }

  /** Makes the book in slices of some milliseconds and lets others work between them. */
  static async makeSlowly(ward: Ward, phrasing: Phrasing, rest: () => Promise<void>): Promise<PhraseBook> {
    const book = new PhraseBook(phrasing);
    const slices = book.fill(ward);
    while (slices.next().done !== true) await rest();
    return book;
  }

  private *fill({ items, diagnoses }: Ward): Generator<void, void, undefined> {
    yield* this.lexicon.learn(this.phrasing);
    const own: Said[] = [];
    for (const item of Object.values(items)) {
      own.push(said(item, this.phrasing, this.lexicon));
      if (own.length % SLICE === 0) yield;
    }
    for (const term of Object.values(diagnoses)) {
      own.push(named(term, this.phrasing, this.lexicon));
      if (own.length % SLICE === 0) yield;
    }
    for (const [at, { entry }] of own.entries()) {
      for (const feature of entry.features) this.found.set(feature, (this.found.get(feature) ?? 0) + 1);
      if (at % (SLICE * 10) === 0) yield;
    }
    this.entries = Math.max(2, own.length);
    for (const [at, word] of [...this.lexicon.words].entries()) {
      this.spelling.add([word]);
      if (at % (SLICE * 10) === 0) yield;
    }
    for (const [at, one] of own.entries()) {
      for (const phrase of this.weighed(one)) {
        const id = this.phrases.push(phrase) - 1;
        this.index.add({
          id,
          features: [...new Set(phrase.tokens.length > 0 ? featuresOf(phrase.tokens) : phrase.fillers)],
        });
        this.spelling.add(spellingsOf(phrase, this.lexicon));
      }
      if (at % SLICE === 0) yield;
    }
  }

  /** Phrases of items that only a case has; they change nothing for the ward's. */
  phrasesOf(items: readonly Item[]): readonly Phrase[] {
    return items.flatMap((item) => this.weighed(said(item, this.phrasing, this.lexicon)));
  }

  private weighed({ entry, drafts }: Said): readonly Phrase[] {
    return drafts.map((draft) => {
      const weights = draft.tokens.map((token) => this.weightOf(token));
      return { ...draft, entry, weights, weight: sum(weights) + FILLER * draft.fillers.size };
    });
  }

  /** Whether any phrase of the ward has this feature. */
  hasFeature(feature: string): boolean {
    return this.found.has(feature);
  }

  /** How much a token says, 0..1: the rarer what it shares with the ward's items, the more. One that nothing shares says as much as a rare one. */
  weightOf({ features, light }: Token): number {
    let most = 0;
    let known = false;
    for (const [feature, strength] of features) {
      const items = this.found.get(feature) ?? 0;
      if (items === 0 || strength < 0.8) continue;
      known = true;
      most = Math.max(most, items);
    }
    const rarity = known ? Math.log(1 + this.entries / most) / Math.log(1 + this.entries) : UNKNOWN;
    return (light ? LIGHT : 1) * Math.max(0.12, rarity ** EVENED);
  }

  /** Phrases that share something with these features, likeliest first. */
  near(features: readonly string[], most: number): readonly Phrase[] {
    if (features.length === 0) return [];
    return this.index
      .search(features.join('\n'))
      .slice(0, most)
      .flatMap(({ id }) => this.phrases[Number(id)] ?? []);
  }
}

/** Weight of a word that nothing on the ward is called by. */
const UNKNOWN = 0.75;

const featuresOf = (tokens: readonly Token[]) => tokens.flatMap((token) => [...token.features.keys()]);

type Draft = Omit<Phrase, 'entry' | 'weights' | 'weight'>;
interface Said {
  readonly entry: Entry;
  readonly drafts: readonly Draft[];
}

function said(item: Item, phrasing: Phrasing, lexicon: Lexicon): Said {
  const sentences = phrasing.sentences[item.id];
  return saying(
    { id: item.id, verb: item.verb, form: item.dosing === undefined ? null : formOf(item.dosing) },
    LANGUAGES.flatMap((language) => [
      ...written(item.name[language], language, true, item.dosing === undefined),
      ...(item.synonyms?.[language] ?? []).flatMap((text) => written(text, language, false)),
      ...(sentences?.[language] ?? []).flatMap((text) => written(text, language, false)),
    ]),
    lexicon,
  );
}

function named({ id, name, synonyms }: DiagnosisTerm, phrasing: Phrasing, lexicon: Lexicon): Said {
  const sentences = phrasing.sentences[id];
  return saying(
    { id, verb: 'diagnose', form: null },
    LANGUAGES.flatMap((language) => [
      ...written(name[language], language, true),
      ...(synonyms[language] ?? []).flatMap((text) => written(text, language, false)),
      ...(sentences?.[language] ?? []).flatMap((text) => written(text, language, false)),
    ]),
    lexicon,
  );
}

interface Written {
  readonly text: string;
  readonly language: Language;
  readonly isName: boolean;
  readonly isPiece: boolean;
}

/**
 * A name as it stands; without what it explains in brackets or behind a colon; and, where it lists things ("Fever, chills"),
 * each of them as one more way to say it. A medicine's comma only says its form.
 */
function written(
  text: string | undefined,
  language: Language,
  isName: boolean,
  lists = isName,
): readonly Written[] {
  if (text === undefined) return [];
  const short = text.replaceAll(/\s*\([^)]*\)/g, '').trim();
  const head = isName ? (short.split(/:\s/)[0] ?? short) : short;
  const listed = lists ? head.split(/\s*[,;]\s+/).slice(0, 3) : [];
  const names = [...new Set([text, short, head])].filter((one) => one !== '');
  return [
    ...names.map((one) => ({ text: one, language, isName, isPiece: false })),
    ...listed
      .filter((one) => one.length > 3 && !names.includes(one))
      .map((one) => ({ text: one, language, isName: false, isPiece: true })),
  ];
}

function saying(
  { id, verb, form }: Pick<Entry, 'id' | 'verb' | 'form'>,
  phrases: readonly Written[],
  lexicon: Lexicon,
): Said {
  const seen = new Set<string>();
  // What an item is called outright stands before what its name lists.
  const inOrder = [...phrases.filter((one) => !one.isPiece), ...phrases.filter((one) => one.isPiece)];
  const drafts = inOrder.flatMap(({ text, ...of }): readonly Draft[] => {
    const words = wordsOf(text);
    const key = `${of.language} ${words.join(' ')}`;
    if (words.length === 0 || seen.has(key)) return [];
    seen.add(key);
    lexicon.hear(words, of.language);
    return [{ ...lexicon.read(words, [of.language]), text: words.join(' '), ...of }];
  });
  const features = new Set(drafts.flatMap(({ tokens }) => featuresOf(tokens)));
  return { entry: { id, verb, features, form }, drafts };
}

/** Words of a phrase, and those that may be typed as one: `pip-tazo`, `d dimer`. */
function spellingsOf({ text }: Phrase, lexicon: Lexicon): readonly string[] {
  const words = text.split(' ');
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    const near = next !== undefined && (word.length <= 3 || next.length <= 3);
    return near && !lexicon.isFiller(word) && !lexicon.isFiller(next) ? [word, word + next] : [word];
  });
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
