// Functions of expressions: how many arguments each takes, and which of them share a unit.
import { type Expression, FUNCTIONS, type FunctionName } from '#machines/scenario/condition';
import { type Measure, shared, target, UNKNOWN } from './measure';
import type { Desk } from './names';
import { didYouMean } from './problem';
import type { ExpressionNode } from './tree';

/** Arguments: at least, at most, and how they are written in a message. */
const ARGUMENTS: { readonly [name in FunctionName]: readonly [number, number, string] } = {
  min: [1, Infinity, 'min(a, b, …)'],
  max: [1, Infinity, 'max(a, b, …)'],
  abs: [1, 1, 'abs(x)'],
  round: [1, 1, 'round(x)'],
  floor: [1, 1, 'floor(x)'],
  exp: [1, 1, 'exp(x)'],
  log10: [1, 1, 'log10(x)'],
  sqrt: [1, 1, 'sqrt(x)'],
  pow: [2, 2, 'pow(x, power)'],
  between: [3, 3, 'between(lowest, x, highest)'],
  emax: [3, 3, 'emax(x, max, half)'],
  curve: [3, Infinity, 'curve(x, x0, y0, x1, y1, …)'],
};

function isFunction(name: string): name is FunctionName {
  return FUNCTIONS.some((known) => known === name);
}

/** Which arguments share the unit of the result, which share one among themselves, and which are bare. */
function group(name: string, index: number): 'result' | 'input' | 'bare' {
  switch (name) {
    case 'min':
    case 'max':
    case 'abs':
    case 'round':
    case 'floor':
    case 'between':
      return 'result';
    case 'emax':
      return index === 1 ? 'result' : 'input';
    case 'curve':
      return index > 0 && index % 2 === 0 ? 'result' : 'input';
    default:
      return 'bare';
  }
}

type MeasureOf = (desk: Desk, node: ExpressionNode) => Measure;

/** Unit of what the function gives. */
export function calledUnits(
  desk: Desk,
  name: string,
  of: readonly ExpressionNode[],
  measureOf: MeasureOf,
): Measure {
  const giving = of.filter((_, index) => group(name, index) === 'result');
  return giving.length === 0 ? UNKNOWN : shared(giving.map((node) => measureOf(desk, node)));
}

/** The call with its arguments in the units that belong together; null after a problem. */
export function callOf(
  desk: Desk,
  node: Extract<ExpressionNode, { is: 'call' }>,
  want: string | null,
  read: (desk: Desk, node: ExpressionNode, want: string | null) => Expression | null,
  measureOf: MeasureOf,
): Expression | null {
  const name = node.name.name;
  if (!isFunction(name)) {
    desk.problems.error(
      'unknown-function',
      node.name,
      `There is no function "${name}".`,
      didYouMean(name, FUNCTIONS, `There are: ${FUNCTIONS.join(', ')}.`),
    );
    return null;
  }
  const [least, most, form] = ARGUMENTS[name];
  const count = node.of.length;
  if (count < least || count > most || (name === 'curve' && count % 2 === 0)) {
    desk.problems.error(
      'argument-count',
      node,
      `\`${name}\` has ${count} argument${count === 1 ? '' : 's'} here.`,
      `It is written \`${form}\`.`,
    );
    return null;
  }
  const measures = node.of.map((one) => measureOf(desk, one));
  const unitOf = (which: 'result' | 'input'): string | null =>
    target(shared(measures.filter((_, index) => group(name, index) === which)));
  const units = { result: want ?? unitOf('result'), input: unitOf('input'), bare: null };
  const of = node.of.map((one, index) => read(desk, one, units[group(name, index)]));
  const good = of.flatMap((one) => (one === null ? [] : [one]));
  return good.length === count ? { op: 'call', name, of: good } : null;
}
