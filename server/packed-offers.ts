// What a case offers, packed once for all who play it: two thousand items take the server longer to write than to send.
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { ENGINE } from '#machines/engine';
import { columnsOf } from '#machines/offer-columns';
import { offers } from '#machines/offers';
import type { Language } from '#machines/scenario/item';
import { playable, rowOf } from './attempts';
import { single } from './single';

/** Raised with every change of what an OfferView holds: browsers keep a list for ever under its tag. */
const FORM = 5;
/** Lists that are kept; one takes about 150 kB. */
const MOST = 40;
const packed = promisify(gzip);
const kept = () => single('packed-offers', () => new Map<string, Promise<Buffer>>());

/** Names the list of a revision in a language: the same tag, the same bytes. */
export const offersTag = (revision: string, language: Language): string =>
  `${revision.slice(0, 20)}-${ENGINE}-${FORM}-${language}`;

/** Tag of the list that an attempt offers; null when there is no such attempt of this learner. */
export async function tagOf(
  attempt: string,
  learner: string | null,
  language: Language,
): Promise<string | null> {
  const row = await rowOf(attempt, learner);
  return row === null ? null : offersTag(row.revision, language);
}

/** The list as gzipped JSON of its columns (OfferColumns); null as above. Throws StoreUnavailable, Unreplayable. */
export async function packedOffers(
  attempt: string,
  learner: string | null,
  language: Language,
): Promise<Buffer | null> {
  const row = await rowOf(attempt, learner);
  if (row === null) return null;
  const of = await playable(row);
  const lists = kept();
  const key = offersTag(row.revision, language);
  const known =
    lists.get(key) ??
    packed(JSON.stringify(columnsOf(offers(of, language))), { level: constants.Z_BEST_COMPRESSION });
  lists.delete(key);
  lists.set(key, known);
  const [oldest] = lists.keys();
  if (lists.size > MOST && oldest !== undefined) lists.delete(oldest);
  return await known;
}
