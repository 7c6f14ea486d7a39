// Top-level conditions and numbers, ready to be asked at every tick.
import type { Condition, Expression } from '../scenario/condition';
import type { Book } from './book';
import { compileCondition } from './compile-condition';
import { compileExpression } from './compile-expression';
import { settled, settledTest } from './compiled';
import type { Compiled, NumberOf, Test } from './compiled';

export type { NumberOf, Test } from './compiled';

/** A top-level number, ready for the tick. */
export function numberOf(expression: Expression, book: Book): NumberOf {
  return settled(compileExpression(expression, book), book);
}

/** A top-level condition, ready for the tick. */
export function testOf(condition: Condition, book: Book): Test {
  return settledTest(compileCondition(condition, book), book);
}

/** The same, with its pace, for watchers that need no look at quiet ticks. */
export function pacedTest(condition: Condition, book: Book): Compiled<Test> {
  const compiled = compileCondition(condition, book);
  return { run: settledTest(compiled, book), pace: compiled.pace };
}
