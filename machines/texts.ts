// Texts of a scenario and names of the ward in a language, falling back to the case's own language and never to nothing.
import type { Language, Ward, Words } from './scenario/item';
import { LANGUAGES } from './scenario/item';
import type { Prose, Scenario } from './scenario/scenario';

/** The prose under a key in this language; in the case's own where it was not translated; empty where the key is unknown. */
export function textOf(
  scenario: Pick<Scenario, 'texts' | 'language'>,
  key: string | null | undefined,
  language: Language,
): Prose {
  if (key === null || key === undefined) return [];
  const text = scenario.texts[key];
  return text?.[language] ?? text?.[scenario.language] ?? [];
}

/** A short name in this language, else in any that it has. */
export function wordsIn(words: Words | undefined, language: Language): string {
  if (!words) return '';
  return words[language] ?? LANGUAGES.map((one) => words[one]).find((word) => word !== undefined) ?? '';
}

/** A text of the ward (a usual answer or finding) as one paragraph; null where the ward has none. */
export function wardText(ward: Ward, key: string | undefined, language: Language): Prose | null {
  const words = key === undefined ? undefined : ward.texts[key];
  return words ? [{ tag: 'p', of: [wordsIn(words, language)] }] : null;
}

/** The bare words of a prose, for titles. */
export function plain(prose: Prose): string {
  return prose
    .map((node) => (typeof node === 'string' ? node : plain(node.of)))
    .join('')
    .trim();
}
