// Rules about one file at a time: its types, its length, its opening, its name, and what must not be left lying in it.
import { blankOut } from './read-source';
import type { Complaint } from './rooms';

export const longestFile = 300;

/** Complaints about every place where a pattern occurs. */
function everyMatch(
  file: string,
  text: string,
  pattern: RegExp,
  what: (found: string) => string,
): Complaint[] {
  return [...text.matchAll(pattern)].map((match) => ({
    file,
    line: text.slice(0, match.index).split('\n').length,
    what: what(match[0].trim()),
  }));
}

const anyType = /(?:[:<,|&=]|=>|\bas|\bextends|\breadonly)\s*any\b(?=\s*(?:[[\]>,;)|&=}{]|$))/gm;

export const anyTypes = (file: string, source: string): Complaint[] =>
  everyMatch(
    file,
    blankOut(source, { keepStrings: false }),
    anyType,
    () => 'uses the type `any`: use `unknown` and look at what came',
  );

export function tooLong(file: string, source: string): Complaint[] {
  const lines = source.trimEnd().split('\n').length;
  if (lines <= longestFile) return [];
  return [
    {
      file,
      line: lines,
      what: `has ${lines} lines: past ${longestFile} split it, or move a growing list to content`,
    },
  ];
}

export const withoutOpening = (file: string, source: string): Complaint[] =>
  /^(?:#!.*\n)?\s*(?:(['"])use \w+\1;?\s*)?(?:\/\/+[ \t]*\S|\/\*+[\s*]*[^\s*/])/.test(source)
    ? []
    : [{ file, line: 1, what: 'has no opening comment: say in a line what this file is for' }];

/** A file that only passes on what others export hides where things are. */
export function barrel(file: string, source: string): Complaint[] {
  if (/(^|\/)index\.[cm]?[jt]sx?$/.test(file)) {
    return [{ file, line: 1, what: 'is an index file: name it for the noun it holds, and import that' }];
  }
  return everyMatch(
    file,
    blankOut(source, { keepStrings: true }),
    /^\s*export\s*\*\s*from\b/gm,
    () => 'passes on everything (`export *`): import from where a thing is made',
  );
}

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** What Next gives a meaning to in folder names: [id], [...rest], (group), @slot, _private. */
const nextSegment =
  /^(?:\[{1,2}(?:\.{3})?[a-z0-9]+(?:-[a-z0-9]+)*\]{1,2}|\([a-z0-9.-]+\)|@[a-z0-9-]+|_[a-z0-9-]+)$/;

export function misnamed(file: string): Complaint[] {
  const wrong = file.split('/').filter((part) => {
    const stem = part.replace(/^\./, '').split('.');
    return !stem.every((piece) => kebab.test(piece)) && !(file.startsWith('app/') && nextSegment.test(part));
  });
  return wrong.map((part) => ({ file, line: 1, what: `is not in kebab-case: ${part}` }));
}

// Written in pieces, so that this file does not hold what it looks for.
const leftovers = new RegExp(`\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].join('|')})\\b`, 'g');
const tampered = /(?<![\w.$])(?:test|it|describe|suite)(?:\.\w+)*\.(?:only|skip|fixme|todo|skipIf|runIf)\b/g;
const machinePath = /(?<![\w.~-])\/(?:work|home|Users|root)\/[\w.-]+/g;

export const leftUndone = (file: string, text: string): Complaint[] =>
  everyMatch(file, text, leftovers, (found) => `leaves a ${found} behind: do it, or open an issue`);

export const notRun = (file: string, source: string): Complaint[] =>
  everyMatch(
    file,
    blankOut(source, { keepStrings: false }),
    tampered,
    (found) => `uses ${found}: every test runs, on every machine`,
  );

export const pathsOfAMachine = (file: string, text: string): Complaint[] =>
  everyMatch(file, text, machinePath, (found) => `names a path of one machine: ${found}`);

/** `npm run x` in a text, where package.json has no x. */
export function unknownCommands(file: string, text: string, scripts: readonly string[]): Complaint[] {
  const named = /\bnpm (?:run(?: -s| --silent)? ([a-z][\w:-]*)|(start|test)\b)/g;
  return [...text.matchAll(named)]
    .filter((match) => !scripts.includes(match[1] ?? match[2] ?? ''))
    .map((match) => ({
      file,
      line: text.slice(0, match.index).split('\n').length,
      what: `names a command that package.json does not have: ${match[0]}`,
    }));
}
