// Attempts over the API: saved before they are told, never applied twice, nobody else's business.
import { gunzipSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DebriefView } from '#machines/ledger';
import { offersOf } from '#components/encounter/offer-columns';
import type { OfferColumns } from '#machines/offer-columns';
import * as routes from '#server/api/routes';
import { Encounters, Locks, theEncounters } from '#server/encounters';
import { wallTime } from '#server/clock';
import { theStore } from '#server/store/open';
import { Browser, leave, newKey, restart, settle, type Place } from './ward-round';

vi.mock('#server/workshop', async () => {
  const { tinyScenario, tinyWard } = await import('./tiny-case');
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
beforeEach(() => {
  place = settle();
});
afterEach(() => leave(place));

const begin = { do: 'begin' };
const ask = { do: 'ask:onset' };

describe('an attempt', () => {
  it('is opened for a visitor, who becomes a learner by a cookie', async () => {
    const browser = new Browser();
    const { status, headers, body } = await browser.open();
    expect(status).toBe(201);
    expect(headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax$/);
    const { body: view } = await browser.view(body.attempt);
    expect(view).toMatchObject({ phase: 'briefing', sequence: 0, mode: 'practice', language: 'en' });
  });

  it('keeps the learner of a second attempt', async () => {
    const browser = new Browser();
    await browser.open();
    const { headers } = await browser.open();
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('is not opened for a case that is not on the shelf, or in a language or mode that does not exist', async () => {
    const browser = new Browser();
    expect((await browser.open({ caseId: 'no-such-case', language: 'en' })).status).toBe(404);
    expect((await browser.open({ caseId: '../../etc/passwd', language: 'en' })).status).toBe(404);
    expect((await browser.open({ caseId: 'tiny-case', language: 'xx' })).status).toBe(400);
    expect((await browser.open({ caseId: 'tiny-case', language: 'en', mode: 'exam' })).status).toBe(400);
    expect((await browser.open({ language: 'en' })).status).toBe(400);
    expect((await browser.open([])).status).toBe(400);
  });

  it('goes on after a restart where it was left', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin, ask, { do: 'wait', with: { minutes: 15 } }]);
    const before = (await browser.view(attempt)).body;
    await restart();
    expect((await browser.view(attempt)).body).toEqual(before);
    expect(before).toMatchObject({ sequence: 3, now: 930, phase: 'bedside' });
  });

  it('asks before it places what is awaited already, and takes it once it is confirmed', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin, { do: 'order:ct' }]);
    const asked = await browser.step(attempt, 2, { do: 'order:ct' });
    expect(asked.status).toBe(422);
    expect(asked.body).toMatchObject({
      code: 'refused',
      refusal: { code: 'confirm', warnings: [{ code: 'duplicate', item: 'order:ct' }] },
      view: { sequence: 2 },
    });
    const placed = await browser.step(attempt, 2, { do: 'order:ct', with: { confirmed: true } });
    expect(placed.body).toMatchObject({ code: 'taken', view: { sequence: 3 } });
    await restart();
    expect((await browser.view(attempt)).body).toMatchObject({ sequence: 3 });
  });

  it('is the same whether its encounter was kept in memory or replayed', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin, { do: 'order:ct' }, ask]);
    theEncounters().drop(attempt);
    const answer = await browser.step(attempt, 3, { do: 'wait', with: { until: 'next-result' } });
    expect(answer.body).toMatchObject({ code: 'taken', view: { sequence: 4, now: 1800 } });
  });

  it('answers with the new chart entries only', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin]);
    const held = (await browser.view(attempt)).body.chart.length;
    const { body } = await browser.send(attempt, {
      sequence: 1,
      key: newKey(),
      step: ask,
      language: 'en',
      chartFrom: held,
    });
    expect(body.view.chartFrom).toBe(held);
    expect(body.view.chart.every(({ index }) => index >= held)).toBe(true);
    expect(body.view.chart.length).toBeGreaterThan(0);
    expect((await browser.view(attempt, `language=en&chartFrom=${held}`)).body.chart).toEqual(
      body.view.chart,
    );
  });

  it('is revealed in either language at any moment', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin, ask]);
    const { body } = await browser.view(attempt, 'language=it');
    expect(body.chart.map(({ title }) => title)).toContain('Nome di ask:onset');
    expect((await browser.view(attempt, 'language=xx')).status).toBe(400);
    expect((await browser.view(attempt, 'language=en&chartFrom=-1')).status).toBe(400);
    expect((await browser.view(attempt, 'language=en&chartFrom=NaN')).status).toBe(400);
  });

  it('writes into its log what the server’s clock says, and minds nothing when that goes backwards', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin]);
    vi.mocked(wallTime).mockReturnValue('1999-01-01T00:00:00.000Z');
    expect((await browser.step(attempt, 1, ask)).status).toBe(200);
    vi.mocked(wallTime).mockReset();
    expect((await browser.step(attempt, 2, ask)).status).toBe(200);
    await restart();
    expect((await browser.view(attempt)).body.sequence).toBe(3);
    const log = await (await theStore()).log(attempt);
    expect(log[1]?.at).toBe('1999-01-01T00:00:00.000Z');
  });
});

