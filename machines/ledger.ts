// What an attempt earned: the score sheet, and the ledger of every point with its step, time, window, reason and source.
import type { OtherUnit } from './scenario/item';
import type { Evidence } from './scenario/scenario';
import type { Prose } from './scenario/scenario';

export interface LedgerLine {
  readonly rule: string;
  readonly kind: 'merit' | 'harm';
  readonly domain: string | null;
  /** earned (negative for harm), of at most */
  readonly points: number;
  readonly most: number;
  /** which credit applied: `full`, `half`, …, `none`, or null for harm */
  readonly credit: string | null;
  readonly state: 'earned' | 'partial' | 'late' | 'missed' | 'harmful' | 'not-reached' | 'needless' | 'hint';
  /** steps of the log behind it (sequence numbers) and when (seconds); empty when nothing was done */
  readonly steps: readonly { readonly sequence: number; readonly at: number; readonly item: string }[];
  /** patient time in seconds at which the rule was met, null if it never was */
  readonly at: number | null;
  /** the window as the case states it */
  readonly window: string;
  readonly keyFeature: boolean;
  readonly sources: readonly string[];
  readonly evidence: readonly Evidence[];
}

export interface ScoreSheet {
  readonly engine: string;
  readonly revision: string;
  readonly outcome: string;
  readonly survived: boolean;
  /** sum of the lines after the cap on harm and the floor at 0, rounded to 2 decimals */
  readonly total: number;
  readonly merit: number;
  readonly harm: number;
  /** what the cap on harm and the 0..100 bounds gave back or took, so that merit + harm + adjustment = total exactly */
  readonly adjustment: number;
  readonly passed: boolean;
  readonly grade: 'fail' | 'pass' | 'merit' | 'distinction';
  readonly domains: readonly { readonly id: string; readonly points: number; readonly most: number }[];
  readonly lines: readonly LedgerLine[];
  readonly critical: readonly { readonly id: string; readonly at: number | null }[];
  readonly diagnosis: DiagnosisResult;
  /** euro of everything ordered */
  readonly cost: number;
  /** mL of blood drawn for tests, rounded; absent where none was, and in sheets of before it was counted */
  readonly blood?: number;
}

export interface DiagnosisResult {
  readonly entries: readonly string[];
  readonly components: readonly {
    readonly id: string;
    readonly points: number;
    readonly most: number;
    readonly matched: string | null;
  }[];
  /** index of the partial-credit entry that gave more, if one did, or whose feedback fits where nothing was earned */
  readonly partial: number | null;
  readonly points: number;
  /** a negated match ("not septic"): a teacher should look */
  readonly review: boolean;
}

/** The debrief, in one language; sent only when the attempt is in the debrief phase. */
export interface DebriefView {
  readonly attempt: string;
  readonly caseTitle: Prose;
  readonly sheet: ScoreSheet;
  readonly outcome: { readonly title: Prose; readonly text: Prose; readonly survived: boolean };
  /** label and reason per rule, penalty and critical id */
  readonly reasons: {
    readonly [id: string]: {
      readonly label: Prose;
      readonly reason: Prose;
      /** the rule's windows in the author's words, where there are any */
      readonly window?: Prose;
    };
  };
  readonly domains: readonly { readonly id: string; readonly name: Prose }[];
  readonly components: readonly { readonly id: string; readonly name: Prose }[];
  readonly partialFeedback: Prose | null;
  readonly curves: readonly Curve[];
  readonly stages: readonly {
    readonly id: string;
    readonly label: Prose;
    readonly from: number;
    readonly to: number;
  }[];
  readonly interventions: readonly {
    readonly at: number;
    readonly item: string;
    readonly name: string;
    readonly detail: string | null;
  }[];
  /** reports and replies as they came, in order of time */
  readonly results: readonly { readonly at: number; readonly item: string; readonly name: string }[];
  readonly timeTo: readonly {
    readonly rule: string;
    readonly at: number | null;
    readonly full: string;
    /** seconds between which each credit counts, the best first; `to` null: until the end. Only credits whose limits can be told */
    readonly windows: readonly {
      readonly credit: string;
      readonly from: number;
      readonly to: number | null;
    }[];
  }[];
  readonly checkpoints: readonly {
    readonly id: string;
    readonly text: Prose;
    readonly options: readonly {
      readonly id: string;
      readonly text: Prose;
      readonly right: boolean;
      readonly chosen: boolean;
    }[];
    readonly feedback: Prose;
    readonly sources: readonly string[];
  }[];
  readonly differential: readonly {
    readonly at: number;
    readonly entries: readonly {
      readonly diagnosis: string;
      readonly probability: number | null;
      readonly for: readonly string[];
      readonly against: readonly string[];
      /** whether it names a component of the diagnosis key, as the final diagnosis would be judged: whole, by a wider name, or not */
      readonly truth: 'right' | 'part' | 'wrong';
      /** of what is not in the key: how near it is to a diagnosis that is, and the name of that one */
      readonly relation: { readonly kind: 'wider' | 'narrower' | 'related'; readonly to: string } | null;
      /** the illness script that it means, if the case has one */
      readonly script: string | null;
    }[];
    /** mean squared distance of the probabilities from the truth: 0 the best, 1 the worst; null where none can be judged */
    readonly brier: number | null;
    /** what was asked, found and reported since the list before, by name */
    readonly learned: readonly string[];
  }[];
  /** how many tests with ionising radiation were done, and how many invasive ones */
  readonly burden: { readonly radiation: number; readonly invasive: number };
  readonly closure: Closure | null;
  readonly scripts: readonly {
    readonly id: string;
    readonly name: Prose;
    readonly course: Prose;
    readonly supports: Prose;
    readonly against: Prose;
    readonly decides: Prose;
  }[];
  readonly problem: { readonly own: string | null; readonly model: Prose };
  readonly questions: readonly Prose[];
  readonly teaching: readonly Prose[];
  readonly objectives: readonly Prose[];
  readonly added: Prose;
  readonly sources: readonly {
    readonly id: string;
    readonly cite: string;
    readonly doi: string | null;
    readonly url: string | null;
    readonly checked: string | null;
    readonly note: string | null;
  }[];
  readonly reflection: string | null;
  readonly walked: number;
}

/** What was still to do when the learner first had the diagnosis; null in the debrief when it was never reached. */
export interface Closure {
  /** seconds: first working, leading or final diagnosis that is worth half of the key or more */
  readonly at: number;
  readonly diagnosis: string;
  /** points of the rules that were not met by then, and how many of them were earned afterwards */
  readonly open: number;
  readonly earned: number;
  /** rules of those that earned less than they could, the costliest first */
  readonly owed: readonly { readonly rule: string; readonly lost: number }[];
}

/** One vital over time for one play. */
export interface Curve {
  readonly vital: string;
  readonly label: Prose;
  readonly unit: string;
  /** how a value is read in the other system of units, where laboratories report this vital in two */
  readonly other?: OtherUnit;
  readonly who: 'you' | 'reference' | 'untreated';
  readonly points: readonly (readonly [number, number])[];
}
