// Whether words around a match deny it: "not septic", "senza ascesso", "septic shock ruled out".
import type { Token } from './words';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const BEFORE = set(
  'no not non nor ne without senza nessun nessuno nessuna never mai cannot cant isnt wasnt excluded excludes exclude excluding escluso esclusa esclusi escluse escludere escludendo denies nega absence assenza unlikely improbabile',
);
const AFTER = set('excluded escluso esclusa esclusi escluse absent assente assenti unlikely improbabile');
const UNSURE = set('confirmed likely present probable confermato confermata presente probabile');
const NOT = set('no not non');
/** "negative for" denies; "Gram-negative" names a germ */
const NEGATIVE = /^negativ[eoai]$/;
const GERM = set('gram coagulase coagulasi');
/** a negation before these says nothing against what follows */
const RATHER = set('only solo soltanto doubt dubbio');
/** a new thought begins */
const TURN = set('but ma pero however bensi and');
/** may stand between a diagnosis and its denial */
const LINK = set(
  'is was has been be are e stato stata stati state now ora gia viene risulta seems appears very molto also',
);
const REACH = 4;

/** Whether a word by itself denies what stands with it. */
export function isNegation(token: Token | undefined): boolean {
  return token !== undefined && BEFORE.has(token.word);
}

/**
 * Judges the words around `from`..`to` of a clause. `denied`: do not count it. `doubtful`: a person should look, also where
 * two negations cancel each other ("cannot exclude").
 */
export function denial(
  clause: readonly Token[],
  from: number,
  to: number,
): { readonly denied: boolean; readonly doubtful: boolean } {
  const before = negationsBefore(clause, from);
  const after = negationsAfter(clause, to);
  const count = before + after;
  return { denied: count % 2 === 1, doubtful: count > 0 };
}

function negationsBefore(clause: readonly Token[], from: number): number {
  let count = 0;
  let reach = REACH;
  for (let i = from - 1; i >= 0 && reach > 0; i -= 1) {
    const token = clause[i];
    if (!token || token.word === ',' || TURN.has(token.word)) break;
    // "e" joins two thoughts in Italian
    if (token.word === 'e' && i > 0) break;
    if (RATHER.has(token.word) && BEFORE.has(clause[i - 1]?.word ?? '')) break;
    if (BEFORE.has(token.word)) count += 1;
    if (NEGATIVE.test(token.word) && /^(for|per)$/.test(clause[i + 1]?.word ?? '')) count += 1;
    if (token.word === 'out' && /^rul(e|ed|ing)$/.test(clause[i - 1]?.word ?? '')) count += 1;
    if (!token.light) reach -= 1;
  }
  return count;
}

function negationsAfter(clause: readonly Token[], to: number): number {
  const word = (at: number): string => clause[at]?.word ?? '';
  let at = to + 1;
  if (word(at) === ',') at += 1;
  for (let links = 0; links < 4 && LINK.has(word(at)); links += 1) at += 1;
  if (NOT.has(word(at)) && (UNSURE.has(word(at + 1)) || closes(clause, at + 1))) return 1;
  const cancelled = NOT.has(word(at)) || word(at) === 'cannot' ? 1 : 0;
  if (cancelled > 0) {
    at += 1;
    for (let links = 0; links < 2 && LINK.has(word(at)); links += 1) at += 1;
  }
  const negative = NEGATIVE.test(word(at)) && !GERM.has(word(at - 1));
  if ((negative || AFTER.has(word(at))) && closes(clause, at + 1)) return cancelled + 1;
  if (word(at) === 'ruled' && word(at + 1) === 'out') return cancelled + 1;
  if (word(at) === 'poco' && word(at + 1) === 'probabile') return 1;
  if (word(at) === 'less' && word(at + 1) === 'likely') return 1;
  return 0;
}

/** The thought ends here, or goes on with how and by whom: what came before is not said of a next noun. */
function closes(clause: readonly Token[], at: number): boolean {
  const token = clause[at];
  return (
    token === undefined ||
    token.word === ',' ||
    token.light ||
    TURN.has(token.word) ||
    token.word === 'e' ||
    token.word === 'by'
  );
}
