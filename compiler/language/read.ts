// The door of the case language: reads conditions, expressions, events, times, amounts, rates, assignments and effects, and says what is wrong with them.
import type { Condition, EventRef, Expression } from '#machines/scenario/condition';
import type { Effect } from '#machines/scenario/item';
import type { Assignment } from '#machines/scenario/scenario';
import { conditionOf } from './check-condition';
import { expressionOf } from './check-expression';
import { effectOf, quantityOf } from './effects';
import { target } from './measure';
import { measureOf } from './measure-of';
import { type Desk, eventOfNode } from './names';
import { Problems, type Reading } from './problem';
import type { Scope } from './scope';
import { secondsOf } from './span';
import { treeOf } from './syntax';
import type { ExpressionNode } from './tree';
import { compose, factor, isKnownUnit, plain } from './units';

export { nearest } from './problem';
export type { Problem, Reading } from './problem';

/** A scope without names, for what needs none. */
const NOTHING: Scope = {
  items: new Map(),
  classes: new Map(),
  sets: new Map(),
  quantities: new Map(),
  measures: new Set(),
  regions: new Map(),
  events: new Set(),
  variants: new Map(),
  checkpoints: new Map(),
  diagnoses: new Set(),
  attributes: new Set(),
  weight: 1,
};

function reading<Tree, T>(
  scope: Scope,
  tree: (problems: Problems) => Tree | null,
  check: (desk: Desk, tree: Tree) => T | null,
): Reading<T> {
  const problems = new Problems();
  const found = tree(problems);
  const value = found === null ? null : check({ scope, problems }, found);
  return { value: problems.failed ? null : value, problems: problems.all };
}

/** Reads a condition: `given class:vasopressor within 60 min and map >= 65`. */
export function readCondition(text: string, scope: Scope): Reading<Condition> {
  return reading(scope, (problems) => treeOf(text, 'WholeCondition', problems, scope), conditionOf);
}

/** Reads a number expression. With `unit` the result is in that unit and amounts are converted to it; without, in the unit of its parts (times in minutes). */
export function readExpression(text: string, scope: Scope, unit?: string): Reading<Expression> {
  return reading(
    scope,
    (problems) => treeOf(text, 'WholeExpression', problems, scope),
    (desk, node) => expressionOf(desk, node, wanted(desk, node, unit)),
  );
}

function wanted(desk: Desk, node: ExpressionNode, unit: string | undefined): string | null {
  return unit === undefined || plain(unit) ? target(measureOf(desk, node)) : unit;
}

/** Reads the event of an `on=`: `given treat:x`, or bare `treat:x` (given), `ask:x` (asked), `procedure:x/pus-out` (reached), an event's id (happened), else done. */
export function readEvent(text: string, scope: Scope): Reading<EventRef> {
  return reading(scope, (problems) => treeOf(text, 'WholeEvent', problems, scope), eventOfNode);
}

/** Reads a time with its unit (`15 min`, `-15 min`) in seconds. */
export function readDuration(text: string): Reading<number> {
  return reading(
    NOTHING,
    (problems) => treeOf(text, 'WholeAmount', problems, NOTHING),
    (desk, node) => secondsOf(desk, node),
  );
}

/** Reads a number with or without a unit; a unit that is not known is an error. */
export function readQuantity(text: string): Reading<{ value: number; unit: string | null }> {
  return reading(
    NOTHING,
    (problems) => treeOf(text, 'WholeAmount', problems, NOTHING),
    (desk, node) => {
      if (node.unit !== null && !isKnownUnit(node.unit)) {
        desk.problems.error(
          'unknown-unit',
          node,
          `"${node.unit}" is not a unit.`,
          'Use a unit such as mmHg, mL, mg, mcg/kg/min, min.',
        );
      }
      return { value: node.value, unit: node.unit };
    },
  );
}

/**
 * Reads how fast a quantity in `unit` changes, as an expression per minute: `3 mmHg/h` is converted; what has no unit, or
 * works out in `unit` itself (`65 - map`), is per minute already.
 */
export function readRate(text: string, unit: string, scope: Scope = NOTHING): Reading<Expression> {
  return reading(
    scope,
    (problems) => treeOf(text, 'WholeExpression', problems, scope),
    (desk, node) => {
      const own = measureOf(desk, node);
      if (own.unit === null || plain(unit)) return expressionOf(desk, node, target(own));
      const perMinute = compose(unit, '/', 'min');
      const already =
        own.firm &&
        factor(own.unit, perMinute, scope.weight) === null &&
        factor(own.unit, unit, scope.weight) !== null;
      return expressionOf(desk, node, already ? unit : perMinute);
    },
  );
}

/** Reads `map = 55, debt = 3600`; each value in the unit of its quantity. */
export function readAssignments(text: string, scope: Scope): Reading<readonly Assignment[]> {
  return reading(
    scope,
    (problems) => treeOf(text, 'WholeAssignments', problems, scope),
    (desk, nodes) =>
      nodes.flatMap((node) => {
        const unit = quantityOf(desk, node.quantity);
        const to = expressionOf(desk, node.to, unit ?? null);
        return unit === null || to === null ? [] : [{ quantity: node.quantity.name, to }];
      }),
  );
}

/** Reads `map -6 for 15 min, hr +10 while running, pain -2 for 45 min after 5 min when in shock`; without `for` or `while running` an effect lasts for ever. */
export function readEffects(text: string, scope: Scope): Reading<readonly Effect[]> {
  return reading(
    scope,
    (problems) => treeOf(text, 'WholeEffects', problems, scope),
    (desk, nodes) =>
      nodes.flatMap((node) => {
        const effect = effectOf(desk, node);
        return effect === null ? [] : [effect];
      }),
  );
}
