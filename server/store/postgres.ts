// The store of an institution: PostgreSQL 15 or newer, shared by several processes.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { asUnavailable } from './failure';
import { migrate } from './migrations';
import type { Tables } from './tables';

/**
 * Connects to the database of a `postgres://` address and brings its schema up to date.
 * Throws StoreUnavailable; the password in the address is never part of its message.
 */
export async function openPostgres(url: string): Promise<Kysely<Tables>> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000 });
  // A connection that breaks while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, 'postgres', 'The PostgreSQL database');
    return db;
  } catch (error) {
    await db.destroy();
    throw asUnavailable(error, 'The PostgreSQL database');
  }
}
