// Conditions looked at over spans of patient time: which events fall in, since when something holds, what stands behind it.
import type { Condition, Window } from '../scenario/condition';
import type { Occurrence, State } from './state';

/** A closed span of patient time in seconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const EVER: readonly Span[] = [{ from: 0, to: Infinity }];
/** Just before an instant: patient time counts in whole seconds. */
const JUST_BEFORE = 0.5;

/** The spans a window means now. An anchor that never happened gives none, or everything where the window says so. */
export function spansOf(window: Window, state: State): readonly Span[] {
  if (window.kind === 'between') return [{ from: window.from, to: window.to }];
  if (window.kind === 'around') {
    return anchorTimes(window.anchor, state).map((at) => ({
      from: at + window.from,
      to: window.to === null ? Infinity : at + window.to,
    }));
  }
  const first = firstTime(window.anchor, state);
  if (first === Infinity) return window.must ? [] : EVER;
  return [{ from: 0, to: first + window.plus - (window.open ? JUST_BEFORE : 0) }];
}

/** Each time an event-like anchor happened; for other conditions the first time it held. */
function anchorTimes(anchor: Condition, state: State): readonly number[] {
  if (anchor.op === 'event' || anchor.op === 'while')
    return occurrencesOf(anchor, state, null).map((one) => one.at);
  const first = firstTime(anchor, state);
  return first === Infinity ? [] : [first];
}

/** What two sets of spans have in common; null is all of time. */
export function meet(a: readonly Span[] | null, b: readonly Span[]): readonly Span[] {
  if (a === null) return b;
  const both: Span[] = [];
  for (const one of a) {
    for (const other of b) {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      if (from <= to) both.push({ from, to });
    }
  }
  return both;
}

const inside = (at: number, spans: readonly Span[] | null): boolean =>
  spans === null || spans.some((span) => at >= span.from && at <= span.to);

/** Starts and ends in turn, an open end lasting until now, as spans. */
function asSpans(edges: readonly number[], now: number): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < edges.length; i += 2) spans.push({ from: edges[i] ?? 0, to: edges[i + 1] ?? now });
  return spans;
}

function stageTimes(region: number, stages: readonly number[], state: State): Span[] {
  const spans = state.stageSpans[region] ?? [];
  return spans.flatMap((span, i) =>
    stages.includes(span.stage) ? [{ from: span.from, to: spans[i + 1]?.from ?? state.now }] : [],
  );
}

/** Times during which a condition without events held: running treatments, stages, watched numbers. */
function stateTimes(c: Condition, state: State): Span[] | null {
  const { book } = state.playable;
  if (c.op === 'running')
    return c.items.flatMap((id) => asSpans(state.runningSpans[book.item(id)] ?? [], state.now));
  if (c.op === 'in' || c.op === 'been') {
    const region = book.region(c.region);
    return stageTimes(
      region,
      c.stages.map((id) => book.stage(c.region, id)),
      state,
    );
  }
  if (c.op === 'compare' || c.op === 'held' || c.op === 'share' || c.op === 'daytime') {
    if (book.isWatched(c)) return asSpans(state.watches[book.watch(c)] ?? [], state.now);
    // Asked outside any window: it is known only how it stands now.
    return book.prepared(c)(state) ? [{ from: state.now, to: state.now }] : [];
  }
  return null;
}

/** Whether the condition holds when its events and states are looked for inside the spans only. */
export function holdsInWindow(c: Condition, state: State, spans: readonly Span[]): boolean {
  switch (c.op) {
    case 'and':
      return c.of.every((one) => holdsInWindow(one, state, spans));
    case 'or':
      return c.of.some((one) => holdsInWindow(one, state, spans));
    case 'not':
      return !holdsInWindow(c.of, state, spans);
    case 'some':
      return c.of.filter((one) => holdsInWindow(one, state, spans)).length >= c.count;
    case 'times':
      return timesSpaced(c.of, state, spans, c.apart) >= c.count;
    case 'event':
      return firstOf(state.playable.book.events(c.event), state, spans) < Infinity;
    case 'while':
      return occurrencesOf(c, state, spans).length > 0;
    case 'window':
      return holdsInWindow(c.of, state, meet(spans, spansOf(c.window, state)));
    case 'reasoned':
      return state.differentials.some(
        (note) => inside(note.at, spans) && reasonedEntries(note.value) >= c.count,
      );
    case 'variant':
      return state.variants.get(c.name) === c.value;
    case 'mode':
      return state.mode === c.mode;
    case 'always':
      return true;
    case 'never':
      return false;
    default: {
      const times = stateTimes(c, state) ?? [];
      return times.some((time) =>
        spans.some((span) => time.from <= span.to && time.to >= span.from && span.from <= state.now),
      );
    }
  }
}

