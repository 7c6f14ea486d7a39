// The compiled case: immutable, canonical JSON that the simulation runs and that never leaves the server.
import type { Condition, EventRef, Expression } from './condition';
import type { Effect, Item, ItemId, Language, Analyte } from './item';

/** A piece of prose as data, drawn from a closed list of tags. */
export type ProseNode =
  | string
  | {
      readonly tag: ProseTag;
      readonly of: readonly ProseNode[];
      readonly align?: readonly (string | null)[];
    };
export const PROSE_TAGS = [
  'p',
  'em',
  'strong',
  'ul',
  'ol',
  'li',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'h2',
  'h3',
  'blockquote',
  'br',
  'code',
  'sub',
  'sup',
] as const;
export type ProseTag = (typeof PROSE_TAGS)[number];
export type Prose = readonly ProseNode[];

/** Texts by key; each in the languages the author wrote. The case's own language is always there. */
export type Texts = { readonly [key: string]: { readonly [language in Language]?: Prose } };
/** Key into `Scenario.texts`. */
export type TextKey = string;

export interface Scenario {
  readonly format: 1;
  readonly id: string;
  /** hash of the ward's catalogue this case was linked against */
  readonly ward: string;
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly cover: Cover;
  readonly patient: Patient;
  /** clock time of arrival, seconds after midnight */
  readonly arrival: number;
  readonly tick: { readonly base: number };
  readonly sources: { readonly [id: string]: Source };
  readonly texts: Texts;
  /** items the case changes or adds, complete (the ward's item already merged in) */
  readonly items: { readonly [id: ItemId]: Item };
  readonly analytes: { readonly [id: string]: Analyte };
  /** items of the ward that are not offered in this setting, with the reason shown */
  readonly withheld: { readonly [id: ItemId]: TextKey };
  readonly variants: {
    readonly [name: string]: readonly { readonly value: string; readonly weight: number }[];
  };
  readonly quantities: readonly Quantity[];
  readonly measures: { readonly [id: string]: Expression };
  readonly regions: readonly Region[];
  readonly events: readonly CaseEvent[];
  readonly timings: readonly Timing[];
  readonly gates: readonly Gate[];
  readonly responses: { readonly [id: ItemId]: readonly Response[] };
  /** effects the case gives to items, beside those of the catalogue */
  readonly effects: { readonly [id: ItemId]: readonly Effect[] };
  readonly checkpoints: readonly Checkpoint[];
  readonly scoring: Scoring;
  readonly outcomes: readonly Outcome[];
  readonly debrief: Debrief;
  readonly figures: { readonly [id: string]: Figure };
}

export interface Cover {
  readonly title: TextKey;
  /** the presenting complaint as the shelf shows it; never the diagnosis */
  readonly complaint: TextKey;
  readonly role: TextKey;
  readonly task: TextKey;
  readonly opening: TextKey;
  readonly setting: string;
  readonly level: string;
  /** minutes of real time a play takes */
  readonly minutes: number;
  readonly authors: readonly string[];
  readonly review: string;
  readonly licence: string;
}

export interface Patient {
  readonly name: string;
  readonly age: number;
  readonly sex: 'male' | 'female';
  /** kg */
  readonly weight: number;
  /** cm */
  readonly height?: number;
}

export interface Source {
  readonly cite: string;
  readonly doi?: string;
  readonly url?: string;
  /** YYYY-MM of the last look */
  readonly checked?: string;
  readonly note?: string;
}

/** How sure a claim is: checked against the source, against a secondary summary, own knowledge, a design choice, the source case. */
export type Evidence = 'checked' | 'secondary' | 'knowledge' | 'design' | 'case';

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

/** An answer, finding, reply or report. Those with the same `slot` are alternatives: the first whose `when` holds at sampling. */
export interface Response {
  readonly slot: number;
  readonly when: Condition;
  /** absent: at the item's turnaround (or at once for questions and examinations) */
  readonly at?: { readonly from: 'order' | 'start'; readonly seconds: number };
  readonly text?: TextKey;
  readonly values?: readonly ResultValue[];
  readonly figure?: string;
  /** arrival interrupts a wait */
  readonly critical: boolean;
  readonly kind: 'answer' | 'finding' | 'reply' | 'report' | 'result';
  /** values and condition are judged when the report arrives instead of at sampling */
  readonly judgedOnArrival: boolean;
  /** the item did not work as meant: it does not count as done (a manoeuvre refused) */
  readonly fails: boolean;
  /** also counts as resulted:<these items> (a reflex test) */
  readonly reports: readonly ItemId[];
}

