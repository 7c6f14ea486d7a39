// Writes number expressions as instructions; the register that holds the value is handed back.
import type { Expression } from '../scenario/condition';
import type { Book } from './book';
import { branch } from './emit-condition';
import { paceOfExpression } from './pace';
import type { Program } from './program';
import { CLOCK } from './registers';
import type { Register } from './registers';
import { firstTime, spansOf } from './windows';

/** A value for use at ticks: what changes only when something happens is computed then, into a slot. */
export function tickNumber(e: Expression, program: Program, book: Book): Register {
  if (paceOfExpression(e, book) !== 1 || isPlain(e)) return number(e, program, book, true);
  return book.hoist(JSON.stringify(e), (hoists) => number(e, hoists, book, false));
}

/** Already one register. */
const isPlain = (e: Expression): boolean =>
  e.op === 'number' || e.op === 'weight' || (e.op === 'rate' && e.items.length === 1);

/** Instructions for an expression. `ticking`: parts that change rarely are read from their slots. */
export function number(e: Expression, program: Program, book: Book, ticking: boolean): Register {
  const part = (inner: Expression): Register =>
    ticking ? tickNumber(inner, program, book) : number(inner, program, book, false);
  const { layout } = book;
  switch (e.op) {
    case 'number':
      return layout.constant(e.value);
    case 'weight':
      return layout.constant(book.weight);
    case 'quantity':
      return layout.at(e.last ? 'last' : 'q', book.slot(e.id));
    case 'measure': {
      const measure = book.scenario.measures[e.id];
      return measure ? part(measure) : layout.constant(0);
    }
    case 'time':
      return layout.at('clock', CLOCK.time);
    case 'requested':
      return layout.at('clock', e.of === 'minutes' ? CLOCK.length : CLOCK[e.of]);
    case 'since': {
      book.follow(e.of);
      const { of } = e;
      const ask = (into: Program): Register => book.call(into, (state) => firstTime(of, state));
      const first = book.watched(of) ? ask(program) : book.hoist(`first ${JSON.stringify(of)}`, ask);
      const to = program.scratch();
      program.emit('since', to, first);
      return to;
    }
    case 'stage-time': {
      const to = program.scratch();
      program.emit('since', to, layout.at('entered', book.region(e.region)));
      return to;
    }
    case 'entries': {
      const region = book.region(e.region);
      const stage = book.stage(e.region, e.stage);
      return book.call(program, (state) => state.entries[region]?.[stage] ?? 0);
    }
    case 'rate':
    case 'total': {
      const { op } = e;
      return sum(
        e.items.map((id) => layout.at(op, book.item(id))),
        program,
        book,
      );
    }
    case 'count': {
      const events = book.events(e.event);
      if (!e.distinct)
        return sum(
          events.map((event) => layout.at('count', event)),
          program,
          book,
        );
      return book.call(program, (state) => events.filter((event) => (state.counts[event] ?? 0) > 0).length);
    }
    case 'highest':
      return highest(e, program, book);
    case 'negate': {
      const of = part(e.of);
      const to = program.scratch();
      program.emit('negate', to, of);
      return to;
    }
    case 'arithmetic': {
      const left = part(e.left);
      const right = part(e.right);
      const to = program.scratch();
      program.emit(
        e.by === '+' ? 'add' : e.by === '-' ? 'subtract' : e.by === '*' ? 'multiply' : 'divide',
        to,
        left,
        right,
      );
      return to;
    }
    case 'if': {
      const to = program.scratch();
      const otherwise = program.label();
      const end = program.label();
      branch(e.when, otherwise, false, program, book, ticking);
      program.emit('move', to, part(e.yes));
      program.jump('jump', 0, 0, end);
      program.place(otherwise);
      program.emit('move', to, part(e.no));
      program.place(end);
      program.bind(otherwise);
      program.bind(end);
      return to;
    }
    case 'call':
      return called(e.name, e.of.map(part), program, book);
  }
}

function sum(parts: readonly Register[], program: Program, book: Book): Register {
  const [first = book.layout.constant(0), ...rest] = parts;
  if (rest.length === 0) return first;
  const to = program.scratch();
  program.emit('move', to, first);
  for (const one of rest) program.emit('add', to, to, one);
  return to;
}

function highest(e: Extract<Expression, { op: 'highest' }>, program: Program, book: Book): Register {
  const { attribute, event, window } = e;
  if (window) book.followWindow(window);
  const rows = event.items.map((id) => ({
    index: book.event(event.kind, id),
    value: book.attribute(id, attribute),
  }));
  return book.call(program, (state) => {
    const spans = window ? spansOf(window, state) : null;
    let best = 0;
    for (const { index, value } of rows) {
      if (value <= best || (state.counts[index] ?? 0) === 0) continue;
      if (
        spans &&
        !state.occurrences[index]?.some((one) =>
          spans.some((span) => one.at >= span.from && one.at <= span.to),
        )
      )
        continue;
      best = value;
    }
    return best;
  });
}

function called(
  name: Extract<Expression, { op: 'call' }>['name'],
  of: readonly Register[],
  program: Program,
  book: Book,
): Register {
  const to = program.scratch();
  const zero = book.layout.constant(0);
  const [a = zero, b = zero, c = zero] = of;
  switch (name) {
    case 'min':
    case 'max':
      program.emit('move', to, a);
      for (const one of of.slice(1)) program.emit(name, to, to, one);
      return to;
    case 'pow':
      program.emit('power', to, a, b);
      return to;
    case 'between':
      program.emit('min', to, c, b);
      program.emit('max', to, a, to);
      return to;
    case 'emax': {
      const end = program.label();
      program.emit('move', to, zero);
      program.jump('if <=', a, zero, end);
      const below = program.scratch();
      program.emit('add', below, a, c);
      program.emit('multiply', to, b, a);
      program.emit('divide', to, to, below);
      program.place(end);
      program.bind(end);
      return to;
    }
    case 'curve':
      return curve(of, to, program);
    default:
      program.emit(name, to, a);
      return to;
  }
}

/** Piecewise linear through (x0, y0), (x1, y1) …, flat outside. */
function curve(of: readonly Register[], to: Register, program: Program): Register {
  const [x = 0, ...points] = of;
  const end = program.label();
  program.emit('move', to, points[1] ?? x);
  program.jump('if <=', x, points[0] ?? x, end);
  const slope = program.scratch();
  for (let i = 2; i + 1 < points.length; i += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points.slice(i - 2, i + 2);
    const beyond = program.label();
    program.jump('if >', x, x1, beyond);
    program.emit('subtract', to, x, x0);
    program.emit('subtract', slope, y1, y0);
    program.emit('multiply', to, slope, to);
    program.emit('subtract', slope, x1, x0);
    program.emit('divide', to, to, slope);
    program.emit('add', to, y0, to);
    program.jump('jump', 0, 0, end);
    program.place(beyond);
    program.bind(beyond);
  }
  program.emit('move', to, points.at(-1) ?? x);
  program.place(end);
  program.bind(end);
  return to;
}
