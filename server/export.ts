// An attempt as a file for its learner: what was done and what it earned. Never the scenario, and never before the end.
import type { ScoreSheet } from '#machines/ledger';
import type { StepInput } from '#machines/step';
import { rowOf } from './attempts';
import { sheetOf } from './progress';
import { theStore } from './store/open';

/** The file's form; `format` changes whenever a field means something else. */
export interface ExportedAttempt {
  readonly format: 1;
  readonly attempt: string;
  readonly case: string;
  readonly revision: string;
  readonly seed: string;
  readonly engine: string;
  readonly mode: string;
  readonly language: string;
  readonly begun: string;
  readonly finished: string | null;
  readonly forkedFrom: { readonly attempt: string; readonly steps: number } | null;
  /** every step with the wall time at which it was kept */
  readonly log: readonly { readonly at: string; readonly step: StepInput }[];
  readonly sheet: ScoreSheet;
}

/** The attempt as a file. Null: no such attempt of this learner. `not-yet`: not finished. Throws StoreUnavailable. */
export async function exportOf(
  attempt: string,
  learner: string | null,
): Promise<ExportedAttempt | 'not-yet' | null> {
  const row = await rowOf(attempt, learner);
  if (row === null) return null;
  const sheet = sheetOf(row);
  if (sheet === null) return 'not-yet';
  const log = await (await theStore()).log(attempt);
  return {
    format: 1,
    attempt: row.id,
    case: row.case_id,
    revision: row.revision,
    seed: row.seed,
    engine: row.engine,
    mode: row.mode,
    language: row.language,
    begun: row.created_at,
    finished: row.finished_at,
    forkedFrom:
      row.forked_from === null ? null : { attempt: row.forked_from, steps: Number(row.forked_at ?? 0) },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each was read and taken by the engine before it was kept
    log: log.map(({ at, step }) => ({ at, step: JSON.parse(step) as StepInput })),
    sheet,
  };
}
