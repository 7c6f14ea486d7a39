// Makes clinical prose readable as MDX: escapes what is no tag, refuses what would be code, and puts each tag on a line of its own.
import type { Message } from '../diagnostic';
import { scanTag, type ScannedTag } from './scan-tag';

/** Characters of the private use area that stand for those MDX would read as markup. */
const STAND_IN = { '<': '\uE000', '{': '\uE001', '}': '\uE002', i: '\uE003', e: '\uE004' } as const;
const ORIGINAL: ReadonlyMap<string, string> = new Map(
  Object.entries(STAND_IN).map(([original, standIn]) => [standIn, original]),
);

/** `import` or `export` as a word of prose, with the character before it. */
const WORD = /^(?:^|[^A-Za-z])(?:import|export)\s/;

export interface PreparedProblem {
  readonly code: string;
  readonly start: number;
  readonly end: number;
  readonly message: Message;
}

export interface Prepared {
  readonly text: string;
  /** offsets in the prepared text between which it may be parsed part by part: no tag spans two parts */
  readonly cuts: readonly number[];
  readonly problems: readonly PreparedProblem[];
  /** offset in the author's file of an offset in the prepared text */
  readonly originOf: (offset: number) => number;
}

/** Gives back the author's characters in a text that came out of the parser. */
export function restore(text: string): string {
  return text.replace(/[\uE000-\uE004]/g, (character) => ORIGINAL.get(character) ?? character);
}

