// Hands the words that a screen needs to the components that run in the browser.
'use client';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Language } from '#machines/scenario/item';
import { makeWords, type Messages, type Words } from './words';

const Current = createContext<Words | null>(null);

export function WordsProvider({
  language,
  messages,
  children,
}: {
  readonly language: Language;
  readonly messages: Messages;
  readonly children: ReactNode;
}) {
  const words = useMemo(() => makeWords(language, messages), [language, messages]);
  return <Current value={words}>{children}</Current>;
}

/** The words of the screen. Throws outside a WordsProvider: that is a mistake of the page. */
export function useWords(): Words {
  const words = useContext(Current);
  if (words === null) throw new Error('useWords needs a WordsProvider above it');
  return words;
}
