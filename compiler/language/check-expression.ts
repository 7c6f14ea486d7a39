// Turns an expression's tree into the number expression that the simulation reads: names resolved, every amount in the unit of what it stands beside.
import type { Expression } from '#machines/scenario/condition';
import { callOf } from './calls';
import { conditionOf } from './check-condition';
import { divide, fold } from './fold';
import { shared, target } from './measure';
import { measureOf, scaled } from './measure-of';
import { type Desk, eventOf } from './names';
import { didYouMean } from './problem';
import { windowOf } from './span';
import { regionOf, stageOf } from './stages';
import { requestedUnit, sumOf, sumUnit } from './sums';
import type { ConditionNode, ExpressionNode, Spot } from './tree';
import { COMMON_UNITS, compose, convert, factor, isKnownUnit, plain } from './units';

function mismatch(desk: Desk, spot: Spot, from: string, to: string): void {
  const bad = [from, to].find((unit) => !isKnownUnit(unit));
  if (bad !== undefined && bad === from) {
    desk.problems.error(
      'unknown-unit',
      spot,
      `"${bad}" is not a unit.`,
      didYouMean(
        bad,
        COMMON_UNITS,
        'Use a unit such as mmHg, mL, mg, mcg/kg/min, min. Put spaces around a name.',
      ),
    );
    return;
  }
  desk.problems.error(
    'unit-mismatch',
    spot,
    `An amount in ${from} stands where ${to} is needed.`,
    `Give it in ${to}, or compare it with something in ${from}. A factor without unit, such as \`1 *\`, sets a unit aside.`,
  );
}

/** The expression in the unit wanted; its own unit is `own`. */
export function inUnit(
  desk: Desk,
  spot: Spot,
  of: Expression,
  own: string | null,
  want: string | null,
): Expression {
  if (own === null || want === null || own === want || plain(want)) return of;
  const times = factor(own, want, desk.scope.weight);
  if (times === null) {
    mismatch(desk, spot, own, want);
    return of;
  }
  return times === 1 ? of : { op: 'arithmetic', by: '*', left: of, right: { op: 'number', value: times } };
}

function amount(
  desk: Desk,
  node: Extract<ExpressionNode, { is: 'amount' }>,
  want: string | null,
): Expression {
  const literal: Expression = { op: 'number', value: node.value };
  if (node.unit === null) return literal;
  if (want === null || plain(want)) {
    if (!isKnownUnit(node.unit)) mismatch(desk, node, node.unit, '');
    return literal;
  }
  const value = convert(node.value, node.unit, want, desk.scope.weight);
  if (value !== null) return { op: 'number', value };
  mismatch(desk, node, node.unit, want);
  return literal;
}

function named(desk: Desk, node: Extract<ExpressionNode, { is: 'name' }>): Expression | null {
  const { quantities, measures } = desk.scope;
  if (quantities.has(node.name)) return { op: 'quantity', id: node.name, last: node.last };
  if (measures.has(node.name) && !node.last) return { op: 'measure', id: node.name };
  const minus = node.name.split('-').every((part) => quantities.has(part) || /^\d+$/.test(part));
  desk.problems.error(
    'unknown-name',
    node,
    measures.has(node.name)
      ? `"${node.name}" is a measure, which has no last value.`
      : `There is no level, vital or measure "${node.name}".`,
    minus && node.name.includes('-')
      ? 'For a difference put spaces around the minus.'
      : didYouMean(
          node.name,
          [...quantities.keys(), ...measures, 'time', 'weight'],
          'Declare it in physiology.yaml.',
        ),
  );
  return null;
}

