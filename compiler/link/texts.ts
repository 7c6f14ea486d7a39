// The table of texts of a case: every fragment under its address, in the languages that the author wrote.
import type { Language, Words } from '#machines/scenario/item';
import type { Prose, TextKey } from '#machines/scenario/scenario';
import type { Findings, Phrase, Place } from '../diagnostic';
import { plainProse, toProse } from '../prose';
import { has, valueOf, type Tag } from '../read/tag';
import type { Addressed } from './addresses';

type Entry = { [language in Language]?: Prose };

/** Collects texts while a case is linked. A fragment without translation is a warning, never a gap. */
export class Texts {
  private readonly table = new Map<TextKey, Entry>();

  constructor(
    readonly language: Language,
    readonly languages: readonly Language[],
    private readonly addressed: Addressed,
    private readonly findings: Findings,
  ) {}

  addressOf(tag: Tag): string {
    return this.addressed.addressOf(tag);
  }

  /** The prose of a tag; undefined when it has none in its own language. `before` stands in front of it, per language. */
  prose(tag: Tag, before?: (language: Language) => Prose): TextKey | undefined {
    if (tag.prose === null) return undefined;
    const key = this.addressOf(tag);
    const entry: Entry = {
      [this.language]: [...(before?.(this.language) ?? []), ...toProse(tag.prose, this.findings)],
    };
    for (const language of this.others()) {
      const overlay = this.addressed.overlayOf(tag, language);
      if (overlay?.prose)
        entry[language] = [...(before?.(language) ?? []), ...toProse(overlay.prose, this.findings)];
      else this.missing(tag.place, language, `the text of <${tag.name}> (${key})`);
    }
    this.table.set(key, entry);
    return key;
  }

  /** The prose of a tag, or an empty text under its address. */
  proseOrEmpty(tag: Tag): TextKey {
    return this.prose(tag) ?? this.put(this.addressOf(tag), []);
  }

  /** A text attribute that learners read; without it the fallback, in no need of translation. */
  shown(tag: Tag, attribute: string, fallback: string): TextKey {
    const key = `${this.addressOf(tag)}.${attribute}`;
    const phrase = valueOf(tag, attribute);
    if (phrase === null) return this.put(key, plainProse(fallback));
    const entry: Entry = { [this.language]: plainProse(phrase.text) };
    for (const language of this.others()) {
      const translated = this.translation(tag, attribute, language);
      if (translated !== null) entry[language] = plainProse(translated.text);
      else this.missing(phrase.place, language, `${attribute} of <${tag.name}> (${this.addressOf(tag)})`);
    }
    this.table.set(key, entry);
    return key;
  }

  /** The attribute in a language: the overlay's, or the original's in its own language. */
  translation(tag: Tag, attribute: string, language: Language): Phrase | null {
    const where = language === this.language ? tag : this.addressed.overlayOf(tag, language);
    return where !== null && has(where, attribute) ? valueOf(where, attribute) : null;
  }

  /** Words per language that stand in YAML. */
  words(key: TextKey, words: Words, place: Place): TextKey {
    const entry: Entry = {};
    for (const language of this.languages) {
      const text = words[language];
      if (text !== undefined) entry[language] = plainProse(text);
      else this.missing(place, language, key);
    }
    const own = words[this.language] ?? Object.values(words)[0] ?? '';
    entry[this.language] ??= plainProse(own);
    this.table.set(key, entry);
    return key;
  }

  /** A text in the case's own language only. */
  put(key: TextKey, prose: Prose): TextKey {
    this.table.set(key, { [this.language]: prose });
    return key;
  }

  /** A text in several languages at once. */
  putAll(key: TextKey, entry: Entry): TextKey {
    this.table.set(key, entry);
    return key;
  }

  get(key: TextKey): Entry | undefined {
    return this.table.get(key);
  }

  others(): readonly Language[] {
    return this.languages.filter((language) => language !== this.language);
  }

  missing(place: Place, language: Language, what: string): void {
    this.findings.warning('missing-translation', place, {
      what: `${what} has no translation (${language})`,
      why: 'learners will read it in the language of the original',
      help: `add it to the overlay, a file that ends in .${language}.mdx`,
    });
  }

  all(): { readonly [key: TextKey]: Entry } {
    return Object.fromEntries(this.table);
  }
}
