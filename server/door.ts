// The only door for pages: what a learner may see, in plain views. Routes under /api do the mutations.
import 'server-only';
import type { Language } from '#machines/scenario/item';
import type { DebriefView } from '#machines/ledger';
import type { CaseProgress, ReviewCard } from '#machines/progress';
import type { EncounterView, OfferView } from '#machines/view';
import type { CaseCard, CoverView, Mode } from '#machines/wire';
import * as attempts from './attempts';
import * as forks from './forks';
import * as progress from './progress';
import * as review from './review';
import * as packed from './packed-offers';
import * as visitor from './visitor';
import { readySearchSoon } from './warm';
import * as shelf from './shelf';

/** The learner of the present request by its signed cookie, or null; for pages and server actions. */
export function currentLearner(): Promise<string | null> {
  return visitor.currentLearner();
}

/** As `currentLearner`, but makes a learner and sets the cookie when there is none: only in server actions. */
export function ensureLearner(): Promise<string> {
  return visitor.ensureLearner();
}

/**
 * The shelf, sorted by complaint. Works without a store (`my` is then null everywhere).
 * @param learner null for a visitor
 */
export function listCases(language: Language, learner: string | null): Promise<readonly CaseCard[]> {
  return shelf.listCases(language, learner);
}

/** A case before it is begun, or null when no such case is published. */
export function caseCover(
  caseId: string,
  language: Language,
  learner: string | null,
): Promise<CoverView | null> {
  return shelf.caseCover(caseId, language, learner);
}

/**
 * Opens an attempt in phase briefing. Null when no such case is published.
 * Throws StoreUnavailable when it cannot be saved.
 */
export async function openAttempt(
  caseId: string,
  options: { readonly language: Language; readonly mode: Mode; readonly learner: string },
): Promise<{ readonly attempt: string } | null> {
  readySearchSoon();
  return await attempts.openAttempt(caseId, options);
}

/** The whole view with the whole chart; null when there is no such attempt or it is someone else's. Throws StoreUnavailable. */
export function viewAttempt(
  attempt: string,
  learner: string | null,
  language: Language,
): Promise<EncounterView | null> {
  readySearchSoon();
  return attempts.viewAttempt(attempt, learner, language, 0);
}

/** What can be asked, examined, ordered and given in this attempt's case, in one language; null as above. */
export function offersOf(
  attempt: string,
  learner: string | null,
  language: Language,
): Promise<readonly OfferView[] | null> {
  return attempts.offersOf(attempt, learner, language);
}

/** Names what this attempt's case offers in a language: the same tag, the same list; null as above. */
export function offersTag(
  attempt: string,
  learner: string | null,
  language: Language,
): Promise<string | null> {
  return packed.tagOf(attempt, learner, language);
}

/** The debrief with the sheet as it was issued; null as above and as long as the attempt is not in its debrief phase. */
export function debriefOf(
  attempt: string,
  learner: string | null,
  language: Language,
): Promise<DebriefView | null> {
  return attempts.debriefOf(attempt, learner, language);
}

/** From which attempt this one goes on, and from which minute; null for one from the beginning and as above. */
export function originOf(
  attempt: string,
  learner: string | null,
): Promise<{ readonly attempt: string; readonly steps: number; readonly minute: number } | null> {
  return forks.originOf(attempt, learner);
}

/** Whether this learner's attempt is over, so that its debrief may be read. */
export async function isFinished(attempt: string, learner: string | null): Promise<boolean> {
  return (await attempts.rowOf(attempt, learner))?.phase === 'debrief';
}

/** This learner's attempts by case, with what they earned by domain. Throws StoreUnavailable. */
export function progressOf(learner: string | null, language: Language): Promise<readonly CaseProgress[]> {
  return progress.progressOf(learner, language);
}

/** What this learner missed, as cards with the day on which each is due. Throws StoreUnavailable. */
export function reviewDeck(learner: string | null, language: Language): Promise<readonly ReviewCard[]> {
  return review.reviewDeck(learner, language);
}
