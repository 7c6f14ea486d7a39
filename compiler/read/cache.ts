// Remembers the trees of files read before, by name and content, within a bound: most files of a case do not change between two saves.
import { createHash } from 'node:crypto';
import { sourceText } from '../source-text';
import { readMdx, type MdxFile } from './mdx';

/** Characters of source whose trees are kept; a tree takes some forty times the memory of its text. */
const MOST_CHARACTERS = 1_500_000;

const trees = new Map<string, MdxFile>();
let characters = 0;

/** Reads an MDX file, or gives the tree of the same file with the same content again. */
export function readMdxCached(name: string, text: string): MdxFile {
  const key = `${createHash('sha256').update(text).digest('base64')} ${name}`;
  const known = trees.get(key);
  if (known !== undefined) {
    trees.delete(key);
    trees.set(key, known);
    return known;
  }
  const read = readMdx(sourceText(name, text));
  trees.set(key, read);
  characters += text.length;
  for (const [oldest, file] of trees) {
    if (characters <= MOST_CHARACTERS || oldest === key) break;
    trees.delete(oldest);
    characters -= file.source.text.length;
  }
  return read;
}
