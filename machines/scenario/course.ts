// The patient of a compiled case: quantities, stages and turns, what befalls them, how long things take, what is refused in the story.
import type { Condition, EventRef, Expression } from './condition';
import type { Effect, ItemId } from './item';
import type { Rhythm } from './rhythm';
import type { TextKey } from './scenario';

/**
 * A level (hidden) or a vital (observable). Quantities are computed once a tick in the order of this list; a quantity
 * sees the new value of those before it, its own previous value, and through `last` the previous value of any.
 */
export interface Quantity {
  readonly id: string;
  readonly kind: 'level' | 'vital';
  readonly unit: string;
  readonly starts: Expression;
  /** first regime whose condition holds is applied; none: the value holds */
  readonly regimes: readonly Regime[];
  readonly least?: number;
  readonly most?: number;
  /** vitals only */
  readonly vital?: {
    /** what draws it: hr, map, sbp, dbp, spo2, rr, temperature, uo, gcs, pain, etco2 … decides colour and place on the monitor */
    readonly channel: string;
    readonly decimals: number;
    readonly label: TextKey;
    /** shown on the monitor only when this holds */
    readonly seen: Condition;
    readonly alarmLow?: number;
    readonly alarmHigh?: number;
  };
}

/** One way a quantity changes in a tick of `dt` minutes (`base` = the case's base tick). */
export type Regime = { readonly when?: Condition } /** takes this value */ & (
  | { readonly kind: 'is'; readonly value: Expression }
  /** += perMinute·dt */
  | { readonly kind: 'rises'; readonly perMinute: Expression }
  /** *= exp(−dt/minutes) */
  | { readonly kind: 'decays'; readonly minutes: number }
  /** += (target + effects − value)·f, f = base/lag for a base tick, 1 − (1 − base/lag)^(dt/base) for a longer one */
  | {
      readonly kind: 'towards';
      readonly target: Expression;
      readonly lag: number;
      readonly least?: number;
      readonly most?: number;
    }
);

/** An orthogonal region of the patient's statechart. `course` is the first; stages of one region exclude each other. */
export interface Region {
  readonly id: string;
  readonly label: TextKey;
  readonly initial: string;
  readonly stages: readonly Stage[];
  /** top to bottom, first match wins; at most one turn by condition a tick in each region */
  readonly turns: readonly Turn[];
  /** the learner is shown the stage itself (location); otherwise only its look */
  readonly shown: boolean;
}

export interface Stage {
  readonly id: string;
  readonly label: TextKey;
  /** what the patient looks like; told on every entry */
  readonly look?: TextKey;
  /** seconds between ticks while in this stage (default the base tick) */
  readonly tick?: number;
  /** verbs that cannot be used while in this stage */
  readonly forbids: readonly string[];
  /** the encounter at the bedside ends here */
  readonly ends: boolean;
  /** artwork: a keyword such as `compensating`, `profound`, `arrest`, `dead`, `well` */
  readonly figure?: string;
  /** what an attached monitor draws; the first region whose present stage names one decides, else sinus rhythm */
  readonly rhythm?: Rhythm;
  /** entering it interrupts a wait */
  readonly interrupts: boolean;
}

export interface Turn {
  readonly id: string;
  /** absent: from any stage that does not end the encounter */
  readonly from?: readonly string[];
  readonly to: string;
  readonly when: Condition;
  /** taken at the instant one of these events happens (after `when`), not at ticks */
  readonly on?: EventRef;
  /** taken exactly this many seconds after the stage was entered (and `when` holds then), not at ticks */
  readonly after?: number;
  readonly sets: readonly Assignment[];
  readonly text?: TextKey;
}

export interface Assignment {
  readonly quantity: string;
  readonly to: Expression;
}

/** Something that befalls the patient or the team. */
export interface CaseEvent {
  readonly id: string;
  readonly when: Condition;
  readonly on?: EventRef;
  /** once, or each time the condition becomes true again */
  readonly repeats: boolean;
  readonly effects: readonly Effect[];
  readonly sets: readonly Assignment[];
  readonly text?: TextKey;
  readonly figure?: string;
  readonly interrupts: boolean;
}

/** Changes how long something takes. Applied in order; each sees what the one before made. */
export interface Timing {
  readonly items: readonly ItemId[];
  readonly when: Condition;
  readonly of: 'lead' | 'takes' | 'turnaround' | 'all';
  readonly set?: number;
  readonly add?: number;
  readonly times?: number;
  /** round up to a multiple of this many seconds */
  readonly round?: number;
}

/** A refusal inside the story: the step stands in the log and counts as ordered, but nothing starts. First match wins. */
export interface Gate {
  readonly items: readonly ItemId[];
  readonly when: Condition;
  readonly text: TextKey;
}
