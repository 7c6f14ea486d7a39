// Lighthouse as a phone would score a page: its own command line beside a browser that nothing else looks into.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Cookie, chromium } from '@playwright/test';
import { browserArguments } from '../../bin/browser.mjs';
import { atLeast } from './web-stage';

const require = createRequire(import.meta.url);
// It comes with Lighthouse CI.
const command = join(
  dirname(createRequire(require.resolve('@lhci/cli/package.json')).resolve('lighthouse/package.json')),
  'cli/index.js',
);

interface Report {
  readonly categories: { readonly [id: string]: { readonly score: number | null } };
  readonly audits: {
    readonly [id: string]: { readonly score: number | null; readonly numericValue?: number };
  };
}

const MOST_BYTES = 64 * 1024 * 1024;
const ONE_PAGE_MS = 60_000;
const OPENING_MS = 20_000;
const RUNS = 3;

const run = promisify(execFile);

async function report(url: string, port: number, signal: AbortSignal): Promise<Report> {
  const { stdout } = await run(
    process.execPath,
    [
      command,
      url,
      `--port=${port}`,
      '--output=json',
      '--quiet',
      '--max-wait-for-load=20000',
      '--only-categories=performance,accessibility,best-practices',
    ],
    {
      encoding: 'utf8',
      maxBuffer: MOST_BYTES,
      timeout: ONE_PAGE_MS,
      killSignal: 'SIGKILL',
      signal,
      env: { ...process.env, CI: '1' },
    },
  );
  // Lighthouse's own format; only the fields of Report are read.
  return JSON.parse(stdout) as Report;
}

const score = ({ categories }: Report, id: string) => Math.round((categories[id]?.score ?? 0) * 100);

/** Figures of the run in the middle; how each run performed stands beside, for the load of the machine moves it. */
function figuresOf(reports: readonly Report[]): object {
  const sorted = reports.toSorted((a, b) => score(a, 'performance') - score(b, 'performance'));
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) return { refused: 'no run came to its end', met: false };
  const value = (id: string) => Math.round((middle.audits[id]?.numericValue ?? 0) * 1000) / 1000;
  const least = (id: string) => Math.min(...reports.map((one) => score(one, id)));
  return {
    performance: atLeast(score(middle, 'performance'), 95),
    accessibility: atLeast(least('accessibility'), 100),
    bestPractices: atLeast(least('best-practices'), 100),
    performances: reports.map((one) => score(one, 'performance')),
    firstContentfulPaintMs: Math.round(value('first-contentful-paint')),
    largestContentfulPaintMs: Math.round(value('largest-contentful-paint')),
    speedIndexMs: Math.round(value('speed-index')),
    totalBlockingMs: Math.round(value('total-blocking-time')),
    layoutShift: value('cumulative-layout-shift'),
    serverMs: Math.round(value('server-response-time')),
    costing: Object.entries(middle.audits)
      .filter(([, audit]) => audit.score !== null && audit.score < 0.9)
      .map(([id]) => id),
  };
}

/** A browser of its own, with the learner's cookies: a second one that looks on would hold up each new page. */
async function openBrowser(path: string, cookies: readonly Cookie[]) {
  const profile = mkdtempSync(join(tmpdir(), 'corsia-lighthouse-'));
  const browser = spawn(
    path === '' ? chromium.executablePath() : path,
    [
      ...browserArguments,
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const close = async () => {
    const ended = new Promise((resolve) => browser.once('exit', resolve));
    if (browser.exitCode === null && browser.signalCode === null && browser.kill('SIGKILL')) await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const port = await new Promise<number>((resolve, refuse) => {
      let heard = '';
      const timer = setTimeout(
        () => refuse(new Error(`the browser did not open: ${heard.slice(-200)}`)),
        OPENING_MS,
      );
      browser.on('error', refuse);
      browser.stderr.on('data', (piece: Buffer) => {
        heard += piece.toString();
        const found = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(heard)?.[1];
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(Number(found));
      });
    });
    const guest = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    await guest.contexts()[0]?.addCookies([...cookies]);
    // Takes leave; the browser stays.
    await guest.close();
    return { port, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Scores of each page, 0..100, of up to three runs as time allows, with the audits that cost points. */
export async function lighthouse(
  path: string,
  pages: { readonly [name: string]: string },
  cookies: readonly Cookie[],
  signal: AbortSignal,
  ms: number,
): Promise<object> {
  const end = performance.now() + ms;
  const browser = await openBrowser(path, cookies);
  const reports: { readonly [name: string]: Report[] } = Object.fromEntries(
    Object.keys(pages).map((name) => [name, []]),
  );
  const failed: { [name: string]: string } = {};
  try {
    let round = 0;
    for (let i = 0; i < RUNS && performance.now() + 1.2 * round < end; i += 1) {
      const begin = performance.now();
      for (const [name, url] of Object.entries(pages)) {
        try {
          const one = await report(url, browser.port, signal);
          reports[name]?.push(one);
          process.stderr.write(`  ${name}: ${score(one, 'performance')}\n`);
        } catch (error) {
          failed[name] = error instanceof Error ? error.message.slice(-300) : String(error);
        }
      }
      round = performance.now() - begin;
    }
  } finally {
    await browser.close();
  }
  const figures = Object.entries(reports).map(([name, runs]) => [name, figuresOf(runs)] as const);
  return { ...Object.fromEntries(figures), ...(Object.keys(failed).length > 0 && { failed }) };
}
