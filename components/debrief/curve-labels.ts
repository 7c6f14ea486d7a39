// Where the words and numbers of the debrief's chart stand so that none covers another: names of stages above the curves, numbers of key steps on them.

/** Width of a letter of the chart's small type, pixels. */
const LETTER = 5.9;
const GAP = 9;
/** Names of stages stand in at most so many rows. */
const ROWS = 3;

export interface PlacedName {
  readonly x: number;
  /** 0 is the row nearest to the curves */
  readonly row: number;
  readonly text: string;
}

/**
 * Places the name of every band at its left edge, or as far left as it must begin to end by `right`. A name that would reach the one
 * after it stands a row higher, so that no line from a name down to its band goes through another; it is shortened only where no row
 * is free.
 */
export function placeNames(
  bands: readonly { readonly x: number; readonly name: string }[],
  right: number,
): readonly PlacedName[] {
  // From the right: how far a name may reach in each row.
  const limits: number[] = Array.from({ length: ROWS }, () => right + GAP);
  return bands
    .toReversed()
    .map(({ x, name }) => {
      const wide = name.length * LETTER;
      const begin = Math.max(0, Math.min(x + 4, right - wide));
      const free = limits.findIndex((limit) => begin + wide + GAP <= limit);
      const row = free < 0 ? ROWS - 1 : free;
      const letters = Math.floor(((limits[row] ?? right) - GAP - begin) / LETTER);
      for (let below = 0; below <= row; below += 1) limits[below] = Math.min(limits[below] ?? begin, begin);
      const text =
        letters >= name.length ? name : letters < 4 ? '' : `${name.slice(0, letters - 1).trimEnd()}…`;
      return { x: begin, row, text };
    })
    .toReversed();
}

/** A circle with a number, radius in pixels. */
export const NUMBER_RADIUS = 7.5;

/** Lifts numbers that would cover each other; `top` is as high as they may go. In order of x. */
export function placeNumbers<T extends { readonly x: number; readonly y: number }>(
  numbers: readonly T[],
  top: number,
): readonly (T & { readonly lifted: number })[] {
  const apart = 2 * NUMBER_RADIUS + 1;
  const placed: (T & { readonly lifted: number })[] = [];
  for (const one of numbers.toSorted((a, b) => a.x - b.x)) {
    let lifted = one.y - 16;
    const near = placed.filter(({ x }) => one.x - x < apart);
    for (let moved = true; moved; ) {
      const covered = near.find((other) => Math.abs(other.lifted - lifted) < apart);
      moved = covered !== undefined && lifted - apart > top;
      if (covered !== undefined && moved) lifted = covered.lifted - apart;
    }
    placed.push({ ...one, lifted: Math.max(top, lifted) });
  }
  return placed;
}
