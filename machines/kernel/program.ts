// A small program over the registers of an encounter: what a tick computes, or one condition, as a list of four-number instructions.
import type { Layout, Register } from './registers';

/** Instructions. The letters say what their operands are: r register, n number, - nothing. */
export const OPS = {
  move: [0, 'rr-'],
  add: [1, 'rrr'],
  subtract: [2, 'rrr'],
  multiply: [3, 'rrr'],
  divide: [4, 'rrr'],
  min: [5, 'rrr'],
  max: [6, 'rrr'],
  power: [7, 'rrr'],
  negate: [8, 'rr-'],
  abs: [9, 'rr-'],
  round: [10, 'rr-'],
  floor: [11, 'rr-'],
  exp: [12, 'rr-'],
  log10: [13, 'rr-'],
  sqrt: [14, 'rr-'],
  /** minutes since the second in the register; Infinity when it never came */
  since: [15, 'rr-'],
  /** asks a function of the book */
  call: [16, 'rn-'],
  jump: [17, '--n'],
  'if <': [18, 'rrn'],
  'if <=': [19, 'rrn'],
  'if >': [20, 'rrn'],
  'if >=': [21, 'rrn'],
  'if =': [22, 'rrn'],
  'if !=': [23, 'rrn'],
  // "unless <" is not "if >=": a number that is not one (0/0) holds in no comparison.
  'unless <': [24, 'rrn'],
  'unless <=': [25, 'rrn'],
  'unless >': [26, 'rrn'],
  'unless >=': [27, 'rrn'],
  /** goes to the row with the number in the register; the rows follow */
  switch: [28, 'r--'],
  row: [29, '--n'],
  /** hands control back, saying what and which */
  stop: [30, 'nn-'],
  /** hands back the register's value */
  result: [31, 'r--'],
} as const;
export type Op = keyof typeof OPS;

/** A place in a program that jumps may name before it is known. */
export interface Label {
  at: number;
  readonly uses: number[];
}

export class Program {
  /** instructions, ready to run once the layout is fixed */
  code: Int32Array = new Int32Array(0);
  readonly #words: number[] = [];
  readonly #layout: Layout;
  #scratch = 0;
  #calls = false;

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  /** Position of the next instruction. */
  get here(): number {
    return this.#words.length;
  }

  /** Adds an instruction; operands are registers, or plain numbers where the instruction says so. */
  emit(op: Op, a: Register = 0, b: Register = 0, c: Register = 0): void {
    if (op === 'call') this.#calls = true;
    this.#words.push(OPS[op][0], a, b, c);
  }

  label(): Label {
    return { at: -1, uses: [] };
  }

  jump(op: Op, a: Register, b: Register, to: Label): void {
    to.uses.push(this.here);
    this.emit(op, a, b, 0);
  }

  place(label: Label): void {
    label.at = this.here;
  }

  /** Fills in where the label is. */
  bind(label: Label): void {
    for (const use of label.uses) this.#words[use + 3] = label.at;
  }

  /** A register of this program's own. */
  scratch(): Register {
    this.#scratch += 1;
    return this.#layout.at('scratch', this.#scratch - 1);
  }

  /** How many registers of its own it uses, and whether something else may run in the middle of it. */
  get own(): { readonly size: number; readonly nested: boolean } {
    return { size: this.#scratch, nested: this.#calls };
  }

  /** Writes the code with the places of its registers; its own begin at `scratch`. */
  lay(scratch: number): void {
    const forms = new Map<number, string>(Object.values(OPS).map(([code, form]) => [code, form]));
    this.code = new Int32Array(this.#words.length);
    for (let at = 0; at < this.#words.length; at += 4) {
      const op = this.#words[at] ?? 0;
      const form = forms.get(op) ?? '---';
      this.code[at] = op;
      for (let i = 0; i < 3; i += 1) {
        const operand = this.#words[at + 1 + i] ?? 0;
        this.code[at + 1 + i] = form[i] === 'r' ? this.#layout.place(operand, scratch) : operand;
      }
    }
  }
}
