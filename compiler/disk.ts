// The one file of the compiler that touches the disk: reads a case folder or the catalogue into texts.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { compileCatalogue, type Catalogue } from './catalogue';
import type { CaseFiles } from './compile-case';
import { compileInTurn, compilePhrasing, type Phrasing } from './phrasing';

/** Reads a case folder. Throws what the file system throws when the folder cannot be read. */
export function readCaseFolder(path: string): CaseFiles {
  const files = new Map<string, string>();
  const figures = new Set<string>();
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name === 'figures') {
      for (const figure of readdirSync(join(path, entry.name))) figures.add(figure);
    } else if (entry.isFile() && /\.(mdx|ya?ml)$/.test(entry.name)) {
      files.set(entry.name, readFileSync(join(path, entry.name), 'utf8'));
    }
  }
  return { id: basename(path), files, figures };
}

/** Names of the case folders in a folder such as content/cases, in order. None when there is no such folder. */
export function caseFolders(path: string): readonly string[] {
  return entriesOf(path)
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

/** Reads and compiles the catalogue in a folder; an empty ward where there is none. */
export function readCatalogue(path: string): Catalogue {
  return compileCatalogue(catalogueFiles(path));
}

/** Reads how people word what the catalogue in a folder offers; nothing where there is no such folder. */
export function readPhrasing(path: string): Phrasing {
  return compilePhrasing(catalogueFiles(path)).phrasing;
}

/** The same, with a `rest` after each file, so that nobody waits for all of it. */
export async function readPhrasingSlowly(path: string, rest: () => Promise<void>): Promise<Phrasing> {
  const work = compileInTurn(catalogueFiles(path));
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value.phrasing;
    await rest();
  }
}

function catalogueFiles(path: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const entry of entriesOf(folder)) {
      const inside = join(folder, entry.name);
      if (entry.isDirectory()) visit(inside);
      else if (/\.ya?ml$/.test(entry.name)) {
        files.set(relative(path, inside).split(sep).join('/'), readFileSync(inside, 'utf8'));
      }
    }
  };
  visit(path);
  return files;
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
