// The tables, as both dialects know them. Times are ISO 8601 text, JSON is text, big JSON is gzipped.

export interface AttemptRow {
  readonly id: string;
  /** empty once the learner asked to be forgotten */
  readonly learner: string;
  /** how manieth attempt of its learner, so that "newest" does not depend on a clock */
  readonly nth: number;
  readonly case_id: string;
  readonly revision: string;
  readonly seed: string;
  readonly engine: string;
  readonly language: string;
  readonly mode: string;
  readonly created_at: string;
  readonly finished_at: string | null;
  /** score sheet as issued, JSON */
  readonly sheet: string | null;
  /** summary for the shelf, written with each step and never read by the simulation: patient seconds, phase */
  readonly patient_time: number;
  readonly phase: string;
  /** the attempt that this one goes on from, and with how many steps its own log began; null for one from the beginning */
  readonly forked_from: string | null;
  readonly forked_at: number | null;
  /** steps at the beginning that were taken under assessment, in a practice attempt that goes on from an assessed one */
  readonly assessed_steps: number | null;
}

/** One look at a card of the review deck: appended, never changed. */
export interface ReviewRow {
  readonly learner: string;
  /** 1, 2, 3 … for each learner */
  readonly nth: number;
  readonly case_id: string;
  readonly rule: string;
  readonly at: string;
  /** 1 again, 2 hard, 3 good, 4 easy */
  readonly rating: number;
}

export interface StepRow {
  readonly attempt: string;
  /** 0, 1, 2 … */
  readonly seq: number;
  readonly at: string;
  readonly key: string;
  /** StepInput as JSON */
  readonly step: string;
}

export interface RevisionRow {
  readonly revision: string;
  readonly case_id: string;
  readonly ward: string;
  /** scenario JSON, gzipped */
  readonly scenario: Uint8Array;
  readonly published_at: string;
}

export interface WardRow {
  readonly ward: string;
  /** ward JSON, gzipped */
  readonly catalogue: Uint8Array;
}

/** Which revision of a case is served: the last one without errors. */
export interface ShelfRow {
  readonly case_id: string;
  readonly revision: string;
  /** what the shelf and the cover show of it, JSON; null where an older version published it */
  readonly face: string | null;
}

/** What a case's folder came to when it was last compiled, so that nothing is compiled twice. */
export interface CompilationRow {
  readonly case_id: string;
  /** hash of all that went into it */
  readonly key: string;
  readonly errors: number;
}

export interface FigureRow {
  readonly revision: string;
  readonly figure: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Tables {
  attempts: AttemptRow;
  steps: StepRow;
  revisions: RevisionRow;
  wards: WardRow;
  shelf: ShelfRow;
  compilations: CompilationRow;
  figures: FigureRow;
  reviews: ReviewRow;
}
