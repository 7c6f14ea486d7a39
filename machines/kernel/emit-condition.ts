// Writes conditions as instructions that jump, so that what need not be looked at is not.
import type { Comparison, Condition } from '../scenario/condition';
import type { Book } from './book';
import { number, tickNumber } from './emit-expression';
import { paceOfCondition } from './pace';
import type { Label, Op, Program } from './program';
import type { Register } from './registers';
import { holdsInWindow, reasonedNow, spansOf, timesSpaced } from './windows';

const UNLESS: Readonly<Record<Comparison, Op>> = {
  '<': 'unless <',
  '<=': 'unless <=',
  '>': 'unless >',
  '>=': 'unless >=',
  '=': 'if !=',
  '!=': 'if =',
};
const IF: Readonly<Record<Comparison, Op>> = {
  '<': 'if <',
  '<=': 'if <=',
  '>': 'if >',
  '>=': 'if >=',
  '=': 'if =',
  '!=': 'if !=',
};

/** 1 or 0, for use at ticks. */
export function tickTest(c: Condition, program: Program, book: Book): Register {
  if (paceOfCondition(c, book) === 1)
    return book.hoist(JSON.stringify(c), (hoists) => test(c, hoists, book, false));
  return test(c, program, book, true);
}

/** 1 or 0. */
export function test(c: Condition, program: Program, book: Book, ticking: boolean): Register {
  const to = program.scratch();
  const end = program.label();
  program.emit('move', to, book.layout.constant(0));
  branch(c, end, false, program, book, ticking);
  program.emit('move', to, book.layout.constant(1));
  program.place(end);
  program.bind(end);
  return to;
}

/** One look at a register settles it. */
const isPlain = (c: Condition): boolean =>
  (c.op === 'event' && c.event.items.length === 1) ||
  (c.op === 'running' && c.items.length === 1) ||
  (c.op === 'in' && c.stages.length === 1);

/** Goes to the label when the condition is `when`, else on. `bind` the label when it is placed. */
export function branch(
  c: Condition,
  to: Label,
  when: boolean,
  program: Program,
  book: Book,
  ticking: boolean,
): void {
  const { layout } = book;
  if (ticking && paceOfCondition(c, book) === 1 && !isPlain(c) && c.op !== 'not') {
    const slot = book.hoist(JSON.stringify(c), (hoists) => test(c, hoists, book, false));
    program.jump(when ? 'if !=' : 'if =', slot, layout.constant(0), to);
    return;
  }
  const inner = (one: Condition, label: Label, wanted: boolean): void =>
    branch(one, label, wanted, program, book, ticking);
  const asked = (ask: Parameters<Book['call']>[1]): void => {
    const answer = book.call(program, ask);
    program.jump(when ? 'if !=' : 'if =', answer, layout.constant(0), to);
  };
  switch (c.op) {
    case 'always':
    case 'never':
      if ((c.op === 'always') === when) program.jump('jump', 0, 0, to);
      return;
    case 'not':
      inner(c.of, to, !when);
      return;
    case 'and':
    case 'or':
      all(c.of, c.op === 'and', to, when, program, inner);
      return;
    case 'compare': {
      const left = ticking ? tickNumber(c.left, program, book) : number(c.left, program, book, false);
      const right = ticking ? tickNumber(c.right, program, book) : number(c.right, program, book, false);
      program.jump(when ? IF[c.by] : UNLESS[c.by], left, right, to);
      return;
    }
    case 'event':
      any(
        book.events(c.event).map((event) => layout.at('count', event)),
        to,
        when,
        program,
        book,
      );
      return;
    case 'running':
      any(
        c.items.map((id) => layout.at('running', book.item(id))),
        to,
        when,
        program,
        book,
      );
      return;
    case 'in': {
      const stage = layout.at('stage', book.region(c.region));
      const stages = c.stages.map((id) => layout.constant(book.stage(c.region, id)));
      const out = program.label();
      for (const one of stages) program.jump('if =', stage, one, when ? to : out);
      if (!when) program.jump('jump', 0, 0, to);
      program.place(out);
      program.bind(out);
      return;
    }
    case 'held': {
      const index = book.heldTracker(c.of);
      program.jump(when ? 'if >=' : 'unless >=', layout.at('held', index), layout.constant(c.seconds), to);
      return;
    }
    case 'some': {
      const count = program.scratch();
      program.emit('move', count, layout.constant(0));
      for (const one of c.of) {
        const skip = program.label();
        inner(one, skip, false);
        program.emit('add', count, count, layout.constant(1));
        program.place(skip);
        program.bind(skip);
      }
      program.jump(when ? 'if >=' : 'unless >=', count, layout.constant(c.count), to);
      return;
    }
    default:
      prepareLook(c, book);
      asked((state) => (look(c, state, book) ? 1 : 0));
  }
}

/** Several registers, any above zero. */
function any(registers: readonly Register[], to: Label, when: boolean, program: Program, book: Book): void {
  const zero = book.layout.constant(0);
  const out = program.label();
  for (const one of registers) program.jump('if >', one, zero, when ? to : out);
  if (!when) program.jump('jump', 0, 0, to);
  program.place(out);
  program.bind(out);
}

function all(
  of: readonly Condition[],
  every: boolean,
  to: Label,
  when: boolean,
  program: Program,
  inner: (one: Condition, label: Label, wanted: boolean) => void,
): void {
  // "and" is left at the first that fails, "or" at the first that holds.
  const out = program.label();
  for (const [index, one] of of.entries()) {
    if (every !== when) inner(one, to, when);
    else if (index < of.length - 1) inner(one, out, !when);
    else inner(one, to, when);
  }
  program.place(out);
  program.bind(out);
}

type Looked = Exclude<
  Condition,
  { op: 'always' | 'never' | 'and' | 'or' | 'not' | 'compare' | 'event' | 'running' | 'in' | 'held' | 'some' }
>;

/** Prepares what the look will ask. */
function prepareLook(c: Looked, book: Book): void {
  if (c.op === 'window') book.followWindow(c.window);
  if (c.op === 'window' || c.op === 'times') book.follow(c.of);
  if (c.op === 'share') book.shareTracker(c);
  if (c.op === 'while') book.whileNumber(c);
}

/** Conditions over the past, which are looked up in the books. */
function look(c: Looked, state: Parameters<Parameters<Book['call']>[1]>[0], book: Book): boolean {
  switch (c.op) {
    case 'been': {
      const region = book.region(c.region);
      return c.stages.some((stage) => (state.entries[region]?.[book.stage(c.region, stage)] ?? 0) > 0);
    }
    case 'share': {
      const index = book.shareTracker(c);
      return (
        state.now >= c.to && (state.shareTrue[index] ?? 0) >= c.share * (state.shareAll[index] ?? 0) - 1e-9
      );
    }
    case 'times':
      return timesSpaced(c.of, state, null, c.apart) >= c.count;
    case 'window':
      return holdsInWindow(c.of, state, spansOf(c.window, state));
    case 'while':
      return (state.whiles[book.whileNumber(c)]?.length ?? 0) > 0;
    case 'reasoned':
      return reasonedNow(state, c.count);
    case 'variant':
      return state.variants.get(c.name) === c.value;
    case 'daytime': {
      const clock = (book.arrival + state.now) % 86_400;
      return c.from <= c.to ? clock >= c.from && clock < c.to : clock >= c.from || clock < c.to;
    }
    case 'mode':
      return state.mode === c.mode;
  }
}
