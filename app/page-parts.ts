// What every page asks first: the language of its address, its words, the theme chosen on this device.
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import type { Words } from '#components/words';
import type { Language } from '#machines/scenario/item';
import { isLanguage, wordsOf } from './words';

/** Shows "not found" for a language that Corsia does not speak. */
export async function pageParts(
  segment: string,
): Promise<{ readonly language: Language; readonly words: Words; readonly theme: string | null }> {
  if (!isLanguage(segment)) notFound();
  const theme = (await cookies()).get('theme')?.value ?? null;
  return { language: segment, words: wordsOf(segment), theme };
}
