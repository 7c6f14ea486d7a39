// Runs ticks as WebAssembly: one module for a playable, the registers of the encounter in play copied in and out around it.
import { CLOCK } from './registers';
import type { Layout } from './registers';
import type { Program } from './program';
import type { State } from './state';
import { translate } from './wasm-tick';
import type { Places, TickStop } from './wasm-tick';

/** Ticks of one call at the most: so many rows of history are kept for it. */
export const MOST_TICKS = 240;

/** What a call came to: the stop, or null when all its ticks were run. */
export interface Ran {
  readonly stop: TickStop | null;
  /** hand this back to go on after the stop */
  readonly entry: number;
}

/** A tick program as machine code. Not to be entered again while it runs. */
export interface TickMachine {
  /** Runs ticks from the state's present second to `until` (seconds), or on from a stop. */
  run(state: State, entry: number, until: number): Ran;
}

/**
 * Makes the machine of a playable; null where this place has no WebAssembly or does not allow it: then the interpreter
 * runs the same program, with the same results.
 */
export function tickMachine(
  program: Program,
  layout: Layout,
  registers: number,
  vitals: readonly number[],
): TickMachine | null {
  if (typeof WebAssembly === 'undefined') return null;
  const history = registers * 8;
  const width = vitals.length + 1;
  const places: Places = {
    now: layout.base('clock') + CLOCK.now,
    time: layout.base('clock') + CLOCK.time,
    seconds: layout.base('clock') + CLOCK.seconds,
    q: layout.base('q'),
    last: layout.base('last'),
    quantities: layout.size('q'),
    history,
    vitals: vitals.map((slot) => layout.base('q') + slot),
    end: history + 8 + MOST_TICKS * width * 4,
  };
  const { bytes, stops } = translate(program, places);
  let playing: State | null = null;
  const ask = (which: number): number => {
    if (!playing) return 0;
    playing.now = memory[places.now] ?? 0;
    return playing.playable.book.calls[which]?.(playing) ?? 0;
  };
  const made = instance(bytes, { exp: Math.exp, log10: Math.log10, pow: Math.pow, round: Math.round, ask });
  if (!made) return null;
  const memory = new Float64Array(made.memory.buffer, 0, registers);
  const cursor = new Int32Array(made.memory.buffer, history, 1);
  const rows = new Float32Array(made.memory.buffer, history + 8, MOST_TICKS * width);
  return {
    run(state, entry, until) {
      playing = state;
      memory.set(state.registers);
      memory[places.now] = state.now;
      if (entry === 0) cursor[0] = 0;
      const at = made.run(entry, until);
      playing = null;
      state.now = memory[places.now] ?? state.now;
      state.registers.set(memory);
      const written = (cursor[0] ?? 0) / 4;
      if (written > 0) {
        keep(state, rows.subarray(0, written), width);
        cursor[0] = 0;
      }
      return { stop: at === 0 ? null : (stops[at - 1] ?? null), entry: at };
    },
  };
}

interface Made {
  readonly memory: WebAssembly.Memory;
  readonly run: (entry: number, until: number) => number;
}

function instance(bytes: Uint8Array<ArrayBuffer>, host: WebAssembly.ModuleImports): Made | null {
  try {
    const { memory, run } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { host }).exports;
    if (!(memory instanceof WebAssembly.Memory) || typeof run !== 'function') return null;
    return { memory, run: (entry, until) => Number(Reflect.apply(run, null, [entry, until])) };
  } catch (error) {
    // A page whose policy forbids it says so by a CompileError; anything else is a fault of the translation.
    if (error instanceof WebAssembly.CompileError && /policy|disallowed/i.test(error.message)) return null;
    throw error;
  }
}

/** Writes down the vitals of the ticks that were run. */
function keep(state: State, rows: Float32Array, width: number): void {
  const begin = state.historyRows * width;
  if (begin + rows.length > state.history.length) {
    const longer = new Float32Array(Math.max(state.history.length * 2, begin + rows.length));
    longer.set(state.history);
    state.history = longer;
  }
  state.history.set(rows, begin);
  state.historyRows += rows.length / width;
}
