// What is due at a later second of patient time, in order of time and then of scheduling.
import type { Due, Scheduled, State } from './state';

/** Puts something on the queue. Equal times keep the order in which they were scheduled. */
export function schedule(state: State, at: number, due: Due): void {
  const entry: Scheduled = { at, rank: state.rank, due };
  state.rank += 1;
  const { queue } = state;
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = queue[middle];
    if (other && other.at <= at) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, entry);
}

/** Takes what matches off the queue. */
export function unschedule(state: State, matches: (due: Due) => boolean): void {
  for (let i = state.queue.length - 1; i >= 0; i -= 1) {
    const entry = state.queue[i];
    if (entry && matches(entry.due)) state.queue.splice(i, 1);
  }
}
