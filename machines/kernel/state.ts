// The encounter as the kernel holds it: everything here is recomputed from the log and never stored.
import type { Playable } from '../playable';
import type { Item } from '../scenario/item';
import type { Effect } from '../scenario/item';
import type { Response } from '../scenario/scenario';
import type { TracingView } from '../scenario/tracing';
import type { ChartKind, Interruption, PhaseId } from '../view';
import type { DifferentialEntry, Request } from '../step';
import type { Block } from './registers';
import type { Sampled } from './sampling';
import type { Place } from '../machine/remembered';

/** One time that an event happened, with the step of the log that caused it (0: nobody's step). */
export interface Occurrence {
  readonly at: number;
  readonly sequence: number;
  readonly item: string;
}

/** A request on its way: from the signature to its last report. */
export interface Order {
  readonly item: Item;
  readonly request: Request;
  readonly sequence: number;
  readonly orderedAt: number;
  readonly startsAt: number;
  /** when a report without a time of its own arrives */
  readonly reportsAt: number;
  started: boolean;
  cancelled: boolean;
  /** reports still to come */
  awaited: number;
}

/** A treatment that acts now and holds until changed, stopped or run out. */
export interface Running {
  readonly item: Item;
  readonly order: Order;
  readonly since: number;
  rate: number;
  dose: number;
  every: number;
  changesAt: number | null;
  endsAt: number | null;
}

/** An amount that flows in evenly; `accounted` is the second up to which it was added to the totals. */
export interface Flow {
  readonly itemIndex: number;
  /** the treatment it belongs to: boluses of one item may flow side by side */
  readonly running: Running;
  readonly perSecond: number;
  readonly from: number;
  readonly amount: number;
  to: number;
  accounted: number;
}

export interface ActiveEffect {
  readonly slot: number;
  readonly by: number;
  readonly until: number;
  readonly whileRunning: string | null;
  /** the effect that follows the rate of what runs: it is set anew and not added */
  readonly follows: Effect | null;
}

export type Due =
  | { readonly kind: 'start'; readonly order: Order }
  | { readonly kind: 'phase'; readonly order: Order; readonly phase: string; readonly text: string | null }
  | {
      readonly kind: 'report';
      readonly order: Order;
      readonly response: Response | null;
      /** null: sampled when it arrives */
      readonly sampled: Sampled | null;
      readonly slot: readonly Response[] | null;
    }
  | { readonly kind: 'onset'; readonly effect: Effect; readonly order: Order | null; readonly slot: number }
  | { readonly kind: 'rate'; readonly item: Item; readonly rate: number; readonly order: Order }
  | { readonly kind: 'dose'; readonly running: Running }
  | { readonly kind: 'stop'; readonly item: Item; readonly order: Order; readonly running: Running | null }
  | { readonly kind: 'end'; readonly order: Order };

export interface Scheduled {
  readonly at: number;
  readonly rank: number;
  readonly due: Due;
}

/** A value of a report as sampled; a number, or a text of the case. */
export interface SampledValue {
  readonly analyte: string;
  readonly number: number | null;
  readonly text: string | null;
  readonly prefix: '<' | '>' | null;
  readonly note: string | null;
  readonly flagged: boolean;
}

/** A chart entry without language. */
export interface Entry {
  readonly at: number;
  readonly kind: ChartKind;
  readonly item: string | null;
  /** key of a text of the case used as title, when there is no item */
  readonly title: string | null;
  readonly text: string | null;
  readonly values: readonly SampledValue[];
  readonly figure: string | null;
  readonly tracing: TracingView | null;
  readonly request: Request | null;
  /** the case's words that it holds; null where it holds none of an item's answers */
  readonly response: Response | null;
  /** the learner's own words */
  readonly words: string | null;
  readonly critical: boolean;
  readonly code: string | null;
  readonly sequence: number;
}

/** A stage that a region was in, from a second on. */
export interface StageSpan {
  readonly stage: number;
  readonly from: number;
}

export interface Note<T> {
  readonly at: number;
  readonly sequence: number;
  readonly value: T;
}

/** A hint that was asked for: the rule it was taken from and the item that it has in mind. */
export interface Hint {
  readonly at: number;
  readonly sequence: number;
  readonly grade: 1 | 2 | 3;
  readonly rule: string;
  readonly item: string;
}

/** Numbers of the step being judged, for `requested` in expressions. */
export interface Requested {
  readonly rate: number;
  readonly dose: number;
  readonly volume: number;
  readonly minutes: number;
}

export const NOTHING_REQUESTED: Requested = { rate: 0, dose: 0, volume: 0, minutes: 0 };

/** All that changes while an encounter is played. Times are seconds of patient time since arrival. */
export class State {
  readonly playable: Playable;
  readonly attempt: string;
  readonly seed: string;
  mode: 'practice' | 'assessed';
  /** the mode that follows after so many steps, where another goes before */
  modeAfter: { readonly steps: number; readonly mode: 'practice' | 'assessed' } | null = null;
  /** the state of the machine */
  place: Place;
  phase: PhaseId = 'briefing';

