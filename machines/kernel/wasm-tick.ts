// Translates the program of a tick to WebAssembly, so that ticks run one after another as machine code until something happens.
import type { Program } from './program';
import { OPS } from './program';
import { BYTE, float, moduleOf, signed, TYPE, unsigned } from './wasm-bytes';
import type { Import } from './wasm-bytes';

/** Where things are, in bytes of the module's memory; registers begin at 0. */
export interface Places {
  readonly now: number;
  readonly time: number;
  readonly seconds: number;
  readonly q: number;
  readonly last: number;
  readonly quantities: number;
  /** rows of 32-bit numbers that the ticks write: seconds, then each vital */
  readonly history: number;
  readonly vitals: readonly number[];
  readonly end: number;
}

/** A stop of the program; its number, from 1, is what `run` returns, and where it goes on when handed back. */
export interface TickStop {
  readonly what: number;
  readonly which: number;
}

const HOST: readonly Import[] = [
  { name: 'exp', takes: [TYPE.f64], gives: [TYPE.f64] },
  { name: 'log10', takes: [TYPE.f64], gives: [TYPE.f64] },
  { name: 'pow', takes: [TYPE.f64, TYPE.f64], gives: [TYPE.f64] },
  { name: 'round', takes: [TYPE.f64], gives: [TYPE.f64] },
  { name: 'ask', takes: [TYPE.i32], gives: [TYPE.f64] },
];
const HOST_INDEX = { exp: 0, log10: 1, pow: 2, round: 3, ask: 4 } as const;

const NAMES = new Map<number, string>(Object.entries(OPS).map(([name, [code]]) => [code, name]));

const load = (register: number): number[] => [BYTE.i32Const, 0, BYTE.f64Load, 3, ...unsigned(register * 8)];
const store = (register: number, value: readonly number[]): number[] => [
  BYTE.i32Const,
  0,
  ...value,
  BYTE.f64Store,
  3,
  ...unsigned(register * 8),
];

const BINARY: Readonly<Record<string, number>> = {
  add: BYTE.f64Add,
  subtract: BYTE.f64Sub,
  multiply: BYTE.f64Mul,
  divide: BYTE.f64Div,
  min: BYTE.f64Min,
  max: BYTE.f64Max,
};
const UNARY: Readonly<Record<string, readonly number[]>> = {
  move: [],
  negate: [BYTE.f64Neg],
  abs: [BYTE.f64Abs],
  floor: [BYTE.f64Floor],
  sqrt: [BYTE.f64Sqrt],
  exp: [BYTE.call, HOST_INDEX.exp],
  log10: [BYTE.call, HOST_INDEX.log10],
  round: [BYTE.call, HOST_INDEX.round],
};
const COMPARE: Readonly<Record<string, number>> = {
  '<': BYTE.f64Lt,
  '<=': BYTE.f64Le,
  '>': BYTE.f64Gt,
  '>=': BYTE.f64Ge,
  '=': BYTE.f64Eq,
  '!=': BYTE.f64Ne,
};

/**
 * The module of a tick program, with its stops. `run(entry, until)` runs ticks at `now`, `now + seconds`, … as long as
 * they are not later than `until`, and returns 0; or the number of the stop it came to, from where it is resumed by that number.
 */
export function translate(
  program: Program,
  places: Places,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly stops: readonly TickStop[] } {
  const { code } = program;
  const stops: TickStop[] = [];
  const resumes: number[] = [];
  const targets = new Set<number>();
  for (let pc = 0; pc < code.length; pc += 4) {
    const name = NAMES.get(code[pc] ?? 0) ?? '';
    if (name === 'jump' || name === 'row' || name.startsWith('if ') || name.startsWith('unless '))
      targets.add(code[pc + 3] ?? 0);
    if (name === 'stop' && (code[pc + 1] ?? 0) !== 0) {
      stops.push({ what: code[pc + 1] ?? 0, which: code[pc + 2] ?? 0 });
      resumes.push(pc + 4);
      targets.add(pc + 4);
    }
  }
  // All jumps go forward, so every target can be the end of a block opened at the beginning; the nearest is innermost.
  const ends = [...targets].toSorted((a, b) => a - b);
  const order = new Map(ends.map((end, index) => [end, index]));
  const body: number[] = [BYTE.loop, TYPE.nothing, ...opening(places)];
  for (let i = 0; i < ends.length; i += 1) body.push(BYTE.block, TYPE.nothing);
  body.push(BYTE.block, TYPE.nothing, BYTE.localGet, 0, BYTE.i32Eqz, BYTE.brIf, 0, BYTE.localGet, 0);
  // One block more is open here: the one that a fresh tick leaves.
  body.push(
    BYTE.brTable,
    ...unsigned(resumes.length),
    ...[0, ...resumes.map((at) => (order.get(at) ?? 0) + 1)].flatMap(unsigned),
    BYTE.end,
  );
  let closed = 0;
  let stop = 0;
  for (let pc = 0; pc < code.length; pc += 4) {
    if (ends[closed] === pc) {
      body.push(BYTE.end);
      closed += 1;
    }
    const depth = (target: number): number[] => unsigned((order.get(target) ?? 0) - closed);
    if (code[pc] === OPS.stop[0] && (code[pc + 1] ?? 0) !== 0) {
      stop += 1;
      body.push(BYTE.i32Const, ...signed(stop), BYTE.return);
    } else body.push(...instruction(code, pc, depth, places));
  }
  for (; closed < ends.length; closed += 1) body.push(BYTE.end);
  body.push(...closing(places), BYTE.end, BYTE.i32Const, 0);
  return { bytes: moduleOf(HOST, Math.ceil(places.end / 65_536), 1, body), stops };
}

