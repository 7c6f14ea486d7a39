// The book of a playable: gives every name that conditions mention a number, and keeps what must be followed while time passes.
import type { Condition, EventRef, Expression, Window } from '../scenario/condition';
import type { Effect, Ward } from '../scenario/item';
import type { Scenario } from '../scenario/scenario';
import { numberOf, testOf } from './compile';
import type { NumberOf, Test } from './compile';
import { Names } from './names';
import { Program } from './program';
import { Layout } from './registers';
import type { Register } from './registers';

export interface ShareTracker {
  readonly of: Condition;
  readonly from: number;
  readonly to: number;
}
export interface WhileTracker {
  readonly events: ReadonlySet<number>;
  readonly test: Test;
}

/** Conditions whose truth changes as time passes, so that "when" can only be known by looking at every tick. */
const WATCHED = new Set<Condition['op']>(['compare', 'held', 'share', 'daytime']);

export class Book extends Names {
  readonly layout = new Layout();
  /** functions that programs may ask, by number */
  readonly calls: NumberOf[] = [];
  /** recomputes what changes only when something happens */
  readonly refreshing: Program;
  readonly held: Condition[] = [];
  readonly shares: ShareTracker[] = [];
  readonly whiles: WhileTracker[] = [];
  readonly watches: Condition[] = [];
  readonly #programs: Program[] = [];
  readonly #hoists = new Map<string, Register>();
  readonly #held = new Map<string, number>();
  readonly #shares = new Map<string, number>();
  readonly #whiles = new Map<string, number>();
  readonly #watches = new Map<string, number>();
  /** the same condition object is asked for at every look, so its number is kept beside it */
  readonly #watchOf = new WeakMap<Condition, number>();
  readonly #whileOf = new WeakMap<Condition, number>();
  readonly #tests = new WeakMap<Condition, Test>();
  readonly #numbers = new WeakMap<Expression, NumberOf>();

  constructor(scenario: Scenario, ward: Ward) {
    super(scenario, ward);
    this.refreshing = this.add(new Program(this.layout));
  }

  /** Keeps a program, so that it gets its code when the layout is fixed. */
  add(program: Program): Program {
    this.#programs.push(program);
    return program;
  }

  /** A slot that is computed when something happens; one for each key. */
  hoist(key: string, write: (program: Program) => Register): Register {
    const known = this.#hoists.get(key);
    if (known !== undefined) return known;
    const slot = this.layout.next('hoist');
    this.#hoists.set(key, slot);
    this.refreshing.emit('move', slot, write(this.refreshing));
    return slot;
  }

  /** Asks a function in the middle of a program. */
  call(program: Program, ask: NumberOf): Register {
    const to = program.scratch();
    program.emit('call', to, this.calls.push(ask) - 1);
    return to;
  }

