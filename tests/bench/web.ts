// `npm run bench:web`: measures the built pages in a browser, and prints one JSON object with the bars beside the figures.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArguments, ensureBrowser, howToGetOne } from '../../bin/browser.mjs';
import { Learner } from '../e2e/fast-forward';
import { lighthouse } from './web-lighthouse';
import { longPlay, interactions, scriptSizes, steps } from './web-bedside';

const PORT = 3978;
const DEBUGGING = 9333;
const ORIGIN = `http://127.0.0.1:${PORT}`;
const AT_THE_BEDSIDE = 44;
const AFTER_ALL = 30_000;

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

async function measure(path: string): Promise<object> {
  const browser = await chromium.launch({
    ...(path && { executablePath: path }),
    args: [...browserArguments, `--remote-debugging-port=${DEBUGGING}`],
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const playing = await Learner.open(context.request, ORIGIN, 'en');
    await playing.play('expert', AT_THE_BEDSIDE);
    const finished = await Learner.open(context.request, ORIGIN, 'en');
    await finished.play('expert', AFTER_ALL);
    const cookies = await context.cookies();
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const pages = {
      shelf: `${ORIGIN}/en`,
      cover: `${ORIGIN}/en/cases/back-pain-and-shock`,
      bedside: `${ORIGIN}/en/attempts/${playing.attempt}`,
      debrief: `${ORIGIN}/en/attempts/${finished.attempt}/debrief`,
    };
    const scripts = await scriptSizes(context, pages);
    const stepped = await steps(context, pages.bedside);
    const slowed = await interactions(context, pages.bedside);
    const long = await longPlay(context, ORIGIN);
    await context.close();
    return {
      scriptsGzBytes: scripts,
      scriptsBar: { shelf: 155_000, bedside: 220_000 },
      stepToPaint: stepped,
      interactionsAtQuarterSpeed: slowed,
      longPlay: long,
      lighthouseMobile: lighthouse(pages, cookie, DEBUGGING),
      lighthouseBar: { performance: 95, accessibility: 100, bestPractices: 100 },
    };
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
try {
  await ready();
  const figures = await measure(browser);
  const machine = {
    node: process.version,
    cores: cpus().length,
    processor: cpus()[0]?.model ?? 'unknown',
    load: loadavg().map((load) => Number(load.toFixed(1))),
  };
  console.log(JSON.stringify({ machine, ...figures }, null, 2));
} finally {
  server.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
}
