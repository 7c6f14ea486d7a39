// Says for each case folder what its compilation depends on, as one hash: nothing is compiled again that would come out the same.
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { logProblem } from './logbook';

/** Files read at a time; a thousand cases would otherwise open all of theirs at once. */
const TOGETHER = 16;

/**
 * Hash per case of a content folder, over every file of the case and of the catalogue and the version of what compiles them.
 * Empty when there is no such folder, which is logged.
 */
export async function folderKeys(content: string, version: string): Promise<ReadonlyMap<string, string>> {
  const catalogue = await hashOf(join(content, 'catalogue'));
  const cases = join(content, 'cases');
  const entries = await readdir(cases, { withFileTypes: true }).catch(() => {
    logProblem('content-missing', { folder: content });
    return [];
  });
  const keys = new Map<string, string>();
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const own = await hashOf(join(cases, entry.name));
    keys.set(entry.name, `${version} ${catalogue} ${own}`);
  }
  return keys;
}

/** Names, sizes and times of all files of a folder; changes with any edit. Cheaper than reading them. */
export async function markOf(folder: string): Promise<string> {
  const files = await filesOf(folder);
  const marks = await Promise.all(
    files.map(async (file) => {
      const { mtimeMs, size } = await stat(file);
      return `${file} ${mtimeMs} ${size}`;
    }),
  );
  return marks.join('\n');
}

async function hashOf(folder: string): Promise<string> {
  const files = await filesOf(folder);
  const hash = createHash('sha256');
  for (let at = 0; at < files.length; at += TOGETHER) {
    const some = files.slice(at, at + TOGETHER);
    const texts = await Promise.all(some.map((file) => readFile(file)));
    for (const [index, text] of texts.entries())
      hash.update(`${relative(folder, some[index] ?? '')}\0${text.byteLength}\0`).update(text);
  }
  return hash.digest('base64url').slice(0, 22);
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
