// What of a condition is still to be done: the items whose request would bring it nearer at this moment.
import type { Condition, EventRef } from '../scenario/condition';
import type { State } from './state';
import { meet, occurrencesOf, spansOf } from './windows';
import type { Span } from './windows';

/** Events that come of a request for their item. */
const OF_A_REQUEST = new Set<EventRef['kind']>([
  'asked',
  'done',
  'ordered',
  'given',
  'resulted',
  'phase',
  'chosen',
]);

/** Conditions that no request brings about by itself. */
const PASSIVE = new Set<Condition['op']>([
  'compare',
  'in',
  'been',
  'held',
  'share',
  'daytime',
  'variant',
  'mode',
]);

/**
 * Items whose request would bring the condition nearer, in its own order; empty when no event of it is missing, null when it
 * can no longer come about. What a learner cannot bring about by a request (a pressure, a stage) is left to time.
 */
export function wanted(of: Condition, state: State, spans: readonly Span[] | null): readonly string[] | null {
  switch (of.op) {
    case 'never':
      return null;
    case 'event':
      return isOpen(state, spans) ? missing(of, of.event, state, spans) : happened(of, state, spans);
    case 'while': {
      if (!isOpen(state, spans)) return happened(of, state, spans);
      if (occurrencesOf(of, state, spans).length > 0) return [];
      const first = wanted(of.of, state, null);
      if (first === null || (first.length === 0 && !mayHold(of.of, state))) return null;
      return [...first, ...itemsOf(of.event)];
    }
    case 'running':
      return of.items.some((item) => state.running.some((one) => one.item.id === item)) ? [] : of.items;
    case 'window':
      return wanted(of.of, state, meet(spans, spansOf(of.window, state)));
    case 'and': {
      const parts = of.of.map((one) => wanted(one, state, spans));
      return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
    }
    case 'or':
    case 'some': {
      const count = of.op === 'some' ? of.count : 1;
      const acts = of.of.filter(({ op }) => !PASSIVE.has(op));
      if (acts.length === 0) return [];
      const parts = acts.flatMap((one) => {
        const part = wanted(one, state, spans);
        return part === null ? [] : [part];
      });
      if (parts.length < count) return null;
      const done = parts.filter((part) => part.length === 0).length;
      return done >= count ? [] : parts.flat();
    }
    case 'times': {
      const all = occurrencesOf(of.of, state, spans);
      if (!isOpen(state, spans)) return all.length >= of.count ? [] : null;
      const last = all.at(-1);
      return all.length >= of.count || (last !== undefined && state.now - last.at < of.apart)
        ? []
        : again(of.of);
    }
    default:
      return [];
  }
}

/** Whether the condition may hold now: its events happened; what only time brings about is taken to hold. */
function mayHold(of: Condition, state: State): boolean {
  switch (of.op) {
    case 'and':
      return of.of.every((one) => mayHold(one, state));
    case 'or':
      return of.of.some((one) => mayHold(one, state));
    case 'some':
      return of.of.filter((one) => mayHold(one, state)).length >= of.count;
    case 'event':
      return occurrencesOf(of, state, null).length > 0;
    case 'running':
      return of.items.some((item) => state.running.some((one) => one.item.id === item));
    default:
      return true;
  }
}

/** Whether what is done now would fall into the spans. */
const isOpen = (state: State, spans: readonly Span[] | null): boolean =>
  spans === null || spans.some(({ from, to }) => state.now >= from && state.now < to);

function happened(of: Condition, state: State, spans: readonly Span[] | null): readonly string[] | null {
  return occurrencesOf(of, state, spans).length > 0 ? [] : null;
}

function missing(
  of: Condition,
  event: EventRef,
  state: State,
  spans: readonly Span[] | null,
): readonly string[] {
  if (occurrencesOf(of, state, spans).length > 0) return [];
  const items = itemsOf(event);
  return items.some((id) => isUnderWay(id, state)) ? [] : items;
}

/** Whether the item was asked for and has still to start or to report. */
export const isUnderWay = (id: string, state: State): boolean =>
  state.orders.some(
    (order) => order.item.id === id && !order.cancelled && (!order.started || order.awaited > 0),
  );

/** Items behind events: `procedure:x/pus-out` is a phase of `procedure:x`, `tell:sbar/who` a choice of `tell:sbar`. */
function itemsOf({ kind, items }: EventRef): readonly string[] {
  return OF_A_REQUEST.has(kind) ? items.map((id) => id.split('/', 1)[0] ?? id) : [];
}

/** Items of all events inside, whether they happened or not. */
export function again(of: Condition): readonly string[] {
  if (of.op === 'event' || of.op === 'while') return itemsOf(of.event);
  if (of.op === 'and' || of.op === 'or' || of.op === 'some') return of.of.flatMap(again);
  return of.op === 'window' || of.op === 'times' ? again(of.of) : [];
}

/** Whether the item was ever asked for and not taken back. */
export const wasDone = (id: string, state: State): boolean =>
  state.orders.some((order) => order.item.id === id && !order.cancelled);
