// Views of one real play of the flagship, as the server sends them, for tests of what is drawn.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DebriefView } from '#machines/ledger';
import type { EncounterView, OfferView } from '#machines/view';
import en from '#content/words/en.json';
import it from '#content/words/it.json';
import { makeWords } from '#components/words';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/views', `${name}.json`), 'utf8'));

export const bedside = read('bedside') as EncounterView;
export const offers = read('offers') as readonly OfferView[];
export const debrief = read('debrief') as DebriefView;
export const english = makeWords('en', en);
export const italian = makeWords('it', it);
export const messages = { en, it };
