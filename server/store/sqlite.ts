// The embedded store: one SQLite file in the data folder, durable at every answer, refused rather than replaced when damaged.
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import type Database from 'libsql';
import { asUnavailable, StoreUnavailable } from './failure';
import { migrate } from './migrations';
import type { Tables } from './tables';

/** Says in the file's own header whose it is: "CORS". */
const APPLICATION_ID = 0x434f5253;
const PAGE_BYTES = 4096;

/** Loads the driver when it is needed. Its search for the C library asks for a report of the process, which looks up the names of all open connections and can take seconds: without the network part it takes none. */
async function driver(): Promise<typeof Database> {
  // Known to Node from 20.13 on, not yet to its types.
  Reflect.set(process.report ?? {}, 'excludeNetwork', true);
  return (await import('libsql')).default;
}

/** Name of the database file in the data folder. */
export const DATABASE_FILE = 'corsia.sqlite';

/**
 * Opens the database of a data folder, making both when they are missing.
 * Throws StoreUnavailable (`corrupt`, `foreign`, `full`, `unreachable`); the file is then as it was.
 */
export async function openSqlite(folder: string, mostMegabytes: number | null): Promise<Kysely<Tables>> {
  const path = join(folder, DATABASE_FILE);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!exists(path)) await create(folder, path);
    return await openFile(path, mostMegabytes);
  } catch (error) {
    throw asUnavailable(error, path);
  }
}

function exists(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return false;
  // A database is born complete (see create), so that an empty file can only be a damaged one.
  if (found.size === 0)
    throw new StoreUnavailable(
      'corrupt',
      `${path} is empty, which it never is when sound. It was left as it is.`,
    );
  return true;
}

/** Makes the database under another name and links it into place: seen by others complete or not at all. */
async function create(folder: string, path: string): Promise<void> {
  const cradle = join(folder, `.${DATABASE_FILE}.${randomBytes(6).toString('hex')}`);
  try {
    const file = new (await driver())(cradle);
    file.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(file) }) });
    try {
      await migrate(db, 'sqlite', cradle);
    } finally {
      await db.destroy();
    }
    linkSync(cradle, path);
    syncFolder(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    // Another process was first: its database is as good as ours.
    if (code !== 'EEXIST') throw error;
  } finally {
    for (const rest of ['', '-wal', '-shm', '-journal']) rmSync(`${cradle}${rest}`, { force: true });
  }
}

/** A new name must survive a power cut too. Windows keeps names by itself and does not open folders. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const home = openSync(folder, 'r');
  fsyncSync(home);
  closeSync(home);
}

async function openFile(path: string, mostMegabytes: number | null): Promise<Kysely<Tables>> {
  const file = new (await driver())(path);
  try {
    const ask = (pragma: string): unknown => file.prepare(`PRAGMA ${pragma}`).all([])[0];
    ask('busy_timeout = 2000');
    if (JSON.stringify(ask('application_id')) !== JSON.stringify({ application_id: APPLICATION_ID }))
      throw new StoreUnavailable('foreign', `${path} is not a database of Corsia. It was left as it is.`);
    const check = JSON.stringify(ask('quick_check(1)'));
    if (check !== '{"quick_check":"ok"}')
      throw new StoreUnavailable(
        'corrupt',
        `${path} is damaged (${check}). It was left as it is: restore a backup.`,
      );
    ask('journal_mode = WAL');
    file.exec('PRAGMA synchronous = FULL');
    file.exec('PRAGMA foreign_keys = ON');
    if (mostMegabytes !== null)
      ask(`max_page_count = ${Math.ceil((mostMegabytes * 1024 * 1024) / PAGE_BYTES)}`);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: forKysely(file) }) });
    await migrate(db, 'sqlite', path);
    return db;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** libsql's synchronous database in the shape that Kysely's dialect reads, with statements prepared once. */
function forKysely(file: Database.Database): SqliteDatabase {
  type Prepared = ReturnType<SqliteDatabase['prepare']>;
  const prepared = new Map<string, Prepared>();
  return {
    close: () => {
      file.close();
    },
    prepare(sql) {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = file.prepare<unknown[]>(sql);
      const made: Prepared = {
        reader: statement.reader,
        all: (parameters) => statement.all([...parameters]),
        // A full disk ends a transaction by itself: a rollback of nothing would hide the reason.
        run: (parameters) =>
          sql === 'rollback' && !file.inTransaction
            ? { changes: 0, lastInsertRowid: 0 }
            : statement.run([...parameters]),
        iterate: (parameters) => statement.iterate([...parameters]),
      };
      // Queries are few and fixed; the bound is for a future mistake.
      if (prepared.size < 200) prepared.set(sql, made);
      return made;
    },
  };
}
