// The power goes while twenty learners play: whatever they were told was taken is there afterwards, in their order, once.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import type { EncounterView } from '#machines/view';

const root = join(import.meta.dirname, '..', '..');
const data = mkdtempSync(join(tmpdir(), 'corsia-kill-'));
const running: ChildProcess[] = [];

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

async function start(): Promise<{ readonly child: ChildProcess; readonly origin: string }> {
  const child = spawn(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', join(root, 'tests', 'faults', 'bare-server.ts')],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        CORSIA_DATA: data,
        CORSIA_CONTENT: join(root, 'tests', 'fixtures'),
        CORSIA_RATE: '100000',
        DATABASE_URL: '',
      },
    },
  );
  running.push(child);
  for await (const line of createInterface({ input: child.stdout }))
    return { child, origin: `http://127.0.0.1:${line}` };
  throw new Error('the server ended before it listened');
}

interface Learner {
  readonly cookie: string;
  readonly attempt: string;
  /** steps that the server said it had taken */
  readonly told: string[];
}

async function arrive(origin: string): Promise<Learner> {
  const response = await fetch(`${origin}/api/attempts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ caseId: 'order-driven-stages', language: 'en' }),
  });
  expect(response.status).toBe(201);
  const { attempt } = (await response.json()) as { attempt: string };
  return { cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '', attempt, told: [] };
}

const noteOf = (learner: number, step: number) => `learner ${learner}, step ${step}`;

/** Plays until the server is gone. */
async function play(origin: string, learner: Learner, number: number): Promise<void> {
  for (let sequence = 0; ; sequence += 1) {
    const words = noteOf(number, sequence);
    const step = sequence === 0 ? { do: 'begin' } : { do: 'note:free', with: { text: words } };
    let response: Response;
    try {
      response = await fetch(`${origin}/api/attempts/${learner.attempt}/steps`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: learner.cookie },
        body: JSON.stringify({
          sequence,
          key: `key-${number}-${sequence}-x`,
          step,
          language: 'en',
          chartFrom: 0,
        }),
      });
      await response.text();
    } catch {
      return;
    }
    if (response.status !== 200) throw new Error(`step ${sequence} was answered ${response.status}`);
    learner.told.push(words);
  }
}

it('keeps every acknowledged step through kill -9', { timeout: 60_000 }, async () => {
  const first = await start();
  const learners = await Promise.all(Array.from({ length: 20 }, () => arrive(first.origin)));
  const playing = Promise.all(learners.map((learner, number) => play(first.origin, learner, number)));
  await new Promise((done) => setTimeout(done, 2_000));
  first.child.kill('SIGKILL');
  await Promise.all([once(first.child, 'exit'), playing]);
  const told = learners.reduce((sum, learner) => sum + learner.told.length, 0);
  expect(told).toBeGreaterThan(100);

  const second = await start();
  await Promise.all(
    learners.map(async (learner, number) => {
      const response = await fetch(`${second.origin}/api/attempts/${learner.attempt}?language=en`, {
        headers: { cookie: learner.cookie },
      });
      expect(response.status).toBe(200);
      const view = (await response.json()) as EncounterView;
      const kept = view.chart.filter(({ kind }) => kind === 'note').map(({ detail }) => detail);
      // What was told is there; one more may have been saved whose answer was lost.
      expect(view.sequence - learner.told.length).toBeGreaterThanOrEqual(0);
      expect(view.sequence - learner.told.length).toBeLessThanOrEqual(1);
      expect(kept).toEqual(Array.from({ length: view.sequence - 1 }, (_, step) => noteOf(number, step + 1)));
    }),
  );
  second.child.kill('SIGKILL');
});
