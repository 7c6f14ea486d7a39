// Where every number of an encounter lives: blocks of one array, laid out once all conditions of a scenario have been compiled.

/** Blocks of registers. `scratch` is each program's own. */
export const BLOCKS = [
  'number', // constants of the scenario
  'q', // levels and vitals
  'last', // the same at the end of the tick before
  'push', // sum of the effects on each
  'hoist', // what changes only when something happens
  'rate', // per item: rate that acts now
  'total', // per item: amount given so far
  'running', // per item: 1 while it acts
  'count', // per event: how often it happened
  'held', // per span: seconds that it has held
  'shareTrue',
  'shareAll',
  'stage', // per region: number of the present stage
  'entered', // per region: second of its entry
  'watch', // per watched condition: 1 while it holds
  'open', // per case event: 1 while its condition holds
  'asked', // per checkpoint: 1 once it is open, or never to be opened
  'seen', // per vital: 1 while it is on the monitor
  'alarm', // per vital: −1, 0, 1
  'clock', // see CLOCK
  'factor', // what depends on the length of the tick
  'shared', // scratch of programs that call nothing
  'scratch',
] as const;
export type Block = (typeof BLOCKS)[number];

/** Registers of the clock block. */
export const CLOCK = {
  now: 0,
  time: 1,
  minutes: 2,
  seconds: 3,
  rate: 4,
  dose: 5,
  volume: 6,
  length: 7,
} as const;

/** Block and index in one number until the layout is fixed; then the place in the array. */
export type Register = number;

const STRIDE = 2 ** 20;

/** Collects what is needed of each block, and fixes the places at the end. */
export class Layout {
  readonly numbers: number[] = [];
  readonly #known = new Map<number, Register>();
  readonly #sizes = new Map<Block, number>();
  #bases: readonly number[] | null = null;
  readonly #baseOf = new Map<Block, number>();

  constructor() {
    this.reserve('clock', 8);
  }

  /** Makes sure that the block has at least this many registers. */
  reserve(block: Block, size: number): void {
    if (size > this.size(block)) this.#sizes.set(block, size);
  }

  size(block: Block): number {
    return this.#sizes.get(block) ?? 0;
  }

  at(block: Block, index: number): Register {
    this.reserve(block, index + 1);
    return BLOCKS.indexOf(block) * STRIDE + index;
  }

  /** A fresh register of the block. */
  next(block: Block): Register {
    return this.at(block, this.size(block));
  }

  constant(value: number): Register {
    const known = this.#known.get(value);
    if (known !== undefined && !Object.is(value, -0)) return known;
    if (this.#bases) throw new Error(`the number ${value} was not known when the scenario was compiled`);
    const register = this.next('number');
    this.numbers.push(value);
    this.#known.set(value, register);
    return register;
  }

  /** Fixes the places. Returns the length of the array. */
  lay(): number {
    let length = 0;
    this.#bases = BLOCKS.map((block) => {
      const base = length;
      this.#baseOf.set(block, base);
      length += this.size(block);
      return base;
    });
    return length;
  }

  /** First place of a block. */
  base(block: Block): number {
    return this.#baseOf.get(block) ?? 0;
  }

  /** Place of a register; `scratch` is where the asking program's own registers begin. */
  place(register: Register, scratch: number): number {
    const block = Math.floor(register / STRIDE);
    const index = register % STRIDE;
    return BLOCKS[block] === 'scratch' ? scratch + index : (this.#bases?.[block] ?? 0) + index;
  }
}
