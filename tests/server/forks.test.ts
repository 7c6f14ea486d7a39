// Replay from here: a fork is a practice attempt of its own that changes nothing before its minute.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as routes from '#server/api/routes';
import { originOf } from '#server/forks';
import { learnerOf } from '#server/session';
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

let place: Place;
beforeEach(() => {
  place = settle();
});
afterEach(() => leave(place));

const PLAYED = [
  { do: 'begin' },
  { do: 'ask:onset' },
  { do: 'order:lactate' },
  { do: 'wait', with: { minutes: 60 } },
  { do: 'treat:saline', with: { dose: '500 mL', over: '15 min' } },
  { do: 'wait', with: { minutes: 30 } },
];

const fork = (browser: Browser, attempt: string, body: unknown) =>
  browser.reply<{ attempt: string; code?: string }>(
    routes.postFork(browser.request('POST', `/api/attempts/${attempt}/fork`, body), attempt),
  );

const logOf = async (attempt: string) => (await (await theStore()).log(attempt)).map(({ step }) => step);

describe('a fork', () => {
  it('begins with exactly the steps before it, its seed and its revision, and goes on after a restart', async () => {
    const browser = new Browser();
    const attempt = await browser.play(PLAYED);
    const { status, body } = await fork(browser, attempt, { sequence: 3 });
    expect(status).toBe(201);
    expect(await logOf(body.attempt)).toEqual((await logOf(attempt)).slice(0, 3));
    const store = await theStore();
    const [original, forked] = [await store.attempt(attempt), await store.attempt(body.attempt)];
    expect(forked).toMatchObject({
      seed: original?.seed,
      revision: original?.revision,
      mode: 'practice',
      forked_from: attempt,
      forked_at: 3,
      assessed_steps: null,
    });
    await restart();
    const step = await browser.step(body.attempt, 3, { do: 'wait', with: { minutes: 5 } });
    expect(step.body).toMatchObject({ code: 'taken', view: { sequence: 4, now: 330 } });
  });

  it('changes nothing before its minute, byte for byte, and leaves the original as it was', async () => {
    const browser = new Browser();
    const halfway = await browser.play([...PLAYED.slice(0, 3), { do: 'wait', with: { untilMinute: 20 } }]);
    const expected = (await browser.view(halfway)).body;
    const attempt = await browser.play(PLAYED);
    const before = await browser.view(attempt);
    const { body } = await fork(browser, attempt, { minute: 20 });
    const view = (await browser.view(body.attempt)).body;
    expect(view.now).toBe(20 * 60);
    expect(JSON.stringify({ ...view, attempt: '' })).toBe(JSON.stringify({ ...expected, attempt: '' }));
    await browser.step(body.attempt, 4, { do: 'treat:norepinephrine', with: { rate: '0.05 mcg/kg/min' } });
    expect(await browser.view(attempt)).toEqual(before);
  });

  it('keeps what was done in its very minute, and never leaves the bedside with the original', async () => {
    const browser = new Browser();
    const attempt = await browser.play([
      ...PLAYED,
      { do: 'finish' },
      { do: 'diagnose', with: { entries: ['x'] } },
      { do: 'finish' },
    ]);
    const mid = await fork(browser, attempt, { minute: 60.5 });
    expect((await logOf(mid.body.attempt)).length).toBe(5);
    const end = await fork(browser, attempt, { minute: 100_000 });
    expect((await browser.view(end.body.attempt)).body).toMatchObject({ phase: 'bedside', sequence: 6 });
  });

  it('says from which attempt and which minute it goes on', async () => {
    const browser = new Browser();
    const attempt = await browser.play(PLAYED);
    const learner = learnerOf(new Headers({ cookie: browser.cookie ?? '' }));
    const { body } = await fork(browser, attempt, { minute: 20 });
    expect(await originOf(body.attempt, learner)).toEqual({ attempt, steps: 4, minute: 20 });
    expect(await originOf(attempt, learner)).toBeNull();
    expect(await originOf(body.attempt, 'someone-else')).toBeNull();
  });

  it('of an exam waits for its end; its beginning stays an exam, and the rest is practice', async () => {
    const browser = new Browser();
    const { attempt } = (await browser.open({ caseId: 'tiny-case', language: 'en', mode: 'assessed' })).body;
    for (const [sequence, step] of PLAYED.entries()) await browser.step(attempt, sequence, step);
    expect(await fork(browser, attempt, { sequence: 3 })).toMatchObject({
      status: 409,
      body: { code: 'not-yet' },
    });
    await browser.step(attempt, 6, { do: 'finish' });
    await browser.step(attempt, 7, { do: 'finish' });
    const { status, body } = await fork(browser, attempt, { sequence: 3 });
    expect(status).toBe(201);
    expect(await (await theStore()).attempt(body.attempt)).toMatchObject({ assessed_steps: 3 });
    expect((await browser.view(body.attempt)).body.mode).toBe('practice');
    // A fork of that fork knows how far the exam went.
    await browser.step(body.attempt, 3, { do: 'wait', with: { minutes: 5 } });
    const again = await fork(browser, body.attempt, { sequence: 4 });
    expect(await (await theStore()).attempt(again.body.attempt)).toMatchObject({ assessed_steps: 3 });
  });

  it('is nobody else’s business, and needs a sensible point', async () => {
    const [browser, other] = [new Browser(), new Browser()];
    const attempt = await browser.play(PLAYED);
    await other.open();
    expect((await fork(other, attempt, { sequence: 2 })).status).toBe(404);
    for (const body of [
      {},
      { sequence: -1 },
      { sequence: 1.5 },
      { minute: '7' },
      { sequence: 1, minute: 1 },
      [],
    ])
      expect((await fork(browser, attempt, body)).status, JSON.stringify(body)).toBe(400);
    const foreign = browser.request('POST', '/', { sequence: 1 }, { origin: 'http://evil.test' });
    expect((await routes.postFork(foreign, attempt)).status).toBe(403);
  });

  it('takes a step once, also when it is sent again', async () => {
    const browser = new Browser();
    const attempt = await browser.play(PLAYED);
    const { body } = await fork(browser, attempt, { sequence: 3 });
    const key = newKey();
    const first = await browser.step(body.attempt, 3, { do: 'order:ct' }, key);
    const second = await browser.step(body.attempt, 3, { do: 'order:ct' }, key);
    expect([first.body.view.sequence, second.body.view.sequence]).toEqual([4, 4]);
  });
});
