// How the bedside asks for steps: what components are given instead of a way to fetch.
import type { Refusal, StepInput } from '#machines/step';

/** Takes steps one after another and stops at the first that is refused. The outcome comes back as a new view or a notice. */
export type Take = (...steps: readonly StepInput[]) => void;

/** What stands between the learner and the server now. */
export type Notice =
  /** `step` is what was not taken, so that it can be confirmed */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly step?: StepInput }
  | { readonly kind: 'conflict' }
  /** not reached or not saved: the step is kept and sent again */
  | { readonly kind: 'retrying'; readonly reason: 'offline' | 'store' | 'busy' }
  | { readonly kind: 'failed'; readonly code: string };
