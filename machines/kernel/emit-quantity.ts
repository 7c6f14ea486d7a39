// Writes the update of a level or vital: each regime of the scenario as instructions, the first that holds is applied.
import type { Quantity, Regime } from '../scenario/scenario';
import type { Book } from './book';
import { branch } from './emit-condition';
import { tickNumber } from './emit-expression';
import type { Program } from './program';
import { CLOCK } from './registers';
import type { Register } from './registers';

/** A register that depends on the length of the tick: how it is computed from the minutes of a tick. */
export interface Factor {
  readonly slot: number;
  readonly of: (minutes: number) => number;
}

/** What a quantity is written with. `base`: minutes of the case's base tick; `pushed`: some effect acts on it. */
export interface Writing {
  readonly program: Program;
  readonly book: Book;
  readonly base: number;
  readonly pushed: boolean;
  readonly factors: Factor[];
}

/** Writes the update of one quantity for one tick. */
export function updateOf(quantity: Quantity, writing: Writing): void {
  const { program, book } = writing;
  const slot = book.layout.at('q', book.slot(quantity.id));
  const end = program.label();
  for (const regime of quantity.regimes) {
    const next = program.label();
    if (regime.when) branch(regime.when, next, false, program, book, true);
    const value = apply(regime, slot, writing);
    clamp(slot, value, quantity.least, quantity.most, writing);
    if (regime.when) program.jump('jump', 0, 0, end);
    program.place(next);
    program.bind(next);
    if (!regime.when) break;
  }
  program.place(end);
  program.bind(end);
}

/** The value that the regime leads to, in a register. */
function apply(regime: Regime, slot: Register, writing: Writing): Register {
  const { program, book } = writing;
  const to = program.scratch();
  switch (regime.kind) {
    case 'is': {
      const value = tickNumber(regime.value, program, book);
      return pushedValue(value, slot, to, writing);
    }
    case 'rises': {
      const rate = tickNumber(regime.perMinute, program, book);
      program.emit('multiply', to, rate, book.layout.at('clock', CLOCK.minutes));
      program.emit('add', to, slot, to);
      return to;
    }
    case 'decays': {
      const { minutes } = regime;
      program.emit(
        'multiply',
        to,
        slot,
        factor(writing, (dt) => Math.exp(-dt / minutes)),
      );
      return to;
    }
    case 'towards': {
      const goal = program.scratch();
      const target = tickNumber(regime.target, program, book);
      clamp(goal, pushedValue(target, slot, to, writing), regime.least, regime.most, writing);
      program.emit('subtract', goal, goal, slot);
      program.emit('divide', goal, goal, factor(writing, slowness(regime.lag, writing.base)));
      program.emit('add', to, slot, goal);
      return to;
    }
  }
}

/**
 * How many times the distance to the target exceeds what one tick goes of it. A longer tick goes as far as the base
 * ticks it stands for would have gone towards a target at rest.
 */
function slowness(lag: number, base: number): (minutes: number) => number {
  const share = Math.max(0, 1 - base / lag);
  return (minutes) => (minutes === base && lag >= base ? lag / base : 1 / (1 - share ** (minutes / base)));
}

function pushedValue(
  value: Register,
  slot: Register,
  to: Register,
  { program, book, pushed }: Writing,
): Register {
  if (!pushed) return value;
  program.emit('add', to, value, book.layout.at('push', slot % 2 ** 20));
  return to;
}

function factor({ factors, book }: Writing, of: Factor['of']): Register {
  const slot = book.layout.next('factor');
  factors.push({ slot: factors.length, of });
  return slot;
}

function clamp(
  to: Register,
  value: Register,
  least: number | undefined,
  most: number | undefined,
  { program, book }: Writing,
): void {
  if (least === undefined && most === undefined) {
    program.emit('move', to, value);
    return;
  }
  let from = value;
  if (most !== undefined) {
    program.emit('min', to, from, book.layout.constant(most));
    from = to;
  }
  if (least !== undefined) program.emit('max', to, from, book.layout.constant(least));
}
