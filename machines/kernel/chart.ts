// The chart as the kernel keeps it: entries without language, append-only, each with its second and the step behind it.
import type { ChartKind, Interruption } from '../view';
import type { Entry, State } from './state';

/** Adds an entry at the present second. Everything left out is empty. */
export function write(state: State, kind: ChartKind, more: Partial<Omit<Entry, 'at' | 'kind'>>): void {
  state.chart.push({
    at: state.now,
    kind,
    item: null,
    title: null,
    text: null,
    values: [],
    figure: null,
    tracing: null,
    request: null,
    response: null,
    words: null,
    critical: false,
    code: null,
    sequence: state.sequence,
    ...more,
  });
}

/** Notes something that ends a wait. */
export function interrupt(state: State, cause: Interruption['cause'], about: string): void {
  state.interruptions.push({ at: state.now, cause, about });
}
