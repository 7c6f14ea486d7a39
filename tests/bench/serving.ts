// Speed of the built server: start, memory, and fifty learners who step at the same time, each step durable before it is answered.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { FLAGSHIP } from './flagship';

const PORT = 3977;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const LEARNERS = 50;
/** Steps of each learner without a pause between them. */
const ROUNDS = 24;
/** Milliseconds that a learner thinks before a step, on average, where they think. */
const THINKS = 1000;
const STEPS = [
  'ask:pain-onset',
  'examine:perfusion',
  'ask:allergies',
  'order',
  'ask:fever-chills',
  'examine:general-look',
  'order',
  'wait',
] as const;
/** Each ordered once: a second time the learner would be asked whether it is meant. */
const ORDERS = [
  'full-blood-count',
  'arterial-blood-gas',
  'coagulation',
  'electrolytes',
  'liver-tests',
  'lipase',
  'amylase',
  'procalcitonin',
  'troponin',
  'urinalysis',
  'creatine-kinase',
  'lactate-lab',
];

const percentile = (sorted: readonly number[], share: number): number =>
  Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1));

interface Learner {
  /** how many of ORDERS were given */
  ordered: number;
  cookie: string;
  attempt: string;
  sequence: number;
  chartFrom: number;
}

interface Reply {
  readonly status: number;
  readonly cookie: string;
  readonly text: string;
  /** bytes of the body on the wire, packed as it came */
  readonly bytes: number;
}

/** One connection per learner, as browsers keep theirs. Node's own client: fetch costs more than the server does. */
const agent = new Agent({ keepAlive: true, maxSockets: LEARNERS });

function ask(path: string, cookie: string, body?: object): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asking = request(
      ORIGIN + path,
      {
        agent,
        method: body ? 'POST' : 'GET',
        headers: {
          'content-type': 'application/json',
          'accept-encoding': 'gzip',
          origin: ORIGIN,
          'sec-fetch-site': 'same-origin',
          cookie,
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const bytes = Buffer.concat(parts);
          const packed = answer.headers['content-encoding'] === 'gzip';
          resolve({
            status: answer.statusCode ?? 0,
            cookie: (answer.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; '),
            text: (packed ? gunzipSync(bytes) : bytes).toString(),
            bytes: packed ? bytes.byteLength : gzipSync(bytes).byteLength,
          });
        });
      },
    );
    asking.on('error', reject);
    asking.end(body ? JSON.stringify(body) : undefined);
  });
}

interface Taken {
  readonly ms: number;
  readonly bytes: number;
  readonly status: number;
}

function stepOf(learner: Learner, what: string): object {
  if (what === 'wait') return { do: 'wait', with: { minutes: 1 } };
  if (what !== 'order') return { do: what };
  learner.ordered += 1;
  return { do: `order:${ORDERS[learner.ordered - 1] ?? 'none is left'}` };
}

async function step(learner: Learner, what: string, key: string): Promise<Taken> {
  const begin = performance.now();
  const body = {
    sequence: learner.sequence,
    key,
    step: stepOf(learner, what),
    language: 'en',
    chartFrom: learner.chartFrom,
  };
  const { status, text, bytes } = await ask(`/api/attempts/${learner.attempt}/steps`, learner.cookie, body);
  const ms = performance.now() - begin;
  const told = JSON.parse(text) as { view?: { sequence: number; chartFrom: number; chart: unknown[] } };
  if (told.view) {
    learner.sequence = told.view.sequence;
    learner.chartFrom = told.view.chartFrom + told.view.chart.length;
  }
  return { ms, bytes, status };
}

