// Finds a browser for the end-to-end tests, and gets one when the machine has none.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './project.mjs';

/** Quiet, and able to run as root in a container. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Paths of Chromium-like browsers that the system itself offers. */
export function systemBrowsers() {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)].filter(Boolean);
  const found = names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter((path) => existsSync(path));
  return [...new Set(found)];
}

/** Which browser to use without trying it: Playwright's own (''), a system one, or none. */
export function likelyBrowser(/** @type {string} */ playwrightsOwn) {
  if (process.env.CORSIA_BROWSER !== undefined) return process.env.CORSIA_BROWSER;
  return existsSync(playwrightsOwn) ? '' : systemBrowsers()[0];
}

async function opens(/** @type {string} */ path) {
  const { chromium } = await import('@playwright/test');
  if (path === '' && !existsSync(chromium.executablePath())) return false;
  try {
    const browser = await chromium.launch({
      ...(path && { executablePath: path }),
      args: browserArguments,
      timeout: 60_000,
    });
    await browser.close();
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n').slice(0, 6).join('\n') : String(error);
    console.log(`A browser is here (${path || 'installed by Playwright'}) but does not open: ${reason}`);
    return false;
  }
}

async function firstThatOpens() {
  for (const path of ['', ...systemBrowsers()]) if (await opens(path)) return path;
  return undefined;
}

function attempt(/** @type {string} */ command, /** @type {string[]} */ args) {
  console.log(`$ ${command} ${args.join(' ')}`);
  const outcome = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 10 * 60_000,
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      DEBIAN_FRONTEND: 'noninteractive',
      PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000',
    },
  });
  return outcome.status === 0;
}

/** The browser to test with: '' is Playwright's own, a path is the system's. Undefined when none could be had. */
export async function ensureBrowser() {
  const found = process.env.CORSIA_BROWSER ?? (await firstThatOpens());
  if (found !== undefined) return found;

  console.log('No browser that opens was found: trying to install one.');
  if (attempt('npx', ['--no-install', 'playwright', 'install', 'chromium'])) {
    if (await opens('')) return '';
    if (attempt('npx', ['--no-install', 'playwright', 'install-deps', 'chromium']) && (await opens('')))
      return '';
  }
  if (process.getuid?.() === 0 && attempt('apt-get', ['update'])) {
    attempt('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']);
    return firstThatOpens();
  }
  return undefined;
}

export const howToGetOne = [
  'The end-to-end tests need a browser and none could be installed. Do one of these, then run npm test again:',
  '  npx playwright install --with-deps chromium',
  '  apt-get install chromium                      (Debian, Ubuntu; as root)',
  '  CORSIA_BROWSER=/path/to/chrome npm test       (a Chromium or Chrome that is somewhere else)',
].join('\n');
