// What a learner feels at the bedside: how much script comes, what shifts, how soon a step is on the screen, how keys and clicks answer.
import { gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from '@playwright/test';
import { atMost, percentile } from './web-stage';

const STEPS = 40;
const PATIENCE = 2000;
const LEAST_STEPS = 30;

/** Puts off what the case asks, so that nothing stands before what is measured. */
export async function putOff(page: Page): Promise<void> {
  await page.waitForTimeout(500);
  for (let i = 0; i < 8 && (await page.getByRole('dialog').count()) > 0; i += 1) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(100);
  }
}

const SCRIPT_BARS: { readonly [page: string]: number } = { shelf: 155_000, bedside: 220_000 };

/** Bytes of script that each page loads before anything is done there, packed. */
export async function scriptSizes(
  context: BrowserContext,
  pages: { readonly [name: string]: string },
): Promise<object> {
  const sizes: { [name: string]: number } = {};
  for (const [name, url] of Object.entries(pages)) {
    const page = await context.newPage();
    const pieces: Promise<number>[] = [];
    page.on('response', (answer) => {
      if (answer.request().resourceType() !== 'script') return;
      pieces.push(
        answer.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      );
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    sizes[name] = (await Promise.all(pieces)).reduce((sum, size) => sum + size, 0);
    await page.close();
  }
  return Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => {
      const bar = SCRIPT_BARS[name];
      return [name, bar === undefined ? size : atMost(size, bar)];
    }),
  );
}

/** What shifts from the first paint on, on a desk and on a phone, where nobody has touched anything. */
export async function arrival(context: BrowserContext, url: string): Promise<object> {
  const sizes = { desk: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
  const shifts: { [name: string]: object } = {};
  for (const [name, size] of Object.entries(sizes)) {
    const page = await context.newPage();
    await page.setViewportSize(size);
    await page.addInitScript(() => {
      const moved: number[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          // Not among the types of the DOM yet; both fields are part of the entry's standard.
          const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
          if (!hadRecentInput) moved.push(value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.waitForTimeout(500);
    const moved = await page.evaluate(
      () => Object.getOwnPropertyDescriptor(window, 'moved')?.value as number[],
    );
    await page.close();
    shifts[name] = atMost(Number(moved.reduce((sum, shift) => sum + shift, 0).toFixed(4)), 0.02);
  }
  return shifts;
}

/** From the click on a question to the painted answer. */
export async function steps(context: BrowserContext, url: string): Promise<object> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  await putOff(page);
  await page.getByRole('group', { name: 'Kind of step' }).getByRole('button', { name: 'Ask' }).click();
  // What is opened is closed no more, so that the first one left is the next.
  const closed = page.locator('[role=treeitem][aria-expanded=false] > [data-row]');
  while ((await closed.count()) > 0) await closed.first().click();
  const times: number[] = [];
  for (let i = 0; i < STEPS; i += 1) {
    times.push(
      await page.evaluate(
        async ({ place, patience }) => {
          const chart = document.querySelector('[role=tabpanel] ol');
          const row = document.querySelectorAll<HTMLElement>(
            '[role=treeitem]:not([aria-expanded]) > [data-row]',
          )[place];
          if (chart === null || row === undefined) throw new Error('the bedside does not look as expected');
          const begin = performance.now();
          const drawn = new Promise<void>((resolve) => {
            const watch = new MutationObserver(() => {
              watch.disconnect();
              // After the frame that shows it.
              requestAnimationFrame(() => setTimeout(resolve, 0));
            });
            watch.observe(chart, { childList: true });
            // A step that changes nothing is told by its time.
            setTimeout(resolve, patience);
          });
          row.click();
          await drawn;
          return performance.now() - begin;
        },
        { place: i, patience: PATIENCE },
      ),
    );
    if ((await page.getByRole('dialog').count()) > 0) await putOff(page);
  }
  await page.close();
  const painted = times.filter((ms) => ms < PATIENCE);
  if (painted.length < LEAST_STEPS) throw new Error(`only ${painted.length} of ${STEPS} steps drew anything`);
  return {
    steps: painted.length,
    p50Ms: percentile(painted, 0.5),
    p95Ms: atMost(percentile(painted, 0.95), 100),
  };
}

/** From each interaction to its next paint, with the processor slowed four times. */
export async function interactions(context: BrowserContext, url: string): Promise<object> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const felt: { readonly kind: string; readonly ms: number; readonly script: number }[] = [];
    Object.assign(window, { felt });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // The same: an event timing has an id when it belongs to an interaction.
        const { interactionId, processingStart, processingEnd } = entry as unknown as {
          interactionId: number;
          processingStart: number;
          processingEnd: number;
        };
        if (interactionId > 0)
          felt.push({
            kind: entry.name,
            ms: entry.duration,
            script: Math.round(processingEnd - processingStart),
          });
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await putOff(page);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const bar = page.getByRole('combobox', { name: /^Ask, examine/ });
  for (const verb of ['Examine', 'Treat', 'Investigate', 'Ask'])
    await page.getByRole('group', { name: 'Kind of step' }).getByRole('button', { name: verb }).click();
  for (const group of (await page.locator('[role=treeitem][aria-expanded=false] > [data-row]').all()).slice(
    0,
    4,
  ))
    await group.click();
  await bar.click();
  await page.keyboard.type('norepinephrine 0.1', { delay: 60 });
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  for (const tab of ['Results', 'Treatments', 'All'])
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
  await page.getByRole('tab', { name: 'Reasoning' }).click();
  await page.getByLabel('The problem in one sentence').click();
  await page.keyboard.type('47-year-old man', { delay: 60 });
  await page.getByRole('tab', { name: 'Act', exact: true }).click();
  await page.getByRole('button', { name: 'Wait 5 minutes' }).click();
  await page.waitForTimeout(1500);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const felt = await page.evaluate(
    () =>
      Object.getOwnPropertyDescriptor(window, 'felt')?.value as {
        kind: string;
        ms: number;
        script: number;
      }[],
  );
  await page.close();
  const times = felt.map(({ ms }) => ms);
  return {
    interactions: felt.length,
    p50Ms: percentile(times, 0.5),
    // As browsers report it: of fewer than fifty interactions the longest.
    nextPaintMs: atMost(percentile(times, 0.98), 100),
    worst: felt.toSorted((a, b) => b.ms - a.ms).slice(0, 3),
  };
}
