// What a learner does: the wire form of a step, and the refusals that answer one that cannot be taken.

import type { Words } from './scenario/item';

/** A step as it stands in scripts, in the log and on the wire. `do` is `verb:item` or a bare verb. */
export interface StepInput {
  readonly do: string;
  readonly with?: { readonly [name: string]: unknown };
}

/** A quantity that was parsed, bounded and converted to the item's own unit. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
}

/** `hold` stops for now: nothing flows, and what ran is remembered for a resumption. */
export type TreatAction = 'start' | 'change' | 'stop' | 'hold';

/** What an item of the ward is asked for, with amounts already in the item's units; times in seconds. */
export interface Request {
  readonly item: string;
  readonly action: TreatAction;
  /** in `dosing.unit` */
  readonly dose?: number;
  /** in `dosing.rateUnit` */
  readonly rate?: number;
  readonly over?: number;
  readonly every?: number;
  /** stops by itself after this many seconds */
  readonly lasts?: number;
  readonly route?: string;
  readonly choices?: readonly string[];
  /** free words (handover, explanation), at most 2,000 characters */
  readonly text?: string;
  /** the warnings about it were seen, and it is wanted all the same */
  readonly confirmed?: true;
  /** why, in the learner's words */
  readonly reason?: string;
}

export interface DifferentialEntry {
  /** as typed, or a diagnosis id */
  readonly diagnosis: string;
  /** 0..100 */
  readonly probability?: number;
  readonly for: readonly string[];
  readonly against: readonly string[];
}

/** A step that was understood. */
export type Step =
  | { readonly kind: 'begin' }
  | { readonly kind: 'request'; readonly request: Request }
  /** several orders signed together, applied in this order at one instant */
  | { readonly kind: 'sign'; readonly requests: readonly Request[] }
  /** take back an order whose report has not arrived, or a treatment that has not started */
  | { readonly kind: 'cancel'; readonly item: string }
  | { readonly kind: 'note-problem'; readonly text: string }
  | { readonly kind: 'note-working'; readonly text: string }
  | { readonly kind: 'note-differential'; readonly entries: readonly DifferentialEntry[] }
  | { readonly kind: 'note-free'; readonly text: string }
  | { readonly kind: 'diagnose'; readonly entries: readonly string[] }
  | { readonly kind: 'answer'; readonly checkpoint: string; readonly options: readonly string[] }
  | {
      readonly kind: 'wait';
      readonly until: { readonly kind: 'seconds'; readonly to: number } | { readonly kind: 'next-result' };
    }
  /** a hint: what to think about (1), which kind of step (2), the step itself (3) */
  | { readonly kind: 'hint'; readonly grade: 1 | 2 | 3 }
  | { readonly kind: 'finish' }
  | { readonly kind: 'reflect'; readonly text: string };

/** Why a step was not taken. Codes are for ever; sentences are chosen at the edge, in the learner's language. */
export type RefusalCode =
  | 'malformed' // not of the form of a step; params: at
  | 'unknown-verb' // params: verb, nearest?
  | 'unknown-item' // params: item, nearest?
  | 'not-offered' // the setting does not have it, or it opens later; params: item
  | 'not-applicable' // asked of, found in or done to others than this patient: women, men, children; params: item
  | 'wrong-phase' // params: phase, verb
  | 'not-now' // forbidden in this stage; params: verb, stage
  | 'nothing-to-change' // change or stop of something that does not run; params: item
  | 'already-running' // params: item
  | 'nothing-to-cancel' // params: item
  | 'nothing-pending' // wait for the next result when nothing is due
  | 'bad-quantity' // params: field, got
  | 'bad-unit' // unit unknown or of another dimension; params: field, got, expected
  | 'out-of-bounds' // params: field, got, least, most, unit
  | 'missing' // params: field
  | 'bad-route' // params: got, routes
  | 'bad-choice' // params: got, choices
  | 'in-the-past' // wait until a time that has passed; params: to, now
  | 'too-long' // wait, text or list over its limit; params: field, most
  | 'unknown-checkpoint' // params: checkpoint
  | 'already-answered' // params: checkpoint
  | 'confirm' // soft warnings stand against it: send it again with `confirmed: true`, and a `reason` where one asks for it; params: count
  | 'no-hint' // no step that is possible now would earn more
  | 'ended'; // the encounter is over

export interface Refusal {
  readonly code: RefusalCode;
  readonly params: { readonly [name: string]: string | number };
  /** of `confirm` only: what should be thought over */
  readonly warnings?: readonly Warning[];
}

/** Something that speaks against an order and does not forbid it. Codes are for ever, like those of refusals. */
export type WarningCode =
  | 'over-usual-dose' // params: got, most, unit
  | 'over-usual-rate' // params: got, most, unit
  | 'over-usual-day' // with what was ordered in the last 24 h; params: got, most, unit
  | 'allergy' // known to the chart; params: class
  | 'duplicate' // the same is awaited or runs already
  | 'same-class' // another of a class of which one is enough; params: class, other
  | 'interaction' // params: other
  | 'contraindicated' // by what the chart knows of the patient; params: condition, weight (`avoid` or `care`)
  | 'over-renal-dose' // with the filtration that the chart knows; params: got, most, unit, egfr
  | 'over-renal-rate' // params: got, most, unit, egfr
  | 'over-renal-day' // params: got, most, unit, egfr
  | 'renal-interval'; // params: got, least (hours), egfr

export interface Warning {
  readonly code: WarningCode;
  readonly item: string;
  /** place of the order among those signed together, from 1 */
  readonly order?: number;
  readonly params: { readonly [name: string]: string | number };
  /** the condition that speaks against it, by name */
  readonly about?: Words;
  /** why, in the catalogue's words */
  readonly why?: Words;
  /** whether the step must say why it is wanted all the same */
  readonly asksReason: boolean;
}
