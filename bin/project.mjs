// What both launchers need: where the project is, whether it is installed and built, and how to run one of its tools.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (/** @type {string[]} */ ...parts) => join(root, ...parts);
const modified = (/** @type {string} */ path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** What a build is made from. A change in any of these makes the build stale. */
const sources = [
  'app',
  'components',
  'compiler',
  'machines',
  'server',
  'content',
  'next.config.js',
  'postcss.config.mjs',
  'package.json',
  'tsconfig.json',
];

/** `next start` needs both, and `next build` writes the second one late: together they mean a finished build. */
const proofsOfBuild = ['.next/BUILD_ID', '.next/prerender-manifest.json'];

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 9)) return;
  console.error(
    `Corsia needs Node 20.9 or newer; this is Node ${process.versions.node}. See https://nodejs.org/`,
  );
  process.exit(1);
}

/** Installs the packages when they are missing, older than the lock file, or lack one that the caller needs. */
export function ensureInstalled(/** @type {string[]} */ needed = ['next']) {
  const record = at('node_modules', '.package-lock.json');
  const lacking = needed.find((name) => !existsSync(at('node_modules', name, 'package.json')));
  if (!lacking && modified(record) >= modified(at('package-lock.json'))) return;
  console.log(
    lacking
      ? 'Installing packages (once; about a minute) …'
      : 'The lock file has changed: updating packages …',
  );
  const outcome = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--include=dev'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (outcome.status !== 0) {
    console.error(
      'npm install failed (its own message is above). Check the network and run the command again.',
    );
    process.exit(outcome.status ?? 1);
  }
  // npm may touch the lock after its own record: without this the next start would install again.
  if (existsSync(record)) utimesSync(record, new Date(), new Date());
}

/** The newest change under a path. Folders count too, so that a deleted file is noticed. */
function newest(/** @type {string} */ path) {
  if (!existsSync(path)) return 0;
  let latest = modified(path);
  if (!statSync(path).isDirectory()) return latest;
  for (const entry of readdirSync(path)) latest = Math.max(latest, newest(join(path, entry)));
  return latest;
}

export function buildIsStale() {
  if (proofsOfBuild.some((file) => !existsSync(at(file)))) return true;
  const built = modified(at('.next/BUILD_ID'));
  return sources.some((source) => newest(at(source)) > built);
}

/** Builds, and dates the build by its beginning: a file saved while it ran makes it stale. */
export async function build() {
  const began = new Date();
  for (const file of proofsOfBuild) rmSync(at(file), { force: true });
  const code = await runTool('next', 'next', ['build'], { env: { NODE_ENV: 'production' } });
  if (code === 0) utimesSync(at('.next/BUILD_ID'), began, began);
  return code;
}

/** The script behind a package's command, so that it runs with this very Node on every system. */
function toolScript(/** @type {string} */ packageName, /** @type {string} */ command) {
  const { bin } = JSON.parse(readFileSync(at('node_modules', packageName, 'package.json'), 'utf8'));
  return at('node_modules', packageName, typeof bin === 'string' ? bin : bin[command]);
}

/**
 * Runs a package's command with its output shown, and gives its exit code. Signals sent to us reach it.
 * @param {string} packageName
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined> }} [options]
 * @returns {Promise<number>}
 */
export function runTool(packageName, command, args, options = {}) {
  const child = spawn(process.execPath, [toolScript(packageName, command), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...options.env },
  });
  // At a terminal Ctrl-C reaches the child by itself; a second one would cut its goodbye short.
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, pass);
  // A signal sent to npm ends at the shell between npm and us. That shell's end shows as a new parent: take it as SIGTERM.
  const parent = process.ppid;
  const orphaned = () => {
    if (process.env['npm_lifecycle_event'] && process.ppid !== parent) child.kill('SIGTERM');
  };
  const watch = setInterval(orphaned, 500);
  return new Promise((resolve) => {
    const finish = (/** @type {number} */ code) => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, pass);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      finish(1);
    });
    child.on('exit', (code, signal) =>
      finish(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1)),
    );
  });
}
