// Finds what a learner means among all that can be done: both languages, accents folded, typing errors forgiven.
import MiniSearch from 'minisearch';
import type { SearchResult } from 'minisearch';
import type { OfferView } from '#machines/view';
import { fold } from './offer-text';

/** Words that say what kind of step is meant ("chiedi dolore", "call surgery"); they favour, never exclude. */
const verbWords: { readonly [word: string]: string } = {
  ask: 'ask',
  chiedi: 'ask',
  domanda: 'ask',
  examine: 'examine',
  esamina: 'examine',
  visita: 'examine',
  palpa: 'examine',
  order: 'order',
  request: 'order',
  richiedi: 'order',
  send: 'order',
  invia: 'order',
  give: 'treat',
  start: 'treat',
  somministra: 'treat',
  avvia: 'treat',
  inizia: 'treat',
  call: 'consult',
  consult: 'consult',
  chiama: 'consult',
  consulta: 'consult',
  tell: 'tell',
  informa: 'tell',
  spiega: 'tell',
  move: 'move',
  sposta: 'move',
  trasferisci: 'move',
  admit: 'dispose',
  ricovera: 'dispose',
  dimetti: 'dispose',
};

const splitWords = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

type Line = { readonly id: string; readonly name: string; readonly words: string; readonly group: string };

export interface OfferIndex {
  readonly search: MiniSearch<Line>;
  readonly ids: ReadonlySet<string>;
  /** Best first, at most `most`. */
  readonly find: (query: string, most?: number) => readonly OfferView[];
  /** Whether anything has every word of the query; else what is found is only the nearest. */
  readonly fits: (query: string) => boolean;
}

const emptySearch = () =>
  new MiniSearch<Line>({
    fields: ['name', 'words', 'group'],
    idField: 'id',
    tokenize: splitWords,
    processTerm: (term) => term,
  });

const lineOf = ({ id, name, words, group }: OfferView): Line => ({
  id,
  name: `${name} ${name.replaceAll('-', '')}`,
  words: [
    ...words,
    ...words.filter((word) => word.includes('-')).map((word) => word.replaceAll('-', '')),
  ].join(' '),
  group: group.join(' '),
});

/**
 * Indexed piece by piece, so that nothing the learner does has to wait for it; what `before` holds of the same offers is not
 * indexed again (one more follow-up question is open, the rest are as they were).
 */
export async function indexOffers(
  offers: readonly OfferView[],
  before: OfferIndex | null = null,
): Promise<OfferIndex> {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const ids = new Set(byId.keys());
  const same = before !== null && [...before.ids].every((id) => ids.has(id)) ? before : null;
  const search = same?.search ?? emptySearch();
  const more = offers.filter(({ id }) => same?.ids.has(id) !== true);
  await search.addAllAsync(more.map(lineOf), { chunkSize: 20 });
  const termsOf = (query: string) => {
    // Amounts are no words.
    const typed = splitWords(query).filter((word) => /\p{L}/u.test(word));
    const verb = typed.length > 1 ? verbWords[typed[0] ?? ''] : undefined;
    return { verb, terms: (verb === undefined ? typed : typed.slice(1)).join(' ') };
  };
  const vocabulary = new Set(
    offers.flatMap(({ name, words, group }) => [name, ...words, ...group].flatMap(splitWords)),
  );
  // A phone cannot look for misspellings of every word of a sentence: only of those that nobody wrote, and which are not being typed.
  const options = {
    boost: { name: 3, words: 2, group: 0.4 },
    prefix: (term: string, place: number, terms: readonly string[]) =>
      place === terms.length - 1 || !vocabulary.has(term),
    fuzzy: (term: string) => (term.length > 3 && !vocabulary.has(term) ? 0.2 : false),
  };
  let last: { readonly terms: string; readonly found: readonly SearchResult[] } | null = null;
  const strictly = (terms: string): readonly SearchResult[] => {
    if (last?.terms !== terms)
      last = { terms, found: search.search(terms, { ...options, combineWith: 'AND' }) };
    return last.found;
  };
  return {
    search,
    ids,
    fits: (query) => {
      const { terms } = termsOf(query);
      return terms !== '' && strictly(terms).length > 0;
    },
    find: (query, most = 24) => {
      const { verb, terms } = termsOf(query);
      if (terms === '') return [];
      const strict = strictly(terms);
      const found = strict.length > 0 ? strict : search.search(terms, options);
      const phrase = fold(terms);
      const meant = (offer: OfferView) =>
        (offer.verb === verb ? 2 : 0) +
        ([offer.name, ...offer.words].some((name) => fold(name) === phrase) ? 1 : 0);
      return found
        .flatMap(({ id }) => byId.get(String(id)) ?? [])
        .slice(0, most * 2)
        .toSorted((a, b) => meant(b) - meant(a))
        .slice(0, most);
    },
  };
}
