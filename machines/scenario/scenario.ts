// The compiled case: immutable, canonical JSON that the simulation runs and that never leaves the server.
import type { Condition, Expression } from './condition';
import type { Effect, Item, ItemId, Language, Analyte } from './item';
import type { CaseEvent, Gate, Quantity, Region, Timing } from './course';
import type { Scoring } from './scoring';
import type { Tracing } from './tracing';

export type { Assignment, CaseEvent, Gate, Quantity, Regime, Region, Stage, Timing, Turn } from './course';
export type { Accept, Credit, Critical, DiagnosisKey, Penalty, Rule, Scoring, Script } from './scoring';

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
  /** how the live clock is offered; absent: as somebody may wish, at the usual rate */
  readonly liveClock?: LiveClock;
  /** soft warnings about orders are shown in assessed attempts too; in practice they always are */
  readonly alerts?: boolean;
  readonly sources: { readonly [id: string]: Source };
  readonly texts: Texts;
  /** items the case changes or adds, complete (the ward's item already merged in) */
  readonly items: { readonly [id: ItemId]: Item };
  readonly analytes: { readonly [id: string]: Analyte };
  /** levels and vitals that answer the analyte of their name (in its unit), or a rule that names their channel, wherever it is reported */
  readonly facts?: { readonly [name: string]: Expression };
  /** items that answer, take time and count as another of the same verb */
  readonly sameAs?: { readonly [id: ItemId]: ItemId };
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
  /** `ask:*` and `examine:*`: of every question or manoeuvre that has none of its own */
  readonly responses: { readonly [id: ItemId]: readonly Response[] };
  /** effects the case gives to items, beside those of the catalogue */
  readonly effects: { readonly [id: ItemId]: readonly Effect[] };
  readonly checkpoints: readonly Checkpoint[];
  readonly scoring: Scoring;
  readonly outcomes: readonly Outcome[];
  readonly debrief: Debrief;
  readonly figures: { readonly [id: string]: Figure };
}

/** Patient time that runs by itself at the bedside, by ordinary waits that the browser sends. */
export interface LiveClock {
  /** runs from the beginning in assessed attempts and cannot be switched off there */
  readonly required: boolean;
  /** seconds of patient time in each second */
  readonly rate?: number;
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
  /** classes (`penicillin` stands for the class allergy-penicillin too) and items that the patient must not have */
  readonly allergies?: readonly string[];
  /** what the patient has that speaks against orders: ids of the ward's conditions */
  readonly conditions?: readonly string[];
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

/** An answer, finding, reply or report. Those with the same `slot` are alternatives: the first whose `when` holds at sampling. */
export interface Response {
  readonly slot: number;
  readonly when: Condition;
  /** absent: at the item's turnaround (or at once for questions and examinations) */
  readonly at?: { readonly from: 'order' | 'start'; readonly seconds: number };
  readonly text?: TextKey;
  readonly values?: readonly ResultValue[];
  readonly figure?: string;
  /** the electrocardiogram that comes with it */
  readonly tracing?: Tracing;
  /** arrival interrupts a wait */
  readonly critical: boolean;
  readonly kind: 'answer' | 'finding' | 'reply' | 'report' | 'result';
  /** values and condition are judged when the report arrives instead of at sampling */
  readonly judgedOnArrival: boolean;
  /** the item did not work as meant: it does not count as done (a manoeuvre refused) */
  readonly fails: boolean;
  /** also counts as resulted:<these items> (a reflex test) */
  readonly reports: readonly ItemId[];
  /** conditions of the patient that these words tell */
  readonly tells?: readonly string[];
}

export interface ResultValue {
  readonly analyte: string;
  /** `usual`: what is normal for this patient, here only with a note or a flag of the case */
  readonly value:
    | { readonly number: Expression; readonly prefix?: '<' | '>' }
    | { readonly text: TextKey }
    | { readonly usual: true };
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
