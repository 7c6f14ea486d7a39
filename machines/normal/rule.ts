// Works out a rule of the catalogue ("haematocrit is three times haemoglobin") from the values of one sample.
import type { Condition, Expression } from '../scenario/condition';

/** Value of a name in a rule; NaN where it has none. */
export type Lookup = (name: string) => number;

/** The number that a rule comes to; NaN where a value is missing or the form is none of a rule's. */
export function evaluate(of: Expression, value: Lookup): number {
  switch (of.op) {
    case 'number':
      return of.value;
    case 'quantity':
      return value(of.id);
    case 'weight':
      return value('weight');
    case 'negate':
      return -evaluate(of.of, value);
    case 'arithmetic':
      return arithmetic(of.by, evaluate(of.left, value), evaluate(of.right, value));
    case 'if':
      return evaluate(holds(of.when, value) ? of.yes : of.no, value);
    case 'call':
      return call(
        of.name,
        of.of.map((one) => evaluate(one, value)),
      );
    default:
      return Number.NaN;
  }
}

/** Whether a condition of a rule holds; only comparisons and their combinations stand in rules. */
function holds(of: Condition, value: Lookup): boolean {
  switch (of.op) {
    case 'always':
      return true;
    case 'and':
      return of.of.every((one) => holds(one, value));
    case 'or':
      return of.of.some((one) => holds(one, value));
    case 'not':
      return !holds(of.of, value);
    case 'compare':
      return compare(of.by, evaluate(of.left, value), evaluate(of.right, value));
    default:
      return false;
  }
}

function compare(by: Extract<Condition, { op: 'compare' }>['by'], left: number, right: number): boolean {
  switch (by) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '=':
      return left === right;
    case '!=':
      return left !== right;
  }
}

function arithmetic(
  by: Extract<Expression, { op: 'arithmetic' }>['by'],
  left: number,
  right: number,
): number {
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

function call(name: Extract<Expression, { op: 'call' }>['name'], of: readonly number[]): number {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = of;
  switch (name) {
    case 'min':
      return Math.min(...of);
    case 'max':
      return Math.max(...of);
    case 'abs':
      return Math.abs(a);
    case 'round':
      return Math.round(a);
    case 'floor':
      return Math.floor(a);
    case 'exp':
      return Math.exp(a);
    case 'log10':
      return Math.log10(a);
    case 'sqrt':
      return Math.sqrt(a);
    case 'pow':
      return a ** b;
    case 'between':
      return Math.min(Math.max(a, b), c);
    case 'emax':
      return (b * a) / (a + c);
    case 'curve':
      return curve(a, of.slice(1));
  }
}

/** Piecewise linear through `x0, y0, x1, y1, …`, flat outside. */
function curve(x: number, points: readonly number[]): number {
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x0 = 0, y0 = 0, x1, y1 = 0] = points.slice(i, i + 4);
    if (x <= x0 || x1 === undefined) return y0;
    if (x < x1) return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
  }
  return Number.NaN;
}
