// Words of a typed diagnosis in a form that can be compared: without case, accents, spelling habits and endings.

/** One word of a clause, or a comma between words. */
export interface Token {
  /** normalised; `,` for any soft break (comma, colon, full stop, bracket, spaced dash) */
  readonly word: string;
  /** without the ending of number and gender: what is compared */
  readonly stem: string;
  /** a small word that may be left out (of, the, di, con) */
  readonly light: boolean;
}

const LIGHT = new Set(
  'of the an in on to with due di del dello della dei degli delle da dal dalla nel nella al allo alla alle con il lo la gli le un una uno'.split(
    ' ',
  ),
);

/**
 * Lower case, without accents and invisible characters, British spelling folded (`ae`, `oe`, `iz`), any punctuation that
 * does not end a clause made a space. Soft breaks become ` , `, clauses end with `;` or a line break and are kept as `;`.
 * The same text always gives the same form, and the form of a form is itself.
 */
export function normalise(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[\n\r;]+/g, ' ; ')
    .replace(/(?<![\p{L}\p{N}])r\/o(?![\p{L}\p{N}])/gu, 'rule out')
    .replace(/n['’]t(?![\p{L}\p{N}])/gu, 'nt')
    .replace(/(?<![\p{L}\p{N}])(l|d|dell|all|nell|sull|dall|un)['’]/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])non-(?=\p{L})/gu, 'non')
    .replace(/(?<=[\p{L}\p{N}]{2})\.(?=\s|$)|[,:()[\]+]|\s[-–—]+\s/gu, ' , ')
    .replace(/[^\p{L}\p{N},;]+/gu, ' ')
    .replace(/ae|oe|æ|œ/g, 'e')
    .replace(/iz/g, 'is')
    .replace(/ +/g, ' ')
    .trim();
}

/** The clauses of a text as words. */
export function clausesOf(text: string): readonly (readonly Token[])[] {
  return normalise(text)
    .split(';')
    .map((clause) =>
      clause
        .split(' ')
        .filter((word) => word !== '')
        .map(tokenOf),
    )
    .filter((clause) => clause.length > 0);
}

/** The words of a phrase that must be found: no breaks, no light words. */
export function wordsOf(phrase: string): readonly Token[] {
  return clausesOf(phrase)
    .flat()
    .filter((token) => token.word !== ',' && !token.light);
}

function tokenOf(word: string): Token {
  return { word, stem: stemOf(word), light: LIGHT.has(word) };
}

/** Takes off the endings of plural and gender of English and Italian: abscesses, ascessi, settica. Short words are left alone. */
export function stemOf(word: string): string {
  if (word.length < 5) return word;
  const singular = word.replace(/(?<=(?:s|x|ch|sh))es$/, '').replace(/(?<![siu])s$/, '');
  return singular.replace(/(?<=[cg])h(?=[ei]$)/, '').replace(/[aeio]$/, '');
}

/** A misspelling keeps the sense only where the word is long; hyper and hypo are never misspellings of each other. */
const LONG = 8;
const MOST_EDITS = 2;

/** Whether a typed word may be a misspelling of a known one: the known has 8 letters or more, and at most two edits lie between. */
export function misspells(typed: string, known: string): boolean {
  if (known.length < LONG || Math.abs(typed.length - known.length) > MOST_EDITS) return false;
  if (degreeOf(typed) !== degreeOf(known)) return false;
  return within(typed, known, MOST_EDITS);
}

function degreeOf(word: string): 'more' | 'less' | null {
  if (/^h?[iy]per/.test(word)) return 'more';
  return /^h?[iy]po/.test(word) ? 'less' : null;
}

/** Whether the edit distance is at most `most`; looks only at the band of the table that can matter. */
function within(a: string, b: string, most: number): boolean {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = Array.from<number>({ length: b.length + 1 }).fill(most + 1);
    next[0] = i;
    let least = i;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j += 1) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      const edits = Math.min((row[j - 1] ?? 0) + same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      next[j] = edits;
      least = Math.min(least, edits);
    }
    if (least > most) return false;
    row = next;
  }
  return (row[b.length] ?? most + 1) <= most;
}
