// Reads one tag at its "<" to the character, so that quoted text may hold anything and code in attributes is refused by name.
import type { Message } from '../diagnostic';

export interface TagFault {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly message: Message;
}

export interface ScannedTag {
  readonly name: string;
  readonly start: number;
  /** exclusive */
  readonly end: number;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly faults: readonly TagFault[];
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

const NAME = /[A-Za-z][\w.-]*/y;
const ATTRIBUTE = /[^\s=>"'/{}<]+/y;

/** The tag that begins at `start`, or null when it has no end. Faulty attributes are listed, not thrown. */
export function scanTag(source: string, start: number): ScannedTag | null {
  let at = start + 1;
  const closing = source[at] === '/';
  if (closing) at++;
  const name = match(NAME, source, at) ?? '';
  at += name.length;
  const faults: TagFault[] = [];
  const comments: { start: number; end: number }[] = [];
  for (;;) {
    at = skipBlank(source, at);
    const character = source[at];
    if (character === undefined || character === '<') return null;
    if (character === '>') return done(at + 1, false);
    if (character === '/' && source[at + 1] === '>') return done(at + 2, true);
    if (character === '{') {
      const end = closeBrace(source, at);
      if (end === null) return null;
      if (source.startsWith('{/*', at)) comments.push({ start: at, end });
      else
        fault('spread', at, end, {
          what: `"${source.slice(at, Math.min(end, at + 40))}" would spread program values into <${name}>`,
          why: 'a case is read as text and never run',
          help: 'write each attribute as name="text"',
        });
      at = end;
      continue;
    }
    const attribute = match(ATTRIBUTE, source, at);
    if (attribute === null) return null;
    const attributeStart = at;
    at = skipBlank(source, at + attribute.length);
    if (source[at] !== '=') {
      at = attributeStart + attribute.length;
      continue;
    }
    at = skipBlank(source, at + 1);
    const quote = source[at];
    if (quote === '"' || quote === "'") {
      const close = source.indexOf(quote, at + 1);
      if (close === -1) return null;
      at = close + 1;
    } else if (quote === '{') {
      const end = closeBrace(source, at);
      if (end === null) return null;
      fault('attribute-expression', attributeStart, end, {
        what: `${attribute}=${source.slice(at, Math.min(end, at + 40))} is a program expression`,
        why: 'a case is read as text and never run',
        help: `write ${attribute}="…"`,
      });
      at = end;
    } else {
      const word = match(/[^\s>]+/y, source, at) ?? '';
      fault('unquoted-attribute', attributeStart, at + word.length, {
        what: `the value of ${attribute} has no quotation marks`,
        help: `write ${attribute}="${word}"`,
      });
      at += word.length;
      if (word === '') return null;
    }
  }

  function fault(code: string, from: number, to: number, message: Message): void {
    faults.push({ code, start: from, end: to, message });
  }

  function done(end: number, selfClosing: boolean): ScannedTag {
    return { name, start, end, closing, selfClosing, faults, comments };
  }
}

function match(pattern: RegExp, source: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? null;
}

function skipBlank(source: string, at: number): number {
  let next = at;
  while (/\s/.test(source[next] ?? 'x')) next++;
  return next;
}

/** Offset behind the brace that closes the one at `start`; quotation marks inside are respected. */
function closeBrace(source: string, start: number): number | null {
  if (source.startsWith('{/*', start)) {
    const end = source.indexOf('*/}', start);
    return end === -1 ? null : end + 3;
  }
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const character = source[at] ?? '';
    if (character === '"' || character === "'" || character === '`') {
      const close = source.indexOf(character, at + 1);
      if (close === -1) return null;
      at = close;
    } else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return null;
}
