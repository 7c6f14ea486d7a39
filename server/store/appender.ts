// Writes steps in groups: whatever is waiting shares one transaction, and so one wait for the disk.
import { setImmediate } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { StepRow, Tables } from './tables';

/** What changes in an attempt's header with a step. */
export interface Progress {
  readonly patientTime: number;
  readonly phase: string;
  /** given once, with the step that ends the attempt */
  readonly issued: { readonly sheet: string; readonly at: string } | null;
}

interface Waiting {
  readonly step: StepRow;
  readonly progress: Progress;
  readonly tell: (saved: boolean) => void;
  readonly fail: (error: unknown) => void;
}

const MOST_TOGETHER = 100;

/** Appends steps durably. A step whose sequence number or key is there already is told so and hinders no other. */
export class Appender {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(private readonly db: Kysely<Tables>) {}

  /** True when the step is on the disk; false when its sequence number or key was there. Throws what the driver throws. */
  append(step: StepRow, progress: Progress): Promise<boolean> {
    return new Promise((tell, fail) => {
      this.waiting.push({ step, progress, tell, fail });
      if (!this.writing) void this.write();
    });
  }

  private async write(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      // Steps that arrived while the disk was busy get here first, and go together.
      await setImmediate();
      const group = this.waiting.slice(0, MOST_TOGETHER);
      this.waiting = this.waiting.slice(MOST_TOGETHER);
      await this.commit(group);
    }
    this.writing = false;
  }

  private async commit(group: readonly Waiting[]): Promise<void> {
    try {
      const saved = await this.inOneTransaction(group);
      group.forEach(({ tell }, index) => {
        tell(saved[index] ?? false);
      });
    } catch (error) {
      const [only] = group;
      if (group.length === 1) only?.fail(error);
      // One of them spoilt it for all: each by itself, so that the others are saved.
      else for (const one of group) await this.commit([one]);
    }
  }

  /** Gives for each of the group whether it was saved. Always in the same order of attempts: processes that share the database never block each other. */
  private async inOneTransaction(group: readonly Waiting[]): Promise<readonly boolean[]> {
    return await this.db.transaction().execute(async (db) => {
      const saved = group.map(() => false);
      const inOrder = [...group.entries()].toSorted(([, a], [, b]) =>
        a.step.attempt.localeCompare(b.step.attempt),
      );
      for (const [index, { step, progress }] of inOrder) {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('steps')
          .values(step)
          .onConflict((on) => on.doNothing())
          .executeTakeFirst();
        if (numInsertedOrUpdatedRows !== 1n) continue;
        saved[index] = true;
        await db
          .updateTable('attempts')
          .set({
            patient_time: progress.patientTime,
            phase: progress.phase,
            ...(progress.issued && { sheet: progress.issued.sheet, finished_at: progress.issued.at }),
          })
          .where('id', '=', step.attempt)
          .execute();
      }
      return saved;
    });
  }
}
