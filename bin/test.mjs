// `npm test`: everything that must hold, in one run, with one closing line: "N passed, N failed".
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser, howToGetOne } from './browser.mjs';
import { build, ensureInstalled, requireNode, runTool } from './project.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const reports = mkdtempSync(join(tmpdir(), 'corsia-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** A stage without tests of its own counts as one check. */
const oneCheck = (/** @type {number} */ code) => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
});

/**
 * Adds what the counts alone would hide: a tool that failed without a failed test, and a run without tests.
 * @param {Count} count
 * @param {number} code
 * @param {string} what
 */
function honest(count, code, what) {
  if (count.passed + count.failed === 0) console.error(`No ${what} ran: that counts as a failure.`);
  else if (code !== 0 && count.failed === 0)
    console.error(`The ${what} ended with exit code ${code}: that counts as a failure.`);
  else return count;
  return { ...count, failed: count.failed + 1 };
}

const readReport = (/** @type {string} */ file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
};

async function unit() {
  const file = join(reports, 'unit.json');
  const code = await runTool('vitest', 'vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const { numPassedTests = 0, numPendingTests = 0, numTodoTests = 0, testResults = [] } = readReport(file);
  // A file that does not load has no failed test to show for it: count the file.
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ result) =>
      result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const failed = (readReport(file).numFailedTests ?? 0) + broken;
  return honest(
    { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests },
    code,
    'unit tests',
  );
}

async function e2e() {
  const browser = await ensureBrowser();
  if (browser === undefined) {
    console.error(howToGetOne);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const file = join(reports, 'e2e.json');
  const code = await runTool('@playwright/test', 'playwright', ['test', '--reporter=list,json'], {
    env: { CORSIA_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
  });
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(file).stats ?? {};
  return honest({ passed: expected + flaky, failed: unexpected, skipped }, code, 'end-to-end tests');
}

async function types() {
  const code = await runTool('next', 'next', ['typegen']);
  return oneCheck(code || (await runTool('typescript', 'tsc', ['--noEmit'])));
}

/** @type {Record<string, () => Promise<Count>>} */
const stages = {
  types,
  lint: async () => oneCheck(await runTool('oxlint', 'oxlint', ['--type-aware', '--deny-warnings'])),
  format: async () => oneCheck(await runTool('@biomejs/biome', 'biome', ['format', '.'])),
  unit,
  build: async () => oneCheck(await build()),
  e2e,
};

function chosenStages() {
  const names = Object.keys(stages);
  const flag = process.argv.findIndex((argument) => argument === '--only' || argument.startsWith('--only='));
  if (flag < 0) return names;
  const list = process.argv[flag]?.split('=')[1] ?? process.argv[flag + 1] ?? '';
  const wanted = list.split(',').filter(Boolean);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (wanted.length > 0 && unknown.length === 0) return names.filter((name) => wanted.includes(name));
  console.error(
    `--only takes a list of: ${names.join(', ')}${unknown.length > 0 ? ` (not: ${unknown.join(', ')})` : ''}`,
  );
  process.exit(1);
}

requireNode();
const chosen = chosenStages();
ensureInstalled(['next', 'vitest', 'oxlint', '@biomejs/biome', '@playwright/test']);

/** @type {{ name: string, seconds: number, count: Count }[]} */
const done = [];
for (const name of chosen) {
  const unbuilt = name === 'e2e' && done.some((stage) => stage.name === 'build' && stage.count.failed > 0);
  console.log(unbuilt ? `\n── ${name}: skipped, because the build failed` : `\n── ${name}`);
  const began = performance.now();
  const count = unbuilt ? { passed: 0, failed: 0, skipped: 1 } : await stages[name]?.();
  if (count) done.push({ name, seconds: (performance.now() - began) / 1000, count });
}

console.log('');
for (const { name, seconds, count } of done) {
  const mark = count.failed > 0 ? '✗' : count.passed > 0 ? '✓' : '–';
  console.log(
    `${mark} ${name.padEnd(7)} ${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed  ${seconds.toFixed(1)} s`,
  );
}

const sum = (/** @type {keyof Count} */ key) => done.reduce((total, { count }) => total + count[key], 0);
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
