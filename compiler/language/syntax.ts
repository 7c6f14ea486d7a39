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
  try {
    return parse(text, { startRule });
  } catch (error) {
    if (error instanceof Refusal) refuse(text, error, problems, scope);
    // the parser is recursive: brackets within brackets by the thousand exhaust the stack
    else if (error instanceof RangeError)
      problems.error('too-deep', whole, 'This is nested too deeply.', 'Use fewer brackets.');
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
    `Expected ${expectations(error)}.`,
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

/** What the parser would have taken, in few words: its named kinds first, then at most six words. */
function expectations(error: Refusal): string {
  const kinds = new Set<string>();
  const words = new Set<string>();
  for (const one of error.expected) {
    if (one.type === 'other' && one.description !== undefined && one.description !== 'space')
      kinds.add(one.description);
    else if (one.type === 'literal' && one.text !== undefined) words.add(`\`${one.text}\``);
    else if (one.type === 'end') kinds.add('the end');
  }
  const all = [...[...kinds].toSorted(), ...[...words].toSorted().slice(0, 6)];
  return all.length === 0
    ? 'something else'
    : all.length === 1
      ? `${all[0]}`
      : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
