// `npm run bench:web [stage …]`: measures the built pages in a browser within five minutes, and prints one JSON object with the bars beside the figures.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';
import { browserArguments, ensureBrowser, howToGetOne } from '../../bin/browser.mjs';
import { Learner } from '../e2e/fast-forward';
import { lighthouse } from './web-lighthouse';
import { arrival, interactions, scriptSizes, steps } from './web-bedside';
import { missed, Stages } from './web-stage';
import { longPlay, monitorScript } from './web-watching';

const PORT = 3978;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const AT_THE_BEDSIDE = 44;
const AFTER_ALL = 30_000;
const ALL_SECONDS = 285;
const PATIENCE = 15_000;

/** The seconds that a measure may take, and what it does in a browser of the learner who played. */
type Measure = readonly [seconds: number, work: (context: BrowserContext) => Promise<object>];

async function ready(): Promise<void> {
  for (let i = 0; i < 240; i += 1) {
    const up = await fetch(`${ORIGIN}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('the built server does not answer');
}

/** What is under way in a context ends when its time is up; the browser may have gone by then. */
function closeInTime(context: BrowserContext, signal: AbortSignal): void {
  signal.addEventListener('abort', () => {
    context.close().catch(() => {});
  });
}

/** Plays once to a busy minute and once to the end; gives the pages and the cookies of who played. */
async function played(browser: Browser, signal: AbortSignal) {
  const context = await browser.newContext();
  closeInTime(context, signal);
  const playing = await Learner.open(context.request, ORIGIN, 'en');
  await playing.play('expert', AT_THE_BEDSIDE);
  const finished = await Learner.open(context.request, ORIGIN, 'en');
  await finished.play('expert', AFTER_ALL);
  const cookies = await context.cookies();
  await context.close();
  return {
    cookies,
    pages: {
      shelf: `${ORIGIN}/en`,
      cover: `${ORIGIN}/en/cases/back-pain-and-shock`,
      bedside: `${ORIGIN}/en/attempts/${playing.attempt}`,
      debrief: `${ORIGIN}/en/attempts/${finished.attempt}/debrief`,
    },
  };
}

async function measure(path: string, only: readonly string[]): Promise<object> {
  const stages = new Stages(ALL_SECONDS);
  const browser = await chromium.launch({ ...(path && { executablePath: path }), args: browserArguments });
  const figures: { [stage: string]: object } = {};
  try {
    let begun: Awaited<ReturnType<typeof played>> | undefined;
    figures['playing'] = await stages.run('playing', 90, async (signal) => {
      begun = await played(browser, signal);
      return {};
    });
    if (begun === undefined) return figures;
    const { pages, cookies } = begun;
    const measures: { readonly [name: string]: Measure } = {
      scriptsGzBytes: [30, (context) => scriptSizes(context, pages)],
      layoutShiftOnArrival: [20, (context) => arrival(context, pages.bedside)],
      stepToPaint: [40, (context) => steps(context, pages.bedside)],
      interactionsAtQuarterSpeed: [50, (context) => interactions(context, pages.bedside)],
      monitor: [30, (context) => monitorScript(context, ORIGIN)],
      longPlay: [60, (context) => longPlay(context, ORIGIN)],
    };
    const wanted = (name: string) => only.length === 0 || only.includes(name);
    for (const [name, [seconds, work]] of Object.entries(measures)) {
      if (!wanted(name)) continue;
      figures[name] = await stages.run(name, seconds, async (signal) => {
        const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
        closeInTime(context, signal);
        context.setDefaultTimeout(PATIENCE);
        await context.addCookies(cookies);
        const found = await work(context);
        await context.close();
        return found;
      });
    }
    if (wanted('lighthouseMobile'))
      figures['lighthouseMobile'] = await stages.run('lighthouseMobile', 180, (signal, ms) =>
        lighthouse(path, pages, cookies, signal, ms),
      );
    return figures;
  } finally {
    await browser.close();
  }
}

if (!existsSync('.next/BUILD_ID')) {
  console.error('There is no build to measure: run `npm run build` first.');
  process.exit(1);
}
const browser = await ensureBrowser();
if (browser === undefined) {
  console.error(howToGetOne);
  process.exit(1);
}
const data = mkdtempSync(join(tmpdir(), 'corsia-bench-web-'));
const server = spawn(
  process.execPath,
  ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(PORT)],
  {
    env: {
      ...process.env,
      CORSIA_DATA: data,
      CORSIA_RATE: '100000',
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: 'ignore',
  },
);
// However this ends, the server ends with it.
process.on('exit', () => server.kill('SIGKILL'));
try {
  await ready();
  const figures = await measure(browser, process.argv.slice(2));
  const below = missed(figures);
  const machine = {
    node: process.version,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    load: loadavg().map((load) => Number(load.toFixed(1))),
  };
  console.log(JSON.stringify({ machine, ...figures, missed: below }, null, 2));
  process.exitCode = below.length === 0 ? 0 : 1;
} finally {
  server.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
}
