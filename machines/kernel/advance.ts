// Moves patient time: what is due at its own second, ticks on their grid, until a second is reached or something ends the wait.
import { Instant, lookUp, nextTimer } from './acts';
import { write } from './chart';
import { phaseReached, report, startOrder } from './orders';
import { beginEffect, giveDose, runningOf, setRate, stopTreatment } from './treatments';
import type { Due, State } from './state';
import { tick } from './tick';

/** What ends an advance early: nothing but the end of the bedside, anything that interrupts a wait, or also any report. */
export type Stop = 'end' | 'interruption' | 'result';

/** Moves patient time to the second `to`, or to an earlier one where it was stopped. Never backwards. */
export function advance(state: State, to: number, stop: Stop): void {
  const { queue } = state;
  const before = state.interruptions.length;
  for (;;) {
    const due = queue[0]?.at ?? Infinity;
    // A turn whose second has passed while its condition failed is looked at again at every instant from then on.
    const overdue = state.timerAt <= state.now;
    const timer = overdue ? nextTimer(state, state.now) : state.timerAt;
    const next = Math.min(state.nextTick, due, timer);
    if (next > to) {
      state.now = Math.max(state.now, to);
      return;
    }
    state.now = Math.max(state.now, next);
    const reports = state.reports;
    if (overdue || state.timerAt <= state.now || due <= state.now) settle(state);
    if (state.nextTick <= state.now && state.phase === 'bedside')
      tick(state, quietUntil(state, to, due, timer));
    if (state.phase !== 'bedside') return;
    if (stop !== 'end' && state.interruptions.length > before) return;
    if (stop === 'result' && state.reports > reports) return;
  }
}

/** The last second up to which ticks may follow each other unlooked at: nothing falls due, no effect ends before the next. */
function quietUntil(state: State, to: number, due: number, timer: number): number {
  let until = to;
  const head = state.queue[0]?.at ?? due;
  if (head - 1 < until) until = head - 1;
  if (timer - 1 < until) until = timer - 1;
  if (state.timerAt - 1 < until) until = state.timerAt - 1;
  for (const effect of state.effects) if (effect.until - 1 < until) until = effect.until - 1;
  return Math.max(until, state.now);
}

/** Does what is due by the present second: turns after a time first, then the queue in its order. */
export function settle(state: State): void {
  lookUp(state);
  const instant = new Instant(state);
  instant.timers();
  for (;;) {
    const head = state.queue[0];
    if (!head || head.at > state.now) return;
    state.queue.shift();
    run(state, head.due, instant);
    instant.timers();
  }
}

function run(state: State, due: Due, instant: Instant): void {
  switch (due.kind) {
    case 'start':
      startOrder(state, due.order, instant);
      return;
    case 'phase':
      phaseReached(state, due.order, due.phase, due.text, instant);
      return;
    case 'report':
      report(state, due, instant);
      return;
    case 'onset':
      beginEffect(state, due.effect, due.order, due.slot);
      return;
    case 'rate': {
      const running = runningOf(state, due.item.id);
      if (!running) return;
      setRate(state, running, due.rate);
      write(state, 'treatment', {
        item: due.item.id,
        code: 'changed',
        request: due.order.request,
        sequence: due.order.sequence,
      });
      return;
    }
    case 'dose':
      giveDose(state, due.running);
      return;
    case 'stop': {
      const running = due.running ?? runningOf(state, due.item.id);
      if (!running) return;
      const ordered = due.order.request.action === 'hold' ? 'held' : 'stopped';
      stopTreatment(state, running, due.order.sequence, instant, due.running ? 'ran-out' : ordered);
      return;
    }
    case 'end':
      instant.emit('done', due.order.item.id, due.order.sequence);
  }
}
