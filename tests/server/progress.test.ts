// A learner's own progress: attempts by case, the deck of what was missed, and the attempt as a file; nobody else's business.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as routes from '#server/api/routes';
import { wallTime } from '#server/clock';
import type { ExportedAttempt } from '#server/export';
import { progressOf } from '#server/progress';
import { reviewDeck } from '#server/review';
import { learnerOf } from '#server/session';
import { Browser, leave, restart, settle, type Place } from './ward-round';

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
afterEach(async () => {
  vi.mocked(wallTime).mockReset();
  await leave(place);
});

const end = [{ do: 'finish' }, { do: 'finish' }];
const MISSES = [{ do: 'begin' }, { do: 'wait', with: { minutes: 5 } }, ...end];
const EARNS = [{ do: 'begin' }, { do: 'ask:onset' }, ...end];

const learner = (browser: Browser) => learnerOf(new Headers({ cookie: browser.cookie ?? '' }));
const at = (time: string) => vi.mocked(wallTime).mockReturnValue(time);
const review = (browser: Browser, body: unknown) =>
  browser.reply<{ due: string; code?: string }>(
    routes.postReview(browser.request('POST', '/api/reviews', body)),
  );
const exported = (browser: Browser, attempt: string) =>
  browser.reply<ExportedAttempt & { code?: string }>(
    routes.getExport(browser.request('GET', `/api/attempts/${attempt}/export`), attempt),
  );

describe('progress', () => {
  it('lists the attempts at a case from the oldest on, with what they earned by domain', async () => {
    const browser = new Browser();
    const first = await browser.play(MISSES);
    const second = await browser.play(EARNS);
    const third = await browser.play([{ do: 'begin' }]);
    const [progress, ...others] = await progressOf(learner(browser), 'it');
    expect(others).toEqual([]);
    expect(progress).toMatchObject({ caseId: 'tiny-case', complaint: 'Mal di schiena' });
    expect(progress?.attempts).toMatchObject([
      { attempt: first, total: 0, passed: false, domains: [{ id: 'history', points: 0, most: 100 }] },
      { attempt: second, total: 100, passed: true, domains: [{ id: 'history', points: 100, most: 100 }] },
      { attempt: third, total: null, passed: null, domains: [], phase: 'bedside' },
    ]);
  });

  it('never tells the title, which may give the diagnosis away', async () => {
    const browser = new Browser();
    await browser.play([{ do: 'begin' }]);
    expect(JSON.stringify(await progressOf(learner(browser), 'en'))).not.toContain('HIDDEN');
  });

  it('is empty for a visitor and for another learner', async () => {
    const [browser, other] = [new Browser(), new Browser()];
    await browser.play(MISSES);
    await other.open();
    expect(await progressOf(null, 'en')).toEqual([]);
    expect((await progressOf(learner(other), 'en'))[0]?.attempts).toHaveLength(1);
    expect(await reviewDeck(learner(other), 'en')).toEqual([]);
  });
});

describe('the review deck', () => {
  it('holds what a finished attempt missed, due at once, and nothing of one that goes on', async () => {
    const browser = new Browser();
    await browser.play([{ do: 'begin' }]);
    expect(await reviewDeck(learner(browser), 'en')).toEqual([]);
    const attempt = await browser.play(MISSES);
    expect(await reviewDeck(learner(browser), 'en')).toMatchObject([
      { caseId: 'tiny-case', rule: 'h1', attempt, isDue: true, reviews: 0 },
    ]);
  });

  it('loses what a later attempt earned', async () => {
    const browser = new Browser();
    await browser.play(MISSES);
    await browser.play(EARNS);
    expect(await reviewDeck(learner(browser), 'en')).toEqual([]);
  });

  it('brings a card back later the better it was known, and keeps every look at it', async () => {
    const browser = new Browser();
    at('2027-01-01T10:00:00.000Z');
    await browser.play(MISSES);
    const again = await review(browser, { caseId: 'tiny-case', rule: 'h1', rating: 1 });
    at('2027-01-01T10:30:00.000Z');
    const easy = await review(browser, { caseId: 'tiny-case', rule: 'h1', rating: 4 });
    expect(again.status).toBe(200);
    expect(again.body.due < '2027-01-01T11:00:00.000Z').toBe(true);
    expect(easy.body.due > '2027-01-02T10:00:00.000Z').toBe(true);
    expect(await reviewDeck(learner(browser), 'en')).toMatchObject([{ isDue: false, reviews: 2 }]);
    at('2029-01-01T10:00:00.000Z');
    const [card] = await reviewDeck(learner(browser), 'en');
    expect(card).toMatchObject({ isDue: true, due: easy.body.due });
    await restart();
    expect(await reviewDeck(learner(browser), 'en')).toEqual([card]);
  });

  it('takes a look only at a card of one’s own, and only a sensible rating', async () => {
    const [browser, other] = [new Browser(), new Browser()];
    await browser.play(MISSES);
    await other.open();
    const body = { caseId: 'tiny-case', rule: 'h1', rating: 3 };
    expect((await review(other, body)).status).toBe(404);
    expect((await review(browser, { ...body, rule: 'h2' })).status).toBe(404);
    for (const rating of [0, 5, 1.5, '3', null])
      expect((await review(browser, { ...body, rating })).status).toBe(400);
    const foreign = browser.request('POST', '/api/reviews', body, { origin: 'http://evil.test' });
    expect((await routes.postReview(foreign)).status).toBe(403);
    expect((await reviewDeck(learner(browser), 'en'))[0]?.reviews).toBe(0);
  });
});

describe('an attempt as a file', () => {
  it('has every step and the issued sheet, once it is over, for its learner only', async () => {
    const [browser, other] = [new Browser(), new Browser()];
    await other.open();
    const open = await browser.play([{ do: 'begin' }]);
    expect(await exported(browser, open)).toMatchObject({ status: 409, body: { code: 'not-yet' } });
    const attempt = await browser.play(MISSES);
    expect((await exported(other, attempt)).status).toBe(404);
    const { status, body, headers } = await exported(browser, attempt);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="corsia-tiny-case-${attempt}.json"`,
    );
    expect(body.log.map(({ step }) => step)).toEqual(MISSES);
    expect(body).toMatchObject({ format: 1, attempt, case: 'tiny-case', sheet: { total: 0 } });
  });

  it('never carries the scenario', async () => {
    const browser = new Browser();
    const attempt = await browser.play(MISSES);
    expect(JSON.stringify((await exported(browser, attempt)).body)).not.toContain('HIDDEN');
  });
});
