// The schema's history, one list for both dialects. A migration that was released is never changed, only followed.
import { type Kysely, type Migration, type MigrationProvider, Migrator } from 'kysely';
import { asUnavailable, StoreUnavailable } from './failure';
import type { Tables } from './tables';

export type DialectName = 'sqlite' | 'postgres';

function history(dialect: DialectName): Record<string, Migration> {
  const bytes = dialect === 'sqlite' ? 'blob' : 'bytea';
  return {
    '2026-11-22-attempts': {
      async up(db) {
        await db.schema
          .createTable('wards')
          .addColumn('ward', 'text', (column) => column.primaryKey())
          .addColumn('catalogue', bytes, (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('revisions')
          .addColumn('revision', 'text', (column) => column.primaryKey())
          .addColumn('case_id', 'text', (column) => column.notNull())
          .addColumn('ward', 'text', (column) => column.notNull().references('wards.ward'))
          .addColumn('scenario', bytes, (column) => column.notNull())
          .addColumn('published_at', 'text', (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('shelf')
          .addColumn('case_id', 'text', (column) => column.primaryKey())
          .addColumn('revision', 'text', (column) => column.notNull().references('revisions.revision'))
          .execute();
        await db.schema
          .createTable('figures')
          .addColumn('revision', 'text', (column) => column.notNull().references('revisions.revision'))
          .addColumn('figure', 'text', (column) => column.notNull())
          .addColumn('type', 'text', (column) => column.notNull())
          .addColumn('bytes', bytes, (column) => column.notNull())
          .addPrimaryKeyConstraint('figures_key', ['revision', 'figure'])
          .execute();
        await db.schema
          .createTable('attempts')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('learner', 'text', (column) => column.notNull())
          .addColumn('nth', 'integer', (column) => column.notNull())
          .addColumn('case_id', 'text', (column) => column.notNull())
          .addColumn('revision', 'text', (column) => column.notNull().references('revisions.revision'))
          .addColumn('seed', 'text', (column) => column.notNull())
          .addColumn('engine', 'text', (column) => column.notNull())
          .addColumn('language', 'text', (column) => column.notNull())
          .addColumn('mode', 'text', (column) => column.notNull())
          .addColumn('created_at', 'text', (column) => column.notNull())
          .addColumn('finished_at', 'text')
          .addColumn('sheet', 'text')
          .addColumn('patient_time', 'double precision', (column) => column.notNull())
          .addColumn('phase', 'text', (column) => column.notNull())
          .execute();
        await db.schema.createIndex('attempts_learner').on('attempts').columns(['learner', 'nth']).execute();
        await db.schema
          .createTable('steps')
          .addColumn('attempt', 'text', (column) => column.notNull().references('attempts.id'))
          .addColumn('seq', 'integer', (column) => column.notNull())
          .addColumn('at', 'text', (column) => column.notNull())
          .addColumn('key', 'text', (column) => column.notNull())
          .addColumn('step', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('steps_key', ['attempt', 'seq'])
          .addUniqueConstraint('steps_once', ['attempt', 'key'])
          .execute();
      },
    },
    '2026-11-22-forks': {
      async up(db) {
        for (const [column, type] of [
          ['forked_from', 'text'],
          ['forked_at', 'integer'],
          ['assessed_steps', 'integer'],
        ] as const)
          await db.schema.alterTable('attempts').addColumn(column, type).execute();
      },
    },
    '2026-11-22-reviews': {
      async up(db) {
        await db.schema
          .createTable('reviews')
          .addColumn('learner', 'text', (column) => column.notNull())
          .addColumn('nth', 'integer', (column) => column.notNull())
          .addColumn('case_id', 'text', (column) => column.notNull())
          .addColumn('rule', 'text', (column) => column.notNull())
          .addColumn('at', 'text', (column) => column.notNull())
          .addColumn('rating', 'integer', (column) => column.notNull())
          .addPrimaryKeyConstraint('reviews_key', ['learner', 'nth'])
          .execute();
      },
    },
    '2026-11-23-compilations': {
      async up(db) {
        await db.schema.alterTable('shelf').addColumn('face', 'text').execute();
        await db.schema
          .createTable('compilations')
          .addColumn('case_id', 'text', (column) => column.primaryKey())
          .addColumn('key', 'text', (column) => column.notNull())
          .addColumn('errors', 'integer', (column) => column.notNull())
          .execute();
      },
    },
  };
}

/**
 * Brings the schema up to date. A database with migrations that this version does not know is refused (`foreign`):
 * an older server must not write to a newer store.
 */
export async function migrate(db: Kysely<Tables>, dialect: DialectName, place: string): Promise<void> {
  const provider: MigrationProvider = { getMigrations: () => Promise.resolve(history(dialect)) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  if (error instanceof Error && error.message.includes('corrupted migrations'))
    throw new StoreUnavailable(
      'foreign',
      `${place} was made by a newer version of Corsia. It was left as it is.`,
      {
        cause: error,
      },
    );
  throw asUnavailable(error, place);
}
