// Turns number expressions into closures over the state: done once for a playable, so that a tick walks no tree.
import type { Expression } from '../scenario/condition';
import { arithmetic, call } from './arithmetic';
import type { Book } from './book';
import { compileCondition } from './compile-condition';
import { paceOf, settled, settledTest } from './compiled';
import type { Compiled, NumberOf } from './compiled';
import { firstTime, spansOf } from './windows';

/** One expression with its pace. Names must be known to the book. */
export function compileExpression(e: Expression, book: Book): Compiled<NumberOf> {
  switch (e.op) {
    case 'number': {
      const { value } = e;
      return { run: () => value, pace: 0, constant: value };
    }
    case 'quantity': {
      const slot = book.slot(e.id);
      return e.last ? { run: (s) => s.last[slot] ?? 0, pace: 2 } : { run: (s) => s.q[slot] ?? 0, pace: 2 };
    }
    case 'measure': {
      const { id } = e;
      return { run: (s) => s.playable.measure(id)(s), pace: 2 };
    }
    case 'time':
      return { run: (s) => s.now / 60, pace: 2 };
    case 'since': {
      book.follow(e.of);
      const { of } = e;
      const first = book.hoist((s) => firstTime(of, s));
      const watched = book.watched(of);
      return {
        run: (s) => {
          const began = watched ? firstTime(of, s) : (s.hoist[first] ?? Infinity);
          return began === Infinity ? Infinity : (s.now - began) / 60;
        },
        pace: 2,
      };
    }
    case 'stage-time': {
      const region = book.region(e.region);
      return { run: (s) => (s.now - (s.entered[region] ?? 0)) / 60, pace: 2 };
    }
    case 'entries': {
      const region = book.region(e.region);
      const stage = book.stage(e.region, e.stage);
      return { run: (s) => s.entries[region]?.[stage] ?? 0, pace: 1 };
    }
    case 'rate': {
      const items = e.items.map((id) => book.item(id));
      return { run: (s) => items.reduce((sum, item) => sum + (s.rates[item] ?? 0), 0), pace: 1 };
    }
    case 'total': {
      const items = e.items.map((id) => book.item(id));
      return { run: (s) => items.reduce((sum, item) => sum + (s.totals[item] ?? 0), 0), pace: 2 };
    }
    case 'count': {
      const events = book.events(e.event);
      return e.distinct
        ? {
            run: (s) => events.reduce((sum, event) => sum + ((s.counts[event] ?? 0) > 0 ? 1 : 0), 0),
            pace: 1,
          }
        : { run: (s) => events.reduce((sum, event) => sum + (s.counts[event] ?? 0), 0), pace: 1 };
    }
    case 'highest':
      return highest(e, book);
    case 'requested': {
      const { of } = e;
      return { run: (s) => s.requested[of], pace: 2 };
    }
    case 'weight': {
      const { weight } = book;
      return { run: () => weight, pace: 0, constant: weight };
    }
    case 'negate': {
      const of = compileExpression(e.of, book);
      const { run } = of;
      return { run: (s) => -run(s), pace: of.pace };
    }
    case 'arithmetic':
      return arithmetic(e.by, compileExpression(e.left, book), compileExpression(e.right, book), book);
    case 'call':
      return call(
        e.name,
        e.of.map((one) => compileExpression(one, book)),
        book,
      );
    case 'if': {
      const when = compileCondition(e.when, book);
      const yes = compileExpression(e.yes, book);
      const no = compileExpression(e.no, book);
      const pace = paceOf(when, yes, no);
      const tick = pace === 2;
      const test = tick ? settledTest(when, book) : when.run;
      const a = tick ? settled(yes, book) : yes.run;
      const b = tick ? settled(no, book) : no.run;
      return { run: (s) => (test(s) ? a(s) : b(s)), pace };
    }
  }
}

function highest(e: Extract<Expression, { op: 'highest' }>, book: Book): Compiled<NumberOf> {
  const { attribute, event, window } = e;
  if (window) book.followWindow(window);
  const rows = event.items.map((id) => ({
    index: book.event(event.kind, id),
    value: book.attribute(id, attribute),
  }));
  return {
    run: (s) => {
      const spans = window ? spansOf(window, s) : null;
      let best = 0;
      for (const { index, value } of rows) {
        if (value <= best || (s.counts[index] ?? 0) === 0) continue;
        if (
          spans &&
          !s.occurrences[index]?.some((one) => spans.some((span) => one.at >= span.from && one.at <= span.to))
        )
          continue;
        best = value;
      }
      return best;
    },
    pace: window ? 2 : 1,
  };
}
