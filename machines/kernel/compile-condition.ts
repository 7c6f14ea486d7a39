// Turns conditions into closures over the state: done once for a playable, so that a tick walks no tree.
import type { Comparison, Condition, EventRef } from '../scenario/condition';
import type { Book } from './book';
import { compileExpression } from './compile-expression';
import { paceOf, settled, settledTest } from './compiled';
import type { Compiled, NumberOf, Test } from './compiled';
import { holdsInWindow, reasonedNow, spansOf, timesSpaced } from './windows';

function comparison(by: Comparison, a: NumberOf, b: NumberOf): Test {
  switch (by) {
    case '<':
      return (s) => a(s) < b(s);
    case '<=':
      return (s) => a(s) <= b(s);
    case '>':
      return (s) => a(s) > b(s);
    case '>=':
      return (s) => a(s) >= b(s);
    case '=':
      return (s) => a(s) === b(s);
    case '!=':
      return (s) => a(s) !== b(s);
  }
}

/** One condition with its pace. Names must be known to the book. */
export function compileCondition(c: Condition, book: Book): Compiled<Test> {
  switch (c.op) {
    case 'always':
      return { run: () => true, pace: 0 };
    case 'never':
      return { run: () => false, pace: 0 };
    case 'not': {
      const of = compileCondition(c.of, book);
      const { run } = of;
      return { run: (s) => !run(s), pace: of.pace };
    }
    case 'and':
    case 'or':
      return allOrAny(c.op, c.of, book);
    case 'compare': {
      const left = compileExpression(c.left, book);
      const right = compileExpression(c.right, book);
      const pace = paceOf(left, right);
      const a = pace === 2 ? settled(left, book) : left.run;
      const b = pace === 2 ? settled(right, book) : right.run;
      const k = right.constant;
      if (k === undefined) return { run: comparison(c.by, a, b), pace };
      if (c.by === '<') return { run: (s) => a(s) < k, pace };
      if (c.by === '<=') return { run: (s) => a(s) <= k, pace };
      if (c.by === '>') return { run: (s) => a(s) > k, pace };
      if (c.by === '>=') return { run: (s) => a(s) >= k, pace };
      return { run: comparison(c.by, a, b), pace };
    }
    case 'event':
      return eventTest(c.event, book);
    case 'running': {
      const items = c.items.map((id) => book.item(id));
      const [only = 0] = items;
      if (items.length === 1) return { run: (s) => s.isRunning[only] === 1, pace: 1 };
      return { run: (s) => items.some((item) => s.isRunning[item] === 1), pace: 1 };
    }
    case 'in': {
      const region = book.region(c.region);
      const stages = c.stages.map((stage) => book.stage(c.region, stage));
      return { run: (s) => stages.includes(s.stage[region] ?? -1), pace: 1 };
    }
    case 'been': {
      const region = book.region(c.region);
      const stages = c.stages.map((stage) => book.stage(c.region, stage));
      return { run: (s) => stages.some((stage) => (s.entries[region]?.[stage] ?? 0) > 0), pace: 1 };
    }
    case 'held': {
      const index = book.heldTracker(c.of);
      const { seconds } = c;
      return { run: (s) => (s.held[index] ?? 0) >= seconds, pace: 2 };
    }
    case 'share': {
      const index = book.shareTracker(c);
      const { share, to } = c;
      return {
        run: (s) => s.now >= to && (s.shareTrue[index] ?? 0) >= share * (s.shareAll[index] ?? 0) - 1e-9,
        pace: 2,
      };
    }
    case 'some': {
      const parts = c.of.map((one) => compileCondition(one, book));
      const pace = paceOf(...parts);
      const tests = pace === 2 ? parts.map((one) => settledTest(one, book)) : parts.map((one) => one.run);
      const { count } = c;
      return { run: (s) => tests.reduce((sum, test) => sum + (test(s) ? 1 : 0), 0) >= count, pace };
    }
    case 'times': {
      book.follow(c.of);
      const { count, apart, of } = c;
      return { run: (s) => timesSpaced(of, s, null, apart) >= count, pace: book.watched(of) ? 2 : 1 };
    }
    case 'window': {
      book.follow(c.of);
      book.followWindow(c.window);
      const { of, window } = c;
      return { run: (s) => holdsInWindow(of, s, spansOf(window, s)), pace: 2 };
    }
    case 'while': {
      const index = book.whileTracker(c.event, c.of);
      return { run: (s) => (s.whiles[index]?.length ?? 0) > 0, pace: 1 };
    }
    case 'reasoned': {
      const { count } = c;
      return { run: (s) => reasonedNow(s, count), pace: 1 };
    }
    case 'variant': {
      const { name, value } = c;
      return { run: (s) => s.variants.get(name) === value, pace: 1 };
    }
    case 'daytime': {
      const { from, to } = c;
      const { arrival } = book;
      return {
        run: (s) => {
          const clock = (arrival + s.now) % 86400;
          return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
        },
        pace: 2,
      };
    }
    case 'mode': {
      const { mode } = c;
      return { run: (s) => s.mode === mode, pace: 1 };
    }
  }
}

function eventTest(event: EventRef, book: Book): Compiled<Test> {
  const events = book.events(event);
  const [only = 0] = events;
  if (events.length === 1) return { run: (s) => (s.counts[only] ?? 0) > 0, pace: 1 };
  return { run: (s) => events.some((index) => (s.counts[index] ?? 0) > 0), pace: 1 };
}

function allOrAny(op: 'and' | 'or', of: readonly Condition[], book: Book): Compiled<Test> {
  const parts = of.map((one) => compileCondition(one, book));
  const pace = paceOf(...parts);
  if (pace < 2) {
    const tests = parts.map((one) => one.run);
    return op === 'and'
      ? { run: (s) => tests.every((test) => test(s)), pace }
      : { run: (s) => tests.some((test) => test(s)), pace };
  }
  // What changes rarely is read from its slot first, so that a quiet tick stops there.
  const slow = parts.filter((one) => one.pace < 2).map((one) => one.run);
  const tests = parts.filter((one) => one.pace === 2).map((one) => one.run);
  if (slow.length > 0) {
    const together: Test =
      op === 'and' ? (s) => slow.every((test) => test(s)) : (s) => slow.some((test) => test(s));
    tests.unshift(settledTest({ run: together, pace: 1 }, book));
  }
  const [a = () => true, b = () => true] = tests;
  if (tests.length === 1) return { run: a, pace };
  if (tests.length === 2)
    return op === 'and' ? { run: (s) => a(s) && b(s), pace } : { run: (s) => a(s) || b(s), pace };
  return {
    run: (s) => {
      for (const test of tests) if (test(s) !== (op === 'and')) return op !== 'and';
      return op === 'and';
    },
    pace,
  };
}
