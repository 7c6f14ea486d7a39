// From the signature to the last report: timings, gates, starts, phases, sampling and reports.
import type { Item } from '../scenario/item';
import type { Response } from '../scenario/scenario';
import type { Request } from '../step';
import type { ChartKind } from '../view';
import type { Instant } from './acts';
import { drawBlood } from './blood';
import { interrupt, write } from './chart';
import { schedule } from './queue';
import { sample } from './sampling';
import type { Sampled } from './sampling';
import { NOTHING_REQUESTED } from './state';
import type { Due, Order, State } from './state';
import { scheduleEffects, startTreatment } from './treatments';

/** Seconds that an item takes here and now, after the case's timings. */
export interface Times {
  readonly lead: number;
  readonly takes: number;
  readonly turnaround: number;
}

/** Applies the timings of the case in their order; each sees what the one before made. */
export function timesOf(state: State, item: Item): Times {
  const truth = state.playable.standsFor(item);
  const times = { lead: truth.lead, takes: truth.takes, turnaround: truth.turnaround };
  for (const { timing, items, test } of state.playable.timings) {
    if (!(items.has(item.id) || items.has(truth.id)) || !test(state)) continue;
    for (const part of ['lead', 'takes', 'turnaround'] as const) {
      if (timing.of !== 'all' && timing.of !== part) continue;
      let value = times[part];
      if (timing.set !== undefined) value = timing.set;
      if (timing.add !== undefined) value += timing.add;
      if (timing.times !== undefined) value *= timing.times;
      if (timing.round !== undefined) value = Math.ceil(value / timing.round - 1e-9) * timing.round;
      times[part] = Math.round(value);
    }
  }
  return times;
}

/** The text of the first gate that refuses this request in the story, or null. */
export function gateOf(state: State, item: Item, request: Request): string | null {
  state.requested = requestedNumbers(request);
  const truth = state.playable.standsFor(item);
  const found = state.playable.gates.find(
    ({ items, test }) => (items.has(item.id) || items.has(truth.id)) && test(state),
  );
  state.requested = NOTHING_REQUESTED;
  return found?.gate.text ?? null;
}

const requestedNumbers = (request: Request) => ({
  rate: request.rate ?? 0,
  dose: request.dose ?? 0,
  volume: request.dose ?? 0,
  minutes: (request.over ?? 0) / 60,
});

/** Puts a request that passed its gate on its way. With no lead it starts at this very instant. */
export function placeOrder(state: State, item: Item, request: Request, instant: Instant): Order {
  state.requested = requestedNumbers(request);
  const times = timesOf(state, item);
  state.requested = NOTHING_REQUESTED;
  const truth = state.playable.standsFor(item);
  const order: Order = {
    item,
    request,
    sequence: state.sequence,
    orderedAt: state.now,
    startsAt: state.now + times.lead,
    reportsAt: state.now + times.turnaround,
    started: false,
    cancelled: false,
    awaited: 0,
  };
  state.orders.push(order);
  state.cost += item.cost ?? 0;
  if (truth.counts === 'ordered') instant.emit('done', item.id, order.sequence);
  for (const choice of request.choices ?? []) instant.emit('chosen', `${item.id}/${choice}`, order.sequence);
  for (const phase of truth.phases ?? []) {
    if (phase.at >= 0) continue;
    schedule(state, Math.max(state.now, order.startsAt + phase.at), {
      kind: 'phase',
      order,
      phase: phase.id,
      text: phase.text ?? null,
    });
  }
  if (times.lead === 0) startOrder(state, order, instant);
  else schedule(state, order.startsAt, { kind: 'start', order });
  return order;
}

/** The item starts to act: the sample is drawn, the drug runs, the procedure begins. */
export function startOrder(state: State, order: Order, instant: Instant): void {
  const { item, sequence } = order;
  const truth = state.playable.standsFor(item);
  order.started = true;
  drawBlood(state, item);
  const isTreatment = item.verb === 'treat' || item.verb === 'procedure';
  if (isTreatment) {
    startTreatment(state, order, instant);
    write(state, 'treatment', { item: item.id, request: order.request, code: 'started', sequence });
  }
  scheduleEffects(state, order, null);
  if (item.verb !== 'order' && item.verb !== 'consult' && item.verb !== 'tell')
    instant.emit('given', item.id, sequence);
  if (truth.counts === 'started') instant.emit('done', item.id, sequence);
  const phases = truth.phases ?? [];
  for (const phase of phases) {
    if (phase.at < 0) continue;
    if (phase.at === 0) phaseReached(state, order, phase.id, phase.text ?? null, instant);
    else
      schedule(state, state.now + phase.at, {
        kind: 'phase',
        order,
        phase: phase.id,
        text: phase.text ?? null,
      });
  }
  if (truth.counts === 'ended') {
    const length = Math.max(
      order.request.over ?? item.dosing?.over ?? 0,
      ...phases.map((phase) => phase.at),
      0,
    );
    schedule(state, state.now + length, { kind: 'end', order });
  }
  planReports(state, order, instant);
}

