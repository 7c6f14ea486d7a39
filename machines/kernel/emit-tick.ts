// Writes the program of a tick: quantities, spans, turns, events, checkpoints, the monitor; it stops wherever something changes.
import type { Condition } from '../scenario/condition';
import type { Scenario } from '../scenario/scenario';
import type { Book } from './book';
import { branch, tickTest } from './emit-condition';
import { updateOf } from './emit-quantity';
import type { Factor } from './emit-quantity';
import { Program } from './program';
import { CLOCK } from './registers';

/** What a stop of the tick is about; `which` says which one. */
export const STOP = { end: 0, turn: 1, event: 2, checkpoint: 3, seen: 4, alarm: 5, watch: 6 } as const;
/** A turn's stop carries region and turn in one number. */
export const TURNS = 4096;

export interface TickPrograms {
  readonly tick: Program;
  /** derived quantities that no tick needs */
  readonly onDemand: Program;
  readonly factors: readonly Factor[];
}

/** Writes the tick of a scenario. `needed`: quantities of every tick; `pushed`: those that some effect acts on. */
export function emitTick(
  scenario: Scenario,
  book: Book,
  needed: ReadonlySet<string>,
  pushed: ReadonlySet<string>,
): TickPrograms {
  const tick = book.add(new Program(book.layout));
  const onDemand = book.add(new Program(book.layout));
  const factors: Factor[] = [];
  for (const block of ['q', 'last', 'push'] as const) book.layout.reserve(block, scenario.quantities.length);
  for (const quantity of scenario.quantities) {
    const program = needed.has(quantity.id) ? tick : onDemand;
    updateOf(quantity, {
      program,
      book,
      base: scenario.tick.base / 60,
      pushed: pushed.has(quantity.id),
      factors,
    });
  }
  onDemand.emit('stop', STOP.end, 0);
  spans(tick, book);
  for (const region of scenario.regions.keys()) turns(region, scenario, tick, book);
  events(scenario, tick, book);
  checkpoints(scenario, tick, book);
  monitor(scenario, tick, book);
  tick.emit('stop', STOP.end, 0);
  return { tick, onDemand, factors };
}

/** Seconds that conditions have held, shares of a span, and the times since when a watched condition holds. */
function spans(tick: Program, book: Book): void {
  const { layout } = book;
  const seconds = layout.at('clock', CLOCK.seconds);
  const now = layout.at('clock', CLOCK.now);
  // Trackers may name further ones, so these lists grow while they are written.
  for (let i = 0; i < book.held.length; i += 1) {
    const of = book.held[i];
    if (!of) continue;
    const held = layout.at('held', i);
    const broken = tick.label();
    const end = tick.label();
    branch(of, broken, false, tick, book, true);
    tick.emit('add', held, held, seconds);
    tick.jump('jump', 0, 0, end);
    tick.place(broken);
    tick.emit('move', held, layout.constant(0));
    tick.place(end);
    tick.bind(broken);
    tick.bind(end);
  }
  for (let i = 0; i < book.shares.length; i += 1) {
    const share = book.shares[i];
    if (!share) continue;
    const end = tick.label();
    tick.jump('if <', now, layout.constant(share.from), end);
    tick.jump('if >=', now, layout.constant(share.to), end);
    tick.emit('add', layout.at('shareAll', i), layout.at('shareAll', i), seconds);
    branch(share.of, end, false, tick, book, true);
    tick.emit('add', layout.at('shareTrue', i), layout.at('shareTrue', i), seconds);
    tick.place(end);
    tick.bind(end);
  }
  for (let i = 0; i < book.watches.length; i += 1) {
    const of = book.watches[i];
    if (of) onChange(of, layout.at('watch', i), STOP.watch, i, tick, book);
  }
}

/** Stops when the condition is not what the register says; whoever handles the stop sets the register. */
function onChange(
  of: Condition,
  known: number,
  what: number,
  which: number,
  tick: Program,
  book: Book,
): void {
  const end = tick.label();
  tick.jump('if =', tickTest(of, tick, book), known, end);
  tick.emit('stop', what, which);
  tick.place(end);
  tick.bind(end);
}

/** In the present stage of a region, the first turn whose condition holds; one to that stage itself changes nothing. */
function turns(index: number, scenario: Scenario, tick: Program, book: Book): void {
  const region = scenario.regions[index];
  if (!region) return;
  const end = tick.label();
  const stage = book.layout.at('stage', index);
  const starts = region.stages.map(() => tick.label());
  tick.emit('switch', stage);
  for (const start of starts) tick.jump('row', 0, 0, start);
  for (const [number, from] of region.stages.entries()) {
    const start = starts[number];
    if (start) tick.place(start);
    for (const [which, turn] of region.turns.entries()) {
      const judged =
        turn.on === undefined &&
        turn.after === undefined &&
        (turn.from === undefined || turn.from.includes(from.id));
      if (from.ends || !judged) continue;
      const next = tick.label();
      branch(turn.when, next, false, tick, book, true);
      if (turn.to !== from.id) tick.emit('stop', STOP.turn, index * TURNS + which);
      tick.jump('jump', 0, 0, end);
      tick.place(next);
      tick.bind(next);
    }
    tick.jump('jump', 0, 0, end);
  }
  for (const start of starts) tick.bind(start);
  tick.place(end);
  tick.bind(end);
}

function events(scenario: Scenario, tick: Program, book: Book): void {
  for (const [index, event] of scenario.events.entries()) {
    if (!event.on) onChange(event.when, book.layout.at('open', index), STOP.event, index, tick, book);
  }
  book.layout.reserve('open', scenario.events.length);
}

function checkpoints(scenario: Scenario, tick: Program, book: Book): void {
  for (const [index, checkpoint] of scenario.checkpoints.entries()) {
    const end = tick.label();
    tick.jump('if !=', book.layout.at('asked', index), book.layout.constant(0), end);
    branch(checkpoint.opens, end, false, tick, book, true);
    tick.emit('stop', STOP.checkpoint, index);
    tick.place(end);
    tick.bind(end);
  }
}

/** What is on the monitor, and which of it is beyond its limits. */
function monitor(scenario: Scenario, tick: Program, book: Book): void {
  const { layout } = book;
  let index = 0;
  for (const quantity of scenario.quantities) {
    const { vital } = quantity;
    if (!vital) continue;
    const seen = layout.at('seen', index);
    const alarm = layout.at('alarm', index);
    onChange(vital.seen, seen, STOP.seen, index, tick, book);
    const { alarmLow, alarmHigh } = vital;
    if (alarmLow !== undefined || alarmHigh !== undefined) {
      const end = tick.label();
      const value = layout.at('q', book.slot(quantity.id));
      const side = tick.scratch();
      const judged = tick.label();
      tick.emit('move', side, layout.constant(0));
      tick.jump('if =', seen, layout.constant(0), judged);
      for (const [op, bound, mark] of [
        ['unless <', alarmLow, -1],
        ['unless >', alarmHigh, 1],
      ] as const) {
        if (bound === undefined) continue;
        const within = tick.label();
        tick.jump(op, value, layout.constant(bound), within);
        tick.emit('move', side, layout.constant(mark));
        tick.place(within);
        tick.bind(within);
      }
      tick.place(judged);
      tick.bind(judged);
      tick.jump('if =', side, alarm, end);
      tick.emit('stop', STOP.alarm, index);
      tick.place(end);
      tick.bind(end);
    }
    index += 1;
  }
}
