// Turns a condition's tree into the condition that the simulation reads: names resolved, times in seconds, every problem reported at its place.
import type { Condition } from '#machines/scenario/condition';
import { buildSides, expressionOf } from './check-expression';
import { type Desk, eventOf, eventsOfEach, itemsOfAll } from './names';
import { didYouMean } from './problem';
import { clockOf, rangeOf, secondsOf, windowOf } from './span';
import { stagesOf } from './stages';
import type { ConditionNode, Quantifier, Spot } from './tree';

type Of<Is extends ConditionNode['is']> = Extract<ConditionNode, { readonly is: Is }>;

/** The condition, or null after a problem. */
export function conditionOf(desk: Desk, node: ConditionNode): Condition | null {
  const check = (inner: ConditionNode): Condition | null => conditionOf(desk, inner);
  switch (node.is) {
    case 'always':
    case 'never':
      return { op: node.is };
    case 'practice':
    case 'assessed':
      return { op: 'mode', mode: node.is };
    case 'logic': {
      const of = allOf(desk, node.of);
      return of === null ? null : { op: node.by, of };
    }
    case 'not': {
      const of = check(node.of);
      return of === null ? null : { op: 'not', of };
    }
    case 'event': {
      const event = node.kind === null ? null : eventOf(desk, node.kind, node.refs);
      return event === null ? null : { op: 'event', event };
    }
    case 'running': {
      const items = itemsOfAll(desk, node.refs);
      return items.length === 0 ? null : { op: 'running', items };
    }
    case 'in': {
      const found = stagesOf(desk, node.refs);
      return found === null ? null : { op: node.been ? 'been' : 'in', ...found };
    }
    case 'variant':
      return variant(desk, node);
    case 'clock': {
      const from = clockOf(desk, node.from);
      const to = clockOf(desk, node.to);
      return from === null || to === null ? null : { op: 'daytime', from, to };
    }
    case 'reasoned':
      return { op: 'reasoned', count: node.count };
    case 'each':
      return each(desk, node);
    case 'some': {
      const of = allOf(desk, node.of);
      return of === null ? null : counted(desk, node, node.how, of);
    }
    case 'times':
      return times(desk, node);
    case 'compare': {
      const sides = buildSides(desk, node);
      return sides === null ? null : { op: 'compare', left: sides[0], by: node.by, right: sides[1] };
    }
    case 'number':
      return number(desk, node);
    case 'held': {
      const of = check(node.of);
      const seconds = secondsOf(desk, node.amount);
      return of === null || seconds === null ? null : { op: 'held', of, seconds };
    }
    case 'share':
      return share(desk, node);
    case 'window': {
      const of = check(node.of);
      const window = windowOf(desk, node.window, check);
      if (of === null || window === null) return null;
      if (timeless(of)) {
        desk.problems.error(
          'window-on-nothing',
          node.window,
          'This window stands behind something that has no time.',
          'Put it behind an event, a state or a comparison.',
        );
      }
      return { op: 'window', of, window };
    }
    case 'while':
      return during(desk, node);
  }
}

function allOf(desk: Desk, nodes: readonly ConditionNode[]): readonly Condition[] | null {
  const found = nodes.map((node) => conditionOf(desk, node));
  const good = found.flatMap((one) => (one === null ? [] : [one]));
  return good.length === found.length ? good : null;
}

function variant(desk: Desk, node: Of<'variant'>): Condition | null {
  const values = desk.scope.variants.get(node.name.name);
  if (values === undefined) {
    desk.problems.error(
      'unknown-variant',
      node.name,
      `There is no variant "${node.name.name}".`,
      didYouMean(node.name.name, desk.scope.variants.keys(), 'Variants are declared in physiology.yaml.'),
    );
    return null;
  }
  if (!values.includes(node.value.name)) {
    desk.problems.error(
      'unknown-value',
      node.value,
      `Variant "${node.name.name}" has no value "${node.value.name}".`,
      didYouMean(node.value.name, values, `It has: ${values.join(', ')}.`),
    );
    return null;
  }
  return { op: 'variant', name: node.name.name, value: node.value.name };
}