/** The second at which the condition first held; Infinity while it never has. `not` counts from the beginning when it holds now. */
export function firstTime(c: Condition, state: State, spans: readonly Span[] | null = null): number {
  switch (c.op) {
    case 'and':
      return c.of.reduce((latest, one) => Math.max(latest, firstTime(one, state, spans)), 0);
    case 'or':
      return c.of.reduce((earliest, one) => Math.min(earliest, firstTime(one, state, spans)), Infinity);
    case 'some': {
      const times = c.of.map((one) => firstTime(one, state, spans)).toSorted((a, b) => a - b);
      return times[c.count - 1] ?? Infinity;
    }
    case 'times': {
      const counted = spacedTimes(c.of, state, spans, c.apart);
      return counted[c.count - 1] ?? Infinity;
    }
    case 'not':
      return (spans === null ? firstTime(c.of, state) === Infinity : !holdsInWindow(c.of, state, spans))
        ? 0
        : Infinity;
    case 'event':
      return firstOf(state.playable.book.events(c.event), state, spans);
    case 'while':
      return occurrencesOf(c, state, spans)[0]?.at ?? Infinity;
    case 'window':
      return firstTime(c.of, state, meet(spans, spansOf(c.window, state)));
    case 'reasoned':
      return (
        state.differentials.find((note) => inside(note.at, spans) && reasonedEntries(note.value) >= c.count)
          ?.at ?? Infinity
      );
    case 'always':
      return 0;
    case 'never':
      return Infinity;
    case 'variant':
      return state.variants.get(c.name) === c.value ? 0 : Infinity;
    case 'mode':
      return state.mode === c.mode ? 0 : Infinity;
    default: {
      let first = Infinity;
      for (const time of stateTimes(c, state) ?? []) {
        for (const span of spans ?? EVER) {
          if (time.from <= span.to && time.to >= span.from && span.from <= state.now)
            first = Math.min(first, Math.max(time.from, span.from));
        }
      }
      return first;
    }
  }
}

/** The earliest of several events inside the spans, without listing them: this is asked whenever anything happens. */
function firstOf(events: readonly number[], state: State, spans: readonly Span[] | null): number {
  let first = Infinity;
  for (const event of events) {
    for (const { at } of state.occurrences[event] ?? []) {
      if (at >= first) break;
      if (inside(at, spans)) first = at;
    }
  }
  return first;
}

/** Every occurrence of the events named in a condition that falls into the spans, in order of time. */
export function occurrencesOf(
  c: Condition,
  state: State,
  spans: readonly Span[] | null,
): readonly Occurrence[] {
  const { book } = state.playable;
  switch (c.op) {
    case 'event': {
      const events = book.events(c.event);
      const [only = -1] = events;
      if (events.length === 1) return keep(state.occurrences[only] ?? [], spans);
      return keep(inOrder(events.flatMap((event) => state.occurrences[event] ?? [])), spans);
    }
    case 'while':
      return keep(state.whiles[book.whileNumber(c)] ?? [], spans);
    case 'and':
    case 'or':
    case 'some':
      return inOrder(c.of.flatMap((one) => occurrencesOf(one, state, spans)));
    case 'not':
      return [];
    case 'times':
      return occurrencesOf(c.of, state, spans);
    case 'window':
      return occurrencesOf(c.of, state, meet(spans, spansOf(c.window, state)));
    case 'running': {
      const items = new Set(c.items);
      return keep(
        state.orders
          .filter((order) => order.started && items.has(order.item.id))
          .map((order) => ({ at: order.startsAt, sequence: order.sequence, item: order.item.id })),
        spans,
      );
    }
    case 'reasoned':
      return state.differentials
        .filter((note) => inside(note.at, spans) && reasonedEntries(note.value) >= c.count)
        .map((note) => ({ at: note.at, sequence: note.sequence, item: 'note:differential' }));
    default:
      return [];
  }
}

const keep = (list: readonly Occurrence[], spans: readonly Span[] | null): readonly Occurrence[] =>
  spans === null ? list : list.filter((one) => inside(one.at, spans));

const inOrder = (list: readonly Occurrence[]): readonly Occurrence[] =>
  list.toSorted((a, b) => a.at - b.at || a.sequence - b.sequence);

function spacedTimes(of: Condition, state: State, spans: readonly Span[] | null, apart: number): number[] {
  const counted: number[] = [];
  for (const one of occurrencesOf(of, state, spans)) {
    const before = counted.at(-1);
    if (before === undefined || one.at - before >= apart) counted.push(one.at);
  }
  return counted;
}

/** How many occurrences count when each must come `apart` seconds after the one counted before. */
export function timesSpaced(
  of: Condition,
  state: State,
  spans: readonly Span[] | null,
  apart: number,
): number {
  return spacedTimes(of, state, spans, apart).length;
}

const reasonedEntries = (
  entries: readonly { readonly for: readonly string[]; readonly against: readonly string[] }[],
): number => entries.filter((entry) => entry.for.length > 0 && entry.against.length > 0).length;

/** Whether the latest differential has enough entries with a reason for and one against. */
export function reasonedNow(state: State, count: number): boolean {
  const latest = state.differentials.at(-1);
  return latest !== undefined && reasonedEntries(latest.value) >= count;
}
