// The hidden words of the canary case: found in its files, and looked for in whatever reaches a learner.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../fixtures/cases/canary');

/** Words of the case, and numbers of levels and unseen vitals, that stand nowhere else. */
const CANARY = /qx[a-z0-9]+|7345127|7\.345127|9133771|99000000/gu;

/** Canaries in a text, each once. */
export function canariesIn(text: string): Set<string> {
  return new Set(text.match(CANARY) ?? []);
}

/** Every canary that the files of the case hold. */
export function allCanaries(): Set<string> {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:mdx|yaml|svg)$/u.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return canariesIn(texts.join('\n'));
}
