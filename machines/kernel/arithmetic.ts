// Sums, products and the closed list of functions of the expression language, as closures.
import type { Expression } from '../scenario/condition';
import type { Book } from './book';
import { paceOf, settled } from './compiled';
import type { Compiled, NumberOf } from './compiled';

/** Two numbers with an operator between; constants are folded into the closure. */
export function arithmetic(
  by: '+' | '-' | '*' | '/',
  left: Compiled<NumberOf>,
  right: Compiled<NumberOf>,
  book: Book,
): Compiled<NumberOf> {
  const pace = paceOf(left, right);
  const a = pace === 2 ? settled(left, book) : left.run;
  const b = pace === 2 ? settled(right, book) : right.run;
  if (right.constant !== undefined) {
    const k = right.constant;
    if (by === '+') return { run: (s) => a(s) + k, pace };
    if (by === '-') return { run: (s) => a(s) - k, pace };
    if (by === '*') return { run: (s) => a(s) * k, pace };
    return { run: (s) => a(s) / k, pace };
  }
  if (left.constant !== undefined) {
    const k = left.constant;
    if (by === '+') return { run: (s) => k + b(s), pace };
    if (by === '-') return { run: (s) => k - b(s), pace };
    if (by === '*') return { run: (s) => k * b(s), pace };
    return { run: (s) => k / b(s), pace };
  }
  if (by === '+') return { run: (s) => a(s) + b(s), pace };
  if (by === '-') return { run: (s) => a(s) - b(s), pace };
  if (by === '*') return { run: (s) => a(s) * b(s), pace };
  return { run: (s) => a(s) / b(s), pace };
}

/** A function of the language over its arguments. */
export function call(
  name: Extract<Expression, { op: 'call' }>['name'],
  of: readonly Compiled<NumberOf>[],
  book: Book,
): Compiled<NumberOf> {
  const pace = paceOf(...of);
  const parts = pace === 2 ? of.map((one) => settled(one, book)) : of.map((one) => one.run);
  const [a = () => 0, b = () => 0, c = () => 0] = parts;
  switch (name) {
    case 'min':
      if (parts.length === 2) return { run: (s) => Math.min(a(s), b(s)), pace };
      return { run: (s) => parts.reduce((least, part) => Math.min(least, part(s)), Infinity), pace };
    case 'max':
      if (parts.length === 2) return { run: (s) => Math.max(a(s), b(s)), pace };
      return { run: (s) => parts.reduce((most, part) => Math.max(most, part(s)), -Infinity), pace };
    case 'abs':
      return { run: (s) => Math.abs(a(s)), pace };
    case 'round':
      return { run: (s) => Math.round(a(s)), pace };
    case 'floor':
      return { run: (s) => Math.floor(a(s)), pace };
    case 'exp':
      return { run: (s) => Math.exp(a(s)), pace };
    case 'log10':
      return { run: (s) => Math.log10(a(s)), pace };
    case 'sqrt':
      return { run: (s) => Math.sqrt(a(s)), pace };
    case 'pow':
      return { run: (s) => a(s) ** b(s), pace };
    case 'between':
      return { run: (s) => Math.max(a(s), Math.min(c(s), b(s))), pace };
    case 'emax':
      return {
        run: (s) => {
          const x = a(s);
          return x <= 0 ? 0 : (b(s) * x) / (x + c(s));
        },
        pace,
      };
    case 'curve':
      return { run: (s) => curve(parts.map((part) => part(s))), pace };
  }
}

/** Piecewise linear through (x0, y0), (x1, y1) …, flat outside. */
function curve(numbers: readonly number[]): number {
  const [x = 0, ...points] = numbers;
  let beforeX = points[0] ?? 0;
  let beforeY = points[1] ?? 0;
  if (x <= beforeX) return beforeY;
  for (let i = 2; i + 1 < points.length; i += 2) {
    const nextX = points[i] ?? 0;
    const nextY = points[i + 1] ?? 0;
    if (x <= nextX) return beforeY + ((nextY - beforeY) * (x - beforeX)) / (nextX - beforeX);
    beforeX = nextX;
    beforeY = nextY;
  }
  return beforeY;
}