export interface ResultValue {
  readonly analyte: string;
  readonly value: { readonly number: Expression; readonly prefix?: '<' | '>' } | { readonly text: TextKey };
  /** shown beside the value */
  readonly note?: TextKey;
  readonly flagged: boolean;
}

export interface Checkpoint {
  readonly id: string;
  readonly opens: Condition;
  readonly text: TextKey;
  readonly many: boolean;
  readonly options: readonly { readonly id: string; readonly text: TextKey; readonly right: boolean }[];
  readonly feedback: TextKey;
  /** asked in assessed attempts too */
  readonly assessed: boolean;
  readonly sources: readonly string[];
}

export interface Scoring {
  readonly domains: readonly { readonly id: string; readonly name: TextKey; readonly points: number }[];
  readonly rules: readonly Rule[];
  readonly penalties: readonly Penalty[];
  readonly criticals: readonly Critical[];
  /** penalties together take away at most this */
  readonly penaltyCap: number;
  readonly grades: readonly {
    readonly id: 'pass' | 'merit' | 'distinction';
    readonly points: number;
    readonly needs: Condition;
  }[];
  readonly diagnosis: DiagnosisKey;
}

export interface Rule {
  readonly id: string;
  readonly domain: string;
  readonly points: number;
  readonly label: TextKey;
  /** why, one sentence, shown in the debrief */
  readonly reason: TextKey;
  readonly keyFeature: boolean;
  /** must hold, else nothing is earned */
  readonly needs: Condition;
  /** first that holds gives its points; labels such as `full`, `half` are shown with the window in words */
  readonly credits: readonly Credit[];
  /** the points of the credit are multiplied by this (0..1) */
  readonly times?: Expression;
  /** `diagnosis`: the points come from the diagnosis key; credits are then empty */
  readonly by?: 'diagnosis';
  readonly sources: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface Credit {
  readonly label: string;
  /** number, or an expression clamped to 0..points */
  readonly points: Expression;
  readonly when: Condition;
  /** the window as the author wrote it, for the ledger */
  readonly window: string;
}

export interface Penalty {
  readonly id: string;
  readonly points: number;
  readonly label: TextKey;
  readonly reason: TextKey;
  readonly when: Condition;
  /** not added when one of these penalties stands */
  readonly unless: readonly string[];
  /** points once for each of these items whose event happened (at most) */
  readonly each?: EventRef;
  readonly critical?: string;
  readonly sources: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface Critical {
  readonly id: string;
  readonly label: TextKey;
  readonly reason: TextKey;
  readonly when: Condition;
  readonly sources: readonly string[];
}

/** How a typed final diagnosis is judged. */
export interface DiagnosisKey {
  readonly components: readonly {
    readonly id: string;
    readonly name: TextKey;
    readonly points: number;
    readonly accepts: readonly Accept[];
  }[];
  /** the result is the higher of the components' sum and the best of these */
  readonly partial: readonly {
    readonly accepts: readonly Accept[];
    readonly points: number;
    readonly feedback: TextKey;
  }[];
  readonly scripts: readonly Script[];
  readonly problemRepresentation: TextKey;
  /** diagnosis ids that `suspected` and `diagnosed` conditions name, with the phrases that mean them */
  readonly terms: { readonly [id: string]: readonly Accept[] };
}

/** All phrases must be found in the normalised text of one entry (all entries together for components). */
export interface Accept {
  readonly phrases: readonly string[];
  /** share of the points, 1 or 0.5 */
  readonly share: number;
  readonly when?: Condition;
}

/** An illness script: what speaks for and against, and what decides. */
export interface Script {
  readonly id: string;
  readonly name: TextKey;
  readonly course: TextKey;
  readonly supports: TextKey;
  readonly against: TextKey;
  readonly decides: TextKey;
}

export interface Outcome {
  readonly id: string;
  readonly when: Condition;
  readonly survived: boolean;
  readonly title: TextKey;
  readonly text: TextKey;
}

export interface Debrief {
  readonly questions: readonly TextKey[];
  readonly teaching: readonly TextKey[];
  readonly added: TextKey;
  readonly objectives: readonly TextKey[];
  /** walkthrough ids played as curves beside the learner's own */
  readonly reference?: string;
  readonly untreated?: string;
  readonly walkthroughs: { readonly [id: string]: Walkthrough };
}

export interface Walkthrough {
  readonly steps: readonly {
    readonly at: number;
    readonly do: string;
    readonly with?: { readonly [name: string]: unknown };
  }[];
}

export interface Figure {
  readonly id: string;
  /** file name in the case's figures folder */
  readonly file: string;
  readonly alt: TextKey;
  readonly caption?: TextKey;
}
