// The live clock: what it owes in patient time, when that makes a wait, and why it stands still. It is told what time it is.

/** Why it stands still until somebody lets it go on. */
export type StandReason =
  | 'ready' // kept from another day, and not started yet
  | 'hand'
  | 'interrupted' // what would have interrupted a wait
  | 'refused'
  | 'conflict'
  | 'failed'
  | 'connection'
  | 'hidden'
  | 'alone' // nobody has touched the page for long
  | 'long'; // the log is nearly as long as one may be

/** What it waits for by itself, and goes on after. */
export type HoldReason = 'window' | 'tour';

export interface LiveClock {
  /** seconds of patient time in each second; 0: off */
  readonly rate: number;
  readonly stands: StandReason | null;
  /** seconds of patient time that have gone by and are in no step yet */
  readonly owed: number;
  /** when it was last looked at while it ran, in ms; null: it did not run */
  readonly looked: number | null;
  /** a wait of its own is under way */
  readonly sent: boolean;
}

export type Happening =
  | { readonly kind: 'set'; readonly rate: number }
  | { readonly kind: 'go' }
  | { readonly kind: 'stand'; readonly why: StandReason };

/** Rates that are always offered: as in life, ten seconds, and a minute in each second. */
export const usualRates = [1, 10, 60] as const;
export const MOST_RATE = 3600;

/** Longest time that one look counts, in ms: a computer that slept, or was busy, does not age the patient. */
const LONGEST_LOOK = 1_000;
/** Waits that may be owed at once: behind a slow server patient time falls back rather than jumps. */
const MOST_OWED = 2;

/** Seconds of one wait: whole grains of the case, and never more than one wait in a second. */
export const waitOf = (rate: number, grain: number): number => Math.ceil(rate / grain) * grain;

/** A clock at a rate (0: off) that stands or runs. */
export const newClock = (rate: number, stands: StandReason | null): LiveClock => ({
  rate,
  stands,
  owed: 0,
  looked: null,
  sent: false,
});

/** What becomes of it when something happens. What was owed is forgotten: going on never jumps. */
export function after(clock: LiveClock, happening: Happening): LiveClock {
  switch (happening.kind) {
    case 'set':
      return { ...clock, rate: happening.rate, stands: null, owed: 0, looked: null };
    case 'go':
      return clock.stands === null ? clock : { ...clock, stands: null, owed: 0, looked: null };
    case 'stand':
      // The first reason is told, not what followed from it.
      return clock.stands !== null ? clock : { ...clock, stands: happening.why, owed: 0, looked: null };
  }
}

/**
 * One look at the time. Gives the clock after it, and the seconds of the wait that is to be sent now, or null.
 * `busy`: a step is under way, so that none is sent; the time that a step of the learner's takes is not counted beside it.
 * `held`: the time does not count, and what is owed is kept.
 */
export function look(
  clock: LiveClock,
  now: { readonly at: number; readonly busy: boolean; readonly held: boolean },
  grain: number,
): { readonly clock: LiveClock; readonly wait: number | null } {
  const sent = clock.sent && now.busy;
  if (clock.rate === 0 || clock.stands !== null || now.held)
    return { clock: { ...clock, sent, looked: null }, wait: null };
  const gone =
    clock.looked === null || (now.busy && !sent)
      ? 0
      : Math.min(LONGEST_LOOK, Math.max(0, now.at - clock.looked));
  const length = waitOf(clock.rate, grain);
  const owed = Math.min(MOST_OWED * length, clock.owed + (gone * clock.rate) / 1_000);
  const waits = Math.floor(owed / length);
  if (now.busy || waits === 0) return { clock: { ...clock, sent, owed, looked: now.at }, wait: null };
  return {
    clock: { ...clock, sent: true, owed: owed - waits * length, looked: now.at },
    wait: waits * length,
  };
}

/** A rate as it was kept on the device; 0 for anything that is none. */
export function readRate(kept: string | undefined): number {
  const rate = Number(kept);
  return Number.isInteger(rate) && rate >= 1 && rate <= MOST_RATE ? rate : 0;
}
