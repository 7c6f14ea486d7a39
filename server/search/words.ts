// Text to words: accents and case folded, elisions parted, nothing but letters, digits and % left.
import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as italianStem } from '@orama/stemmers/italian';
import type { Language } from '#machines/scenario/item';

/** Most characters of what is typed that are looked at; a sentence to a patient is far shorter. */
export const MOST_CHARACTERS = 400;
const MOST_WORDS = 40;

/** Without accents, in lower case, in the letters that a keyboard has. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe');
}

/** Words of a text in order, folded; at most forty. `0,9 %` is one word, `l'addome` two. */
export function wordsOf(text: string): readonly string[] {
  const plain = fold(text.slice(0, MOST_CHARACTERS)).replaceAll(/(\d)\s+%/g, '$1%');
  return (plain.match(/\d+[.,]\d+%|[\p{L}\p{N}]+%?/gu) ?? [])
    .slice(0, MOST_WORDS)
    .map((word) => word.replace(',', '.'));
}

const stems: { readonly [language in Language]: Map<string, string> } = { en: new Map(), it: new Map() };
const MOST_STEMS = 50_000;

/** The stem of a folded word in a language; words with digits stand as they are. */
export function stemOf(word: string, language: Language): string {
  const known = stems[language].get(word);
  if (known !== undefined) return known;
  const stem = /^\p{L}{3,}$/u.test(word) ? (language === 'en' ? englishStem(word) : italianStem(word)) : word;
  if (stems[language].size < MOST_STEMS) stems[language].set(word, stem);
  return stem;
}