  /** Fixes the layout and writes the code of all programs. Returns how many registers an encounter has. */
  close(): number {
    this.refreshing.emit('stop', 0, 0);
    const { layout } = this;
    for (const block of ['rate', 'total', 'running'] as const) layout.reserve(block, this.itemIndex.size);
    for (const block of ['stage', 'entered'] as const) layout.reserve(block, this.scenario.regions.length);
    layout.reserve('count', this.eventIndex.size);
    let own = 0;
    const begins = this.#programs.map((program) => {
      const { size, nested } = program.own;
      // A program in whose middle nothing else can run may share its scratch with all others of its kind.
      if (!nested) {
        layout.reserve('shared', size);
        return -1;
      }
      own += size;
      return own - size;
    });
    layout.reserve('scratch', own);
    const length = layout.lay();
    for (const [index, program] of this.#programs.entries()) {
      const begin = begins[index] ?? -1;
      program.lay(begin < 0 ? layout.base('shared') : layout.base('scratch') + begin);
    }
    return length;
  }

  /** A condition judged now and then (a gate, a rule), compiled once. */
  prepared(of: Condition): Test {
    const known = this.#tests.get(of);
    if (known) return known;
    const run = testOf(of, this);
    this.#tests.set(of, run);
    return run;
  }

  /** A number asked for now and then (a result's value, a rule's points), compiled once. */
  preparedNumber(of: Expression): NumberOf {
    const known = this.#numbers.get(of);
    if (known) return known;
    const run = numberOf(of, this);
    this.#numbers.set(of, run);
    return run;
  }

  preparedEffect(effect: Effect): void {
    this.slot(effect.quantity);
    this.preparedNumber(effect.by);
    if (effect.when) this.prepared(effect.when);
  }

  heldTracker(of: Condition): number {
    this.#heldInside(of);
    return this.#tracker(this.#held, JSON.stringify(of), this.held, () => of);
  }

  shareTracker(c: Extract<Condition, { op: 'share' }>): number {
    const { of, from, to } = c;
    return this.#tracker(this.#shares, JSON.stringify([of, from, to]), this.shares, () => ({ of, from, to }));
  }

  whileTracker(event: EventRef, of: Condition): number {
    return this.#tracker(this.#whiles, JSON.stringify([event, of]), this.whiles, () => ({
      events: new Set(this.events(event)),
      test: testOf(of, this),
    }));
  }

  /** Number of the watch over this condition; it exists once `follow` has seen it. */
  watch(of: Condition): number {
    const known = this.#watchOf.get(of);
    if (known !== undefined) return known;
    const index = this.#tracker(this.#watches, JSON.stringify(of), this.watches, () => of);
    this.#watchOf.set(of, index);
    return index;
  }

  /** Whether this condition is followed over time: only what stands inside a window, an anchor or a `since` is. */
  isWatched(of: Condition): boolean {
    return this.#watchOf.has(of) || this.#watches.has(JSON.stringify(of));
  }

  /** Number of the tracker of a `while` condition. */
  whileNumber(of: Extract<Condition, { op: 'while' }>): number {
    const known = this.#whileOf.get(of);
    if (known !== undefined) return known;
    const index = this.whileTracker(of.event, of.of);
    this.#whileOf.set(of, index);
    return index;
  }

  /** Prepares everything that windows, anchors and `since` will ask about this condition. */
  follow(of: Condition): void {
    switch (of.op) {
      case 'and':
      case 'or':
      case 'some':
        for (const one of of.of) this.follow(one);
        return;
      case 'not':
      case 'times':
        this.follow(of.of);
        return;
      case 'event':
        this.events(of.event);
        return;
      case 'running':
        for (const id of of.items) this.item(id);
        return;
      case 'window':
        this.follow(of.of);
        this.followWindow(of.window);
        return;
      case 'while':
        this.whileNumber(of);
        return;
      default:
        if (WATCHED.has(of.op)) this.watch(of);
    }
  }

  followWindow(window: Window): void {
    if (window.kind !== 'between') this.follow(window.anchor);
  }

  /** Whether any part is known only by looking at every tick. */
  watched(of: Condition): boolean {
    switch (of.op) {
      case 'and':
      case 'or':
      case 'some':
        return of.of.some((one) => this.watched(one));
      case 'not':
      case 'times':
        return this.watched(of.of);
      case 'window':
        return this.watched(of.of) || (of.window.kind !== 'between' && this.watched(of.window.anchor));
      case 'running':
      case 'in':
      case 'been':
      case 'event':
      case 'while':
        return false;
      default:
        return WATCHED.has(of.op);
    }
  }

  /** Spans inside a span are counted first. */
  #heldInside(of: Condition): void {
    if (of.op === 'held') this.heldTracker(of.of);
    else if (of.op === 'not') this.#heldInside(of.of);
    else if (of.op === 'and' || of.op === 'or' || of.op === 'some')
      for (const one of of.of) this.#heldInside(one);
  }

  #tracker<T>(known: Map<string, number>, key: string, list: T[], make: () => T): number {
    const index = known.get(key);
    if (index !== undefined) return index;
    // Made first: what it is made of may add trackers of its own, which must come before.
    const made = make();
    const added = list.push(made) - 1;
    known.set(key, added);
    return added;
  }
}
