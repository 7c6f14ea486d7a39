// Windows of a condition, seen from the end of the story: what would count had there been no deadline, and which were still open.
import type { Condition, Window } from '../scenario/condition';

/** The same condition without its upper limits: what was done too late still holds it, what was done too early does not. */
export function withoutDeadlines(of: Condition): Condition {
  switch (of.op) {
    case 'and':
    case 'or':
    case 'some':
      return { ...of, of: of.of.map(withoutDeadlines) };
    case 'times':
      return { ...of, of: withoutDeadlines(of.of) };
    case 'window': {
      const inner = withoutDeadlines(of.of);
      const window = withoutEnd(of.window);
      return window === null ? inner : { op: 'window', of: inner, window };
    }
    default:
      // What is denied is left as it is: without its deadline "not E within 1 h" would ask for more, not for less.
      return of;
  }
}

function withoutEnd(window: Window): Window | null {
  switch (window.kind) {
    case 'between':
      return { ...window, to: Infinity };
    case 'around':
      return { ...window, to: null };
    case 'until':
      return null;
  }
}

/** Every window in force somewhere in a condition that is not denied. */
export function windowsIn(of: Condition): readonly Window[] {
  switch (of.op) {
    case 'and':
    case 'or':
    case 'some':
      return of.of.flatMap(windowsIn);
    case 'times':
      return windowsIn(of.of);
    case 'window':
      return [of.window, ...windowsIn(of.of)];
    default:
      return [];
  }
}
