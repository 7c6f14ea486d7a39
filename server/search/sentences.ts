// Parts what was said into its sentences and its clauses: people say "I see. And, erm, any fever?" and order three things in one breath.

/** One sentence; its own mark stays with it, since a question mark says something. */
export interface Sentence {
  readonly text: string;
  readonly asks: boolean;
}

/** Sentences of a text, in order. A stop inside a number or an abbreviation (`0.9`, `i.v.`) parts nothing. */
export function sentencesOf(text: string): readonly Sentence[] {
  return text
    .split(/(?<=[?!…]["”»)]*)\s*|(?<=\p{L}{3}\.|\p{N}\.)\s+|\s*\n\s*/u)
    .map((one) => one.trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one))
    .map((one) => ({ text: one, asks: /\?["”»)]*$/.test(one) }));
}

/** Where one thing may end and another begin. `è` never parts: it is a verb. */
export function clausesOf(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split(
      /\s*(?:[;+\n]|,(?!\d)|(?<![\p{L}\p{N}])(?:e|ed|and|then|poi|plus|più|oppure|&)(?![\p{L}\p{N}]))\s*/u,
    )
    .filter((piece) => /\p{L}{2}/u.test(piece));
}

/**
 * The question at the end of a sentence that begins with something else ("you said you're not sleeping, so how's your energy?"), or null.
 * @param asks whether a text begins as a question does
 */
export function questionOf(text: string, asks: (text: string) => boolean): string | null {
  if (!/\?["”»)]*$/.test(text)) return null;
  const parts = /(?:[,;–—-]\s+|(?<![\p{L}\p{N}])(?:and|so|but|because|then|or|e|ma|quindi|allora|poi)\s+)/gu;
  const ends = [...text.matchAll(parts)].map((found) => found.index + found[0].length);
  const last = ends.findLast((at) => asks(text.slice(at)));
  return last === undefined || last === 0 ? null : text.slice(last);
}

/** English puts the verb of a question first; Italian says it as a statement, and has marks or none. */
const INVERTED =
  /^(?:do|does|did|have|has|had|is|are|was|were|can|could|would|how|what|when|where|who|any)$/iu;
/** Words before the question of a turn that begins with something else; fewer are an opening of the question itself. */
const PREAMBLE = 3;

/**
 * What is asked in a turn that does not begin as a question ("and with the pain that you have do you feel it anywhere else"), or null.
 * Transcripts have no marks: the first words that can only begin a question are looked for.
 * @param asks whether a text begins as a question does, with at least so many words that say so
 */
export function askedAfter(text: string, asks: (text: string, least: number) => boolean): string | null {
  if (asks(text, 1)) return null;
  const words = [...text.matchAll(/[\p{L}\p{N}'’]+/gu)];
  const first = words
    .slice(PREAMBLE)
    .find((found) => INVERTED.test(found[0]) && asks(text.slice(found.index), 2));
  return first === undefined ? null : text.slice(first.index);
}
