// `npm run -s resolve -- --lang it [--kind ask] [--json]`: reads one phrase per line and prints what the search understands by it, one line each.
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readCatalogue, readPhrasing } from '#compiler/disk';
import { LANGUAGES } from '#machines/scenario/item';
import { candidatesOf } from '../search/candidates';
import { PhraseBook } from '../search/phrase-book';
import { KINDS, understand } from '../search/understand';

const { values } = parseArgs({
  options: {
    lang: { type: 'string', default: 'en' },
    kind: { type: 'string' },
    content: { type: 'string', default: process.env.CORSIA_CONTENT ?? 'content' },
    json: { type: 'boolean', default: false },
  },
});
const language = LANGUAGES.find((one) => one === values.lang);
const kind = KINDS.find((one) => one === values.kind);
if (language === undefined || (values.kind !== undefined && kind === undefined)) {
  process.stderr.write(`--lang is one of ${LANGUAGES.join(', ')}; --kind one of ${KINDS.join(', ')}\n`);
  process.exit(2);
}
const catalogue = join(values.content, 'catalogue');
const { ward } = readCatalogue(catalogue);
const book = PhraseBook.make(ward, readPhrasing(catalogue));

for await (const phrase of createInterface({ input: process.stdin })) {
  const parts = understand(book, phrase, { kind, language });
  const candidates = parts.flatMap((part) => candidatesOf(part, (id) => ward.items[id]));
  const confident = parts.length > 0 && parts.every((part) => part.confident);
  if (values.json) process.stdout.write(`${JSON.stringify({ phrase, candidates, confident })}\n`);
  else
    process.stdout.write(
      `${phrase}${confident ? '' : '  (unsure)'}\n${candidates.map(({ item, score }) => `  ${score.toFixed(3)}  ${item}\n`).join('')}`,
    );
}