/** Milliseconds of processor that a process has used, by the system's own account. */
function processorOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** All learners take steps at the same time, each thinking up to twice `thinks` milliseconds before each of theirs. */
async function playAll(
  learners: readonly Learner[],
  name: string,
  steps: number,
  thinks: number,
): Promise<readonly Taken[]> {
  const all: Taken[] = [];
  await Promise.all(
    learners.map(async (learner, index) => {
      for (let i = 0; i < steps; i += 1) {
        if (thinks > 0) await setTimeout(Math.random() * 2 * thinks);
        all.push(await step(learner, STEPS[i % STEPS.length] ?? 'wait', `${name}-${index}-${i}`));
      }
    }),
  );
  return all;
}

function summary(taken: readonly Taken[]): object {
  const times = taken.map((one) => one.ms).toSorted((a, b) => a - b);
  const sizes = taken.map((one) => one.bytes).toSorted((a, b) => a - b);
  return {
    steps: taken.length,
    notTaken: taken.filter((one) => one.status !== 200).length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    answerGzP95Bytes: percentile(sizes, 0.95),
  };
}

interface Running {
  readonly server: ChildProcess;
  /** milliseconds from the start of the process to the first healthy answer */
  readonly ready: number;
  /** milliseconds until every case was on the shelf */
  readonly full: number;
}

/** Starts the built server on a data folder and waits until it has compiled what it has to. */
async function start(data: string): Promise<Running> {
  const begin = performance.now();
  const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(PORT)], {
    env: { ...process.env, CORSIA_DATA: data, NODE_ENV: 'production', CORSIA_RATE: '100000' },
    stdio: 'ignore',
  });
  let ready = 0;
  for (;;) {
    const health = await ask('/healthz', '').catch(() => null);
    if (health?.status === 200 && ready === 0) ready = performance.now() - begin;
    if (health?.text.includes('"preparing":0') === true)
      return { server, ready, full: performance.now() - begin };
    await setTimeout(25);
  }
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}

/** Starts the built server on an empty data folder, then again, and measures it; the build must be there. */
export async function serving(): Promise<object> {
  const data = mkdtempSync(join(tmpdir(), 'corsia-bench-'));
  const first = await start(data);
  await stop(first.server);
  const { server, ready } = await start(data);
  try {
    const memory = (): number =>
      Math.round(
        Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
      );
    const startProcessor = processorOf(server.pid);
    await setTimeout(1000);
    const idle = memory();
    const learners = await Promise.all(
      Array.from({ length: LEARNERS }, async (): Promise<Learner> => {
        const { cookie, text } = await ask('/api/attempts', '', {
          caseId: FLAGSHIP,
          mode: 'practice',
          language: 'en',
        });
        const { attempt } = JSON.parse(text) as { attempt: string };
        return { ordered: 0, cookie, attempt, sequence: 0, chartFrom: 0 };
      }),
    );
    await Promise.all(learners.map((learner, index) => step(learner, 'begin', `begin-${index}-0`)));
    // Every path is taken once before anything is measured, as in a server that has run for a minute.
    await playAll(learners, 'warm', STEPS.length, 0);
    const spent = processorOf(server.pid);
    const started = performance.now();
    const rushed = await playAll(learners, 'rush', ROUNDS, 0);
    const seconds = (performance.now() - started) / 1000;
    const milliseconds = processorOf(server.pid) - spent;
    const paced = await playAll(learners, 'pace', STEPS.length, THINKS);
    return {
      load: loadavg().map((one) => Number(one.toFixed(1))),
      readyMs: Math.round(ready),
      readyProcessorMs: startProcessor,
      firstEver: { readyMs: Math.round(first.ready), shelfFullMs: Math.round(first.full) },
      readyBar: 1500,
      residentIdleMB: idle,
      residentBar: 220,
      learners: LEARNERS,
      rushed: { ...summary(rushed), stepsPerSecond: Math.round(rushed.length / seconds) },
      serverMsPerStep: Number((milliseconds / rushed.length).toFixed(2)),
      paced: { thinksMs: THINKS, ...summary(paced) },
      p95Bar: 50,
      answerGzBar: 15_000,
      residentAfterMB: memory(),
    };
  } finally {
    server.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}
