// From text to tree: runs the generated parser and turns its refusal into a problem that an author can act on.
import { parse, SyntaxError as Refusal, type Starts } from './conditions.generated';
import { nearest, type Problems } from './problem';
import type { Scope } from './scope';

/** Past this a condition is not a condition any more; it also bounds the depth of the parser. */
export const LONGEST = 4000;

/** Words of the language, for did-you-mean. */
const WORDS = [
  'asked',
  'done',
  'ordered',
  'given',
  'stopped',
  'resulted',
  'reached',
  'declined',
  'chosen',
  'answered',
  'suspected',
  'diagnosed',
  'noted',
  'happened',
  'finished',
  'running',
  'been',
  'variant',
  'clock',
  'between',
  'practice',
  'assessed',
  'differential',
  'reasoned',
  'within',
  'after',
  'before',
  'later',
  'than',
  'while',
  'times',
  'apart',
  'always',
  'never',
  'and',
  'not',
  'then',
  'else',
  'time',
  'since',
  'entries',
  'rate',
  'total',
  'dose',
  'count',
  'highest',
  'last',
  'weight',
  'requested',
  'all',
  'any',
  'none',
  'for',
  'or',
] as const;

/** Trees depend on the text alone and are never changed: a case compiled again, or saying the same twice, need not be read again. */
const trees: { readonly [S in keyof Starts]: Map<string, Starts[S]> } = {
  WholeCondition: new Map(),
  WholeExpression: new Map(),
  WholeEvent: new Map(),
  WholeAmount: new Map(),
  WholeAssignments: new Map(),
  WholeEffects: new Map(),
};
const REMEMBERED = 5000;

/** Brackets that may be open at once: the parser may read what stands in a bracket twice, and so within brackets of brackets. */
const DEEPEST = 16;

function depth(text: string): number {
  let open = 0;
  let most = 0;
  for (const character of text) {
    if (character === '(') most = Math.max(most, (open += 1));
    else if (character === ')') open -= 1;
  }
  return most;
}

/** The tree of a text, or null with a problem. */
export function treeOf<S extends keyof Starts>(
  text: string,
  startRule: S,
  problems: Problems,
  scope: Scope,
): Starts[S] | null {
  const whole = { at: 0, length: text.length };
  if (text.length > LONGEST) {
    problems.error(
      'too-long',
      whole,
      `This has ${text.length} characters.`,
      `Keep it below ${LONGEST}; name parts of it as measures or sets.`,
    );
    return null;
  }
  if (text.trim() === '') {
    problems.error(
      'empty',
      whole,
      'Nothing stands here.',
      'Write a condition or a number, or leave the attribute out.',
    );
    return null;
  }
  if (depth(text) > DEEPEST) {
    problems.error(
      'too-deep',
      whole,
      'Too many brackets are open at once.',
      `Keep it to ${DEEPEST}; name parts of it as measures or sets.`,
    );
    return null;
  }
  const known = trees[startRule].get(text);
  if (known !== undefined) return known;
  try {
    const tree = parse(text, { startRule });
    if (trees[startRule].size >= REMEMBERED) trees[startRule].clear();
    trees[startRule].set(text, tree);
    return tree;
  } catch (error) {
    if (error instanceof Refusal) refuse(text, error, problems, scope);
    // the parser is recursive: `not not not …` by the thousand exhausts the stack
    else if (error instanceof RangeError)
      problems.error('too-deep', whole, 'This is nested too deeply.', 'Say it more simply.');
    else throw error;
    return null;
  }
}

function refuse(text: string, error: Refusal, problems: Problems, scope: Scope): void {
  const at = error.location.start.offset;
  const found = /^[A-Za-z0-9][\w:/%-]*|^\S?/.exec(text.slice(at))?.[0] ?? '';
  const misspelt = misspeltWord(text, at + found.length, scope);
  if (misspelt !== null) {
    problems.error(
      'syntax',
      { at: misspelt.at, length: misspelt.word.length },
      `"${misspelt.word}" is not a word of the case language.`,
      `Did you mean "${misspelt.known}"?`,
    );
    return;
  }
  problems.error(
    'syntax',
    { at: Math.min(at, text.length), length: Math.max(found.length, at < text.length ? 1 : 0) },
    found === '' ? 'Something is missing at the end.' : `"${found}" cannot stand here.`,
    habit(text, at) ?? `Expected ${expectations(error)}.`,
  );
}

/** A word up to the place of refusal that is no name of the case but nearly a word of the language. */
function misspeltWord(
  text: string,
  until: number,
  scope: Scope,
): { word: string; at: number; known: string } | null {
  const words = [...text.matchAll(/[A-Za-z][A-Za-z0-9:/-]*/g)]
    .filter((match) => match.index < until)
    .toReversed();
  for (const match of words) {
    const [word] = match;
    const known = word.includes(':') || word.includes('/') ? null : nearest(word, WORDS);
    const named =
      scope.quantities.has(word) ||
      scope.measures.has(word) ||
      scope.sets.has(word) ||
      scope.events.has(word);
    if (known !== null && known !== word && !named && word.length > 2)
      return { word, at: match.index, known };
  }
  return null;
}

const WINDOWS: ReadonlySet<string> = new Set([
  'after',
  'at',
  'before',
  'between',
  'for',
  'no',
  'while',
  'within',
]);

/** What the parser would have taken, in few words. */
function expectations(error: Refusal): string {
  const kinds = new Set<string>();
  const words = new Set<string>();
  for (const { type, description = '', text = '' } of error.expected) {
    if (type === 'other' && description !== 'space') kinds.add(description);
    else if (type === 'end') kinds.add('the end');
    else if (type === 'literal') {
      if (WINDOWS.has(text)) kinds.add('a window such as `within 60 min`');
      else if (!/^[+/-]/.test(text)) words.add(`\`${text}\``);
    }
  }
  if (kinds.has('a number') && kinds.has('a name')) return 'a condition or a number';
  const all = [...[...kinds].toSorted(), ...[...words].toSorted()];
  if (all.length === 0) return 'something else';
  return all.length === 1 ? `${all[0]}` : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

/** Habits from elsewhere, and what is written here instead. */
function habit(text: string, at: number): string | null {
  const rest = text.slice(at);
  const before = text.slice(0, at).trimEnd();
  if (rest.startsWith('>') && before.endsWith('=')) return 'Write `>=`.';
  if (/^<?[<>=≤≥]/.test(rest) && /[<>=≤≥]/.test(before))
    return 'Two numbers are compared at a time: write `60 <= map and map <= 70`.';
  if (rest.startsWith('&')) return 'Write `and`.';
  if (rest.startsWith('|')) return 'Write `or`.';
  if (rest.startsWith('!')) return 'Write `not`.';
  if (/^,\d/.test(rest) && /\d$/.test(before)) return 'Decimals have a point: `0.05`.';
  if (rest.startsWith(',')) return 'Join conditions with `and` or `or`; lists stand in brackets.';
  if (/^["'{}]/.test(rest)) return 'Names are written without quotes or braces.';
  if (/^if\b/.test(rest))
    return '`if` is for numbers; conditions are joined with `and`, `or`, `not`. In a sum or a comparison put `if …` in brackets.';
  return null;
}
