// What a learner feels at the bedside: how much script comes, how soon a step is on the screen, how keys and scrolling answer.
import { gzipSync } from 'node:zlib';
import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { Learner } from '../e2e/fast-forward';

const STEPS = 40;
const PATIENCE = 5000;
const ENTRIES = 400;
const SIX_HOURS = 360;

const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
};

/** Puts off what the case asks, so that nothing stands before what is measured. */
async function putOff(page: Page): Promise<void> {
  await page.waitForTimeout(500);
  for (let i = 0; i < 8 && (await page.getByRole('dialog').count()) > 0; i += 1) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(100);
  }
}

/** Bytes of script that each page loads before anything is done there, packed. */
export async function scriptSizes(
  context: BrowserContext,
  pages: { readonly [name: string]: string },
): Promise<{ readonly [name: string]: number }> {
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
  return sizes;
}

/** From the click on a question to the painted answer, and what shifted meanwhile. */
export async function steps(context: BrowserContext, url: string): Promise<object> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // Not among the types of the DOM yet; both fields are part of the entry's standard.
        const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) shifts.push(value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await putOff(page);
  await page.getByRole('group', { name: 'Kind of step' }).getByRole('button', { name: 'Ask' }).click();
  for (const group of await page.locator('summary').all()) await group.click();
  const times: number[] = [];
  for (let i = 0; i < STEPS; i += 1) {
    times.push(
      await page.evaluate(
        async ({ place, patience }) => {
          const chart = document.querySelector('[role=tabpanel] ol');
          const row = document.querySelectorAll<HTMLButtonElement>('details[open] li > button')[place];
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
  const shifts = await page.evaluate(
    () => Object.getOwnPropertyDescriptor(window, 'shifts')?.value as number[],
  );
  await page.close();
  return {
    steps: times.length,
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    p95Bar: 100,
    layoutShift: Number(shifts.reduce((sum, shift) => sum + shift, 0).toFixed(4)),
    layoutShiftBar: 0.02,
  };
}

/** From each interaction to its next paint, with the processor slowed four times. */
export async function interactions(context: BrowserContext, url: string): Promise<object> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const felt: { readonly kind: string; readonly ms: number }[] = [];
    Object.assign(window, { felt });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // The same: an event timing has an id when it belongs to an interaction.
        const { interactionId } = entry as unknown as { interactionId: number };
        if (interactionId > 0) felt.push({ kind: entry.name, ms: entry.duration });
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await putOff(page);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const bar = page.getByRole('combobox');
  for (const verb of ['Examine', 'Treat', 'Investigate', 'Ask'])
    await page.getByRole('group', { name: 'Kind of step' }).getByRole('button', { name: verb }).click();
  for (const group of (await page.locator('summary').all()).slice(0, 4)) await group.click();
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
    () => Object.getOwnPropertyDescriptor(window, 'felt')?.value as { kind: string; ms: number }[],
  );
  await page.close();
  const worst = felt.toSorted((a, b) => b.ms - a.ms).slice(0, 3);
  return {
    interactions: felt.length,
    nextPaintMs: percentile(
      felt.map(({ ms }) => ms),
      0.98,
    ),
    nextPaintBar: 100,
    worst,
  };
}

async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)?.value ?? 0;
}

/** Six hours with 400 entries in the chart: frames while it is scrolled, and what the page holds. */
export async function longPlay(context: BrowserContext, origin: string): Promise<object> {
  const learner = await Learner.open(context.request, origin, 'en');
  await learner.play('expert', SIX_HOURS);
  const questions = ['ask:pain-onset', 'ask:fever-chills', 'examine:perfusion', 'examine:general-look'];
  let entries = 0;
  for (let i = 0; entries < ENTRIES && i < 2 * ENTRIES; i += 1)
    entries = (await learner.take({ do: questions[i % questions.length] ?? 'ask:pain-onset' })).chart.length;
  const page = await context.newPage();
  await page.goto(`${origin}/en/attempts/${learner.attempt}`, { waitUntil: 'networkidle' });
  await putOff(page);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const frames = await page.evaluate(async () => {
    const box = document.querySelector('[role=tabpanel]:has(> ol)');
    if (box === null) throw new Error('there is no chart');
    box.scrollTop = 0;
    const between: number[] = [];
    let last = performance.now();
    for (let i = 0; i < 180; i += 1) {
      const now = await new Promise<number>((resolve) => {
        requestAnimationFrame(resolve);
      });
      between.push(now - last);
      last = now;
      box.scrollTop += 60;
    }
    return between.slice(1);
  });
  await session.send('HeapProfiler.collectGarbage');
  const heap = await metric(session, 'JSHeapUsedSize');
  const nodes = await metric(session, 'Nodes');
  await page.close();
  return {
    entries,
    framesPerSecond: Math.round(1000 / (frames.reduce((sum, ms) => sum + ms, 0) / frames.length)),
    framesBar: 60,
    longestFrameMs: Math.round(Math.max(...frames)),
    heapMB: Math.round(heap / 1e5) / 10,
    heapBar: 150,
    nodes,
  };
}
