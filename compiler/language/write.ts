// The canonical text of a condition or an expression; reading it again gives the same condition.
import type { Condition, EventRef, Expression, Window } from '#machines/scenario/condition';

const WORDS: { readonly [kind in EventRef['kind']]: string } = {
  asked: 'asked',
  done: 'done',
  ordered: 'ordered',
  given: 'given',
  stopped: 'stopped',
  resulted: 'resulted',
  phase: 'reached',
  declined: 'declined',
  chosen: 'chosen',
  suspected: 'suspected',
  diagnosed: 'diagnosed',
  noted: 'noted',
  happened: 'happened',
  finished: 'finished',
};

const list = (items: readonly string[]): string =>
  items.length === 1 ? (items[0] ?? '') : `(${items.join(', ')})`;

function event({ kind, items }: EventRef): string {
  if (kind === 'finished') return 'finished';
  if (kind === 'noted') return `noted ${list(items.map((id) => id.replace(/^note:/, '')))}`;
  if (kind === 'chosen' && items.every((id) => id.startsWith('answer:'))) {
    return `answered ${list(items.map((id) => id.replace(/^answer:/, '')))}`;
  }
  return `${WORDS[kind]} ${list(items)}`;
}

const UNITS = [
  [604_800, 'weeks'],
  [86_400, 'days'],
  [3600, 'h'],
  [60, 'min'],
] as const;

/** A time in the largest unit that leaves whole numbers, e.g. `90 min`. */
export function writeSeconds(seconds: number): string {
  const unit = seconds === 0 ? undefined : UNITS.find(([size]) => seconds % size === 0);
  return unit === undefined ? `${seconds} s` : `${seconds / unit[0]} ${unit[1]}`;
}

/** A span in one unit, e.g. `90..360 min`. */
function range(from: number, to: number): string {
  const unit = UNITS.find(([size]) => from % size === 0 && to % size === 0 && to > 0);
  const [size, name] = unit ?? [1, 's'];
  return `${from / size}..${to / size} ${name}`;
}

/** The window in the words of the language, e.g. `within 60 min`. */
export function writeWindow(window: Window): string {
  switch (window.kind) {
    case 'between':
      if (window.from === window.to) return `at ${writeSeconds(window.to)}`;
      if (window.from === 0) return `within ${writeSeconds(window.to)}`;
      return `between ${writeSeconds(window.from)} and ${writeSeconds(window.to)}`;
    case 'around': {
      const anchor = anchored(window.anchor);
      if (window.to === null) return `after ${anchor}`;
      if (window.from === 0) return `within ${writeSeconds(window.to)} after ${anchor}`;
      if (window.from === -window.to) return `within ${writeSeconds(window.to)} of ${anchor}`;
      return `between ${writeSeconds(window.from)} and ${writeSeconds(window.to)} after ${anchor}`;
    }
    case 'until':
      return window.must
        ? `no later than ${writeSeconds(window.plus)} after ${anchored(window.anchor)}`
        : `before ${anchored(window.anchor)}`;
  }
}

const LOOSE: ReadonlySet<Condition['op']> = new Set(['and', 'or', 'not', 'held', 'share', 'window', 'while']);

/** In brackets unless it is one word or form that takes a window. */
function tight(condition: Condition): string {
  return LOOSE.has(condition.op) ? `(${write(condition)})` : write(condition);
}

/** An anchor may stand inside an expression, where a comparison would run on. */
function anchored(condition: Condition): string {
  return condition.op === 'compare' ? `(${write(condition)})` : tight(condition);
}

const pad = (value: number): string => String(value).padStart(2, '0');
const clock = (seconds: number): string =>
  `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}`;

