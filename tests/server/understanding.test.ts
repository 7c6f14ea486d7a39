// What is typed at the bedside, over the API: the owner's business alone, answered and never executed.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { UnderstandAnswer } from '#machines/wire';
import * as routes from '#server/api/routes';
import { Browser, leave, settle, type Place } from './ward-round';

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

const say = (browser: Browser, attempt: string, body: unknown, headers: Record<string, string> = {}) =>
  browser.reply<UnderstandAnswer & { code?: string }>(
    routes.postUnderstand(
      browser.request('POST', `/api/attempts/${attempt}/understand`, body, headers),
      attempt,
    ),
  );

describe('what is typed', () => {
  it('comes back as what may be meant, with its amounts, and nothing is taken', async () => {
    const browser = new Browser();
    const attempt = await browser.play([{ do: 'begin' }]);
    const { status, body, headers } = await say(browser, attempt, {
      text: 'norepinephrine 0.1',
      language: 'en',
    });
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toContain('no-store');
    expect(body.parts[0]?.candidates[0]).toMatchObject({
      verb: 'treat',
      item: 'treat:norepinephrine',
      with: { rate: '0.1 mcg/kg/min' },
    });
    expect((await browser.view(attempt)).body.sequence).toBe(1);
  });

  it("is nobody else's business", async () => {
    const attempt = await new Browser().play([{ do: 'begin' }]);
    const stranger = new Browser();
    await stranger.open();
    expect((await say(stranger, attempt, { text: 'ct', language: 'en' })).status).toBe(404);
    expect((await say(new Browser(), attempt, { text: 'ct', language: 'en' })).status).toBe(404);
  });

  it('is refused from another site, and when it is no text in a language', async () => {
    const browser = new Browser();
    const attempt = await browser.play([]);
    const foreign = { origin: 'https://elsewhere.test', 'sec-fetch-site': 'cross-site' };
    expect((await say(browser, attempt, { text: 'ct', language: 'en' }, foreign)).status).toBe(403);
    expect((await say(browser, attempt, { text: ['ct'], language: 'en' })).status).toBe(400);
    expect((await say(browser, attempt, { text: 'ct', language: 'xx' })).status).toBe(400);
  });

  it('is not answered faster than anyone types', async () => {
    vi.stubEnv('CORSIA_RATE', '1');
    const browser = new Browser();
    const attempt = await browser.play([]);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => say(browser, attempt, { text: 'ct', language: 'en' })),
    );
    expect(answers.map(({ status }) => status)).toContain(429);
  });

  it('gives no part for nothing, and is answered whatever it is', async () => {
    const browser = new Browser();
    const attempt = await browser.play([]);
    expect((await say(browser, attempt, { text: ' \n ', language: 'it' })).body).toEqual({ parts: [] });
    const { status, headers } = await say(browser, attempt, {
      text: '<script>alert(1)</script>'.repeat(500),
      language: 'it',
    });
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  });
});
