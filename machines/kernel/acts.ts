// What happens at one instant: events enter the books, turn stages of the patient, and are offered again when a stage has changed.
import { turnType } from '../machine/encounter-machine';
import type { Place } from '../machine/remembered';
import type { PlayableEvent, PlayableRegion, PlayableTurn } from '../playable';
import type { EventKind } from '../scenario/condition';
import { interrupt, write } from './chart';
import { setClock } from './compile';
import { schedule } from './queue';
import { run } from './run';
import type { State } from './state';

/** An event of this instant that may still turn a stage; each acts once in each region. */
interface Act {
  readonly event: number;
  readonly regions: Set<number>;
}

/** The acts of one instant, in the order in which they came. */
export class Instant {
  readonly #acts: Act[] = [];
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  /** Enters an event into the books and lets it act; what is the same as another item happens to both. */
  emit(kind: EventKind, item: string, sequence: number): void {
    this.#book(kind, item, sequence);
    const stroke = item.indexOf('/');
    const id = stroke < 0 ? item : item.slice(0, stroke);
    const other = this.#state.playable.scenario.sameAs?.[id];
    if (other !== undefined) this.#book(kind, stroke < 0 ? other : other + item.slice(stroke), sequence);
  }

  /** Then offers again what found nothing to change before. */
  #book(kind: EventKind, item: string, sequence: number): void {
    const state = this.#state;
    state.dirty = true;
    const event = state.playable.book.eventIndex.get(`${kind} ${item}`);
    if (event === undefined) return;
    const occurrence = { at: state.now, sequence, item };
    state.counts[event] = (state.counts[event] ?? 0) + 1;
    state.occurrences[event]?.push(occurrence);
    refresh(state);
    state.playable.book.whiles.forEach((tracker, index) => {
      if (tracker.events.has(event) && tracker.test(state)) {
        state.whiles[index]?.push(occurrence);
        state.dirty = true;
      }
    });
    const act: Act = { event, regions: new Set() };
    this.#acts.push(act);
    if (this.#offer(act)) this.#offerAgain();
    for (const [index, caseEvent] of state.playable.caseEvents.entries()) {
      refresh(state);
      if (caseEvent.on?.has(event) && caseEvent.test(state)) befall(state, caseEvent, index, this);
    }
  }

