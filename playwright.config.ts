// End-to-end journeys against the built server, on a free port and with an empty store of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, defineConfig } from '@playwright/test';
import { browserArguments, likelyBrowser } from './bin/browser.mjs';

function freePort(): Promise<string> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(String(typeof address === 'object' && address ? address.port : 3100)));
    });
  });
}

// Workers read this file again: the port and the folder are chosen once and handed on in the environment.
const port = (process.env['CORSIA_E2E_PORT'] ??= await freePort());
if (process.env['CORSIA_E2E_DATA'] === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'corsia-e2e-'));
  process.env['CORSIA_E2E_DATA'] = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

const browser = likelyBrowser(chromium.executablePath());

export default defineConfig({
  testDir: 'tests/e2e',
  forbidOnly: true,
  // One picture for every system: the comparison is tolerant.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  fullyParallel: false,
  workers: 2,
  timeout: 60_000,
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: 'chromium',
    launchOptions: { args: browserArguments, ...(browser ? { executablePath: browser } : {}) },
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop-en', use: { viewport: { width: 1280, height: 800 }, locale: 'en-GB' } },
    {
      name: 'phone',
      // What is sent, what keys and readers do, and the pictures (which choose their own width) need one browser only.
      testIgnore: /(secrets|keyboard|reader|pictures|waking)\.spec\.ts/,
      use: { viewport: { width: 390, height: 844 }, locale: 'en-GB', hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: `node node_modules/next/dist/bin/next start -H 127.0.0.1 -p ${port}`,
    url: `http://127.0.0.1:${port}/`,
    timeout: 60_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    env: {
      CORSIA_DATA: process.env['CORSIA_E2E_DATA'],
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  },
});