/** Prepares one file. Never throws; every refused construct is a problem and is made harmless so that reading goes on. */
export function prepare(source: string): Prepared {
  const characters = source.split('');
  const problems: PreparedProblem[] = [];
  const tags: ScannedTag[] = [];
  const problem = (code: string, start: number, end: number, message: Message): void => {
    problems.push({ code, start, end, message });
  };
  const blank = (start: number, end: number): void => {
    for (let i = start; i < end; i++)
      if (characters[i] !== '\n' && characters[i] !== '\r') characters[i] = ' ';
  };

  let at = frontMatterEnd(source);
  while (at < source.length) {
    const character = source[at] ?? '';
    const lineStart = at === 0 || source[at - 1] === '\n';
    if (lineStart) {
      const fence = /^[ \t]*(`{3,}|~{3,})/.exec(source.slice(at, at + 80))?.[1];
      if (fence !== undefined) {
        at = fenceEnd(source, at, fence);
        continue;
      }
      if (character === 'i' || character === 'e') {
        const line = lineAt(source, at);
        if (isModuleLine(line)) {
          problem('module', at, at + line.length, {
            what: `"${line.slice(0, 40).trim()}" is program code`,
            why: 'a case is read as text and never run',
            help: 'delete the line; everything a case needs is written with the tags of the case language',
          });
          blank(at, at + line.length);
          at += line.length;
          continue;
        }
      }
    }
    if ((character === 'i' || character === 'e') && WORD.test(source.slice(Math.max(0, at - 1), at + 7))) {
      // a word of prose that could come to stand at the beginning of a line, where MDX would read program code
      characters[at] = STAND_IN[character];
      at++;
    } else if (character === '\\') {
      at += 2;
    } else if (character === '`') {
      at = codeSpanEnd(source, at);
    } else if (character === '{') {
      at = brace(at);
    } else if (character === '}') {
      characters[at] = STAND_IN['}'];
      at++;
    } else if (character === '<') {
      at = angle(at);
    } else {
      at++;
    }
  }
  balance(tags, problem, blank);
  return { ...onOwnLines(characters, tags), problems };

  function brace(start: number): number {
    if (source.startsWith('{/*', start)) {
      const close = source.indexOf('*/}', start + 3);
      if (close !== -1) {
        blank(start, close + 3);
        return close + 3;
      }
      problem('open-comment', start, start + 3, {
        what: 'this comment is never closed',
        help: 'end it with */}',
      });
    } else {
      const close = source.indexOf('}', start);
      const line = lineAt(source, start);
      const end = close === -1 || close > start + line.length ? start + 1 : close + 1;
      problem('expression', start, end, {
        what: `"${source.slice(start, Math.min(end, start + 40))}" would be a program expression in MDX`,
        why: 'a case is read as text and never run',
        help: 'write ( ) instead of braces, or \\{ for a brace that is meant; a comment is {/* … */}',
      });
    }
    characters[start] = STAND_IN['{'];
    return start + 1;
  }

  function angle(start: number): number {
    if (source.startsWith('<!--', start)) {
      const close = source.indexOf('-->', start);
      const end = close === -1 ? start + 4 : close + 3;
      problem('html-comment', start, end, {
        what: 'an HTML comment cannot stand in a case',
        help: 'write {/* … */}',
      });
      blank(start, end);
      return end;
    }
    if (!/^<\/?[A-Za-z]/.test(source.slice(start, start + 3))) {
      characters[start] = STAND_IN['<'];
      return start + 1;
    }
    const tag = scanTag(source, start);
    if (tag === null) {
      problem('broken-tag', start, start + 1, {
        what: '"<" before a letter begins a tag, and this one never ends with ">"',
        help: 'close the tag and its quotation marks; for "less than" put a space after "<" or write &lt;',
      });
      characters[start] = STAND_IN['<'];
      return start + 1;
    }
    for (const fault of tag.faults) {
      problem(fault.code, fault.start, fault.end, fault.message);
      blank(fault.start, fault.end);
    }
    for (const comment of tag.comments) blank(comment.start, comment.end);
    tags.push(tag);
    return tag.end;
  }
}

function frontMatterEnd(source: string): number {
  return /^---\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/.exec(source)?.[0].length ?? 0;
}

function lineAt(source: string, start: number): string {
  const end = source.indexOf('\n', start);
  return source.slice(start, end === -1 ? source.length : end);
}

function isModuleLine(line: string): boolean {
  return (
    /^import\s*(["'{*]|[\w$]+\s*(,|from\b))/.test(line) ||
    /^export\s*([{*]|default\b|(const|let|var|function|class|async)\s)/.test(line)
  );
}

function fenceEnd(source: string, start: number, fence: string): number {
  const open = lineAt(source, start).length;
  const close = source
    .slice(start + open)
    .search(new RegExp(`\\n[ \\t]*${fence[0]}{${fence.length},}[ \\t]*(\\r?\\n|$)`));
  if (close === -1) return source.length;
  const line = start + open + close + 1;
  return line + lineAt(source, line).length;
}

function codeSpanEnd(source: string, start: number): number {
  const run = /^`+/.exec(source.slice(start))?.[0] ?? '`';
  const rest = source.slice(start + run.length).split(/\n[ \t]*\n/, 1)[0] ?? '';
  const close = new RegExp(`(?<!\`)\`{${run.length}}(?!\`)`).exec(rest);
  return close === null ? start + run.length : start + run.length + close.index + run.length;
}

/** Refuses openings without an end and ends without an opening, and takes them out of the parser's way. */
function balance(
  tags: ScannedTag[],
  problem: (code: string, start: number, end: number, message: Message) => void,
  blank: (start: number, end: number) => void,
): void {
  const open: ScannedTag[] = [];
  const drop = (tag: ScannedTag): void => {
    blank(tag.start, tag.end);
    tags.splice(tags.indexOf(tag), 1);
  };
  const unclosed = (tag: ScannedTag): void => {
    const isVoid = /^(br|hr|img|input|meta|link)$/i.test(tag.name);
    problem('unclosed-tag', tag.start, tag.end, {
      what: `<${tag.name}> is never closed`,
      help: isVoid
        ? `write <${tag.name} />`
        : `end it with </${tag.name}>, or write <${tag.name} … /> when it holds no text`,
    });
    drop(tag);
  };
  for (const tag of tags.slice()) {
    if (tag.selfClosing) continue;
    if (!tag.closing) {
      open.push(tag);
      continue;
    }
    const match = open.findLastIndex((candidate) => candidate.name === tag.name);
    if (match === -1) {
      problem('stray-end', tag.start, tag.end, {
        what: `</${tag.name}> ends a tag that was not opened`,
        help: `delete it, or open <${tag.name}> before it`,
      });
      drop(tag);
      continue;
    }
    for (const inner of open.splice(match).slice(1)) unclosed(inner);
  }
  for (const tag of open) unclosed(tag);
}

/** Puts line breaks round every tag of the case language, so that authors need not care where MDX wants them. */
function onOwnLines(characters: readonly string[], tags: readonly ScannedTag[]): Omit<Prepared, 'problems'> {
  const breaks: number[] = [];
  for (const tag of tags) {
    if (!/^[A-Z]/.test(tag.name)) continue;
    if (!blankBetween(characters, tag.start, -1)) breaks.push(tag.start);
    if (!blankBetween(characters, tag.end, 1)) breaks.push(tag.end);
  }
  const places = [...new Set(breaks)].sort((a, b) => a - b);
  const parts: string[] = [];
  let from = 0;
  for (const place of places) {
    parts.push(characters.slice(from, place).join(''), '\n');
    from = place;
  }
  parts.push(characters.slice(from).join(''));
  // the n-th break stands at its place + n in the prepared text
  const inserted = places.map((place, index) => place + index);
  const text = parts.join('');
  return {
    text,
    cuts: cutsBetween(tags, text.length, (offset) => offset + countBelow(places, offset)),
    originOf: (offset) => offset - countBelow(inserted, offset),
  };
}

/** Least characters of a part: a part that cannot be read does not hide the mistakes of the others. */
const PART = 3000;

function cutsBetween(
  tags: readonly ScannedTag[],
  length: number,
  preparedOf: (offset: number) => number,
): readonly number[] {
  const cuts = [0];
  let depth = 0;
  for (const tag of tags) {
    if (tag.closing) depth--;
    else if (!tag.selfClosing) depth++;
    if (depth !== 0 || !/^[A-Z]/.test(tag.name)) continue;
    const cut = preparedOf(tag.end);
    if (cut - (cuts.at(-1) ?? 0) >= PART) cuts.push(cut);
  }
  if (cuts.at(-1) !== length) cuts.push(length);
  return cuts;
}

function blankBetween(characters: readonly string[], start: number, direction: 1 | -1): boolean {
  for (let i = direction === 1 ? start : start - 1; i >= 0 && i < characters.length; i += direction) {
    const character = characters[i] ?? '';
    if (character === '\n') return true;
    if (character.trim() !== '') return false;
  }
  return true;
}

function countBelow(sortedNumbers: readonly number[], limit: number): number {
  let low = 0;
  let high = sortedNumbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sortedNumbers[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