  sequence = 0;
  now = 0;
  nextTick = 0;
  ticks = 0;
  dirty = true;
  tickSeconds = 0;
  /** second at which the first turn after a time falls due */
  timerAt = Infinity;

  /** every number that conditions and levels read; the arrays below are parts of it */
  readonly registers: Float64Array;
  /** where the clock's registers begin */
  readonly clock: number;
  readonly q: Float64Array;
  readonly last: Float64Array;
  readonly effectSum: Float64Array;
  readonly factors: Float64Array;
  readonly held: Float64Array;
  readonly shareTrue: Float64Array;
  readonly shareAll: Float64Array;
  readonly counts: Float64Array;
  readonly watching: Float64Array;
  readonly asked: Float64Array;
  readonly occurrences: Occurrence[][];
  readonly whiles: Occurrence[][];
  /** per watch: starts and ends of the times it held, in turn; an odd length is still open */
  readonly watches: number[][];

  readonly stage: Float64Array;
  readonly entered: Float64Array;
  readonly stageSpans: StageSpan[][];
  readonly entries: Int32Array[];

  readonly isRunning: Float64Array;
  readonly rates: Float64Array;
  readonly totals: Float64Array;
  readonly runningSpans: number[][];
  readonly running: Running[] = [];
  /** stopped for now, as they ran; `changesAt` is the second from which they are on hold */
  readonly onHold: Running[] = [];
  readonly flows: Flow[] = [];
  readonly effects: ActiveEffect[] = [];
  readonly queue: Scheduled[] = [];
  rank = 0;

  readonly orders: Order[] = [];
  readonly chart: Entry[] = [];
  readonly variants = new Map<string, string>();
  readonly eventOpen: Float64Array;
  readonly eventFired: Uint8Array;
  readonly checkpointOpen: Float64Array;
  readonly answers = new Map<string, readonly string[]>();
  readonly alarm: Float64Array;
  readonly seen: Float64Array;
  readonly alarmSince: Float64Array;
  readonly seenSince: Float64Array;
  interruptions: Interruption[] = [];
  requested: Requested = NOTHING_REQUESTED;

  problem: Note<string> | null = null;
  readonly working: Note<string>[] = [];
  readonly differentials: Note<readonly DifferentialEntry[]>[] = [];
  final: Note<readonly string[]> | null = null;
  reflection: string | null = null;
  readonly hints: Hint[] = [];
  cost = 0;
  /** mL drawn for tests */
  blood = 0;
  /** tubes of the last draw: tests that one of a kind still has blood for */
  readonly tubes = new Map<string, number>();
  drawnAt = -1;
  /** reports that have arrived */
  reports = 0;

  /** vitals after each recorded tick: time, then one value per vital */
  history: Float32Array;
  historyRows = 0;

  constructor(
    playable: Playable,
    attempt: string,
    seed: string,
    mode: 'practice' | 'assessed',
    place: Place,
  ) {
    const size = playable.sizes;
    this.playable = playable;
    this.attempt = attempt;
    this.seed = seed;
    this.mode = mode;
    this.place = place;
    const { layout } = playable.book;
    this.registers = new Float64Array(playable.registers);
    this.registers.set(layout.numbers, layout.base('number'));
    const part = (block: Block): Float64Array =>
      this.registers.subarray(layout.base(block), layout.base(block) + layout.size(block));
    this.clock = layout.base('clock');
    this.q = part('q');
    this.last = part('last');
    this.effectSum = part('push');
    this.factors = part('factor');
    this.held = part('held');
    this.shareTrue = part('shareTrue');
    this.shareAll = part('shareAll');
    this.counts = part('count');
    this.watching = part('watch');
    this.asked = part('asked');
    this.stage = part('stage');
    this.entered = part('entered');
    this.isRunning = part('running');
    this.rates = part('rate');
    this.totals = part('total');
    this.eventOpen = part('open');
    this.alarm = part('alarm');
    this.seen = part('seen');
    this.occurrences = Array.from({ length: size.events }, () => []);
    this.whiles = Array.from({ length: size.whiles }, () => []);
    this.watches = Array.from({ length: size.watches }, () => []);
    this.stageSpans = Array.from({ length: size.regions }, () => []);
    this.entries = playable.regions.map((region) => new Int32Array(region.stages.length));
    this.runningSpans = Array.from({ length: size.items }, () => []);
    this.eventFired = new Uint8Array(size.caseEvents);
    this.checkpointOpen = new Float64Array(size.checkpoints).fill(-1);
    this.alarmSince = new Float64Array(size.vitals);
    this.seenSince = new Float64Array(size.vitals).fill(-1);
    this.history = new Float32Array((size.vitals + 1) * 64);
  }
}