/** A named moment of an item: effects that wait for it begin, and it may be the moment that counts. */
export function phaseReached(
  state: State,
  order: Order,
  phase: string,
  text: string | null,
  instant: Instant,
): void {
  const { item, sequence } = order;
  const truth = state.playable.standsFor(item);
  if (text) write(state, 'event', { item: item.id, text, sequence });
  instant.emit('phase', `${truth.id}/${phase}`, sequence);
  scheduleEffects(state, order, phase);
  if (typeof truth.counts === 'object' && truth.counts.phase === phase)
    instant.emit('done', item.id, sequence);
}

/** The alternatives of each slot, in order. */
export function slotsOf(responses: readonly Response[]): readonly (readonly Response[])[] {
  const slots = new Map<number, Response[]>();
  for (const response of responses) {
    const slot = slots.get(response.slot);
    if (slot) slot.push(response);
    else slots.set(response.slot, [response]);
  }
  return [...slots.values()];
}

/** Samples now what is judged at sampling, and puts every report on the queue. */
function planReports(state: State, order: Order, instant: Instant): void {
  const { item } = order;
  const responses = state.playable.responsesOf(state.playable.standsFor(item));
  if (responses.length === 0) {
    if (item.verb === 'order')
      planReport(
        state,
        order,
        order.reportsAt,
        { response: null, sampled: sampledOf(state, item, null), slot: null },
        instant,
      );
    else if (item.usual || item.verb === 'consult')
      planReport(state, order, order.reportsAt, { response: null, sampled: null, slot: null }, instant);
    return;
  }
  for (const slot of slotsOf(responses)) {
    const [first] = slot;
    if (!first) continue;
    const at = first.at
      ? (first.at.from === 'order' ? order.orderedAt : order.startsAt) + first.at.seconds
      : order.reportsAt;
    if (first.judgedOnArrival) {
      planReport(state, order, at, { response: null, sampled: null, slot }, instant);
      continue;
    }
    const chosen = slot.find((response) => state.playable.book.prepared(response.when)(state));
    if (chosen)
      planReport(
        state,
        order,
        at,
        { response: chosen, sampled: sampledOf(state, item, chosen), slot: null },
        instant,
      );
  }
}

/** What a report says in numbers. An item that is the same as another prints of the other's panel what is on its own, if it has one. */
export function sampledOf(state: State, item: Item, response: Response | null): Sampled {
  const sampled = sample(state, item, response);
  const own = item.analytes;
  if (own === undefined || state.playable.standsFor(item) === item) return sampled;
  return { ...sampled, values: sampled.values.filter((value) => own.includes(value.analyte)) };
}

type ReportPlan = Pick<Extract<Due, { kind: 'report' }>, 'response' | 'sampled' | 'slot'>;

function planReport(state: State, order: Order, at: number, plan: ReportPlan, instant: Instant): void {
  order.awaited += 1;
  const due: Extract<Due, { kind: 'report' }> = { kind: 'report', order, ...plan };
  if (at <= state.now) report(state, due, instant);
  else schedule(state, at, due);
}

/** A report arrives: it enters the chart, and counts. */
export function report(state: State, due: Extract<Due, { kind: 'report' }>, instant: Instant): void {
  const { order } = due;
  const { item, sequence } = order;
  order.awaited -= 1;
  const response = due.slot
    ? (due.slot.find((one) => state.playable.book.prepared(one.when)(state)) ?? null)
    : due.response;
  if (due.slot && !response) return;
  const sampled = due.sampled ?? (response ? sampledOf(state, item, response) : null);
  const values = sampled?.values ?? [];
  const critical =
    (response?.critical ?? false) || values.some((value) => isCritical(state, value.analyte, value.number));
  state.reports += 1;
  write(state, kindOf(item), {
    item: item.id,
    text: response ? (response.text ?? null) : null,
    values,
    figure: response?.figure ?? null,
    tracing: sampled?.tracing ?? null,
    response,
    critical,
    code: response ? null : 'usual',
    sequence,
  });
  instant.emit('resulted', item.id, sequence);
  for (const other of response?.reports ?? []) instant.emit('resulted', other, sequence);
  if (state.playable.standsFor(item).counts === 'resulted' && !response?.fails)
    instant.emit('done', item.id, sequence);
  if (critical) interrupt(state, 'result', item.id);
}

function isCritical(state: State, analyte: string, value: number | null): boolean {
  const known = state.playable.scenario.analytes[analyte] ?? state.playable.ward.analytes[analyte];
  if (!known || value === null) return false;
  return (
    (known.criticalLow !== undefined && value < known.criticalLow) ||
    (known.criticalHigh !== undefined && value > known.criticalHigh)
  );
}

/** Which kind of chart entry an item's report is. */
export function kindOf(item: Item): ChartKind {
  if (item.verb === 'ask') return 'question';
  if (item.verb === 'examine') return 'examination';
  if (item.verb === 'order')
    return item.classes.includes('imaging') || item.group.startsWith('imaging') ? 'imaging' : 'result';
  if (item.verb === 'procedure' || item.verb === 'treat') return 'event';
  return 'reply';
}