  /** Turns after a time whose time has come, longest due first; zero-length stages are passed through here. */
  timers(): void {
    if (!this.#state.playable.hasTimers) return;
    let turned = true;
    // A case whose zero-length stages turn in a circle would never end; the compiler warns, and here it stops.
    for (let round = 0; turned && round < 100; round += 1) {
      turned = false;
      for (const [index, region] of this.#state.playable.regions.entries()) {
        const timer = dueTimer(this.#state, region, index);
        if (timer && turnStage(this.#state, region, index, timer)) turned = true;
      }
      if (turned) this.#offerAgain();
    }
  }

  #offer(act: Act): boolean {
    const state = this.#state;
    let changed = false;
    for (const [index, region] of state.playable.regions.entries()) {
      if (act.regions.has(index)) continue;
      for (const turn of region.events) {
        if (!turn.on?.has(act.event) || !mayLeave(state, region, index, turn)) continue;
        refresh(state);
        if (!turn.test(state)) continue;
        act.regions.add(index);
        if (turnStage(state, region, index, turn)) changed = true;
        break;
      }
    }
    if (changed) this.timers();
    return changed;
  }

  #offerAgain(): void {
    for (let round = 0; round < 100; round += 1) {
      if (!this.#acts.some((act) => this.#offer(act))) return;
    }
  }
}

// Programs that only compute stop at their end, so what they leave here is never read.
const HALT = { what: 0, which: 0, next: 0 };

/** Recomputes what changes only when something happens. */
export function refresh(state: State): void {
  if (!state.dirty) return;
  state.dirty = false;
  setClock(state);
  run(state.playable.book.refreshing.code, 0, state, HALT);
}

/** Computes the derived quantities that no tick needs, before somebody looks at them. */
export function lookUp(state: State): void {
  refresh(state);
  setClock(state);
  run(state.playable.onDemand.code, 0, state, HALT);
}

/** Whether the region is in a stage that this turn may leave. */
export function mayLeave(state: State, region: PlayableRegion, index: number, turn: PlayableTurn): boolean {
  const stage = state.stage[index] ?? 0;
  if (region.stages[stage]?.ends) return false;
  return turn.from === null || turn.from.includes(stage);
}

function dueTimer(state: State, region: PlayableRegion, index: number): PlayableTurn | null {
  for (const turn of region.timers) {
    if (!mayLeave(state, region, index, turn)) continue;
    if ((state.entered[index] ?? 0) + (turn.turn.after ?? 0) > state.now) continue;
    refresh(state);
    if (turn.test(state)) return turn;
  }
  return null;
}

/** The second at which the first turn after a time falls due that a present stage has, later than `after`; Infinity when none does. */
export function nextTimer(state: State, after: number): number {
  let next = Infinity;
  for (const [index, region] of state.playable.regions.entries()) {
    for (const turn of region.timers) {
      if (!mayLeave(state, region, index, turn)) continue;
      const at = (state.entered[index] ?? 0) + (turn.turn.after ?? 0);
      if (at > after && at < next) next = at;
    }
  }
  return next;
}

/** The machine is in this state now. */
export function moveTo(state: State, place: Place): void {
  state.place = place;
  state.phase = place.phase;
}

/** Sends the turn through the machine; true when the machine took it. Entering a stage tells its look and restarts its timers. */
export function turnStage(state: State, region: PlayableRegion, index: number, turn: PlayableTurn): boolean {
  refresh(state);
  const { place, taken } = state.place.after(turnType(region.id, turn.turn.id), turn.test(state));
  if (!taken) return false;
  moveTo(state, place);
  for (const one of turn.sets) state.q[one.slot] = one.to(state);
  if (turn.turn.text) write(state, 'event', { text: turn.turn.text });
  enterStage(state, region, index, turn.to);
  return true;
}

/** Books the entry into a stage. */
export function enterStage(state: State, region: PlayableRegion, index: number, stage: number): void {
  const entered = region.stages[stage];
  state.stage[index] = stage;
  state.entered[index] = state.now;
  state.stageSpans[index]?.push({ stage, from: state.now });
  const entries = state.entries[index];
  if (entries) entries[stage] = (entries[stage] ?? 0) + 1;
  state.dirty = true;
  if (state.playable.hasTimers) state.timerAt = nextTimer(state, -1);
  if (!entered) return;
  if (entered.look)
    write(state, region.region.shown ? 'location' : 'look', {
      text: entered.look,
      title: region.region.shown ? entered.label : null,
    });
  else if (region.region.shown) write(state, 'location', { title: entered.label });
  if (entered.ends) interrupt(state, 'ended', entered.id);
  else if (entered.interrupts && (entered.look || region.region.shown))
    interrupt(state, 'patient', entered.look ?? entered.label);
}

/** A case event befalls the patient: effects, settings, words. */
export function befall(state: State, one: PlayableEvent, index: number, instant: Instant): void {
  if (!one.event.repeats && (state.eventFired[index] ?? 0) > 0) return;
  state.eventFired[index] = 1;
  for (const effect of one.event.effects) {
    schedule(state, state.now + effect.onset, {
      kind: 'onset',
      effect,
      order: null,
      slot: state.playable.book.slot(effect.quantity),
    });
  }
  for (const set of one.sets) state.q[set.slot] = set.to(state);
  if (one.event.text) write(state, 'event', { text: one.event.text, figure: one.event.figure ?? null });
  if (one.event.interrupts) interrupt(state, 'event', one.event.id);
  instant.emit('happened', one.event.id, state.sequence);
}
