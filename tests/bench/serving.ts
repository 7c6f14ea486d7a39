// Speed of the built server: start, memory, and fifty learners who step at the same time, each step durable before it is answered.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FLAGSHIP } from './flagship';

const PORT = 3977;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const LEARNERS = 50;
const STEPS = [
  'ask:pain-onset',
  'examine:perfusion',
  'ask:allergies',
  'order:full-blood-count',
  'ask:fever',
  'examine:general-look',
  'order:arterial-blood-gas',
  'wait',
] as const;

const percentile = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));

interface Learner {
  cookie: string;
  attempt: string;
  sequence: number;
  chartFrom: number;
}

async function ask(path: string, cookie: string, body?: object): Promise<{ answer: Response; text: string }> {
  const answer = await fetch(ORIGIN + path, {
    method: body ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', origin: ORIGIN, 'sec-fetch-site': 'same-origin', cookie },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return { answer, text: await answer.text() };
}

async function step(
  learner: Learner,
  what: string,
  key: string,
): Promise<{ ms: number; bytes: number; status: number }> {
  const begin = performance.now();
  const body = {
    sequence: learner.sequence,
    key,
    step: what === 'wait' ? { do: 'wait', with: { minutes: 1 } } : { do: what },
    language: 'en',
    chartFrom: learner.chartFrom,
  };
  const { answer, text } = await ask(`/api/attempts/${learner.attempt}/steps`, learner.cookie, body);
  const ms = performance.now() - begin;
  const told = JSON.parse(text) as { view?: { sequence: number; chartFrom: number; chart: unknown[] } };
  if (told.view) {
    learner.sequence = told.view.sequence;
    learner.chartFrom = told.view.chartFrom + told.view.chart.length;
  }
  return { ms, bytes: gzipSync(text).length, status: answer.status };
}

/** Starts the built server on an empty data folder and measures it; the build must be there. */
export async function serving(): Promise<object> {
  const data = mkdtempSync(join(tmpdir(), 'corsia-bench-'));
  const begin = performance.now();
  const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(PORT)], {
    env: { ...process.env, CORSIA_DATA: data, NODE_ENV: 'production', CORSIA_RATE: '100000' },
    stdio: 'ignore',
  });
  try {
    let ready = 0;
    for (let i = 0; i < 600 && ready === 0; i += 1) {
      const up = await fetch(`${ORIGIN}/healthz`)
        .then((answer) => answer.ok)
        .catch(() => false);
      if (up) ready = performance.now() - begin;
      else await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const memory = (): number =>
      Math.round(
        Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
      );
    const idle = memory();
    const learners = await Promise.all(
      Array.from({ length: LEARNERS }, async (): Promise<Learner> => {
        const { answer, text } = await ask('/api/attempts', '', {
          caseId: FLAGSHIP,
          mode: 'practice',
          language: 'en',
        });
        const cookie = answer.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; ');
        const { attempt } = JSON.parse(text) as { attempt: string };
        return { cookie, attempt, sequence: 0, chartFrom: 0 };
      }),
    );
    await Promise.all(learners.map((learner, index) => step(learner, 'begin', `begin-${index}`)));
    const all: { ms: number; bytes: number; status: number }[] = [];
    const started = performance.now();
    await Promise.all(
      learners.map(async (learner, index) => {
        for (let i = 0; i < 24; i += 1)
          all.push(await step(learner, STEPS[i % STEPS.length] ?? 'wait', `bench-${index}-${i}`));
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    const times = all.map((one) => one.ms).toSorted((a, b) => a - b);
    const sizes = all.map((one) => one.bytes).toSorted((a, b) => a - b);
    return {
      readyMs: Math.round(ready),
      readyBar: 1500,
      residentIdleMB: idle,
      residentBar: 220,
      learners: LEARNERS,
      steps: all.length,
      notTaken: all.filter((one) => one.status !== 200).length,
      stepsPerSecond: Math.round(all.length / seconds),
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      p95Bar: 50,
      answerGzP95Bytes: percentile(sizes, 0.95),
      answerGzBar: 15_000,
      residentAfterMB: memory(),
    };
  } finally {
    server.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}
