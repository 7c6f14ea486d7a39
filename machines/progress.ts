// How a learner stands: attempts with what they earned, and the deck of what was missed. Types only; they cross the wire.
import type { ScoreSheet } from './ledger';
import type { Prose } from './scenario/scenario';
import type { MyAttempt } from './wire';

/** One attempt in the list of the learner's own. */
export interface AttemptCard extends MyAttempt {
  /** wall time of its beginning, ISO 8601 */
  readonly begun: string;
  readonly passed: boolean | null;
  /** the attempt that it goes on from */
  readonly forkedFrom: string | null;
  readonly domains: ScoreSheet['domains'];
}

/** All attempts of the learner at one case, oldest first. */
export interface CaseProgress {
  readonly caseId: string;
  /** the complaint, never the diagnosis */
  readonly complaint: string;
  readonly domains: readonly { readonly id: string; readonly name: Prose; readonly most: number }[];
  readonly attempts: readonly AttemptCard[];
}

/** 1 again, 2 hard, 3 good, 4 easy. */
export type ReviewRating = 1 | 2 | 3 | 4;

/** One card of the review deck: a line of a ledger that was not earned in full. */
export interface ReviewCard {
  readonly caseId: string;
  readonly rule: string;
  readonly complaint: string;
  readonly domain: Prose;
  readonly label: Prose;
  /** what is asked for and by when, in the case's words */
  readonly window: Prose;
  readonly reason: Prose;
  /** the newest attempt that missed it: its debrief has the whole line */
  readonly attempt: string;
  /** wall time when it is due, ISO 8601 */
  readonly due: string;
  readonly isDue: boolean;
  /** how often it was looked at */
  readonly reviews: number;
}
