// `npm run -s eval:search -- [--json] [--content <folder>] [--misses dev|all]`: how well the search understands the phrases of tests/fixtures/phrases, and those of tests/fixtures/unheard.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCatalogue, readPhrasing } from '#compiler/disk';
import { PhraseBook } from '#server/search/phrase-book';
import { evaluate, readSamples } from './evaluate';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    content: { type: 'string', default: 'content' },
    phrasing: { type: 'string' },
    phrases: { type: 'string', default: join('tests', 'fixtures', 'phrases') },
    unheard: { type: 'string', default: join('tests', 'fixtures', 'unheard') },
    misses: { type: 'string' },
  },
});
const catalogue = join(values.content, 'catalogue');
const { ward } = readCatalogue(catalogue);
const book = PhraseBook.make(ward, readPhrasing(values.phrasing ?? catalogue));
const has = (id: string) => Object.hasOwn(ward.items, id) || Object.hasOwn(ward.diagnoses, id);
const { evaluation, misses } = evaluate(book, has, readSamples(values.phrases));
if (values.misses !== undefined)
  for (const { sample, got, confident } of misses)
    if (values.misses === 'all' || sample.half === values.misses)
      process.stderr.write(
        `${sample.language} ${sample.phrase} | ${sample.expect.join(' ')} | ${got.slice(0, 3).join(' ')}${confident ? '' : ' (unsure)'}\n`,
      );
// Written by somebody who had not seen the words of the catalogue: totals only, so that nobody tunes to a phrase.
const { evaluation: unheard } = evaluate(book, has, readSamples(values.unheard));
process.stdout.write(`${JSON.stringify({ ...evaluation, unheard }, null, values.json ? 0 : 2)}\n`);
