// Treatments that act: infusions hold until changed, doses count once, what replaces another stops it.
import type { Item } from '../scenario/item';
import type { Effect } from '../scenario/item';
import { write } from './chart';
import type { Instant } from './acts';
import { schedule, unschedule } from './queue';
import { NOTHING_REQUESTED } from './state';
import type { Order, Requested, Running, State } from './state';

/** The running treatment of an item, if it runs. Boluses of one item may run side by side: the latest is given. */
export function runningOf(state: State, item: string): Running | undefined {
  return state.running.findLast((one) => one.item.id === item);
}

/** Numbers of a request, as expressions may ask for them. Volume in mL and dose are the same amount. */
export function requestedOf(order: Order | null): Requested {
  if (!order) return NOTHING_REQUESTED;
  const { rate = 0, dose = 0, over = 0 } = order.request;
  return { rate, dose, volume: dose, minutes: over / 60 };
}

/** Starts what a request asked for, at the present second. */
export function startTreatment(state: State, order: Order, instant: Instant): void {
  const { item, request } = order;
  dropHold(state, item);
  if (item.replaces) stopClass(state, item.replaces, item.id, order, instant);
  const { dosing } = item;
  if (!dosing || dosing.mode === 'once') {
    if (request.dose !== undefined) addTotal(state, item, request.dose);
    return;
  }
  const before =
    dosing.mode === 'infusion' || dosing.mode === 'device' ? runningOf(state, item.id) : undefined;
  if (before) {
    if (request.rate !== undefined) setRate(state, before, request.rate);
    return;
  }
  const running: Running = {
    item,
    order,
    since: state.now,
    rate: 0,
    dose: request.dose ?? 0,
    every: request.every ?? dosing.every ?? 0,
    changesAt: null,
    endsAt: null,
  };
  if (dosing.mode === 'bolus') {
    const over = request.over ?? dosing.over ?? 0;
    flow(state, running, request.dose ?? 0, over);
    if (over <= 0) return;
    running.endsAt = state.now + over;
    schedule(state, running.endsAt, { kind: 'stop', item, order, running });
  }
  state.running.push(running);
  setRunning(state, item.id, true);
  if (dosing.mode === 'infusion' || request.rate !== undefined) setRate(state, running, request.rate ?? 0);
  if (dosing.mode === 'course') giveDose(state, running);
  if (request.lasts !== undefined && dosing.mode !== 'bolus') {
    running.endsAt = state.now + request.lasts;
    schedule(state, running.endsAt, { kind: 'stop', item, order, running });
  }
}

/** One dose of a course; the next is put on the queue. */
export function giveDose(state: State, running: Running): void {
  if (!state.running.includes(running)) return;
  addTotal(state, running.item, running.dose);
  if (running.every > 0) schedule(state, state.now + running.every, { kind: 'dose', running });
}

/** Sets the rate of a running infusion, from the present second on. */
export function setRate(state: State, running: Running, rate: number): void {
  const index = state.playable.book.itemIndex.get(running.item.id);
  if (running.rate !== rate) followRate(state, running, rate);
  running.rate = rate;
  running.changesAt = null;
  state.dirty = true;
  if (index === undefined) return;
  state.rates[index] = rate;
  const before = state.flows.find((one) => one.running === running);
  if (before) endFlow(state, before);
  const perSecond = volumePerSecond(state, running.item, rate);
  if (perSecond > 0)
    state.flows.push({
      itemIndex: index,
      running,
      perSecond,
      from: state.now,
      amount: Infinity,
      to: Infinity,
      accounted: state.now,
    });
}

/** mL (or the item's own unit) a second of an infusion whose rate is an amount per time; other rates add to no total. */
function volumePerSecond(_state: State, item: Item, rate: number): number {
  const unit = item.dosing?.rateUnit ?? '';
  const [amount, time] = unit.split('/');
  if (unit.split('/').length !== 2 || amount === undefined) return 0;
  const seconds = time === 'h' ? 3600 : time === 'min' ? 60 : time === 's' ? 1 : time === 'day' ? 86400 : 0;
  return seconds > 0 ? rate / seconds : 0;
}

/** Stops one running treatment at the present second. */
export function stopTreatment(
  state: State,
  running: Running,
  sequence: number,
  instant: Instant,
  code: string,
): void {
  const at = state.running.indexOf(running);
  if (at < 0) return;
  state.running.splice(at, 1);
  const { item } = running;
  if (code === 'held') state.onHold.push({ ...running, changesAt: state.now });
  unschedule(
    state,
    (due) =>
      (due.kind === 'dose' && due.running === running) || (due.kind === 'stop' && due.running === running),
  );
  if (!state.running.some((one) => one.item.id === item.id)) forgetOnsets(state, item);
  const index = state.playable.book.itemIndex.get(item.id);
  if (index !== undefined) {
    state.rates[index] = 0;
    const own = state.flows.find((one) => one.running === running);
    if (own) endFlow(state, own);
  }
  if (!state.running.some((one) => one.item.id === item.id)) setRunning(state, item.id, false);
  write(state, 'treatment', { item: item.id, code, sequence });
  instant.emit('stopped', item.id, sequence);
}

/** What was on hold is so no longer: it was started again, or given up. */
export function dropHold(state: State, item: Item): void {
  const at = state.onHold.findIndex((one) => one.item.id === item.id);
  if (at >= 0) state.onHold.splice(at, 1);
}

function stopClass(state: State, className: string, except: string, order: Order, instant: Instant): void {
  const name = className.replace(/^class:/, '');
  for (const one of state.running.filter(
    (other) => other.item.id !== except && other.item.classes.includes(name),
  )) {
    stopTreatment(state, one, order.sequence, instant, 'replaced');
  }
}

