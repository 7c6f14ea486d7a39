// The interface words of content/words, whole for pages drawn on the server and in part for what runs in the browser.
import en from '#content/words/en.json';
import it from '#content/words/it.json';
import { makeWords, type Messages, type Words } from '#components/words';
import type { Language } from '#machines/scenario/item';

declare module '#components/words' {
  interface WordRegister {
    readonly keys: keyof typeof en;
  }
}

const tables: { readonly [language in Language]: Messages } = { en, it };

export const isLanguage = (text: string): text is Language => text === 'en' || text === 'it';

/** The language of a path segment; another text is answered in English (the page then says that it is not found). */
export const languageOf = (segment: string): Language => (isLanguage(segment) ? segment : 'en');

export const wordsOf = (language: Language): Words => makeWords(language, tables[language]);

/** The messages whose first part is one of these, for a WordsProvider. */
export function messagesOf(language: Language, parts: readonly string[]): Messages {
  return Object.fromEntries(
    Object.entries(tables[language]).filter(([key]) => parts.includes(key.slice(0, key.indexOf('.')))),
  );
}

/** What the bedside needs in the browser. */
export const bedsideParts = [
  'act',
  'announce',
  'band',
  'body',
  'chart',
  'checkpoint',
  'closing',
  'confirm',
  'dialog',
  'ecg',
  'entry',
  'finish',
  'flag',
  'form',
  'hint',
  'image',
  'interrupted',
  'kind',
  'lane',
  'live',
  'look',
  'monitor',
  'notice',
  'panel',
  'pending',
  'place',
  'problem',
  'reasoning',
  'refusal',
  'results',
  'route',
  'running',
  'sbar',
  'sex',
  'time',
  'tools',
  'tour',
  'trace',
  'tray',
  'verb',
] as const;

/** What the debrief needs in the browser. */
export const debriefParts = ['curve', 'ledger', 'panel', 'problem', 'replay', 'results', 'state'] as const;
