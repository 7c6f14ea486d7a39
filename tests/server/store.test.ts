// The store's contract: SQLite always, PostgreSQL when TEST_DATABASE_URL names one. Both must behave alike.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StoreUnavailable } from '#server/store/failure';
import { openPostgres } from '#server/store/postgres';
import { DATABASE_FILE, openSqlite } from '#server/store/sqlite';
import { Store } from '#server/store/store';

const postgres = process.env.TEST_DATABASE_URL;

async function emptyPostgres(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('drop schema public cascade; create schema public;');
  await client.end();
}

const at = '2026-11-22T10:00:00.000Z';
const publication = {
  revision: 'r1',
  caseId: 'a-case',
  scenario: '{"format":1}',
  ward: 'w1',
  wardJson: '{"items":{}}',
  face: '{"id":"a-case"}',
  figures: [{ figure: 'ct', type: 'image/svg+xml', bytes: new TextEncoder().encode('<svg/>') }],
  publishedAt: at,
};
const header = (id: string, learner = 'learner-1') => ({
  id,
  learner,
  case_id: 'a-case',
  revision: 'r1',
  seed: 's',
  engine: '1',
  language: 'en',
  mode: 'practice',
  created_at: at,
  patient_time: 0,
  phase: 'briefing',
});
const step = (attempt: string, seq: number, key = `key-${seq}`) => ({
  attempt,
  seq,
  at,
  key,
  step: `{"do":"wait-${seq}"}`,
});
const progress = { patientTime: 60, phase: 'bedside', issued: null };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corsia-store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const dialects: readonly (readonly [string, () => Promise<Store>])[] = [
  ['SQLite', async () => new Store(await openSqlite(folder, null), 'test')],
  ...(postgres === undefined
    ? []
    : [['PostgreSQL', async () => new Store(await openPostgres(postgres), 'test')] as const]),
];