function setRunning(state: State, id: string, on: boolean): void {
  const index = state.playable.book.itemIndex.get(id);
  state.dirty = true;
  if (!on) {
    for (let i = state.effects.length - 1; i >= 0; i -= 1)
      if (state.effects[i]?.whileRunning === id) state.effects.splice(i, 1);
    sumEffects(state);
  }
  // Only items that conditions or numbers mention have a place in the books.
  if (index === undefined || (state.isRunning[index] === 1) === on) return;
  state.isRunning[index] = on ? 1 : 0;
  state.runningSpans[index]?.push(state.now);
}

function addTotal(state: State, item: Item, amount: number): void {
  const index = state.playable.book.itemIndex.get(item.id);
  if (index === undefined) return;
  state.totals[index] = (state.totals[index] ?? 0) + amount;
  state.dirty = true;
}

function flow(state: State, running: Running, amount: number, over: number): void {
  const index = state.playable.book.itemIndex.get(running.item.id);
  if (index === undefined || amount <= 0) return;
  if (over <= 0) addTotal(state, running.item, amount);
  else
    state.flows.push({
      itemIndex: index,
      running,
      perSecond: amount / over,
      from: state.now,
      amount,
      to: state.now + over,
      accounted: state.now,
    });
}

/** Ends a flow now; what a tick had counted beyond this second is taken back. */
function endFlow(state: State, one: State['flows'][number]): void {
  const over = one.accounted - state.now;
  if (over !== 0) state.totals[one.itemIndex] = (state.totals[one.itemIndex] ?? 0) - over * one.perSecond;
  state.flows.splice(state.flows.indexOf(one), 1);
  state.dirty = true;
}

/** Adds what flows in up to the end of the tick that begins now. */
export function account(state: State, until: number): void {
  for (let i = state.flows.length - 1; i >= 0; i -= 1) {
    const one = state.flows[i];
    if (!one) continue;
    const to = Math.min(one.to, until);
    if (to > one.accounted) {
      state.totals[one.itemIndex] = (state.totals[one.itemIndex] ?? 0) + (to - one.accounted) * one.perSecond;
      one.accounted = to;
    }
    // One that ends within this tick stays until then: it may still be stopped earlier.
    if (one.to <= state.now) state.flows.splice(i, 1);
  }
}

/** Puts the effects of a started item on the queue, each at its onset. `phase`: those that this moment of the item starts. */
export function scheduleEffects(state: State, order: Order, phase: string | null): void {
  const item = state.playable.standsFor(order.item);
  const all: readonly Effect[] = [
    ...(item.effects ?? []),
    ...(state.playable.scenario.effects[item.id] ?? []),
  ];
  for (const effect of all) {
    if ((effect.phase ?? null) !== phase) continue;
    const slot = state.playable.book.slot(effect.quantity);
    if (effect.onset === 0) beginEffect(state, effect, order, slot);
    else schedule(state, state.now + effect.onset, { kind: 'onset', effect, order, slot });
  }
}

/** What has not set in yet of a rate that is no more does not set in. */
function forgetOnsets(state: State, item: Item): void {
  unschedule(
    state,
    (due) => due.kind === 'onset' && due.effect.follows === true && due.order?.item.id === item.id,
  );
}

/** Effects that follow a rate are found anew, each after its onset; not when the treatment begins, which sets them off itself. */
function followRate(state: State, running: Running, rate: number): void {
  if (state.now === running.since) return;
  const { order } = running;
  forgetOnsets(state, running.item);
  const asked = { ...order, request: { ...order.request, rate } };
  for (const effect of state.playable.scenario.effects[state.playable.standsFor(running.item).id] ?? []) {
    if (effect.follows !== true) continue;
    const slot = state.playable.book.slot(effect.quantity);
    schedule(state, state.now + effect.onset, { kind: 'onset', effect, order: asked, slot });
  }
}

/** An effect sets in, if its condition holds now. */
export function beginEffect(state: State, effect: Effect, order: Order | null, slot: number): void {
  const { book } = state.playable;
  state.requested = requestedOf(order);
  const holds = !effect.when || book.prepared(effect.when)(state);
  const by = holds ? book.preparedNumber(effect.by)(state) : 0;
  state.requested = NOTHING_REQUESTED;
  if (!holds) return;
  const running = effect.lasts === 'running' && order ? order.item.id : null;
  if (running !== null && !state.running.some((one) => one.item.id === running)) return;
  const follows = effect.follows === true && running !== null ? effect : null;
  if (follows !== null) {
    const before = state.effects.findIndex((one) => one.whileRunning === running && one.follows === follows);
    if (before >= 0) state.effects.splice(before, 1);
  } else if (
    running !== null &&
    state.effects.some((one) => one.whileRunning === running && one.slot === slot && one.by === by)
  )
    return;
  state.effects.push({
    follows,
    slot,
    by,
    until: typeof effect.lasts === 'number' ? state.now + effect.lasts : Infinity,
    whileRunning: running,
  });
  sumEffects(state);
}

/** Takes away effects that have run out by now. */
export function endEffects(state: State): void {
  let changed = false;
  for (let i = state.effects.length - 1; i >= 0; i -= 1) {
    if ((state.effects[i]?.until ?? Infinity) <= state.now) {
      state.effects.splice(i, 1);
      changed = true;
    }
  }
  if (changed) sumEffects(state);
}

function sumEffects(state: State): void {
  state.effectSum.fill(0);
  for (const one of state.effects) state.effectSum[one.slot] = (state.effectSum[one.slot] ?? 0) + one.by;
  state.dirty = true;
}
