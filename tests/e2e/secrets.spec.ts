// A learner with the browser's tools open learns nothing more than the screen shows: the canary case, served by the built server.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { APIRequestContext, Page } from '@playwright/test';
import type { Language } from '#machines/scenario/item';
import type { EncounterView } from '#machines/view';
import { canariesIn } from '../secrets/canaries';
import { CANARY_PLAY, mustTell } from '../secrets/canary-play';

test.describe.configure({ mode: 'default', timeout: 180_000 });

const root = join(import.meta.dirname, '../..');
let server: ChildProcess;
let base = '';
let said = '';
const data = mkdtempSync(join(tmpdir(), 'corsia-secrets-'));

test.beforeAll(async () => {
  const port = await new Promise<number>((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 3200));
    });
  });
  base = `http://127.0.0.1:${port}`;
  server = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        CORSIA_DATA: data,
        CORSIA_CONTENT: join(root, 'tests/fixtures'),
        CORSIA_RATE: '1000',
      },
    },
  );
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (piece: Buffer) => (said += piece.toString()));
  await expect
    .poll(
      () =>
        fetch(`${base}/healthz`).then(
          (answer) => answer.status,
          () => 0,
        ),
      { timeout: 60_000 },
    )
    .toBe(200);
});

test.afterAll(async () => {
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await gone;
  rmSync(data, { recursive: true, force: true });
});

/** Bodies and headers of everything that the page loads while `act` runs. */
async function received(page: Page, act: () => Promise<unknown>): Promise<string> {
  const pieces: Promise<string>[] = [];
  page.on('response', (answer) => {
    pieces.push(
      answer.text().then(
        (body) => `${answer.url()}\n${JSON.stringify(answer.headers())}\n${body}`,
        () => answer.url(),
      ),
    );
  });
  await act();
  await page.waitForLoadState('networkidle');
  page.removeAllListeners('response');
  return (await Promise.all(pieces)).join('\n');
}

async function open(request: APIRequestContext, language: Language): Promise<string> {
  const answer = await request.post(`${base}/api/attempts`, {
    data: { caseId: 'canary', language },
    headers: { origin: base },
  });
  expect(answer.status()).toBe(201);
  const body: unknown = await answer.json();
  if (typeof body !== 'object' || body === null || !('attempt' in body)) throw new Error('no attempt');
  return String(body.attempt);
}

for (const language of ['en', 'it'] as const) {
  test(`no page, payload, header, figure or log tells what is hidden (${language})`, async ({ page }) => {
    const { request } = page;
    let sequence = 0;
    let keys = 0;
    const send = async (attempt: string, step: unknown) => {
      keys += 1;
      const answer = await request.post(`${base}/api/attempts/${attempt}/steps`, {
        data: { sequence, key: `canary-${language}-${keys}`, step, language, chartFrom: 0 },
        headers: { origin: base },
      });
      expect(answer.status(), JSON.stringify(step)).toBe(200);
      const text = await answer.text();
      // The answer is of the form that the server's own types state.
      const { view } = JSON.parse(text) as { view: EncounterView };
      sequence = view.sequence;
      return { view, text: `${JSON.stringify(answer.headers())}\n${text}` };
    };

    for (const path of ['', '/cases/canary']) {
      const text = await received(page, () => page.goto(`${base}/${language}${path}`));
      expect(
        [...canariesIn(text)].filter((word) => !coverMayTell.has(word)),
        path,
      ).toEqual([]);
    }

    const attempt = await open(request, language);
    const place = language === 'en' ? 'qxplacelabel1' : 'qxplacelabel1it';
    const allowed = new Set<string>([place]);
    for (const [index, act] of CANARY_PLAY.entries()) {
      for (const word of [...mustTell(act, language), ...(act.may ?? [])]) allowed.add(word);
      let text = '';
      const until = act.step.do === 'wait' ? act.step.with?.['untilMinute'] : undefined;
      for (let round = 0; round < 50; round += 1) {
        const { view, text: answer } = await send(attempt, act.step);
        text += answer;
        if (typeof until !== 'number' || view.now >= until * 60) break;
      }
      const address = `${base}/${language}/attempts/${attempt}`;
      for (const headers of [{}, { RSC: '1' }]) {
        const answer = await request.get(address, { headers });
        text += `${JSON.stringify(answer.headers())}\n${await answer.text()}`;
      }
      // What the page asks for by itself is looked at now and then: it costs seconds.
      if (index % 8 === 5 || index === CANARY_PLAY.length - 1)
        text += await received(page, () => page.goto(address));
      const offers = await request.get(`${base}/api/attempts/${attempt}/offers?language=${language}`);
      text += await offers.text();
      const found = canariesIn(text);
      expect(
        [...found].filter((word) => !allowed.has(word)),
        `too early after ${JSON.stringify(act.step)}`,
      ).toEqual([]);
      expect(
        mustTell(act, language).filter((word) => !found.has(word)),
        `not told by ${JSON.stringify(act.step)}`,
      ).toEqual([]);
      await hidden(request, attempt, language, allowed);
    }
  });
}

/** Domains of the score stand on the cover with their points; that is no secret. */
const coverMayTell = new Set(['qxdomain', 'qxdomainlabel', 'qxdomainlabelit']);

/** What has its own address is not served before it stands in the chart, and says nothing in its refusal. */
async function hidden(
  request: APIRequestContext,
  attempt: string,
  language: Language,
  allowed: ReadonlySet<string>,
) {
  for (const figure of ['qxfigure', 'qxfigureecg', 'qxfigurenever']) {
    const answer = await request.get(`${base}/api/attempts/${attempt}/figures/${figure}`);
    expect(answer.status() === 200, figure).toBe(allowed.has(figure));
    if (answer.status() !== 200) expect([...canariesIn(await answer.text())]).toEqual([]);
  }
  if (allowed.has('qxlookgone') || allowed.has('qxlookgoneit')) return;
  const early = await request.get(`${base}/api/attempts/${attempt}/debrief?language=${language}`);
  expect(early.status()).not.toBe(200);
  expect([...canariesIn(await early.text())]).toEqual([]);
}

test('the log holds nothing of the case', () => {
  expect([...canariesIn(said)]).toEqual([]);
});

test('the build holds no text of any case', () => {
  const build = join(root, '.next');
  const served = readdirSync(build, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?:static|server)\/.*\.(?:js|css|html|rsc|body|meta)$/u.test(name))
    .map((name) => readFileSync(join(build, name), 'utf8'))
    .join('\n');
  expect([...canariesIn(served)]).toEqual([]);
  const folder = join(root, 'content/cases/back-pain-and-shock');
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .map((line) => line.trim())
    .filter((line) => line.length > 60 && !line.startsWith('<') && !line.startsWith('{'));
  expect(lines.length).toBeGreaterThan(200);
  const found = lines
    .filter((_, index) => index % 4 === 0)
    .filter((line) => served.includes(line.slice(0, 50)));
  expect(found).toEqual([]);
});