/** The canonical text of a condition. */
export function write(condition: Condition): string {
  switch (condition.op) {
    case 'always':
    case 'never':
      return condition.op;
    case 'and':
      return condition.of
        .map((one) => (one.op === 'and' || one.op === 'or' ? `(${write(one)})` : write(one)))
        .join(' and ');
    case 'or':
      return condition.of.map((one) => (one.op === 'or' ? `(${write(one)})` : write(one))).join(' or ');
    case 'not': {
      const { of } = condition;
      return `not ${of.op === 'and' || of.op === 'or' ? `(${write(of)})` : write(of)}`;
    }
    case 'compare':
      return `${operand(condition.left)} ${condition.by} ${operand(condition.right)}`;
    case 'event':
      return event(condition.event);
    case 'running':
      return `running ${list(condition.items)}`;
    case 'in':
    case 'been':
      return `${condition.op === 'been' ? 'been in' : 'in'} ${list(condition.stages.map((stage) => `${condition.region}/${stage}`))}`;
    case 'held':
      return `${tight(condition.of)} for ${writeSeconds(condition.seconds)}`;
    case 'share':
      return `${tight(condition.of)} for ${Number((condition.share * 100).toPrecision(12))} % of ${range(condition.from, condition.to)}`;
    case 'some':
      return `${condition.count} of (${condition.of.map(write).join(', ')})`;
    case 'times': {
      const apart = condition.apart === 0 ? '' : `, ${writeSeconds(condition.apart)} apart`;
      return `${condition.count} times${apart} (${write(condition.of)})`;
    }
    case 'window':
      return `${tight(condition.of)} ${writeWindow(condition.window)}`;
    case 'while':
      return `${event(condition.event)} while ${tight(condition.of)}`;
    case 'reasoned':
      return `differential has ${condition.count} reasoned`;
    case 'variant':
      return `variant ${condition.name} is ${condition.value}`;
    case 'daytime':
      return `clock between ${clock(condition.from)} and ${clock(condition.to)}`;
    case 'mode':
      return condition.mode;
  }
}

/** A side of a comparison or sum: an `if` stands in brackets. */
function operand(expression: Expression): string {
  return expression.op === 'if' ? `(${writeExpression(expression)})` : writeExpression(expression);
}

/** A factor: sums, products and `if` stand in brackets. */
function factor(expression: Expression): string {
  return expression.op === 'arithmetic' || expression.op === 'if'
    ? `(${writeExpression(expression)})`
    : writeExpression(expression);
}

function arithmetic({ by, left, right }: Extract<Expression, { op: 'arithmetic' }>): string {
  const adds = by === '+' || by === '-';
  const loose = (side: Expression): boolean =>
    side.op === 'arithmetic' && (side.by === '+' || side.by === '-');
  const first = !adds && loose(left) ? factor(left) : operand(left);
  const second = adds && right.op === 'arithmetic' && !loose(right) ? operand(right) : factor(right);
  return `${first} ${by} ${second}`;
}

/** The canonical text of an expression; amounts without unit, in the unit of what they stand beside. */
export function writeExpression(expression: Expression): string {
  switch (expression.op) {
    case 'number':
      return String(expression.value);
    case 'quantity':
      return `${expression.last ? 'last ' : ''}${expression.id}`;
    case 'measure':
      return expression.id;
    case 'time':
    case 'weight':
      return expression.op;
    case 'since':
      return `since (${write(expression.of)})`;
    case 'stage-time':
      return `time in ${expression.region}`;
    case 'entries':
      return `entries of ${expression.region}/${expression.stage}`;
    case 'rate':
      return `rate of ${list(expression.items)}`;
    case 'total':
      return `${expression.of === 'volume' ? 'total' : 'dose'} of ${list(expression.items)}`;
    case 'count':
      return `${expression.distinct ? 'count of' : 'times'} ${event(expression.event)}`;
    case 'highest':
      return `highest ${expression.attribute} of ${event(expression.event)}${expression.window === null ? '' : ` ${writeWindow(expression.window)}`}`;
    case 'requested':
      return `requested ${expression.of}`;
    case 'negate':
      return `-${factor(expression.of)}`;
    case 'arithmetic':
      return arithmetic(expression);
    case 'call':
      return `${expression.name}(${expression.of.map(writeExpression).join(', ')})`;
    case 'if':
      return `if ${write(expression.when)} then ${writeExpression(expression.yes)} else ${writeExpression(expression.no)}`;
  }
}
