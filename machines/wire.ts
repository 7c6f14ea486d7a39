// What crosses the wire around a view: cards of the shelf, a case's cover, and the answers of the attempt's door. Types only.
import type { Language } from './scenario/item';
import type { Prose } from './scenario/scenario';
import type { Refusal, StepInput } from './step';
import type { EncounterView, PhaseId } from './view';

export type Mode = 'practice' | 'assessed';

/** A learner's newest attempt at a case, as the shelf and the cover show it. */
export interface MyAttempt {
  readonly attempt: string;
  /** seconds of patient time since arrival */
  readonly now: number;
  readonly phase: PhaseId;
  readonly mode: Mode;
  /** points as issued, once finished */
  readonly total: number | null;
  readonly grade: 'fail' | 'pass' | 'merit' | 'distinction' | null;
}

/** One case on the shelf. It carries the complaint and never the case's title: a title may give the diagnosis away. */
export interface CaseCard {
  readonly id: string;
  /** plain text, in the asked language where the case has it */
  readonly complaint: string;
  readonly patient: { readonly age: number; readonly sex: 'male' | 'female' };
  /** id such as `emergency-department`; its name is in the interface words */
  readonly setting: string;
  /** id such as `final-year`; its name is in the interface words */
  readonly level: string;
  /** minutes of real time a play takes */
  readonly minutes: number;
  /** languages in which the case's prose exists */
  readonly languages: readonly Language[];
  readonly authors: readonly string[];
  /** state of the clinical review: `draft`, `reviewed` … */
  readonly review: string;
  readonly my: MyAttempt | null;
  /** the best result as issued of all attempts of this learner, null before one is finished */
  readonly best: { readonly total: number; readonly grade: NonNullable<MyAttempt['grade']> } | null;
  /** who the learner is in this case */
  readonly role: Prose;
}

/** A case before it is begun: who you are and what is expected. Nothing of what is found inside. */
export interface CoverView extends CaseCard {
  readonly task: Prose;
  /** clock time of arrival, seconds after midnight */
  readonly arrival: number;
  /** in assessed attempts time runs by itself: seconds of patient time in each second; null: it does not */
  readonly liveInExam: number | null;
  readonly patient: {
    readonly name: string;
    readonly age: number;
    readonly sex: 'male' | 'female';
    /** kg */
    readonly weight: number;
  };
  /** names and points of what is scored, in the case's order */
  readonly domains: readonly { readonly id: string; readonly name: Prose; readonly points: number }[];
  readonly licence: string;
}

/** Body of `POST /api/attempts`. */
export interface OpenBody {
  readonly caseId: string;
  readonly language: Language;
  /** default `practice` */
  readonly mode?: Mode;
}

/** Body of `POST /api/attempts/[id]/steps`. */
export interface StepBody {
  /** `sequence` of the view that the learner saw */
  readonly sequence: number;
  /** made once per step by the client (8–64 letters, digits, `-`, `_`); a retry sends the same one and is never applied twice */
  readonly key: string;
  readonly step: StepInput;
  readonly language: Language;
  /** number of chart entries that the client holds; the answer's chart begins there */
  readonly chartFrom: number;
}

/**
 * Answer of `POST /api/attempts/[id]/steps`: 200 `taken` (saved before it is told), 422 `refused` (nothing changed),
 * 409 `conflict` (another tab or device was first: nothing was applied, here is how it stands now).
 */
export type StepAnswer =
  | { readonly code: 'taken'; readonly view: EncounterView }
  | { readonly code: 'refused'; readonly refusal: Refusal; readonly view: EncounterView }
  | { readonly code: 'conflict'; readonly view: EncounterView };

/** Body of `POST /api/attempts/[id]/understand`. */
export interface UnderstandBody {
  /** as typed; only its first 400 characters are looked at */
  readonly text: string;
  readonly language: Language;
}

/** One thing that may be meant. Nothing is taken before the learner has chosen it. */
export interface UnderstoodCandidate {
  /** verb of its steps; `diagnose` for a diagnosis */
  readonly verb: string;
  readonly item: string;
  /** 0..1, best first; the same for every case of a ward */
  readonly score: number;
  /** what was typed with it, as the step carries it; null: nothing */
  readonly with: { readonly [field: string]: string } | null;
  /** `do` of the step: the item, or `cancel:order:ct-head` */
  readonly do: string;
}

/** One thing that was asked for. */
export interface UnderstoodPart {
  readonly text: string;
  /** the first candidate is plainly meant; if not, the list holds what is nearest */
  readonly confident: boolean;
  /** a question to the patient, as it is worded */
  readonly asks: boolean;
  readonly candidates: readonly UnderstoodCandidate[];
}

/** Answer of `POST /api/attempts/[id]/understand`; no part: nothing was said. */
export interface UnderstandAnswer {
  readonly parts: readonly UnderstoodPart[];
}

/** Any other answer that is not what was asked for; sentences are chosen at the edge. */
export interface ProblemAnswer {
  readonly code: ProblemCode;
  readonly params: { readonly [name: string]: string | number };
}

export type ProblemCode =
  | 'malformed' // 400, not JSON or not of the expected form; params: at
  | 'foreign-origin' // 403, sent from another site
  | 'not-found' // 404, also for what belongs to someone else
  | 'not-yet' // 409, the debrief before the end, a figure before it was seen
  | 'too-large' // 413; params: most (bytes)
  | 'not-json' // 415
  | 'too-many' // 429; params: seconds (also in Retry-After)
  | 'unreplayable' // 409, the attempt's log is not understood by this version
  | 'store-unavailable' // 503, nothing could be saved or read; try again
  | 'unexpected'; // 500
