// Conditions and numbers as functions of the state, each a small program; for everything that is judged now and then.
import type { Condition, Expression } from '../scenario/condition';
import type { Book } from './book';
import { test } from './emit-condition';
import { number } from './emit-expression';
import { Program } from './program';
import { CLOCK } from './registers';
import type { Register } from './registers';
import { run } from './run';
import type { State } from './state';

export type NumberOf = (state: State) => number;
export type Test = (state: State) => boolean;

function programOf(book: Book, write: (program: Program) => Register): NumberOf {
  const program = book.add(new Program(book.layout));
  program.emit('result', write(program));
  return (state) => {
    setClock(state);
    return run(program.code, 0, state, HALT);
  };
}

// Programs asked for one value never stop, so none of them writes here.
const HALT = { what: 0, which: 0, next: 0 };

/** Tells the registers what time it is and what the step being judged asks for. */
export function setClock(state: State): void {
  const { registers, clock, requested } = state;
  registers[clock + CLOCK.now] = state.now;
  registers[clock + CLOCK.time] = state.now / 60;
  registers[clock + CLOCK.rate] = requested.rate;
  registers[clock + CLOCK.dose] = requested.dose;
  registers[clock + CLOCK.volume] = requested.volume;
  registers[clock + CLOCK.length] = requested.minutes;
}

/** A number, computed when asked. */
export function numberOf(expression: Expression, book: Book): NumberOf {
  return programOf(book, (program) => number(expression, program, book, false));
}

/** A condition, judged when asked. */
export function testOf(condition: Condition, book: Book): Test {
  const value = programOf(book, (program) => test(condition, program, book, false));
  return (state) => value(state) === 1;
}
