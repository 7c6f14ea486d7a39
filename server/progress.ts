// A learner's own attempts by case, and what they came to by domain. For the learner alone.
import type { ScoreSheet } from '#machines/ledger';
import type { AttemptCard, CaseProgress } from '#machines/progress';
import type { Language } from '#machines/scenario/item';
import type { Scenario } from '#machines/scenario/scenario';
import { plain, textOf } from '#machines/texts';
import { playableOf } from './playables';
import { myAttempt } from './shelf';
import type { AttemptRow } from './store/tables';
import { theStore } from './store/open';

/** Newest attempts that are looked through. */
export const MOST_ATTEMPTS = 500;

/** Attempts of a learner that can still be replayed, oldest first within each case, newest case first. Throws StoreUnavailable. */
export async function progressOf(
  learner: string | null,
  language: Language,
): Promise<readonly CaseProgress[]> {
  if (learner === null) return [];
  const rows = await (await theStore()).attemptsOf(learner, MOST_ATTEMPTS);
  const cases = new Map<string, AttemptRow[]>();
  for (const row of rows) cases.set(row.case_id, [row, ...(cases.get(row.case_id) ?? [])]);
  const found = await Promise.all(
    [...cases].map(async ([caseId, own]): Promise<CaseProgress | null> => {
      const scenario = await scenarioOf(own);
      if (scenario === null) return null;
      return {
        caseId,
        complaint: plain(textOf(scenario, scenario.cover.complaint, language)),
        domains: scenario.scoring.domains.map(({ id, name, points }) => ({
          id,
          name: textOf(scenario, name, language),
          most: points,
        })),
        attempts: own.map(cardOf),
      };
    }),
  );
  return found.flatMap((one) => one ?? []);
}

/** The scenario that the newest attempt plays. */
async function scenarioOf(rows: readonly AttemptRow[]): Promise<Scenario | null> {
  const newest = rows.at(-1);
  return newest === undefined ? null : ((await playableOf(newest.revision))?.scenario ?? null);
}

function cardOf(row: AttemptRow): AttemptCard {
  const sheet = sheetOf(row);
  return {
    ...myAttempt(row),
    begun: row.created_at,
    passed: sheet?.passed ?? null,
    forkedFrom: row.forked_from,
    domains: sheet?.domains ?? [],
  };
}

/** The sheet as it was issued, or null before the end. */
export function sheetOf(row: AttemptRow): ScoreSheet | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written from a ScoreSheet when the attempt ended
  return row.sheet === null ? null : (JSON.parse(row.sheet) as ScoreSheet);
}
