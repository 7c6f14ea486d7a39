// How often conditions and numbers can change: never (0), when something happens (1), at every tick (2).
import type { Condition, Expression } from '../scenario/condition';
import type { Book } from './book';

export type Pace = 0 | 1 | 2;

const most = (of: readonly Pace[]): Pace => (of.includes(2) ? 2 : of.includes(1) ? 1 : 0);

export function paceOfExpression(e: Expression, book: Book): Pace {
  switch (e.op) {
    case 'number':
    case 'weight':
      return 0;
    case 'rate':
    case 'entries':
    case 'count':
      return 1;
    case 'highest':
      return e.window ? 2 : 1;
    case 'negate':
      return paceOfExpression(e.of, book);
    case 'arithmetic':
      return most([paceOfExpression(e.left, book), paceOfExpression(e.right, book)]);
    case 'call':
      return most(e.of.map((one) => paceOfExpression(one, book)));
    case 'if':
      return most([
        paceOfCondition(e.when, book),
        paceOfExpression(e.yes, book),
        paceOfExpression(e.no, book),
      ]);
    case 'measure': {
      const measure = book.scenario.measures[e.id];
      return measure ? paceOfExpression(measure, book) : 0;
    }
    default:
      return 2;
  }
}

/** Whether only events decide: their times stand once they have happened, so nothing changes between them. */
function isOfEvents(c: Condition): boolean {
  switch (c.op) {
    case 'and':
    case 'or':
    case 'some':
      return c.of.every(isOfEvents);
    case 'not':
    case 'times':
      return isOfEvents(c.of);
    case 'window':
      return isOfEvents(c.of) && (c.window.kind === 'between' || isOfEvents(c.window.anchor));
    case 'event':
    case 'while':
    case 'reasoned':
    case 'variant':
    case 'mode':
    case 'always':
    case 'never':
      return true;
    default:
      return false;
  }
}

export function paceOfCondition(c: Condition, book: Book): Pace {
  switch (c.op) {
    case 'always':
    case 'never':
      return 0;
    case 'and':
    case 'or':
    case 'some':
      return most(c.of.map((one) => paceOfCondition(one, book)));
    case 'not':
      return paceOfCondition(c.of, book);
    case 'compare':
      return most([paceOfExpression(c.left, book), paceOfExpression(c.right, book)]);
    case 'times':
      return isOfEvents(c.of) ? 1 : 2;
    case 'window':
      return isOfEvents(c) ? 1 : 2;
    case 'event':
    case 'running':
    case 'in':
    case 'been':
    case 'while':
    case 'reasoned':
    case 'variant':
    case 'mode':
      return 1;
    default:
      return 2;
  }
}
