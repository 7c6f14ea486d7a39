// Typing errors: which known words one that nobody knows may have been meant as.
import MiniSearch from 'minisearch';

/** A word that may have been meant, and how likely, 0..1. */
export interface Correction {
  readonly word: string;
  readonly likeness: number;
}

const MOST_CORRECTIONS = 4;
const MOST_SEEN = 5000;
/** Longer ones are no words. */
const LONGEST = 24;
const SHORTEST = 4;
const LONG = 8;
const PREFIX = 0.8;

/** All words of a ward in both languages. */
export class Spelling {
  private readonly known = new Set<string>();
  /** what was looked up before: people make the same errors */
  private readonly seen = new Map<string, readonly Correction[]>();
  private readonly index = new MiniSearch<{ id: string; word: string }>({
    fields: ['word'],
    tokenize: (text) => [text],
    processTerm: (term) => term,
  });

  add(words: Iterable<string>): void {
    for (const word of words) {
      if (this.known.has(word)) continue;
      this.known.add(word);
      this.index.add({ id: word, word });
    }
  }

  has(word: string): boolean {
    return this.known.has(word);
  }

  /** The likeliest known words for an unknown one, best first; also those that it begins, when it is `unfinished`. */
  corrections(word: string, unfinished: boolean): readonly Correction[] {
    const key = `${unfinished ? '~' : ''}${word}`;
    const known = this.seen.get(key);
    if (known !== undefined) return known;
    const found = this.lookUp(word, unfinished);
    if (this.seen.size >= MOST_SEEN) this.seen.clear();
    this.seen.set(key, found);
    return found;
  }

  private lookUp(word: string, unfinished: boolean): readonly Correction[] {
    const found = new Map<string, number>();
    const note = (other: string, likeness: number) => {
      if ((found.get(other) ?? 0) < likeness) found.set(other, likeness);
    };
    const digits = /\d/.test(word);
    if (word.length > LONGEST) return [];
    if (word.length >= SHORTEST && !digits) {
      for (const swapped of swaps(word)) if (this.known.has(swapped)) note(swapped, 0.9);
      const most = word.length >= LONG ? 2 : 1;
      for (const { id } of this.index.search(word, { fuzzy: most, prefix: false })) {
        const other = String(id);
        const distance = distanceWithin(word, other, most);
        if (distance === null || /\d/.test(other)) continue;
        // Short words are near to many others: the beginning must be right.
        if (word[0] !== other[0] && (distance > 1 || word.length < 6)) continue;
        note(other, 1 - (distance * 0.9) / word.length);
      }
    }
    if (unfinished && word.length >= 3 && !digits && found.size === 0) {
      for (const { id } of this.index.search(word, { prefix: true }).slice(0, 12)) {
        const other = String(id);
        note(other, PREFIX * Math.sqrt(word.length / other.length));
      }
    }
    return [...found]
      .map(([other, likeness]) => ({ word: other, likeness }))
      .toSorted((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_CORRECTIONS);
  }

  /** Two known words that were written together (`bloodculture`), or null. */
  parted(word: string): readonly [string, string] | null {
    if (word.length > LONGEST) return null;
    for (let at = word.length - 3; at >= 3; at--) {
      const [first, second] = [word.slice(0, at), word.slice(at)];
      if (this.known.has(first) && this.known.has(second)) return [first, second];
    }
    return null;
  }
}

function swaps(word: string): readonly string[] {
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  );
}

/** Edits between two words, or null when more than `most`. */
function distanceWithin(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  const distance = row[b.length] ?? most + 1;
  return distance <= most ? distance : null;
}