/** A fresh tick: the clock, and the values of the tick before. A resumed one has done this. */
function opening(places: Places): number[] {
  const begin = [
    ...store(places.time, [...load(places.now), BYTE.f64Const, ...float(60), BYTE.f64Div]),
    // memory.copy(last, q, length)
    BYTE.i32Const,
    ...signed(places.last * 8),
    BYTE.i32Const,
    ...signed(places.q * 8),
    BYTE.i32Const,
    ...signed(places.quantities * 8),
    BYTE.saturating,
    10,
    0,
    0,
  ];
  return [BYTE.block, TYPE.nothing, BYTE.localGet, 0, BYTE.brIf, 0, ...begin, BYTE.end];
}

/** The end of a tick: the vitals are written down, and the next tick begins unless it is later than `until`. */
function closing(places: Places): number[] {
  const cursor = [BYTE.i32Const, 0, 0x28, 2, ...unsigned(places.history)];
  const rows = [places.now, ...places.vitals].flatMap((register, index) => [
    ...cursor,
    ...load(register),
    BYTE.f32DemoteF64,
    BYTE.f32Store,
    2,
    ...unsigned(places.history + 8 + index * 4),
  ]);
  const width = (places.vitals.length + 1) * 4;
  const advance = [
    BYTE.i32Const,
    0,
    ...cursor,
    BYTE.i32Const,
    ...signed(width),
    BYTE.i32Add,
    0x36,
    2,
    ...unsigned(places.history),
  ];
  const next = [...load(places.now), ...load(places.seconds), BYTE.f64Add];
  const again = [...store(places.now, next), BYTE.i32Const, 0, BYTE.localSet, 0, BYTE.br, 1];
  return [
    ...rows,
    ...advance,
    BYTE.block,
    TYPE.nothing,
    ...next,
    BYTE.localGet,
    1,
    BYTE.f64Gt,
    BYTE.brIf,
    0,
    ...again,
    BYTE.end,
  ];
}

function instruction(
  code: Int32Array,
  pc: number,
  depth: (target: number) => number[],
  places: Places,
): number[] {
  const [op = 0, a = 0, b = 0, c = 0] = code.subarray(pc, pc + 4);
  const name = NAMES.get(op) ?? '';
  const binary = BINARY[name];
  if (binary !== undefined) return store(a, [...load(b), ...load(c), binary]);
  const unary = UNARY[name];
  if (unary !== undefined) return store(a, [...load(b), ...unary]);
  const [word = '', by = ''] = name.split(' ');
  const compare = COMPARE[by];
  if (compare !== undefined)
    return [
      ...load(a),
      ...load(b),
      compare,
      ...(word === 'unless' ? [BYTE.i32Eqz] : []),
      BYTE.brIf,
      ...depth(c),
    ];
  switch (name) {
    case 'power':
      return store(a, [...load(b), ...load(c), BYTE.call, HOST_INDEX.pow]);
    case 'since': {
      const never = [...load(b), BYTE.f64Const, ...float(Infinity)];
      const minutes = [
        ...load(places.now),
        ...load(b),
        BYTE.f64Sub,
        BYTE.f64Const,
        ...float(60),
        BYTE.f64Div,
      ];
      return store(a, [BYTE.f64Const, ...float(Infinity), ...minutes, ...never, BYTE.f64Eq, BYTE.select]);
    }
    case 'call':
      return store(a, [BYTE.i32Const, ...signed(b), BYTE.call, HOST_INDEX.ask]);
    case 'jump':
      return [BYTE.br, ...depth(c)];
    case 'switch': {
      const rows: number[][] = [];
      for (let row = pc + 4; NAMES.get(code[row] ?? 0) === 'row'; row += 4)
        rows.push(depth(code[row + 3] ?? 0));
      const last = rows.at(-1) ?? [0];
      // i32.trunc_sat_f64_u: stage numbers are small whole numbers
      return [
        ...load(a),
        BYTE.saturating,
        3,
        BYTE.brTable,
        ...unsigned(rows.length - 1),
        ...rows.slice(0, -1).flat(),
        ...last,
      ];
    }
    default:
      // rows stand in their switch; the end of the program is the end of the tick
      return [];
  }
}
