// Lighthouse as a phone would score a page: run by its own command line in the browser that is open already.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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

function run(url: string, cookie: string, port: number): object {
  const outcome = spawnSync(
    process.execPath,
    [
      command,
      url,
      `--port=${port}`,
      '--output=json',
      '--quiet',
      '--only-categories=performance,accessibility,best-practices',
      `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
    ],
    { encoding: 'utf8', maxBuffer: MOST_BYTES, env: { ...process.env, CI: '1' } },
  );
  if (outcome.status !== 0) return { failed: outcome.stderr.slice(-400) };
  const { categories, audits } = JSON.parse(outcome.stdout) as Report;
  const score = (id: string) => Math.round((categories[id]?.score ?? 0) * 100);
  const value = (id: string) => Math.round((audits[id]?.numericValue ?? 0) * 1000) / 1000;
  const failed = Object.entries(audits)
    .filter(([, audit]) => audit.score !== null && audit.score < 0.9)
    .map(([id]) => id);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    largestContentfulPaintMs: value('largest-contentful-paint'),
    totalBlockingMs: value('total-blocking-time'),
    layoutShift: value('cumulative-layout-shift'),
    failed,
  };
}

/** Scores of each page, 0..100, with the audits that cost points. */
export function lighthouse(pages: { readonly [name: string]: string }, cookie: string, port: number): object {
  return Object.fromEntries(Object.entries(pages).map(([name, url]) => [name, run(url, cookie, port)]));
}
