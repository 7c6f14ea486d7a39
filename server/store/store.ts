// What is kept: published revisions, attempts and their append-only logs. The same code for SQLite and PostgreSQL.
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Kysely } from 'kysely';
import { Appender, type Progress } from './appender';
import { asUnavailable } from './failure';
import type { AttemptRow, CompilationRow, ReviewRow, ShelfRow, StepRow, Tables } from './tables';

/** A revision as it is published: canonical JSON of the scenario and of the ward it was linked against. */
export interface PublishedRevision {
  readonly revision: string;
  readonly caseId: string;
  readonly scenario: string;
  /** what the shelf and the cover show of it, JSON */
  readonly face: string;
  readonly ward: string;
  readonly wardJson: string;
  readonly figures: readonly { readonly figure: string; readonly type: string; readonly bytes: Uint8Array }[];
  readonly publishedAt: string;
}

type Forked = 'forked_from' | 'forked_at' | 'assessed_steps';

/** Header of an attempt that is being opened. */
export type NewAttempt = Omit<AttemptRow, 'nth' | 'finished_at' | 'sheet' | Forked> &
  Partial<Pick<AttemptRow, Forked>>;

/** Drivers hand bytes out as Buffer or ArrayBuffer. */
const bytesOf = (value: Uint8Array | ArrayBuffer): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array(value);
const packed = (json: string): Uint8Array => gzipSync(json);
const unpacked = (bytes: Uint8Array | ArrayBuffer): string => gunzipSync(bytesOf(bytes)).toString('utf8');

