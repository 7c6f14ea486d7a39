// What can be wrong with a condition, as values with their place; and the nearest name to one that is not known.
import type { Spot } from './tree';

export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly help: string;
  /** characters from the beginning of the text read */
  readonly offset: number;
  readonly length: number;
  readonly severity: 'error' | 'warning';
}

/** A value, or null when an error was found. Warnings come with a value. */
export interface Reading<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** Collects the problems of one text. */
export class Problems {
  readonly all: Problem[] = [];

  error(code: string, spot: Spot, message: string, help: string): void {
    this.all.push({ code, message, help, offset: spot.at, length: spot.length, severity: 'error' });
  }

  warn(code: string, spot: Spot, message: string, help: string): void {
    this.all.push({ code, message, help, offset: spot.at, length: spot.length, severity: 'warning' });
  }

  get failed(): boolean {
    return this.all.some(({ severity }) => severity === 'error');
  }
}

/** Edits (insert, delete, replace, swap of neighbours) between two words; stops counting past `most`. */
function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      }
      here.push(least);
    }
    before = above;
    above = here;
  }
  return above[b.length] ?? 0;
}

/** The known name that the author most likely meant: at most a third of its letters off, the first of equals by alphabet; else null. */
export function nearest(name: string, among: Iterable<string>): string | null {
  const asked = name.toLowerCase();
  const most = Math.max(1, Math.floor(asked.length / 3));
  let best: string | null = null;
  let least = most + 1;
  for (const known of among) {
    const away = edits(asked, known.toLowerCase(), most);
    if (away < least || (away === least && best !== null && known < best)) {
      least = away;
      best = known;
    }
  }
  return least <= most ? best : null;
}

/** `Did you mean "map"?`, or what to do instead. */
export function didYouMean(name: string, among: Iterable<string>, otherwise: string): string {
  const known = nearest(name, among);
  return known === null ? otherwise : `Did you mean "${known}"?`;
}
