// The hidden words of the canary case: found in its files, and looked for in whatever reaches a learner.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../fixtures/cases/canary');

/** Words of the case, and numbers of levels and unseen vitals, that stand nowhere else. */
const CANARY = /qx[a-z0-9]+|7345127|7\.345127|9133771|99000000/gu;

let known: ReadonlySet<string> | null = null;

/** Canaries in a text, each once. Letters that only look like one (in a random id, in packed code) are none. */
export function canariesIn(text: string): Set<string> {
  known ??= allCanaries();
  const words = known;
  return new Set((text.match(CANARY) ?? []).filter((word) => words.has(word)));
}

/** Every canary that the files of the case hold. */
export function allCanaries(): Set<string> {
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:mdx|yaml|svg)$/u.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return new Set(texts.join('\n').match(CANARY) ?? []);
}