describe.each(dialects)('a store on %s', (name, open) => {
  let store: Store;
  beforeEach(async () => {
    if (name === 'PostgreSQL' && postgres !== undefined) await emptyPostgres(postgres);
    store = await open();
    await store.publish(publication);
  });
  afterEach(() => store.close());

  it('gives back what was published, byte for byte', async () => {
    expect(await store.revision('r1')).toEqual({
      scenario: publication.scenario,
      ward: publication.ward,
    });
    expect(await store.ward('w1')).toBe(publication.wardJson);
    expect(await store.shelf()).toEqual([{ case_id: 'a-case', revision: 'r1', face: publication.face }]);
    const figure = await store.figure('r1', 'ct');
    expect(new TextDecoder().decode(figure?.bytes)).toBe('<svg/>');
    expect(await store.revision('r2')).toBeNull();
    expect(await store.ward('w2')).toBeNull();
    expect(await store.figure('r1', 'mri')).toBeNull();
  });

  it('remembers what each folder came to, newest only', async () => {
    await store.noteCompilation({ case_id: 'a-case', key: 'k1', errors: 2 });
    await store.noteCompilation({ case_id: 'a-case', key: 'k2', errors: 0 });
    expect(await store.compilations()).toEqual([{ case_id: 'a-case', key: 'k2', errors: 0 }]);
  });

  it('keeps the older revision when a newer one is served', async () => {
    await store.publish({ ...publication, revision: 'r2', scenario: '{"format":1,"x":2}' });
    expect((await store.shelf()).map(({ revision }) => revision)).toEqual(['r2']);
    expect((await store.revision('r1'))?.scenario).toBe(publication.scenario);
  });

  it('appends in order and only once per sequence number and per key', async () => {
    await store.open(header('a1'));
    expect(await store.append(step('a1', 0), progress)).toBe(true);
    expect(await store.append(step('a1', 0, 'another-key'), progress)).toBe(false);
    expect(await store.append(step('a1', 1, 'key-0'), progress)).toBe(false);
    expect(await store.append(step('a1', 1), progress)).toBe(true);
    expect((await store.log('a1')).map(({ seq, key }) => [seq, key])).toEqual([
      [0, 'key-0'],
      [1, 'key-1'],
    ]);
    expect((await store.log('a1', 1)).map(({ step: text }) => text)).toEqual(['{"do":"wait-1"}']);
  });

  it('lets exactly one of many simultaneous writers have a sequence number', async () => {
    await store.open(header('a1'));
    const writers = Array.from({ length: 8 }, (_, writer) =>
      store.append(step('a1', 0, `writer-${writer}`), progress),
    );
    expect((await Promise.all(writers)).filter(Boolean)).toHaveLength(1);
    expect(await store.log('a1')).toHaveLength(1);
  });

  it('saves what came together, each for itself: one that is refused or impossible hinders no other', async () => {
    for (const id of ['a1', 'a2', 'a3']) await store.open(header(id));
    await store.append(step('a2', 0), progress);
    const together = await Promise.allSettled([
      store.append(step('a3', 0), progress),
      store.append(step('nobody', 0), progress),
      store.append(step('a2', 0, 'late'), progress),
      store.append(step('a1', 0), progress),
      store.append(step('a1', 1), progress),
    ]);
    expect(together.map((one) => (one.status === 'fulfilled' ? one.value : 'impossible'))).toEqual([
      true,
      'impossible',
      false,
      true,
      true,
    ]);
    expect((await store.log('a1')).map(({ seq }) => seq)).toEqual([0, 1]);
    expect(await store.log('a3')).toHaveLength(1);
  });

  it('changes nothing of the header when a step was not appended', async () => {
    await store.open(header('a1'));
    await store.append(step('a1', 0), progress);
    await store.append(step('a1', 0, 'late'), {
      patientTime: 999,
      phase: 'debrief',
      issued: { sheet: '{}', at },
    });
    expect(await store.attempt('a1')).toMatchObject({ patient_time: 60, phase: 'bedside', sheet: null });
  });

  it('keeps the issued sheet with the step that ended the attempt', async () => {
    await store.open(header('a1'));
    await store.append(step('a1', 0), {
      patientTime: 3600.5,
      phase: 'debrief',
      issued: { sheet: '{"total":97}', at },
    });
    expect(await store.attempt('a1')).toMatchObject({
      patient_time: 3600.5,
      sheet: '{"total":97}',
      finished_at: at,
    });
  });

  it('refuses a step of an attempt that does not exist', async () => {
    await expect(store.append(step('nobody', 0), progress)).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('knows the newest attempt of a learner even when the clock went backwards', async () => {
    await store.open(header('a1'));
    await store.open({ ...header('a2'), created_at: '2020-01-01T00:00:00.000Z' });
    await store.open(header('b1', 'learner-2'));
    expect((await store.attemptsOf('learner-1', 10)).map(({ id }) => id)).toEqual(['a2', 'a1']);
    expect((await store.attemptsOf('learner-1', 1)).map(({ id }) => id)).toEqual(['a2']);
  });

  it('forgets a learner: the attempts stay, without an owner', async () => {
    await store.open(header('a1'));
    await store.open(header('b1', 'learner-2'));
    await store.forget('learner-1');
    expect(await store.attemptsOf('learner-1', 10)).toEqual([]);
    expect(await store.attempt('a1')).toMatchObject({ learner: '' });
    expect(await store.attempt('b1')).toMatchObject({ learner: 'learner-2' });
  });

  it('finds everything again after it was closed', async () => {
    await store.open(header('a1'));
    await store.append(step('a1', 0), progress);
    await store.close();
    store = await open();
    expect(await store.log('a1')).toHaveLength(1);
  });
});

describe('a database file', () => {
  const path = () => join(folder, DATABASE_FILE);
  const refusal = async () => {
    try {
      const db = await openSqlite(folder, null);
      await db.destroy();
      return null;
    } catch (error) {
      return error instanceof StoreUnavailable ? error : null;
    }
  };

  it('is written through to the disk at every commit', async () => {
    const db = await openSqlite(folder, null);
    const { sql } = await import('kysely');
    expect((await sql`pragma journal_mode`.execute(db)).rows).toEqual([{ journal_mode: 'wal' }]);
    expect((await sql`pragma synchronous`.execute(db)).rows).toEqual([{ synchronous: 2 }]);
    expect((await sql`pragma foreign_keys`.execute(db)).rows).toEqual([{ foreign_keys: 1 }]);
    await db.destroy();
  });

  it.each([
    ['garbage', Buffer.from('this is no database at all '.repeat(400))],
    ['nothing', Buffer.alloc(0)],
  ])('is refused and left as it was when it holds %s', async (_, bytes) => {
    writeFileSync(path(), bytes);
    const refused = await refusal();
    expect(refused?.failure).toBe('corrupt');
    expect(refused?.message).toContain(path());
    expect(readFileSync(path())).toEqual(bytes);
  });

  it('is refused when pages in its middle are damaged', async () => {
    const store = new Store(await openSqlite(folder, null), 'test');
    await store.publish(publication);
    await store.close();
    const bytes = readFileSync(path());
    bytes.fill(0xa5, 4096, bytes.length - 4096);
    writeFileSync(path(), bytes);
    expect((await refusal())?.failure).toBe('corrupt');
    expect(readFileSync(path())).toEqual(bytes);
  });

  it('is refused when it belongs to another program', async () => {
    const other = new Database(path());
    other.exec('create table theirs (x text)');
    other.close();
    expect((await refusal())?.failure).toBe('foreign');
  });

  it('is refused when a newer version of Corsia has changed its schema', async () => {
    const db = await openSqlite(folder, null);
    const { sql } = await import('kysely');
    await sql`insert into kysely_migration (name, timestamp) values ('2099-01-01-future', ${at})`.execute(db);
    await db.destroy();
    expect((await refusal())?.failure).toBe('foreign');
  });

  it('is born complete: no half-made file is left beside it', async () => {
    await Promise.all(
      [1, 2, 3].map(async () => {
        const db = await openSqlite(folder, null);
        await db.destroy();
      }),
    );
    expect(readdirSync(folder).filter((file) => file.startsWith('.'))).toEqual([]);
    expect(statSync(path()).size).toBeGreaterThan(0);
  });

  it('tells when there is no room left, and keeps what it had', async () => {
    const store = new Store(await openSqlite(folder, 1), 'test');
    await store.publish(publication);
    const noise = Array.from({ length: 40 }, (_, row) => ({
      figure: `f${row}`,
      type: 'image/png',
      bytes: new Uint8Array(100_000).fill(row),
    }));
    const refused: unknown = await store
      .publish({ ...publication, revision: 'r2', figures: noise })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ failure: 'full' });
    expect((await store.shelf()).map(({ revision }) => revision)).toEqual(['r1']);
    await store.open(header('a1'));
    await store.close();
  });

  it('tells when its folder cannot be made', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const refused: unknown = await openSqlite(join(folder, 'a-file', 'data'), null).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ failure: 'unreachable' });
    expect(existsSync(join(folder, 'a-file', 'data'))).toBe(false);
  });
});