/** The expression, in `want` where that is given; null after a problem. Without `want`, in the unit of its own parts. */
export function expressionOf(desk: Desk, node: ExpressionNode, want: string | null): Expression | null {
  const own = (of: Expression | null, unit: string | null): Expression | null =>
    of === null ? null : inUnit(desk, node, of, plain(unit) ? null : unit, want);
  switch (node.is) {
    case 'amount':
      return amount(desk, node, want);
    case 'name':
      return own(named(desk, node), measureOf(desk, node).unit);
    case 'time':
      return own({ op: 'time' }, 'min');
    case 'weight':
      return own({ op: 'weight' }, 'kg');
    case 'since': {
      const of = conditionOf(desk, node.of);
      return own(of === null ? null : { op: 'since', of }, 'min');
    }
    case 'stage-time':
      return own(
        regionOf(desk, node.region) === null ? null : { op: 'stage-time', region: node.region.name },
        'min',
      );
    case 'entries': {
      const found = stageOf(desk, node.stage);
      return found === null ? null : { op: 'entries', ...found };
    }
    case 'sum':
      return own(sumOf(desk, node, node.of, node.refs), sumUnit(desk, node.of, node.refs));
    case 'requested':
      return own({ op: 'requested', of: node.of }, requestedUnit(desk, node.of));
    case 'count': {
      const event = eventOf(desk, node.kind, node.refs);
      return event === null ? null : { op: 'count', event, distinct: node.distinct };
    }
    case 'highest':
      return highest(desk, node);
    case 'negate': {
      const of = expressionOf(desk, node.of, want);
      return of === null
        ? null
        : of.op === 'number'
          ? { op: 'number', value: 0 - of.value }
          : { op: 'negate', of };
    }
    case 'arithmetic':
      return arithmetic(desk, node, want);
    case 'call':
      return callOf(desk, node, want, expressionOf, measureOf);
    case 'if': {
      const unit = want ?? target(measureOf(desk, node));
      const when = conditionOf(desk, node.when);
      const yes = expressionOf(desk, node.yes, unit);
      const no = expressionOf(desk, node.no, unit);
      return when === null || yes === null || no === null ? null : { op: 'if', when, yes, no };
    }
    case 'boolean':
      return boolean(desk, node, node.of);
  }
}

function highest(desk: Desk, node: Extract<ExpressionNode, { is: 'highest' }>): Expression | null {
  const event = eventOf(desk, node.kind, node.refs);
  const window =
    node.window === null ? null : windowOf(desk, node.window, (inner) => conditionOf(desk, inner));
  if (!desk.scope.attributes.has(node.attribute.name)) {
    desk.problems.error(
      'unknown-attribute',
      node.attribute,
      `There is no attribute "${node.attribute.name}".`,
      didYouMean(node.attribute.name, desk.scope.attributes, 'Attributes are declared in physiology.yaml.'),
    );
    return null;
  }
  if (event === null || (node.window !== null && window === null)) return null;
  return { op: 'highest', attribute: node.attribute.name, event, window };
}

function arithmetic(
  desk: Desk,
  node: Extract<ExpressionNode, { is: 'arithmetic' }>,
  want: string | null,
): Expression | null {
  const measure = measureOf(desk, node);
  const adds = node.by === '+' || node.by === '-';
  const unit = adds ? (want ?? target(measure)) : null;
  const carries = adds ? null : scaled(node);
  const sideUnit = (side: 'left' | 'right'): string | null => {
    if (adds) return unit;
    if (carries === side) return want ?? target(measure);
    return carries === null ? ownUnit(desk, node[side]) : null;
  };
  const left = expressionOf(desk, node.left, sideUnit('left'));
  const right = expressionOf(desk, node.right, sideUnit('right'));
  if (left === null || right === null) return null;
  if (node.by === '/' && !divide(desk, node.right, right)) return null;
  const whole = fold(node.by, left, right);
  if (adds || carries !== null) return whole;
  return measure.unit === null ? ratio(desk, node, whole) : inUnit(desk, node, whole, measure.unit, want);
}

/** Where units cancel, what is left of them: min in h leaves 1/60. */
function ratio(
  desk: Desk,
  node: Extract<ExpressionNode, { is: 'arithmetic' }>,
  whole: Expression,
): Expression {
  const left = ownUnit(desk, node.left);
  const right = ownUnit(desk, node.right);
  const rest =
    left === null || right === null || node.by === '+' || node.by === '-'
      ? 1
      : factor(compose(left, node.by, right), '1');
  return rest === null || rest === 1 ? whole : fold('*', whole, { op: 'number', value: rest });
}

/** Inside products each side keeps its own unit, so that the product's unit is true. */
function ownUnit(desk: Desk, node: ExpressionNode): string | null {
  return measureOf(desk, node).unit;
}

function boolean(desk: Desk, spot: Spot, of: ConditionNode): null {
  conditionOf(desk, of);
  desk.problems.error(
    'condition-as-number',
    spot,
    'This is a condition where a number belongs.',
    'Write `if … then 1 else 0`.',
  );
  return null;
}

/** Both sides of a comparison in one unit; null after a problem. */
export function buildSides(
  desk: Desk,
  node: { readonly left: ExpressionNode; readonly right: ExpressionNode },
): readonly [Expression, Expression] | null {
  const unit = target(shared([measureOf(desk, node.left), measureOf(desk, node.right)]));
  const left = expressionOf(desk, node.left, unit);
  const right = expressionOf(desk, node.right, unit);
  return left === null || right === null ? null : [left, right];
}
