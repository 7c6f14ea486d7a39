// What the bedside costs while it is looked at: each frame of the monitor, scrolling a long chart, the memory it holds.
import type { BrowserContext, CDPSession } from '@playwright/test';
import { Learner } from '../e2e/fast-forward';
import { putOff } from './web-bedside';
import { atLeast, atMost, percentile } from './web-stage';

const ENTRIES = 400;
const SIX_HOURS = 360;

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
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy = await metric(session, 'TaskDuration');
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
  const perFrame = (1000 * ((await metric(session, 'TaskDuration')) - busy)) / frames.length;
  await session.send('HeapProfiler.collectGarbage');
  const heap = await metric(session, 'JSHeapUsedSize');
  const nodes = await metric(session, 'Nodes');
  await page.close();
  return {
    entries: atLeast(entries, ENTRIES),
    framesPerSecond: atLeast(
      Math.round(1000 / (frames.reduce((sum, ms) => sum + ms, 0) / frames.length)),
      60,
    ),
    longestFrameMs: Math.round(Math.max(...frames)),
    framesLate: frames.filter((ms) => ms > 25).length,
    mainThreadMsPerFrame: Math.round(10 * perFrame) / 10,
    heapMB: atMost(Math.round(heap / 1e5) / 10, 150),
    nodes,
  };
}

const WATCHED_MS = 6000;

/** Script of the main thread in each frame while the monitor draws every trace that it has. */
export async function monitorScript(context: BrowserContext, origin: string): Promise<object> {
  const learner = await Learner.open(context.request, origin, 'en');
  for (const item of ['move:resuscitation-room', 'order:monitoring', 'procedure:arterial-line'])
    await learner.take({ do: item });
  await learner.waitUntil(30);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const drawn: number[] = [];
    Object.assign(window, { drawn });
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) =>
      ask((now) => {
        const begin = performance.now();
        draw(now);
        drawn.push(performance.now() - begin);
      });
  });
  await page.goto(`${origin}/en/attempts/${learner.attempt}`, { waitUntil: 'networkidle' });
  await putOff(page);
  const lanes = await page.locator('canvas[role=img] + svg text').count();
  await page.waitForTimeout(1000);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const counted = async () => ({
    script: await metric(session, 'ScriptDuration'),
    task: await metric(session, 'TaskDuration'),
    drawn: await page.evaluate(() => Object.getOwnPropertyDescriptor(window, 'drawn')?.value as number[]),
  });
  const before = await counted();
  await page.waitForTimeout(WATCHED_MS);
  const after = await counted();
  await page.close();
  const frames = after.drawn.slice(before.drawn.length);
  const each = (seconds: number) => Math.round((100_000 * seconds) / frames.length) / 100;
  return {
    traces: atLeast(lanes, 4),
    framesPerSecond: Math.round((1000 * frames.length) / WATCHED_MS),
    scriptMsPerFrame: atMost(each(after.script - before.script), 2),
    paintingP95Ms: percentile(frames, 0.95),
    mainThreadMsPerFrame: each(after.task - before.task),
  };
}
