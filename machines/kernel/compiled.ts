// Shapes of compiled conditions and numbers, and how parts that change rarely are kept out of the tick.
import type { Book } from './book';
import type { State } from './state';

export type NumberOf = (state: State) => number;
export type Test = (state: State) => boolean;

/** How often a value can change: never, when something happens, at every tick. */
export type Pace = 0 | 1 | 2;

export interface Compiled<F> {
  readonly run: F;
  readonly pace: Pace;
  /** the number itself, where it is known when the case is compiled */
  readonly constant?: number;
}

export const paceOf = (...of: readonly { readonly pace: Pace }[]): Pace =>
  of.some((one) => one.pace === 2) ? 2 : of.some((one) => one.pace === 1) ? 1 : 0;

/** A part that changes only when something happens is computed then, and read from a slot at every tick. */
export function settled(part: Compiled<NumberOf>, book: Book): NumberOf {
  if (part.pace !== 1) return part.run;
  const slot = book.hoist(part.run);
  return (state) => state.hoist[slot] ?? 0;
}

export function settledTest(part: Compiled<Test>, book: Book): Test {
  if (part.pace !== 1) return part.run;
  const { run } = part;
  const slot = book.hoist((state) => (run(state) ? 1 : 0));
  return (state) => state.hoist[slot] === 1;
}
