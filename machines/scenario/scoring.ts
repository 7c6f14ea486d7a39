// What a compiled case judges: rules, penalties, critical fails, the diagnosis key and the illness scripts.
import type { Condition, EventRef, Expression } from './condition';
import type { Evidence, TextKey } from './scenario';

export interface Scoring {
  readonly domains: readonly { readonly id: string; readonly name: TextKey; readonly points: number }[];
  readonly rules: readonly Rule[];
  readonly penalties: readonly Penalty[];
  readonly criticals: readonly Critical[];
  /** penalties together take away at most this */
  readonly penaltyCap: number;
  /** points that a hint of grade 1, 2, 3 costs; absent: as usual */
  readonly hintCosts?: readonly number[];
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
  /** the windows of all credits in words for learners; the debrief shows it instead of a credit's own */
  readonly window?: TextKey;
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
