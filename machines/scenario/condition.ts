// The closed set of conditions and number expressions of the case language, as plain data that the compiler writes and the simulation reads.

/** Comparison operators; both sides are numbers in the same unit. */
export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '!=';

/** What can happen to an item, or to the encounter; each occurrence is kept with its patient time in seconds. */
export type EventKind =
  | 'asked' // a question was asked (counted at its end)
  | 'done' // the item counted as done, at the moment the item declares (`counts`)
  | 'ordered' // the request itself, also when it was declined by a gate
  | 'given' // a treatment started to act
  | 'stopped' // a treatment was stopped
  | 'resulted' // a report of the item arrived
  | 'phase' // a named moment of the item was reached, item id `procedure:x/pus-out`
  | 'declined' // a gate refused it in the story
  | 'chosen' // an item with a checklist was done with a choice, item id `tell:sbar/who`; an answer is `answer:cq9/b`
  | 'suspected' // a diagnosis stands in the working diagnosis, the differential or the final diagnosis
  | 'diagnosed' // a diagnosis stands in the final diagnosis
  | 'noted' // a note of this kind was written (`note:problem`)
  | 'happened' // an <Event> of the case fired
  | 'finished'; // the learner finished the encounter

/** A set of events: one kind over a list of item ids (an id, a class or a named set, expanded by the compiler). */
export interface EventRef {
  readonly kind: EventKind;
  /** Item ids, sorted; never empty. For suspected/diagnosed these are diagnosis ids. */
  readonly items: readonly string[];
}

/** A span of patient time on which events are looked for. Times in seconds since the encounter began. */
export type Window =
  /** fixed: from..to, both ends included */
  | { readonly kind: 'between'; readonly from: number; readonly to: number }
  /** from the anchor + `from` to the anchor + `to`, for each time the anchor happened (`to` null: no end) */
  | { readonly kind: 'around'; readonly anchor: Condition; readonly from: number; readonly to: number | null }
  /** up to the anchor + `plus`, from the beginning; when the anchor never happened there is no upper end unless `must` */
  | {
      readonly kind: 'until';
      readonly anchor: Condition;
      readonly plus: number;
      readonly must: boolean;
      readonly open: boolean;
    };

export type Condition =
  | { readonly op: 'always' }
  | { readonly op: 'never' }
  | { readonly op: 'and'; readonly of: readonly Condition[] }
  | { readonly op: 'or'; readonly of: readonly Condition[] }
  | { readonly op: 'not'; readonly of: Condition }
  /** two numbers compared now */
  | { readonly op: 'compare'; readonly left: Expression; readonly by: Comparison; readonly right: Expression }
  /** at least one of the events happened (inside the window in force, else ever) */
  | { readonly op: 'event'; readonly event: EventRef }
  /** at least one of these treatments or repeated orders is acting now (or at some moment of the window in force) */
  | { readonly op: 'running'; readonly items: readonly string[] }
  /** a region is in one of these stages now (or at some moment of the window in force) */
  | { readonly op: 'in'; readonly region: string; readonly stages: readonly string[] }
  /** a region has been in one of these stages at any moment until now */
  | { readonly op: 'been'; readonly region: string; readonly stages: readonly string[] }
  /** the condition has held without a break for at least this many seconds (of processed ticks) until now */
  | { readonly op: 'held'; readonly of: Condition; readonly seconds: number }
  /** the condition held for at least this share (0..1) of the processed time from..to; false before `to` is reached */
  | {
      readonly op: 'share';
      readonly of: Condition;
      readonly share: number;
      readonly from: number;
      readonly to: number;
    }
  /** at least `count` of these conditions */
  | { readonly op: 'some'; readonly count: number; readonly of: readonly Condition[] }
  /** the event happened at least `count` times, occurrences counted only when `apart` seconds after the one counted before */
  | { readonly op: 'times'; readonly count: number; readonly apart: number; readonly of: Condition }
  /** the inner events are looked for inside the window */
  | { readonly op: 'window'; readonly of: Condition; readonly window: Window }
  /** the event happened at a moment when the condition held */
  | { readonly op: 'while'; readonly event: EventRef; readonly of: Condition }
  /** the differential has at least `count` entries with at least one reason for and one against */
  | { readonly op: 'reasoned'; readonly count: number }
  /** the attempt's seed chose this variant */
  | { readonly op: 'variant'; readonly name: string; readonly value: string }
  /** clock time of day lies in from..to (seconds after midnight; may wrap over midnight) */
  | { readonly op: 'daytime'; readonly from: number; readonly to: number }
  /** the attempt's mode */
  | { readonly op: 'mode'; readonly mode: 'practice' | 'assessed' };

/** Functions of the expression language. `emax(x, max, half)` = max·x/(x+half); `curve(x, x0, y0, x1, y1, …)` is piecewise linear, flat outside; `between(lo, x, hi)` clamps. */
export const FUNCTIONS = [
  'min',
  'max',
  'abs',
  'round',
  'floor',
  'exp',
  'log10',
  'sqrt',
  'pow',
  'between',
  'emax',
  'curve',
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

export type Expression =
  | { readonly op: 'number'; readonly value: number }
  /** a level or vital; `last` = its value at the end of the tick before */
  | { readonly op: 'quantity'; readonly id: string; readonly last: boolean }
  /** a named measure of the case, evaluated when asked */
  | { readonly op: 'measure'; readonly id: string }
  /** patient time in minutes */
  | { readonly op: 'time' }
  /** minutes since the condition first held; Infinity while it never has */
  | { readonly op: 'since'; readonly of: Condition }
  /** minutes in the present stage of a region */
  | { readonly op: 'stage-time'; readonly region: string }
  /** how often a region has entered a stage */
  | { readonly op: 'entries'; readonly region: string; readonly stage: string }
  /** sum of the rates now acting, each in the rate unit of its item */
  | { readonly op: 'rate'; readonly items: readonly string[] }
  /** sum given so far: mL for fluids (`of: 'volume'`), else the dose unit of the item (`of: 'dose'`) */
  | { readonly op: 'total'; readonly items: readonly string[]; readonly of: 'volume' | 'dose' }
  /** how many different items of the list have the event (`distinct`), or how many occurrences in all */
  | { readonly op: 'count'; readonly event: EventRef; readonly distinct: boolean }
  /** the highest value of an attribute over the items whose event happened (inside the window, else ever); 0 if none */
  | {
      readonly op: 'highest';
      readonly attribute: string;
      readonly event: EventRef;
      readonly window: Window | null;
    }
  /** what the step being judged asks for: only in gates, timings, turns and effects of that item */
  | { readonly op: 'requested'; readonly of: 'rate' | 'dose' | 'volume' | 'minutes' }
  /** weight of the patient in kg */
  | { readonly op: 'weight' }
  | { readonly op: 'negate'; readonly of: Expression }
  | {
      readonly op: 'arithmetic';
      readonly by: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly op: 'call'; readonly name: FunctionName; readonly of: readonly Expression[] }
  | { readonly op: 'if'; readonly when: Condition; readonly yes: Expression; readonly no: Expression };
