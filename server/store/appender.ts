// Writes steps in groups: whatever is waiting shares one transaction, and so one wait for the disk.
import { setImmediate } from 'node:timers/promises';
import type { CompiledQuery, Kysely } from 'kysely';
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

  /** The two statements of every step, written once: building them takes as long as running them. */
  private readonly insert: CompiledQuery;
  private readonly update: CompiledQuery;

  constructor(private readonly db: Kysely<Tables>) {
    this.insert = db
      .insertInto('steps')
      .values({ attempt: '', seq: 0, at: '', key: '', step: '' })
      .onConflict((on) => on.doNothing())
      .compile();
    this.update = db
      .updateTable('attempts')
      .set({ patient_time: 0, phase: '' })
      .where('id', '=', '')
      .compile();
  }

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
        const { attempt, seq, at, key, step: text } = step;
        const inserted = await db.executeQuery(withParameters(this.insert, [attempt, seq, at, key, text]));
        if (inserted.numAffectedRows !== 1n) continue;
        saved[index] = true;
        const { patientTime, phase, issued } = progress;
        await db.executeQuery(withParameters(this.update, [patientTime, phase, attempt]));
        if (issued !== null)
          await db
            .updateTable('attempts')
            .set({ sheet: issued.sheet, finished_at: issued.at })
            .where('id', '=', attempt)
            .execute();
      }
      return saved;
    });
  }
}

function withParameters(query: CompiledQuery, parameters: readonly unknown[]): CompiledQuery {
  return { ...query, parameters };
}
