// Reads YAML with a place for every value; duplicate keys and broken text become faults, never exceptions.
import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';
import type { Phrase, Place } from '../diagnostic';
import type { SourceText } from '../source-text';
import type { ReadFault } from './mdx';

export type Path = readonly (string | number)[];

export interface YamlFile {
  readonly source: SourceText;
  /** plain values; null when the file is empty or cannot be read */
  readonly value: unknown;
  readonly faults: readonly ReadFault[];
  /** where the value at a path stands; the nearest place above when there is none */
  readonly placeOf: (path: Path) => Place;
  /** where the key at the end of a path stands */
  readonly keyPlaceOf: (path: Path) => Place;
  /** a text with the place of its first character */
  readonly phraseAt: (path: Path, text: string) => Phrase;
}

/**
 * Reads a YAML file, or the front matter of one.
 * @param text the YAML; `start` the offset in the file at which it begins
 */
export function readYaml(source: SourceText, text: string = source.text, start = 0): YamlFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, merge: false, schema: 'core' });
  const place = (from: number, to: number): Place => ({ file: source, start: start + from, end: start + to });
  const faults: ReadFault[] = document.errors.map((error) => ({
    code: error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml',
    severity: 'error',
    place: place(error.pos[0], error.pos[1]),
    message: {
      what:
        error.code === 'DUPLICATE_KEY'
          ? 'this key stands twice in the same place'
          : (error.message.split(/ at line \d+| at position/, 1)[0] ?? error.message),
      help:
        error.code === 'DUPLICATE_KEY'
          ? 'keep one of the two; the other would be lost in silence'
          : 'check indentation, quotation marks and brackets; a text with ": " or "#" needs quotation marks',
    },
  }));
  for (const warning of document.warnings) {
    faults.push({
      code: 'yaml',
      severity: 'error',
      place: place(warning.pos[0], warning.pos[1]),
      message: {
        what: warning.message.split(/ at line \d+/, 1)[0] ?? '',
        help: 'use plain YAML without tags of its own',
      },
    });
  }
  const value: unknown = faults.length > 0 ? null : plainValue(document, faults, place);

  function nodeAt(path: Path): { node: Node | null; key: Node | null } {
    let node: Node | null = document.contents;
    let key: Node | null = null;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isPair(item) && keyText(item.key) === String(step));
        if (pair === undefined) break;
        key = isNode(pair.key) ? pair.key : null;
        node = isNode(pair.value) ? pair.value : key;
      } else if (isSeq(node)) {
        const item: unknown = node.items[Number(step)];
        if (!isNode(item)) break;
        node = item;
      } else break;
    }
    return { node, key };
  }

  function placeOf(path: Path): Place {
    const range = nodeAt(path).node?.range;
    return range ? place(range[0], range[1]) : place(0, 0);
  }

  return {
    source,
    value,
    faults,
    placeOf,
    keyPlaceOf(path) {
      const range = nodeAt(path).key?.range;
      return range ? place(range[0], range[1]) : placeOf(path);
    },
    phraseAt(path, phrase) {
      const whole = placeOf(path);
      const { node } = nodeAt(path);
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      const from = whole.start + (quoted ? 1 : 0);
      return {
        text: phrase,
        place: { file: source, start: from, end: Math.min(whole.end, from + phrase.length) },
      };
    },
  };
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

/** Plain data of a document; aliases are refused because they could grow without bound. */
function plainValue(
  document: Document.Parsed,
  faults: ReadFault[],
  place: (from: number, to: number) => Place,
): unknown {
  const alias = firstAlias(document.contents);
  if (alias !== null) {
    faults.push({
      code: 'yaml-alias',
      severity: 'error',
      place: place(alias.range?.[0] ?? 0, alias.range?.[1] ?? 0),
      message: { what: 'YAML aliases (*name) are not used here', help: 'write the value out' },
    });
    return null;
  }
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  return value;
}

function firstAlias(node: unknown): Node | null {
  if (isAlias(node)) return node;
  if (isMap(node)) {
    for (const pair of node.items) {
      const found = firstAlias(pair.key) ?? firstAlias(pair.value);
      if (found !== null) return found;
    }
  }
  if (isSeq(node)) {
    for (const item of node.items) {
      const found = firstAlias(item);
      if (found !== null) return found;
    }
  }
  return null;
}
