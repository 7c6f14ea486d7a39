// Runs a program: one loop over numbers, so that a tick allocates nothing and calls almost nothing.
import type { State } from './state';

/** Why a program handed control back: `what` and `which` of its stop, and where to go on. */
export interface Halt {
  what: number;
  which: number;
  next: number;
}

/** `what` of a program that came to its end. */
export const END = 0;

/**
 * Runs `code` from `start` until it stops or gives a result. The result is returned; for a stop, 0, with the rest in
 * `halt`. Reads and writes the registers of the state only; `call` asks functions of the book.
 */
export function run(code: Int32Array, start: number, state: State, halt: Halt): number {
  const r = state.registers;
  const { calls } = state.playable.book;
  const now = state.now;
  let pc = start;
  for (;;) {
    const a = code[pc + 1] ?? 0;
    const b = code[pc + 2] ?? 0;
    const c = code[pc + 3] ?? 0;
    const op = code[pc];
    pc += 4;
    switch (op) {
      case 0:
        r[a] = r[b] ?? 0;
        break;
      case 1:
        r[a] = (r[b] ?? 0) + (r[c] ?? 0);
        break;
      case 2:
        r[a] = (r[b] ?? 0) - (r[c] ?? 0);
        break;
      case 3:
        r[a] = (r[b] ?? 0) * (r[c] ?? 0);
        break;
      case 4:
        r[a] = (r[b] ?? 0) / (r[c] ?? 0);
        break;
      case 5:
        r[a] = Math.min(r[b] ?? 0, r[c] ?? 0);
        break;
      case 6:
        r[a] = Math.max(r[b] ?? 0, r[c] ?? 0);
        break;
      case 7:
        r[a] = (r[b] ?? 0) ** (r[c] ?? 0);
        break;
      case 8:
        r[a] = -(r[b] ?? 0);
        break;
      case 9:
        r[a] = Math.abs(r[b] ?? 0);
        break;
      case 10:
        r[a] = Math.round(r[b] ?? 0);
        break;
      case 11:
        r[a] = Math.floor(r[b] ?? 0);
        break;
      case 12:
        r[a] = Math.exp(r[b] ?? 0);
        break;
      case 13:
        r[a] = Math.log10(r[b] ?? 0);
        break;
      case 14:
        r[a] = Math.sqrt(r[b] ?? 0);
        break;
      case 15: {
        const first = r[b] ?? Infinity;
        r[a] = first === Infinity ? Infinity : (now - first) / 60;
        break;
      }
      case 16:
        r[a] = calls[b]?.(state) ?? 0;
        break;
      case 17:
        pc = c;
        break;
      case 18:
        if ((r[a] ?? 0) < (r[b] ?? 0)) pc = c;
        break;
      case 19:
        if ((r[a] ?? 0) <= (r[b] ?? 0)) pc = c;
        break;
      case 20:
        if ((r[a] ?? 0) > (r[b] ?? 0)) pc = c;
        break;
      case 21:
        if ((r[a] ?? 0) >= (r[b] ?? 0)) pc = c;
        break;
      case 22:
        if (r[a] === r[b]) pc = c;
        break;
      case 23:
        if (r[a] !== r[b]) pc = c;
        break;
      case 24:
        if (!((r[a] ?? 0) < (r[b] ?? 0))) pc = c;
        break;
      case 25:
        if (!((r[a] ?? 0) <= (r[b] ?? 0))) pc = c;
        break;
      case 26:
        if (!((r[a] ?? 0) > (r[b] ?? 0))) pc = c;
        break;
      case 27:
        if (!((r[a] ?? 0) >= (r[b] ?? 0))) pc = c;
        break;
      case 28:
        pc = code[pc + 4 * (r[a] ?? 0) + 3] ?? 0;
        break;
      case 31:
        return r[a] ?? 0;
      default:
        halt.what = a;
        halt.which = b;
        halt.next = pc;
        return 0;
    }
  }
}
