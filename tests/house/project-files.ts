// The project's own files as the house tests see them: paths from the root, with forward slashes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Complaint } from './rooms';

export const root = join(import.meta.dirname, '..', '..');

const notOurs = new Set([
  'node_modules',
  '.git',
  '.next',
  '.data',
  'coverage',
  'test-results',
  'playwright-report',
]);

export type ProjectFile = { readonly file: string; readonly text: string };

function walk(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/** All files under a folder ('' is the root) whose name ends in one of the endings. */
export function filesUnder(folder: string, endings: readonly string[]): ProjectFile[] {
  return (
    walk(folder)
      .filter((file) => endings.some((ending) => file.endsWith(ending)) && file !== 'next-env.d.ts')
      // made by a tool from a file that is ours; a test of its own keeps it fresh
      .filter((file) => !file.endsWith('.generated.js'))
      .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
  );
}

export const code = ['.ts', '.tsx', '.mts', '.mjs', '.js', '.jsx'];
export const words = ['.md', '.mdx', '.yaml', '.yml', '.json', '.css', '.html'];

/** One line per complaint, in the form that editors make clickable. */
export const told = (complaints: readonly Complaint[]): string[] =>
  complaints.map(({ file, line, what }) => `${file}:${line} ${what}`);
