// Asks, examines, orders and treats: whether the ward and the moment allow it, and what it sets going.
import { appliesTo } from '../applies';
import { got, refused } from '../reading';
import type { Read } from '../reading';
import type { Item } from '../scenario/item';
import type { Request } from '../step';
import { Instant, lookUp } from './acts';
import { advance } from './advance';
import { write } from './chart';
import { gateOf, kindOf, placeOrder, sampledOf, slotsOf, timesOf } from './orders';
import { schedule, unschedule } from './queue';
import type { State } from './state';
import { dropHold, runningOf, stopTreatment } from './treatments';

/** Whether the item may be asked for now. Changes nothing. */
export function checkRequest(state: State, request: Request): Read<null> {
  const { playable } = state;
  const { item: id } = request;
  const item = playable.item(id);
  if (!item) return refused('unknown-item', { item: id });
  if (Object.hasOwn(playable.scenario.withheld, id)) return refused('not-offered', { item: id });
  if (!appliesTo(item, playable.scenario.patient)) return refused('not-applicable', { item: id });
  if (item.offeredWhen && !playable.book.prepared(item.offeredWhen)(state))
    return refused('not-offered', { item: id });
  const awaited = state.queue.some((one) => one.due.kind === 'start' && one.due.order.item.id === id);
  const running = runningOf(state, id);
  const onHold = state.onHold.some((one) => one.item.id === id);
  if (request.action !== 'start')
    return running || awaited || (onHold && request.action === 'stop')
      ? got(null)
      : refused('nothing-to-change', { item: id });
  const mode = item.dosing?.mode;
  if (running && (mode === 'course' || (mode === 'device' && request.rate === undefined)))
    return refused('already-running', { item: id });
  return got(null);
}

/** Does what was asked. Questions and examinations take the learner's own time; everything else is set going at this instant. */
export function takeRequest(state: State, request: Request, instant: Instant): void {
  const item = state.playable.item(request.item);
  if (!item) return;
  instant.emit('ordered', item.id, state.sequence);
  if (request.action === 'stop' || request.action === 'hold') {
    orderStop(state, item, request, instant);
    return;
  }
  const gate = gateOf(state, item, request);
  if (gate !== null) {
    write(state, 'declined', { item: item.id, text: gate, request });
    instant.emit('declined', item.id, state.sequence);
    return;
  }
  if (item.verb === 'ask' || item.verb === 'examine') {
    respond(state, item);
    return;
  }
  if (request.action === 'change') {
    orderChange(state, item, request);
    return;
  }
  write(state, 'order', { item: item.id, request });
  placeOrder(state, item, request, instant);
}

/** A question or a manoeuvre: its time passes, then the answer is what holds at its end. */
function respond(state: State, item: Item): void {
  const { takes } = timesOf(state, item);
  const { sequence } = state;
  advance(state, state.now + takes, 'end');
  if (state.phase !== 'bedside') {
    write(state, kindOf(item), { item: item.id, code: 'broken-off' });
    return;
  }
  lookUp(state);
  const instant = new Instant(state);
  const responses = slotsOf(state.playable.responsesOf(state.playable.standsFor(item))).flatMap(
    (slot) => slot.find((one) => state.playable.book.prepared(one.when)(state)) ?? [],
  );
  if (responses.length === 0) write(state, kindOf(item), { item: item.id, code: 'usual' });
  for (const response of responses) {
    write(state, kindOf(item), {
      item: item.id,
      text: response.text ?? null,
      figure: response.figure ?? null,
      response,
      values: response.values ? sampledOf(state, item, response).values : [],
    });
  }
  if (responses.some((response) => response.fails)) return;
  if (item.verb === 'ask') instant.emit('asked', item.id, sequence);
  instant.emit('done', item.id, sequence);
  state.cost += item.cost ?? 0;
}

/** A new rate takes effect after the item's lead, as its start did. */
function orderChange(state: State, item: Item, request: Request): void {
  const { lead } = timesOf(state, item);
  const running = runningOf(state, item.id);
  const at = state.now + lead;
  if (running) running.changesAt = at;
  write(state, 'order', { item: item.id, request, code: 'change' });
  const order = {
    item,
    request,
    sequence: state.sequence,
    orderedAt: state.now,
    startsAt: at,
    reportsAt: at,
    started: true,
    cancelled: false,
    awaited: 0,
  };
  schedule(state, at, { kind: 'rate', item, rate: request.rate ?? running?.rate ?? 0, order });
}

/** Infusions and devices stop after their lead, like any other change of them; courses, and what has not begun, at once. */
function orderStop(state: State, item: Item, request: Request, instant: Instant): void {
  const running = runningOf(state, item.id);
  const mode = item.dosing?.mode;
  if (!running) {
    dropHold(state, item);
    for (const order of state.orders) if (order.item.id === item.id && !order.started) order.cancelled = true;
    unschedule(state, (due) => 'order' in due && due.order?.item.id === item.id && due.order.cancelled);
    write(state, 'order', { item: item.id, code: 'cancelled' });
    return;
  }
  const { lead } = timesOf(state, item);
  if (lead === 0 || mode === 'course' || mode === 'bolus') {
    stopTreatment(state, running, state.sequence, instant, request.action === 'hold' ? 'held' : 'stopped');
    return;
  }
  const at = state.now + lead;
  running.changesAt = at;
  write(state, 'order', { item: item.id, request, code: request.action });
  const order = {
    item,
    request,
    sequence: state.sequence,
    orderedAt: state.now,
    startsAt: at,
    reportsAt: at,
    started: true,
    cancelled: false,
    awaited: 0,
  };
  schedule(state, at, { kind: 'stop', item, order, running: null });
}