describe('a step', () => {
  it('that is refused changes nothing and says why', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin]);
    const before = (await browser.view(attempt)).body;
    const { status, body } = await browser.step(attempt, 1, { do: 'order:nothing' });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      code: 'refused',
      refusal: { code: 'unknown-item', params: { item: 'order:nothing' } },
    });
    expect((await browser.view(attempt)).body).toEqual(before);
    expect(await (await theStore()).log(attempt)).toHaveLength(1);
  });

  it('that is sent again with its key after a lost response is not applied again', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin]);
    const key = newKey();
    const first = await browser.step(attempt, 1, ask, key);
    const again = await browser.step(attempt, 1, ask, key);
    expect(again).toMatchObject({ status: 200, body: first.body });
    await restart();
    expect(await browser.step(attempt, 1, ask, key)).toMatchObject({ status: 200, body: first.body });
    expect(await (await theStore()).log(attempt)).toHaveLength(2);
  });

  it('that was seen in another tab before is a conflict with the fresh view', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin, ask]);
    const { status, body } = await browser.step(attempt, 1, ask);
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'conflict', view: { sequence: 2 } });
    expect((await browser.step(attempt, 7, ask)).status).toBe(409);
  });

  it('of a double click is applied once, with different keys and with the same', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin]);
    const twice = await Promise.all([browser.step(attempt, 1, ask), browser.step(attempt, 1, ask)]);
    expect(new Set(twice.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const key = newKey();
    const same = await Promise.all([browser.step(attempt, 2, ask, key), browser.step(attempt, 2, ask, key)]);
    expect(same.map(({ status }) => status)).toEqual([200, 200]);
    expect((await browser.view(attempt)).body.sequence).toBe(3);
  });

  it('that another process saved first is a conflict with what that process made of it', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin]);
    // What this process holds in memory does not know of it.
    const step = { attempt, seq: 1, at: wallTime(), key: 'of-another-process', step: '{"do":"order:ct"}' };
    await (await theStore()).append(step, { patientTime: 0, phase: 'bedside', issued: null });
    const { status, body } = await browser.step(attempt, 1, ask);
    expect(status).toBe(409);
    expect(body.view).toMatchObject({ sequence: 2, pending: [{ item: 'order:ct' }] });
    expect((await browser.step(attempt, 2, ask)).status).toBe(200);
  });

  it('that another process saved is seen at the next look', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin]);
    const step = { attempt, seq: 1, at: wallTime(), key: 'of-another-process', step: '{"do":"order:ct"}' };
    await (await theStore()).append(step, { patientTime: 0, phase: 'bedside', issued: null });
    expect((await browser.view(attempt)).body).toMatchObject({
      sequence: 2,
      pending: [{ item: 'order:ct' }],
    });
  });

  it.each([
    ['no sequence', { key: 'key-12345', step: ask, language: 'en', chartFrom: 0 }],
    ['a broken sequence', { sequence: 1.5, key: 'key-12345', step: ask, language: 'en', chartFrom: 0 }],
    ['no key', { sequence: 1, step: ask, language: 'en', chartFrom: 0 }],
    ['a short key', { sequence: 1, key: 'a', step: ask, language: 'en', chartFrom: 0 }],
    ['no language', { sequence: 1, key: 'key-12345', step: ask, chartFrom: 0 }],
    ['a list', []],
    ['null', null],
  ])('with %s is malformed', async (_, body) => {
    const browser = new Browser();
    const attempt = await browser.play([begin]);
    expect(await browser.send(attempt, body)).toMatchObject({ status: 400, body: { code: 'malformed' } });
  });

  it('nested without end is refused', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin]);
    const deep = `{"sequence":1,"key":"key-12345","language":"en","chartFrom":0,"step":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    expect((await browser.send(attempt, deep)).status).toBe(422);
    expect((await browser.step(attempt, 1, ask)).status).toBe(200);
  });

  it('from another site, of another type or too large is not looked at', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin]);
    const body = { sequence: 1, key: newKey(), step: ask, language: 'en', chartFrom: 0 };
    expect((await browser.send(attempt, body, { origin: 'https://evil.test' })).status).toBe(403);
    expect((await browser.send(attempt, body, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await browser.send(attempt, { ...body, more: 'x'.repeat(1_000_000) })).status).toBe(413);
    expect((await browser.view(attempt)).body.sequence).toBe(1);
  });

  it('that comes too fast is told when to come again', async () => {
    vi.stubEnv('CORSIA_RATE', '1');
    const browser = new Browser();
    const { attempt } = (await browser.open()).body;
    const replies = await Promise.all(Array.from({ length: 8 }, () => browser.step(attempt, 0, begin)));
    const last = replies.find(({ status }) => status === 429);
    expect(last?.body).toMatchObject({ code: 'too-many' });
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });
});

describe('what belongs to someone else', () => {
  it('cannot be told from what does not exist', async () => {
    const owner = new Browser();
    const attempt = await owner.play([begin, ask]);
    const other = new Browser();
    await other.open();
    const nobody = new Browser();
    for (const browser of [other, nobody]) {
      const strange = await browser.view(attempt);
      const unknown = await browser.view('x'.repeat(22));
      expect(strange.status).toBe(404);
      expect(strange.body).toEqual(unknown.body);
      expect((await browser.step(attempt, 2, ask)).status).toBe(404);
      for (const ask404 of [routes.getOffers, routes.getDebrief])
        expect((await ask404(browser.request('GET', '/x?language=en'), attempt)).status).toBe(404);
      expect((await routes.getFigure(browser.request('GET', '/x'), attempt, 'ct')).status).toBe(404);
    }
    expect((await owner.view(attempt)).body.sequence).toBe(2);
  });

  it('is nobody’s after the learner asked to be forgotten, also with a cookie kept aside', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin]);
    const aside = browser.cookie;
    const gone = await browser.reply(routes.deleteSession(browser.request('DELETE', '/api/session')));
    expect(gone.headers.get('set-cookie')).toContain('Max-Age=0');
    browser.cookie = aside;
    expect((await browser.view(attempt)).status).toBe(404);
  });
});

describe('offers', () => {
  it('are the same for every play and need not be sent twice', async () => {
    const browser = new Browser();
    const attempt = await browser.play([]);
    const get = (tag?: string) =>
      browser.reply<OfferColumns>(
        routes.getOffers(
          browser.request(
            'GET',
            '/x?language=it',
            undefined,
            tag === undefined ? {} : { 'if-none-match': tag },
          ),
          attempt,
        ),
      );
    const first = await get();
    expect(offersOf(first.body).map(({ name }) => name)).toContain('Nome di order:ct');
    expect(first.headers.get('cache-control')).toMatch(/^private, no-cache/);
    const tag = first.headers.get('etag') ?? '';
    expect((await get(tag)).status).toBe(304);
    expect((await get('"another"')).status).toBe(200);
  });

  it('come packed, and for ever under the address that names their version', async () => {
    const browser = new Browser();
    const attempt = await browser.play([]);
    const ask = (query: string) =>
      routes.getOffers(
        browser.request('GET', `/api/attempts/${attempt}/offers?language=en${query}`, undefined, {
          'accept-encoding': 'gzip, br',
        }),
        attempt,
      );
    const first = await ask('');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('content-encoding')).toBe('gzip');
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(JSON.parse(gunzipSync(bytes).toString())).toHaveProperty('id');
    const version = first.headers.get('etag')?.slice(1, -1) ?? '';
    expect((await ask(`&v=${version}`)).headers.get('cache-control')).toContain('immutable');
    expect((await ask('&v=another')).headers.get('cache-control')).toBe('private, no-cache');
  });
});

describe('a figure', () => {
  it('is served once it stands in the chart, and not before', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin, { do: 'order:ct' }]);
    const get = (figure = 'ct') => routes.getFigure(browser.request('GET', '/x'), attempt, figure);
    expect((await get()).status).toBe(404);
    await browser.step(attempt, 2, { do: 'wait', with: { minutes: 31 } });
    const seen = await get();
    expect(seen.status).toBe(200);
    expect(seen.headers.get('content-type')).toBe('image/svg+xml');
    expect(seen.headers.get('content-security-policy')).toContain('sandbox');
    expect(await seen.text()).toContain('<svg');
    expect((await get('../../secret')).status).toBe(404);
  });

  it('stays as it was when the file is lost later', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin, { do: 'order:ct' }, { do: 'wait', with: { minutes: 31 } }]);
    writeFileSync(join(place.content, 'cases', 'tiny-case', 'figures', 'ct.svg'), '');
    await restart();
    vi.stubEnv('NODE_ENV', 'production');
    expect(await (await routes.getFigure(browser.request('GET', '/x'), attempt, 'ct')).text()).toContain(
      '<svg',
    );
  });
});

describe('the debrief', () => {
  const end = [{ do: 'finish' }, { do: 'diagnose', with: { entries: ['septic shock'] } }, { do: 'finish' }];
  const debriefOf = (browser: Browser, attempt: string) =>
    browser.reply<DebriefView & { code?: string }>(
      routes.getDebrief(browser.request('GET', '/x?language=en'), attempt),
    );

  it('is not shown before the end', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin, ask]);
    const early = await debriefOf(browser, attempt);
    expect(early).toMatchObject({ status: 409, body: { code: 'not-yet' } });
    expect(JSON.stringify(early.body)).not.toContain('HIDDEN');
  });

  it('shows the sheet as it was issued, also when the scoring changes later', async () => {
    const browser = new Browser();
    const attempt = await browser.play([begin, ask, ...end]);
    const { body } = await debriefOf(browser, attempt);
    expect(body.sheet.total).toBe(100);
    const row = await (await theStore()).attempt(attempt);
    expect(JSON.parse(row?.sheet ?? '{}')).toEqual(body.sheet);
    expect(row?.finished_at).not.toBeNull();
    await restart();
    vi.doMock('#machines/score', () => ({ score: () => ({ total: 0 }) }));
    expect((await debriefOf(browser, attempt)).body.sheet).toEqual(body.sheet);
    vi.doUnmock('#machines/score');
  });

  it('keeps a reflection without issuing another sheet', async () => {
    const browser = new Browser();
    const attempt = await browser.play([
      begin,
      ask,
      ...end,
      { do: 'reflect', with: { text: 'I was late.' } },
    ]);
    expect((await debriefOf(browser, attempt)).body).toMatchObject({
      reflection: 'I was late.',
      sheet: { total: 100 },
    });
  });
});

describe('encounters in memory', () => {
  const ready = (steps = 0, learner = 'me') =>
    ({
      row: { learner },
      encounter: { history: new Float32Array(10), chart: [] },
      taken: steps,
      keys: new Set<string>(),
    }) as unknown as Parameters<Encounters['keep']>[1];

  it('are bounded by number, the longest unused going first', () => {
    const kept = new Encounters(2);
    kept.keep('a', ready());
    kept.keep('b', ready());
    kept.keep('a', ready());
    kept.keep('c', ready());
    expect(kept.get('b')).toBeNull();
    expect(kept.get('a')).not.toBeNull();
    expect(kept.size).toBe(2);
  });

  it('go with the learner who is forgotten', () => {
    const kept = new Encounters();
    kept.keep('a', ready());
    kept.keep('b', ready(0, 'another'));
    kept.dropOf('me');
    expect([kept.get('a'), kept.get('b') === null]).toEqual([null, false]);
  });

  it('are bounded by size', () => {
    const kept = new Encounters(100, 200_000);
    for (const name of ['a', 'b', 'c', 'd']) kept.keep(name, ready());
    expect(kept.size).toBe(3);
    kept.keep('large', ready(10_000));
    expect(kept.size).toBe(1);
    kept.drop('large');
    kept.keep('a', ready());
    expect(kept.size).toBe(1);
  });
});

describe('a lock', () => {
  it('lets one in at a time, in order, also after a failure', async () => {
    const locks = new Locks();
    const seen: string[] = [];
    const work = (name: string, fails = false) =>
      locks.run('attempt', async () => {
        seen.push(`${name} in`);
        await new Promise((done) => setTimeout(done, 2));
        seen.push(`${name} out`);
        if (fails) throw new Error('failed');
      });
    await Promise.allSettled([work('a'), work('b', true), work('c')]);
    expect(seen).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  });
});
