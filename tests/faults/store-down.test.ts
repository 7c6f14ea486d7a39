// The disk fails: learners are told, nothing is taken that was not saved, and the server stays up and recovers.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listCases } from '#server/shelf';
import { steadySeconds } from '#server/clock';
import { health } from '#server/health';
import { StoreUnavailable } from '#server/store/failure';
import { theStore } from '#server/store/open';
import { Browser, leave, newKey, restart, settle, type Place } from '../server/ward-round';

vi.mock('#server/workshop', async () => {
  const { tinyScenario, tinyWard } = await import('../server/tiny-case');
  return {
    compileFolder: () => [
      {
        caseId: 'tiny-case',
        scenario: tinyScenario(),
        revision: 'rev-1',
        ward: tinyWard,
        errors: 0,
        report: '',
      },
    ],
  };
});
vi.mock('#server/clock', { spy: true });

let place: Place;
let lines: string[];
beforeEach(() => {
  place = settle();
  lines = [];
  vi.spyOn(console, 'error').mockImplementation((line: unknown) => {
    lines.push(String(line));
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await leave(place);
});

const later = (seconds: number) => {
  const now = steadySeconds();
  vi.mocked(steadySeconds).mockReturnValue(now + seconds);
};

describe('a data folder that cannot be written', () => {
  it('is told as 503, the shelf still shows, and play begins when it is repaired', async () => {
    writeFileSync(place.data, 'a file where the folder should be');
    vi.stubEnv('CORSIA_SECRET', 'kept elsewhere');
    const browser = new Browser();
    const refused = await browser.open();
    expect(refused).toMatchObject({ status: 503, body: { code: 'store-unavailable' } });
    expect(refused.headers.get('retry-after')).not.toBeNull();
    expect(await listCases('en', 'somebody')).toMatchObject([
      { id: 'tiny-case', complaint: 'Pain in the back', my: null },
    ]);
    expect(await health()).toMatchObject({ ok: false, store: 'unreachable', cases: 1 });
    rmSync(place.data);
    later(5);
    expect((await browser.open()).status).toBe(201);
    expect(await health()).toMatchObject({ ok: true, store: 'ok' });
  });

  it('fills the operator’s log with one line, not one per learner', async () => {
    writeFileSync(place.data, '');
    vi.stubEnv('CORSIA_SECRET', 'kept elsewhere');
    for (let count = 0; count < 5; count += 1) await new Browser().open();
    expect(lines.filter((line) => line.includes('message'))).toHaveLength(1);
  });
});

describe('a disk that fills up in the middle of a play', () => {
  it('takes nothing that it could not save; the same step again is taken once there is room', async () => {
    const browser = new Browser();
    const attempt = await browser.play([{ do: 'begin' }]);
    const store = await theStore();
    const append = store.append.bind(store);
    vi.spyOn(store, 'append').mockRejectedValueOnce(new StoreUnavailable('full', 'no room'));
    const key = newKey();
    expect(await browser.step(attempt, 1, { do: 'ask:onset' }, key)).toMatchObject({
      status: 503,
      body: { code: 'store-unavailable' },
    });
    expect((await browser.view(attempt)).body).toMatchObject({ sequence: 1, now: 0 });
    vi.spyOn(store, 'append').mockImplementation(append);
    expect(await browser.step(attempt, 1, { do: 'ask:onset' }, key)).toMatchObject({
      status: 200,
      body: { view: { sequence: 2, now: 30 } },
    });
  });

  it('is a real one here: the database may take one megabyte', { timeout: 60_000 }, async () => {
    vi.stubEnv('CORSIA_MOST_MB', '1');
    const browser = new Browser();
    const attempt = await browser.play([{ do: 'begin' }]);
    let sequence = 1;
    let status = 200;
    for (; sequence < 2_000 && status === 200; sequence += status === 200 ? 1 : 0)
      ({ status } = await browser.step(attempt, sequence, {
        do: 'note:free',
        with: { text: 'x'.repeat(3_900) },
      }));
    expect(status).toBe(503);
    expect((await browser.view(attempt)).body.sequence).toBe(sequence);
    vi.stubEnv('CORSIA_MOST_MB', '50');
    await restart();
    expect((await browser.view(attempt)).body.sequence).toBe(sequence);
    expect((await browser.step(attempt, sequence, { do: 'ask:onset' })).status).toBe(200);
  });
});

describe('a damaged database', () => {
  it('is refused and left as it is; the server stays up', async () => {
    const browser = new Browser();
    const attempt = await browser.play([{ do: 'begin' }]);
    await restart();
    const file = join(place.data, 'corsia.sqlite');
    for (const rest of ['-wal', '-shm']) rmSync(`${file}${rest}`, { force: true });
    const garbage = Buffer.from('no database '.repeat(1_000));
    writeFileSync(file, garbage);
    expect((await browser.view(attempt)).status).toBe(503);
    expect((await browser.open()).status).toBe(503);
    expect(await health()).toMatchObject({ ok: false, store: 'corrupt' });
    expect(readFileSync(file)).toEqual(garbage);
    expect(lines.join('\n')).toContain('restore a backup');
  });
});

describe('a failure', () => {
  it('is known for what it is when another copy of the code threw it, as bundles have several', async () => {
    vi.resetModules();
    const copy = await import('#server/store/failure');
    expect(copy.StoreUnavailable).not.toBe(StoreUnavailable);
    expect(new copy.StoreUnavailable('full', 'no room')).toBeInstanceOf(StoreUnavailable);
    expect(new Error('something else')).not.toBeInstanceOf(StoreUnavailable);
  });
});

describe('the operator’s log', () => {
  it('says nothing of what a learner wrote', async () => {
    const browser = new Browser();
    const attempt = await browser.play([{ do: 'begin' }]);
    const store = await theStore();
    vi.spyOn(store, 'append').mockRejectedValueOnce(new Error('driver quotes VERY-PRIVATE-WORDS'));
    const { status, body } = await browser.step(attempt, 1, {
      do: 'note:free',
      with: { text: 'VERY-PRIVATE-WORDS' },
    });
    expect(status).toBe(500);
    expect(body).toEqual({ code: 'unexpected', params: {} });
    expect(lines.join('\n')).not.toContain('PRIVATE');
    expect(lines.join('\n')).toContain('"code":"unexpected"');
    expect((await browser.view(attempt)).body.sequence).toBe(1);
  });

  it('is not needed when all is well', async () => {
    await new Browser().play([{ do: 'begin' }, { do: 'ask:onset' }]);
    expect(lines).toEqual([]);
  });
});
