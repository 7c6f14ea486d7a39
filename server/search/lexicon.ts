// What words mean to the search: a word or several become one token with features (its form, its stems, its concepts) that another may share.
import type { Phrasing } from '#compiler/phrasing';
import { LANGUAGES, type Language } from '#machines/scenario/item';
import { stemOf, wordsOf } from './words';

/** One meaning-bearing piece of a text. */
export interface Token {
  /** as written, folded; several words joined by blanks */
  readonly surface: string;
  /** how much each feature says that two tokens mean the same, 0..1 */
  readonly features: ReadonlyMap<string, number>;
  /** says little alone */
  readonly light: boolean;
}

/** A text as the search sees it. */
export interface Reading {
  /** what means something */
  readonly tokens: readonly Token[];
  /** what only holds a sentence together; of nothing else some sentences are made ("what do you do?") */
  readonly fillers: ReadonlySet<string>;
}

const STEM = 0.97;
/** Short stems are shared by words that have nothing in common (`vista`, `visto`). */
const SHORT_STEM = 0.85;
const SHORT = 4;
/** Of three letters hardly anything follows (`dicevamo` is no `DIC`). */
const TINY_STEM = 0.5;
const TINY = 3;
const CONCEPT = 0.93;
const PART = 0.55;
const MOST_TOGETHER = 6;
/** Concepts that are learnt in one go. */
const AT_ONCE = 10;

/** Words of the phrasing, ready to be found in a text. */
export class Lexicon {
  private readonly concepts = new Map<string, Set<string>>();
  private readonly fillers = new Set<string>();
  private readonly common = new Set<string>();
  /** words of the longest expression that begins with a form */
  private readonly longest = new Map<string, number>();
  private readonly light: ReadonlySet<string>;
  /** words of the ward's phrases by language */
  private readonly vocabulary: { readonly [language in Language]: Set<string> } = {
    en: new Set(),
    it: new Set(),
  };
  /** every single word that some concept is made of */
  readonly words = new Set<string>();

  constructor(phrasing: Phrasing) {
    this.light = new Set(phrasing.light);
    for (const filler of phrasing.fillers) {
      const words = wordsOf(filler);
      this.fillers.add(words.join(' '));
      this.begin(words);
    }
    for (const word of phrasing.common) for (const one of wordsOf(word)) this.common.add(one);
  }

  /** Learns the concepts, a few at a time: their stems take a while. Nothing is read before it has ended. */
  *learn(phrasing: Phrasing): Generator<void, void, undefined> {
    let learnt = 0;
    for (const [concept, phrases] of Object.entries(phrasing.concepts)) {
      for (const phrase of phrases) {
        const words = wordsOf(phrase);
        for (const word of words) this.words.add(word);
        this.begin(words);
        for (const key of phrase.startsWith('=') ? [words.join(' ')] : keysOf(words)) {
          const known = this.concepts.get(key) ?? new Set();
          this.concepts.set(key, known.add(concept));
        }
      }
      learnt += 1;
      if (learnt % AT_ONCE === 0) yield;
    }
  }

  /** Whether a folded word means anything to some concept or is passed over. */
  knows(word: string): boolean {
    return this.fillers.has(word) || keysOf([word]).some((key) => this.concepts.has(key));
  }

  isFiller(word: string): boolean {
    return this.fillers.has(word);
  }

  /** Whether everybody says this word of anything: it says little even where the ward has it. */
  isCommon(word: string): boolean {
    return this.common.has(word);
  }

  /** Notes which language a phrase's words belong to: `past` is no `pasto`. */
  hear(words: readonly string[], language: Language): void {
    for (const word of words) this.vocabulary[language].add(word);
  }

  private languagesOf(word: string): readonly Language[] {
    const known = LANGUAGES.filter((language) => this.vocabulary[language].has(word));
    return known.length === 0 ? LANGUAGES : known;
  }

  /**
   * The tokens of a text, longest known expressions first, and its fillers.
   * @param languages whose stems count: a catalogue's phrase has one language; what is typed may be in any, word by word
   */
  read(words: readonly string[], languages?: readonly Language[]): Reading {
    const tokens: Token[] = [];
    const fillers = new Set<string>();
    for (let at = 0; at < words.length; ) {
      const length = this.lengthAt(words, at);
      const piece = words.slice(at, at + length);
      if (this.fillers.has(piece.join(' '))) for (const word of piece) fillers.add(word);
      else
        tokens.push(
          this.token(piece, languages ?? (length > 1 ? LANGUAGES : this.languagesOf(piece[0] ?? ''))),
        );
      at += length;
    }
    return { tokens, fillers };
  }

  private lengthAt(words: readonly string[], at: number): number {
    const first = words[at] ?? '';
    const longest = Math.max(...formsOf(first).map((form) => this.longest.get(form) ?? 1));
    for (let length = Math.min(longest, words.length - at); length > 1; length--) {
      const piece = words.slice(at, at + length);
      if (this.fillers.has(piece.join(' ')) || keysOf(piece).some((key) => this.concepts.has(key)))
        return length;
    }
    return 1;
  }

  /** Remembers how many words an expression has, under the forms of its first. */
  private begin(words: readonly string[]): void {
    for (const form of formsOf(words[0] ?? ''))
      this.longest.set(form, Math.max(this.longest.get(form) ?? 1, Math.min(words.length, MOST_TOGETHER)));
  }

  private token(words: readonly string[], languages: readonly Language[]): Token {
    const surface = words.join(' ');
    const features = new Map<string, number>();
    const add = (feature: string, strength: number) => {
      if ((features.get(feature) ?? 0) < strength) features.set(feature, strength);
    };
    const concepts = new Set(
      keysOf(words, words.length > 1 ? LANGUAGES : languages).flatMap((key) => [
        ...(this.concepts.get(key) ?? []),
      ]),
    );
    for (const concept of concepts) add(`c:${concept}`, CONCEPT);
    add(`w:${surface}`, 1);
    if (words.length === 1)
      for (const language of languages) {
        const stem = stemOf(surface, language);
        add(`${language}:${stem}`, stem === surface ? STEM : stemStrength(stem));
      }
    else {
      for (const word of words) {
        if (this.fillers.has(word)) continue;
        add(`w:${word}`, PART);
        for (const language of languages) add(`${language}:${stemOf(word, language)}`, PART);
        for (const key of keysOf([word]))
          for (const concept of this.concepts.get(key) ?? []) add(`c:${concept}`, PART);
      }
    }
    const light =
      concepts.size === 0 ? this.common.has(surface) : [...concepts].some((one) => this.light.has(one));
    return { surface, features, light };
  }
}

const stemStrength = (stem: string) =>
  stem.length > SHORT ? STEM : stem.length > TINY ? SHORT_STEM : TINY_STEM;

/** A word as written and by its stems. */
const formsOf = (word: string): readonly string[] => [
  word,
  ...LANGUAGES.map((language) => stemOf(word, language)),
];

/** Forms under which an expression is known: as written and by its stems in each language. */
function keysOf(words: readonly string[], languages: readonly Language[] = LANGUAGES): readonly string[] {
  return [
    words.join(' '),
    ...languages.map((language) => `${language}:${words.map((word) => stemOf(word, language)).join(' ')}`),
  ];
}
