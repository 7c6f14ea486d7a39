// Plain arithmetic done once, when the case is compiled.
import type { Expression } from '#machines/scenario/condition';
import type { Desk } from './names';
import type { Spot } from './tree';

/** The operation, worked out where both sides are numbers and the result is one. */
export function fold(by: '+' | '-' | '*' | '/', left: Expression, right: Expression): Expression {
  if (left.op === 'number' && right.op === 'number') {
    const value = worked(by, left.value, right.value);
    if (Number.isFinite(value)) return { op: 'number', value };
  }
  return { op: 'arithmetic', by, left, right };
}

function worked(by: '+' | '-' | '*' | '/', left: number, right: number): number {
  switch (by) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
  }
}

/** False, with a problem, for a division by a plain zero. */
export function divide(desk: Desk, spot: Spot, right: Expression): boolean {
  if (right.op !== 'number' || right.value !== 0) return true;
  desk.problems.error('division-by-zero', spot, 'This divides by zero.', 'Divide by something else.');
  return false;
}
