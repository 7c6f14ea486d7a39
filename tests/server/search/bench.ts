// A ward of the real catalogue with the search over it, for tests.
import { join } from 'node:path';
import { readCatalogue, readPhrasing } from '#compiler/disk';
import { candidatesOf } from '#server/search/candidates';
import { PhraseBook } from '#server/search/phrase-book';
import { understand, type Options } from '#server/search/understand';

const catalogue = join(import.meta.dirname, '..', '..', '..', 'content', 'catalogue');
export const { ward } = readCatalogue(catalogue);
export const book = PhraseBook.make(ward, readPhrasing(catalogue));

/** All parts of a text, each with its candidates. */
export const heard = (text: string, options: Options = {}) =>
  understand(book, text, options).map((part) => ({
    ...part,
    candidates: candidatesOf(part, (id) => ward.items[id]),
  }));

/** The best candidate of the first part; undefined where there is none. */
export const best = (text: string, options: Options = {}) => heard(text, options)[0]?.candidates[0];
