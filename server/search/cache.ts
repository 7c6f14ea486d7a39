// Phrase books kept ready: one per ward, made when first asked for, and what a case adds to its ward.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readPhrasingSlowly } from '#compiler/disk';
import { PHRASING } from '#compiler/phrasing';
import { itemIds, offers } from '#machines/offers';
import type { Playable } from '#machines/playable';
import type { Ward } from '#machines/scenario/item';
import { settings } from '../env';
import { single } from '../single';
import { PhraseBook, type Phrase } from './phrase-book';

const MOST_BOOKS = 2;
const MOST_CASES = 64;

interface Kept {
  readonly books: Map<string, Promise<PhraseBook>>;
  readonly cases: Map<string, CasePart>;
}

const kept = () => single<Kept>('search', () => ({ books: new Map(), cases: new Map() }));

/** The book of a ward; takes seconds the first time, while others work. Throws what the file system throws when the phrasing cannot be read. */
export async function bookOf(ward: Ward): Promise<PhraseBook> {
  const catalogue = join(settings().content, 'catalogue');
  const key = `${ward.revision} ${settings().production ? '' : markOf(join(catalogue, PHRASING))}`;
  const { books } = kept();
  return await keptIn(books, key, MOST_BOOKS, async () => {
    try {
      const rest = () => setImmediate();
      return await PhraseBook.makeSlowly(ward, await readPhrasingSlowly(catalogue, rest), rest);
    } catch (error) {
      books.delete(key);
      throw error;
    }
  });
}

/** What a case adds to its ward and what it offers. */
export interface CasePart {
  readonly phrases: readonly Phrase[];
  /** ids that are offered from the beginning */
  readonly offered: ReadonlySet<string>;
  /** something is offered only after something else */
  readonly later: boolean;
}

/** The part of a case that the search needs. */
export function casePartOf(book: PhraseBook, playable: Playable): CasePart {
  return keptIn(kept().cases, playable.revision, MOST_CASES, () => ({
    phrases: book.phrasesOf(Object.values(playable.scenario.items)),
    offered: new Set(offers(playable, playable.scenario.language).map(({ id }) => id)),
    later: itemIds(playable).some((id) => playable.item(id)?.offeredWhen !== undefined),
  }));
}

/** Least recently used first out. */
function keptIn<T>(map: Map<string, T>, key: string, most: number, make: () => T): T {
  const value = map.get(key) ?? make();
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
  return value;
}

/** Changes with any edit of an author at work. */
function markOf(folder: string): string {
  try {
    return readdirSync(folder)
      .map((file) => `${file} ${statSync(join(folder, file)).mtimeMs}`)
      .join(' ');
  } catch {
    return '';
  }
}
