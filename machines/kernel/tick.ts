// One tick of patient time: amounts, quantities, spans, turns, events, checkpoints, alarms, in the order the case language states.
import { befall, Instant, refresh, turnStage } from './acts';
import { interrupt, write } from './chart';
import type { State } from './state';
import { account, endEffects } from './treatments';

/** Length in seconds of a tick that begins now: the shortest that a present stage asks for, else the base tick. */
export function tickLength(state: State): number {
  let shortest = Infinity;
  for (const [index, region] of state.playable.regions.entries()) {
    const tick = region.stages[state.stage[index] ?? 0]?.tick;
    if (tick !== undefined && tick < shortest) shortest = tick;
  }
  return shortest === Infinity ? state.playable.base * 60 : shortest;
}

/** Runs the tick due at the present second. What is due by now has been done before. */
export function tick(state: State): void {
  const { playable } = state;
  if (state.dirty) state.tickSeconds = tickLength(state);
  const seconds = state.tickSeconds;
  if (state.effects.length > 0) endEffects(state);
  if (state.flows.length > 0) account(state, state.now + seconds);
  if (state.dirty) refresh(state);
  state.last.set(state.q);
  const { updates } = playable;
  const minutes = seconds / 60;
  for (let i = 0; i < updates.length; i += 1) updates[i]?.(state, minutes);
  spans(state, seconds);
  turns(state);
  watchOut(state);
  state.nextTick = state.now + seconds;
}

/** How long conditions have held, which share of a span, and since when. */
function spans(state: State, seconds: number): void {
  const { held, shares, watches } = state.playable.book;
  for (let i = 0; i < held.length; i += 1)
    state.held[i] = held[i]?.test(state) ? (state.held[i] ?? 0) + seconds : 0;
  for (let i = 0; i < shares.length; i += 1) {
    const share = shares[i];
    if (!share || state.now < share.from || state.now >= share.to) continue;
    state.shareAll[i] = (state.shareAll[i] ?? 0) + seconds;
    if (share.test(state)) state.shareTrue[i] = (state.shareTrue[i] ?? 0) + seconds;
  }
  for (let i = 0; i < watches.length; i += 1) {
    const edges = state.watches[i];
    const test = watches[i];
    if (edges && test && test(state) !== (edges.length % 2 === 1)) edges.push(state.now);
  }
}

/** In each region the first turn whose condition holds; one to the present stage is a match that changes nothing. */
function turns(state: State): void {
  const { regions } = state.playable;
  for (let index = 0; index < regions.length; index += 1) {
    const region = regions[index];
    const stage = state.stage[index] ?? 0;
    const candidates = region?.ticks[stage];
    if (!region || !candidates) continue;
    for (let i = 0; i < candidates.length; i += 1) {
      const turn = candidates[i];
      if (!turn?.test(state)) continue;
      if (turn.to !== stage) {
        turnStage(state, region, index, turn);
        refresh(state);
        state.tickSeconds = tickLength(state);
      }
      break;
    }
  }
}

/** Events, checkpoints and alarms; then the vitals are written down. */
function watchOut(state: State): void {
  const { caseEvents, checkpoints, vitals } = state.playable;
  for (let i = 0; i < caseEvents.length; i += 1) {
    const one = caseEvents[i];
    if (!one || one.on || (!one.event.repeats && state.eventFired[i])) continue;
    const holds = one.test(state);
    if (holds && !state.eventOpen[i]) befall(state, one, i, new Instant(state));
    state.eventOpen[i] = holds ? 1 : 0;
  }
  for (let i = 0; i < checkpoints.length; i += 1) {
    const one = checkpoints[i];
    if (!one || (state.checkpointOpen[i] ?? -1) >= 0 || !one.test(state)) continue;
    if (state.mode === 'assessed' && !one.checkpoint.assessed) continue;
    state.checkpointOpen[i] = state.now;
    write(state, 'checkpoint', { text: one.checkpoint.text, title: null, code: one.checkpoint.id });
    interrupt(state, 'checkpoint', one.checkpoint.id);
  }
  for (let i = 0; i < vitals.length; i += 1) {
    const vital = vitals[i];
    if (!vital) continue;
    const value = state.q[vital.slot] ?? 0;
    const seen = vital.seen(state);
    if (seen && (state.seenSince[i] ?? -1) < 0) state.seenSince[i] = state.now;
    const alarm = !seen ? 0 : value < vital.low ? -1 : value > vital.high ? 1 : 0;
    if (alarm === state.alarm[i]) continue;
    state.alarm[i] = alarm;
    state.alarmSince[i] = state.now;
    if (alarm !== 0 && state.now > (state.seenSince[i] ?? 0)) interrupt(state, 'alarm', vital.quantity.id);
  }
  record(state);
}

function record(state: State): void {
  const { vitals } = state.playable;
  const width = vitals.length + 1;
  let at = state.historyRows * width;
  if (at + width > state.history.length) {
    const longer = new Float32Array(state.history.length * 2);
    longer.set(state.history);
    state.history = longer;
  }
  state.history[at] = state.now;
  for (let i = 0; i < vitals.length; i += 1) {
    at += 1;
    state.history[at] = state.q[vitals[i]?.slot ?? 0] ?? 0;
  }
  state.historyRows += 1;
}
