// The few bytes of WebAssembly that a tick needs: numbers in LEB128, sections, instructions.

/** Instruction bytes, by their names in the specification. */
export const BYTE = {
  block: 0x02,
  loop: 0x03,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  f64Load: 0x2b,
  f64Store: 0x39,
  f32Store: 0x38,
  i32Const: 0x41,
  f64Const: 0x44,
  i32Eqz: 0x45,
  f64Eq: 0x61,
  f64Ne: 0x62,
  f64Lt: 0x63,
  f64Gt: 0x64,
  f64Le: 0x65,
  f64Ge: 0x66,
  i32Add: 0x6a,
  f64Abs: 0x99,
  f64Neg: 0x9a,
  f64Floor: 0x9c,
  f64Sqrt: 0x9f,
  f64Add: 0xa0,
  f64Sub: 0xa1,
  f64Mul: 0xa2,
  f64Div: 0xa3,
  f64Min: 0xa4,
  f64Max: 0xa5,
  f32DemoteF64: 0xb6,
  saturating: 0xfc,
} as const;

/** "\0asm", version 1. */
const MAGIC = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00] as const;

export const TYPE = { i32: 0x7f, f64: 0x7c, func: 0x60, nothing: 0x40 } as const;

/** An unsigned number. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  do {
    const low = left % 128;
    left = Math.floor(left / 128);
    bytes.push(left > 0 ? low + 128 : low);
  } while (left > 0);
  return bytes;
}

/** A signed number that is not negative: one more bit is needed for its sign. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (;;) {
    const low = left % 128;
    left = Math.floor(left / 128);
    if (left === 0 && low < 64) return [...bytes, low];
    bytes.push(low + 128);
  }
}

/** A floating-point number, eight bytes, little end first. */
export function float(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value, true);
  return Array.from({ length: 8 }, (_, i) => view.getUint8(i));
}

const text = (value: string): number[] => [
  value.length,
  ...Array.from(value, (letter) => letter.charCodeAt(0)),
];

/** A function that the module imports from `host`. */
export interface Import {
  readonly name: string;
  readonly takes: readonly number[];
  readonly gives: readonly number[];
}

/** A module with a memory of `pages` and one exported function `run(entry: i32, until: f64): i32` with `locals` further f64 locals. */
export function moduleOf(
  imports: readonly Import[],
  pages: number,
  locals: number,
  body: readonly number[],
): Uint8Array<ArrayBuffer> {
  const types = [
    ...imports.map(({ takes, gives }) => ({ takes, gives })),
    { takes: [TYPE.i32, TYPE.f64], gives: [TYPE.i32] },
  ];
  const section = (id: number, items: readonly (readonly number[])[]): number[] => {
    const content = [...unsigned(items.length), ...items.flat()];
    return [id, ...unsigned(content.length), ...content];
  };
  const code = [...(locals > 0 ? [1, ...unsigned(locals), TYPE.f64] : [0]), ...body, BYTE.end];
  return Uint8Array.from([
    ...MAGIC,
    ...section(
      1,
      types.map(({ takes, gives }) => [TYPE.func, takes.length, ...takes, gives.length, ...gives]),
    ),
    ...section(
      2,
      imports.map(({ name }, index) => [...text('host'), ...text(name), 0x00, index]),
    ),
    ...section(3, [[imports.length]]),
    ...section(5, [[0x00, ...unsigned(pages)]]),
    ...section(7, [
      [...text('memory'), 0x02, 0x00],
      [...text('run'), 0x00, imports.length],
    ]),
    ...section(10, [[...unsigned(code.length), ...code]]),
  ]);
}
