// One tick of patient time: runs the scenario's program, and does what it stops for.
import { befall, Instant, refresh, turnStage } from './acts';
import { interrupt, write } from './chart';
import { setClock } from './compile';
import { STOP, TURNS } from './emit-tick';
import { CLOCK } from './registers';
import { MOST_TICKS } from './run-ticks';
import { run } from './run';
import type { Halt } from './run';
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

/**
 * Runs the tick due at the present second, and the ticks after it up to `until` as long as nothing happens in between.
 * What is due by now has been done before. Ends with the tick in which anything happened.
 */
export function tick(state: State, until: number): void {
  const { playable, registers, clock } = state;
  if (state.dirty || state.tickSeconds === 0) setLength(state, tickLength(state));
  const seconds = state.tickSeconds;
  if (state.effects.length > 0) endEffects(state);
  if (state.flows.length > 0) account(state, state.now + seconds);
  if (state.dirty) refresh(state);
  registers[clock + CLOCK.now] = state.now;
  registers[clock + CLOCK.time] = state.now / 60;
  if (playable.ticks) {
    const last = state.flows.length > 0 ? state.now : Math.min(until, state.now + (MOST_TICKS - 1) * seconds);
    let ran = playable.ticks.run(state, 0, last);
    while (ran.stop) {
      handle(state, ran.stop.what, ran.stop.which);
      ran = playable.ticks.run(state, ran.entry, state.now);
    }
  } else {
    interpret(state);
  }
  state.nextTick = state.now + seconds;
}

/** One tick by the interpreter, where there is no WebAssembly. */
export function interpret(state: State): void {
  state.last.set(state.q);
  const { code } = state.playable.tick;
  const halt: Halt = { what: STOP.end, which: 0, next: 0 };
  do {
    run(code, halt.next, state, halt);
    if (halt.what !== STOP.end) handle(state, halt.what, halt.which);
  } while (halt.what !== STOP.end);
  record(state);
}

/** Tells the registers how long ticks are from now on. */
function setLength(state: State, seconds: number): void {
  if (seconds === state.tickSeconds) return;
  const minutes = seconds / 60;
  state.tickSeconds = seconds;
  state.registers[state.clock + CLOCK.seconds] = seconds;
  state.registers[state.clock + CLOCK.minutes] = minutes;
  for (const { slot, of } of state.playable.factors) state.factors[slot] = of(minutes);
}

function handle(state: State, what: number, which: number): void {
  const { playable } = state;
  switch (what) {
    case STOP.turn: {
      const region = playable.regions[Math.floor(which / TURNS)];
      const turn = region?.turns[which % TURNS];
      if (region && turn) turnStage(state, region, Math.floor(which / TURNS), turn);
      break;
    }
    case STOP.event: {
      const one = playable.caseEvents[which];
      const holds = state.eventOpen[which] === 0;
      state.eventOpen[which] = holds ? 1 : 0;
      if (one && holds) befall(state, one, which, new Instant(state));
      break;
    }
    case STOP.checkpoint:
      openCheckpoint(state, which);
      break;
    case STOP.seen:
      state.seen[which] = state.seen[which] === 0 ? 1 : 0;
      if ((state.seenSince[which] ?? -1) < 0) state.seenSince[which] = state.now;
      break;
    case STOP.alarm:
      alarmChanged(state, which);
      break;
    default: {
      const holds = state.watching[which] === 0;
      state.watching[which] = holds ? 1 : 0;
      state.watches[which]?.push(state.now);
    }
  }
  refresh(state);
  setClock(state);
}

function openCheckpoint(state: State, index: number): void {
  const one = state.playable.checkpoints[index];
  state.asked[index] = 1;
  if (!one || (state.mode === 'assessed' && !one.checkpoint.assessed)) return;
  state.checkpointOpen[index] = state.now;
  write(state, 'checkpoint', { text: one.checkpoint.text, title: null, code: one.checkpoint.id });
  interrupt(state, 'checkpoint', one.checkpoint.id);
}

function alarmChanged(state: State, index: number): void {
  const vital = state.playable.vitals[index];
  if (!vital) return;
  const value = state.q[vital.slot] ?? 0;
  const side = state.seen[index] === 0 ? 0 : value < vital.low ? -1 : value > vital.high ? 1 : 0;
  state.alarm[index] = side;
  state.alarmSince[index] = state.now;
  // What is found out of limits at the first look is no news of the patient.
  if (side !== 0 && state.now > (state.seenSince[index] ?? 0)) interrupt(state, 'alarm', vital.quantity.id);
}

/** Writes the vitals down. */
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