/** Every method throws StoreUnavailable when the database cannot do it, and then nothing was changed. */
export class Store {
  private readonly appender: Appender;

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly place: string,
  ) {
    this.appender = new Appender(db);
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asUnavailable(error, this.place);
    }
  }

  /** Answers when the database does. */
  async reach(): Promise<void> {
    await this.guarded(() => this.db.selectFrom('shelf').select('case_id').limit(1).execute());
  }

  /** Keeps a revision for ever and makes it the one that is served. Publishing the same one again changes its figures only. */
  async publish(published: PublishedRevision): Promise<void> {
    const { revision, caseId: case_id, ward, face } = published;
    await this.guarded(() =>
      this.db.transaction().execute(async (db) => {
        const known = await db.selectFrom('wards').select('ward').where('ward', '=', ward).executeTakeFirst();
        if (known === undefined)
          await db
            .insertInto('wards')
            .values({ ward, catalogue: packed(published.wardJson) })
            .onConflict((on) => on.column('ward').doNothing())
            .execute();
        await db
          .insertInto('revisions')
          .values({
            revision,
            case_id,
            ward,
            scenario: packed(published.scenario),
            published_at: published.publishedAt,
          })
          .onConflict((on) => on.column('revision').doNothing())
          .execute();
        for (const { figure, type, bytes } of published.figures)
          await db
            .insertInto('figures')
            .values({ revision, figure, type, bytes })
            .onConflict((on) => on.columns(['revision', 'figure']).doUpdateSet({ type, bytes }))
            .execute();
        await db
          .insertInto('shelf')
          .values({ case_id, revision, face })
          .onConflict((on) => on.column('case_id').doUpdateSet({ revision, face }))
          .execute();
      }),
    );
  }

  /** The revision that was served last of every case. */
  async shelf(): Promise<readonly ShelfRow[]> {
    return await this.guarded(() => this.db.selectFrom('shelf').selectAll().execute());
  }

  /** What each case's folder came to when it was last compiled. */
  async compilations(): Promise<readonly CompilationRow[]> {
    return await this.guarded(() => this.db.selectFrom('compilations').selectAll().execute());
  }

  /** Remembers what a case's folder came to. */
  async noteCompilation({ case_id, key, errors }: CompilationRow): Promise<void> {
    await this.guarded(() =>
      this.db
        .insertInto('compilations')
        .values({ case_id, key, errors })
        .onConflict((on) => on.column('case_id').doUpdateSet({ key, errors }))
        .execute(),
    );
  }

  /** JSON of a kept revision and the name of its ward, or null. */
  async revision(revision: string): Promise<{ readonly scenario: string; readonly ward: string } | null> {
    return await this.guarded(async () => {
      const row = await this.db
        .selectFrom('revisions')
        .select(['scenario', 'ward'])
        .where('revision', '=', revision)
        .executeTakeFirst();
      return row === undefined ? null : { scenario: unpacked(row.scenario), ward: row.ward };
    });
  }

  /** JSON of a kept ward, or null. */
  async ward(ward: string): Promise<string | null> {
    return await this.guarded(async () => {
      const row = await this.db
        .selectFrom('wards')
        .select('catalogue')
        .where('ward', '=', ward)
        .executeTakeFirst();
      return row === undefined ? null : unpacked(row.catalogue);
    });
  }

  /** A figure of a revision, or null. */
  async figure(
    revision: string,
    figure: string,
  ): Promise<{ readonly type: string; readonly bytes: Uint8Array } | null> {
    const row = await this.guarded(() =>
      this.db
        .selectFrom('figures')
        .select(['type', 'bytes'])
        .where('revision', '=', revision)
        .where('figure', '=', figure)
        .executeTakeFirst(),
    );
    return row === undefined ? null : { type: row.type, bytes: bytesOf(row.bytes) };
  }

  /** Saves the header of a new attempt, with the log that it begins with, both or neither. */
  async open(header: NewAttempt, log: readonly Omit<StepRow, 'attempt'>[] = []): Promise<void> {
    await this.guarded(() =>
      this.db.transaction().execute(async (db) => {
        const last = await db
          .selectFrom('attempts')
          .select((of) => of.fn.max('nth').as('nth'))
          .where('learner', '=', header.learner)
          .executeTakeFirst();
        const row: AttemptRow = {
          forked_from: null,
          forked_at: null,
          assessed_steps: null,
          ...header,
          nth: Number(last?.nth ?? 0) + 1,
          finished_at: null,
          sheet: null,
        };
        await db.insertInto('attempts').values(row).execute();
        for (const step of log)
          await db
            .insertInto('steps')
            .values({ ...step, attempt: header.id })
            .execute();
      }),
    );
  }

  /** Header of an attempt, or null. */
  async attempt(id: string): Promise<AttemptRow | null> {
    const row = await this.guarded(() =>
      this.db.selectFrom('attempts').selectAll().where('id', '=', id).executeTakeFirst(),
    );
    return row ?? null;
  }

  /** Attempts of a learner, newest first, at most `most`. */
  async attemptsOf(learner: string, most: number): Promise<readonly AttemptRow[]> {
    return await this.guarded(() =>
      this.db
        .selectFrom('attempts')
        .selectAll()
        .where('learner', '=', learner)
        .orderBy('nth', 'desc')
        .limit(most)
        .execute(),
    );
  }

  /** The log of an attempt from a sequence number on, in order. */
  async log(attempt: string, from = 0): Promise<readonly StepRow[]> {
    return await this.guarded(() =>
      this.db
        .selectFrom('steps')
        .selectAll()
        .where('attempt', '=', attempt)
        .where('seq', '>=', from)
        .orderBy('seq')
        .execute(),
    );
  }

  /**
   * Appends one step, durable when this returns. `false`: this sequence number or key was there already (another
   * process was first) and nothing was changed.
   */
  async append(step: StepRow, progress: Progress): Promise<boolean> {
    return await this.guarded(() => this.appender.append(step, progress));
  }

  /** Appends one look at a card of a learner's review deck. */
  async review(review: Omit<ReviewRow, 'nth'>): Promise<void> {
    await this.guarded(() =>
      this.db.transaction().execute(async (db) => {
        const last = await db
          .selectFrom('reviews')
          .select((of) => of.fn.max('nth').as('nth'))
          .where('learner', '=', review.learner)
          .executeTakeFirst();
        await db
          .insertInto('reviews')
          .values({ ...review, nth: Number(last?.nth ?? 0) + 1 })
          .execute();
      }),
    );
  }

  /** Every look of a learner at a card, in order. */
  async reviewsOf(learner: string): Promise<readonly ReviewRow[]> {
    return await this.guarded(() =>
      this.db.selectFrom('reviews').selectAll().where('learner', '=', learner).orderBy('nth').execute(),
    );
  }

  /** Cuts the tie between a learner and all of their attempts; the attempts stay, without an owner. The reviews go. */
  async forget(learner: string): Promise<void> {
    await this.guarded(() =>
      this.db.transaction().execute(async (db) => {
        await db.updateTable('attempts').set({ learner: '' }).where('learner', '=', learner).execute();
        await db.deleteFrom('reviews').where('learner', '=', learner).execute();
      }),
    );
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }
}
