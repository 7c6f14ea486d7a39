// Times and windows: durations in seconds, clock times, and the spans in which events are looked for.
import type { Condition, Window } from '#machines/scenario/condition';
import type { Desk } from './names';
import type { AmountNode, ClockNode, ConditionNode, Spot, WindowNode } from './tree';
import { convert, isKnownUnit } from './units';

/** Seconds of a time with its unit; null after a problem. */
export function secondsOf(desk: Desk, node: AmountNode, unit: string | null = node.unit): number | null {
  if (unit === null) {
    desk.problems.error(
      'no-unit',
      node,
      `"${node.value}" is a time without a unit.`,
      `Write \`${node.value} min\`, \`${node.value} h\` or another unit of time.`,
    );
    return null;
  }
  const seconds = convert(node.value, unit, 's');
  if (seconds === null) {
    desk.problems.error(
      isKnownUnit(unit) ? 'unit-mismatch' : 'unknown-unit',
      node,
      `"${unit}" is not a unit of time.`,
      'Use s, min, h, days or weeks.',
    );
  }
  return seconds;
}

/** Seconds after midnight; null after a problem. */
export function clockOf(desk: Desk, node: ClockNode): number | null {
  if (node.hours < 24 && node.minutes < 60) return node.hours * 3600 + node.minutes * 60;
  desk.problems.error('bad-time', node, 'This is not a time of day.', 'Write it from 00:00 to 23:59.');
  return null;
}

/** From and to of a range, the unit of the second standing for both where the first has none; null after a problem. */
export function rangeOf(
  desk: Desk,
  spot: Spot,
  from: AmountNode,
  to: AmountNode,
): { from: number; to: number } | null {
  const start = secondsOf(desk, from, from.unit ?? to.unit);
  const end = secondsOf(desk, to);
  if (start === null || end === null) return null;
  if (start <= end) return { from: start, to: end };
  desk.problems.error('bad-window', spot, 'This span ends before it begins.', 'Put the earlier time first.');
  return null;
}

/** The window that the words mean; null after a problem. `check` reads the anchor. */
export function windowOf(
  desk: Desk,
  node: WindowNode,
  check: (node: ConditionNode) => Condition | null,
): Window | null {
  const anchor = node.anchor === null ? null : check(node.anchor);
  if (node.anchor !== null && anchor === null) return null;
  if (node.is === 'between' || node.is === 'between-after') {
    if (node.from === null || node.to === null) return null;
    const range = rangeOf(desk, node, node.from, node.to);
    if (range === null) return null;
    return anchor === null ? { kind: 'between', ...range } : { kind: 'around', anchor, ...range };
  }
  const to = node.to === null ? 0 : secondsOf(desk, node.to);
  if (to === null) return null;
  if (anchor === null) return { kind: 'between', from: node.is === 'at' ? to : 0, to };
  switch (node.is) {
    case 'within-of':
      return { kind: 'around', anchor, from: to === 0 ? 0 : -to, to };
    case 'after':
      return { kind: 'around', anchor, from: 0, to: null };
    case 'before':
      return { kind: 'until', anchor, plus: 0, must: false, open: true };
    case 'no-later':
      return { kind: 'until', anchor, plus: to, must: true, open: false };
    default:
      return { kind: 'around', anchor, from: 0, to };
  }
}