function each(desk: Desk, node: Of<'each'>): Condition | null {
  const events = eventsOfEach(desk, node.kind, node.refs);
  if (events.length === 0) return null;
  return counted(
    desk,
    node,
    node.how,
    events.map((event): Condition => ({ op: 'event', event })),
  );
}

function counted(desk: Desk, spot: Spot, how: Quantifier, of: readonly Condition[]): Condition | null {
  const [only] = of;
  if (how === 'all') return of.length === 1 && only !== undefined ? only : { op: 'and', of };
  if (how === 'any') return of.length === 1 && only !== undefined ? only : { op: 'or', of };
  if (how === 'none')
    return { op: 'not', of: of.length === 1 && only !== undefined ? only : { op: 'or', of } };
  if (how < 1 || how > of.length) {
    desk.problems.error(
      'bad-count',
      spot,
      `${how} of ${of.length} ${how < 1 ? 'always' : 'never'} holds.`,
      `Use a number from 1 to ${of.length}.`,
    );
    return null;
  }
  return { op: 'some', count: how, of };
}

function times(desk: Desk, node: Of<'times'>): Condition | null {
  const of = allOf(desk, node.of);
  const apart = node.apart === null ? 0 : secondsOf(desk, node.apart);
  if (node.count < 1) desk.problems.error('bad-count', node, 'None at all always holds.', 'Count from 1.');
  const [only] = of ?? [];
  if (of === null || apart === null || only === undefined) return null;
  return { op: 'times', count: node.count, apart, of: of.length === 1 ? only : { op: 'or', of } };
}

function number(desk: Desk, node: Of<'number'>): Condition | null {
  const before = desk.problems.all.length;
  expressionOf(desk, node.of, null);
  if (desk.problems.all.length === before) {
    desk.problems.error(
      'number-as-condition',
      node,
      'This is a number where a condition belongs.',
      'Compare it with something, e.g. `… >= 65`.',
    );
  }
  return null;
}

function share(desk: Desk, node: Of<'share'>): Condition | null {
  const of = conditionOf(desk, node.of);
  const range = rangeOf(desk, node, node.from, node.to);
  if (node.share > 100) {
    desk.problems.error(
      'bad-count',
      node,
      `${node.share} % of a span never holds.`,
      'Use a share up to 100 %.',
    );
    return null;
  }
  return of === null || range === null ? null : { op: 'share', of, share: node.share / 100, ...range };
}

/** `E while C`; behind a windowed event the window goes around both. */
function during(desk: Desk, node: Of<'while'>): Condition | null {
  const event = conditionOf(desk, node.of);
  const of = conditionOf(desk, node.during);
  if (event === null || of === null) return null;
  const joined = (inner: Condition): Condition | null => {
    if (inner.op === 'event') return { op: 'while', event: inner.event, of };
    if (inner.op !== 'window') return null;
    const within = joined(inner.of);
    return within === null ? null : { ...inner, of: within };
  };
  const found = joined(event);
  if (found === null) {
    desk.problems.error(
      'bad-while',
      node,
      '`while` stands behind something that is not an event.',
      'Put it behind one event, e.g. `given X while in shock`; join states with `and`.',
    );
  }
  return found;
}

/** Nothing in it has a time, so a window around it means nothing. */
function timeless(condition: Condition): boolean {
  switch (condition.op) {
    case 'always':
    case 'never':
    case 'mode':
    case 'variant':
    case 'reasoned':
    case 'share':
      return true;
    case 'not':
      return timeless(condition.of);
    case 'and':
    case 'or':
    case 'some':
      return condition.of.every(timeless);
    default:
      return false;
  }
}
