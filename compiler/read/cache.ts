// Remembers files read before, by name and content, within a bound: most files of a case do not change between two saves.
import { createHash } from 'node:crypto';
import { sourceText } from '../source-text';
import { readMdx, type MdxFile } from './mdx';
import { readYaml, type YamlFile } from './yaml';

/** Characters of source that are remembered; a tree takes some forty times the memory of its text. */
const MOST_CHARACTERS = 1_500_000;

interface Read {
  readonly mdx?: MdxFile;
  readonly yaml?: YamlFile;
  readonly length: number;
}

const files = new Map<string, Read>();
let characters = 0;

/** Reads an MDX file, or gives the tree of the same file with the same content again. */
export function readMdxCached(name: string, text: string): MdxFile {
  const key = keyOf(name, text);
  const mdx = recall(key)?.mdx ?? readMdx(sourceText(name, text));
  remember(key, { mdx, length: text.length });
  return mdx;
}

/** Reads a YAML file, or gives the same file with the same content again. */
export function readYamlCached(name: string, text: string): YamlFile {
  const key = keyOf(name, text);
  const yaml = recall(key)?.yaml ?? readYaml(sourceText(name, text));
  remember(key, { yaml, length: text.length });
  return yaml;
}

function keyOf(name: string, text: string): string {
  return `${createHash('sha256').update(text).digest('base64')} ${name}`;
}

/** Takes a file out of the memory; `remember` puts it back as the youngest. */
function recall(key: string): Read | undefined {
  const known = files.get(key);
  if (known === undefined) return undefined;
  files.delete(key);
  characters -= known.length;
  return known;
}

function remember(key: string, read: Read): void {
  files.set(key, read);
  characters += read.length;
  for (const [oldest, { length }] of files) {
    if (characters <= MOST_CHARACTERS || oldest === key) break;
    files.delete(oldest);
    characters -= length;
  }
}
