// The review deck: what was missed comes back when it is about to be forgotten. The log of reviews is the truth; the schedule is a fold over it.
import { createEmptyCard, fsrs, type Card } from 'ts-fsrs';
import type { LedgerLine } from '#machines/ledger';
import type { ReviewCard, ReviewRating } from '#machines/progress';
import type { Language } from '#machines/scenario/item';
import { plain, textOf } from '#machines/texts';
import { wallTime } from './clock';
import { playableOf } from './playables';
import { MOST_ATTEMPTS, sheetOf } from './progress';
import type { AttemptRow, ReviewRow } from './store/tables';
import { theStore } from './store/open';

/** What became of a line that is worth to be asked again. */
const MISSED = new Set<LedgerLine['state']>(['missed', 'late', 'partial', 'needless', 'harmful']);

/** Without fuzz: the same log gives the same days on every machine. */
const scheduler = fsrs({ enable_fuzz: false });

interface Missed {
  readonly row: AttemptRow;
  readonly line: LedgerLine;
}

const keyOf = (caseId: string, rule: string): string => `${caseId} ${rule}`;

/** Lines that were missed and not made good since: a later attempt that earned one, or kept clear of a harm, takes it out. */
async function missedOf(learner: string): Promise<ReadonlyMap<string, Missed>> {
  const rows = await (await theStore()).attemptsOf(learner, MOST_ATTEMPTS);
  const missed = new Map<string, Missed>();
  for (const row of rows.toReversed()) {
    const sheet = sheetOf(row);
    if (sheet === null) continue;
    for (const [key, { row: before, line }] of missed)
      if (before.case_id === row.case_id && line.kind === 'harm') missed.delete(key);
    for (const line of sheet.lines) {
      const key = keyOf(row.case_id, line.rule);
      if (MISSED.has(line.state)) missed.set(key, { row, line });
      else if (line.state === 'earned') missed.delete(key);
    }
  }
  return missed;
}

/** By the points that were lost: of cards due at the same time the costliest comes first. */
function costliestFirst(missed: ReadonlyMap<string, Missed>): readonly (readonly [string, Missed])[] {
  const lost = ({ line }: Missed): number => line.most - line.points;
  return [...missed].toSorted(([, a], [, b]) => lost(b) - lost(a));
}

/** The card after all reviews of it, and how many there were. A card that was never looked at is due from the end of its attempt. */
function scheduled(begun: string, reviews: readonly ReviewRow[]): Card {
  return reviews.reduce<Card>(
    (card, { at, rating }) => scheduler.next(card, new Date(at), ratingOf(rating) ?? 1).card,
    createEmptyCard(new Date(begun)),
  );
}

/** A rating as it came, or null. */
export function ratingOf(value: unknown): ReviewRating | null {
  return value === 1 || value === 2 || value === 3 || value === 4 ? value : null;
}

/** The whole deck of a learner in one language, what is due first. Throws StoreUnavailable. */
export async function reviewDeck(learner: string | null, language: Language): Promise<readonly ReviewCard[]> {
  if (learner === null) return [];
  const now = wallTime();
  const reviews = await (await theStore()).reviewsOf(learner);
  const cards = await Promise.all(
    costliestFirst(await missedOf(learner)).map(async ([key, { row, line }]): Promise<ReviewCard | null> => {
      const scenario = (await playableOf(row.revision))?.scenario;
      if (scenario === undefined) return null;
      const { rules, penalties, domains } = scenario.scoring;
      const rule = [...rules, ...penalties].find(({ id }) => id === line.rule);
      if (rule === undefined) return null;
      const own = reviews.filter((review) => keyOf(review.case_id, review.rule) === key);
      const due = scheduled(row.finished_at ?? row.created_at, own).due.toISOString();
      const window = 'window' in rule ? textOf(scenario, rule.window, language) : [];
      return {
        caseId: row.case_id,
        rule: line.rule,
        complaint: plain(textOf(scenario, scenario.cover.complaint, language)),
        domain: textOf(scenario, domains.find(({ id }) => id === line.domain)?.name, language),
        label: textOf(scenario, rule.label, language),
        window: window.length > 0 || line.window === '' ? window : [line.window],
        reason: textOf(scenario, rule.reason, language),
        attempt: row.id,
        due,
        isDue: due <= now,
        reviews: own.length,
      };
    }),
  );
  return cards.flatMap((card) => card ?? []).toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/**
 * Keeps one look at a card and says when it comes back. Null: the learner has no such card. Throws StoreUnavailable.
 */
export async function keepReview(
  learner: string | null,
  caseId: string,
  rule: string,
  rating: ReviewRating,
): Promise<{ readonly due: string } | null> {
  if (learner === null) return null;
  const missed = (await missedOf(learner)).get(keyOf(caseId, rule));
  if (missed === undefined) return null;
  const store = await theStore();
  await store.review({ learner, case_id: caseId, rule, at: wallTime(), rating });
  const own = (await store.reviewsOf(learner)).filter((one) => one.case_id === caseId && one.rule === rule);
  const begun = missed.row.finished_at ?? missed.row.created_at;
  return { due: scheduled(begun, own).due.toISOString() };
}
