// The bedside as people set their screens: text at twice its size, no motion, forced colours, a narrow window.
import { expect, type Locator, test } from '@playwright/test';
import { Learner } from './fast-forward';
import { putOffQuestions, said, sound, turnTo } from './ward';

test('text at 200 % is whole, on the shelf, at the bedside and in a form', async ({ page, baseURL }) => {
  const learner = await Learner.open(page.request, baseURL ?? '', 'en');
  await learner.play('expert', 5);
  // As a reader sets it in the browser: everything that is measured in letters follows.
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
  for (const address of ['/en', '/en/cases/back-pain-and-shock', `/en/attempts/${learner.attempt}`]) {
    await page.goto(address);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, address).toBeLessThanOrEqual(0);
  }
  await turnTo(page, 'act', 'en');
  const bar = page.getByRole('combobox', { name: said.bar.en });
  await bar.fill('norepinephrine');
  await expect(page.getByRole('option').first()).toBeVisible();
  await bar.press('Enter');
  const order = page.getByRole('dialog').getByRole('button', { name: said.order.en });
  await order.scrollIntoViewIfNeeded();
  await expect(order).toBeInViewport();
});

test('nothing moves by itself when motion is to be reduced', async ({ page, baseURL }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const learner = await Learner.open(page.request, baseURL ?? '', 'en');
  await learner.play('expert', 8);
  await page.goto(`/en/attempts/${learner.attempt}`);
  await turnTo(page, 'patient', 'en');
  const canvas = page.locator('canvas').first();
  await expect(canvas).toBeVisible();
  await page.waitForTimeout(500);
  const drawn = () => canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());
  const before = await drawn();
  await page.waitForTimeout(700);
  expect(await drawn()).toBe(before);
  const running = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  );
  expect(running).toBe(0);
});

test('with forced colours what is chosen, wrong or critical is still told', async ({ page, baseURL }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const learner = await Learner.open(page.request, baseURL ?? '', 'en');
  await learner.play('expert', 44);
  await putOffQuestions(page, 'en');
  await page.goto(`/en/attempts/${learner.attempt}`);
  await turnTo(page, 'chart', 'en');
  await page.getByRole('tab', { name: /^Results/ }).click();
  await sound(page);
  // The mark of what is chosen is the reader's own, and what is not chosen has none.
  const ground = (of: Locator) => of.first().evaluate((element) => getComputedStyle(element).backgroundColor);
  const tab = (selected: boolean) => page.getByRole('tab', { selected });
  expect(await ground(tab(true))).not.toBe(await ground(tab(false)));
  await turnTo(page, 'act', 'en');
  const kinds = page.getByRole('group', { name: 'Kind of step' });
  const kind = (pressed: boolean) => kinds.getByRole('button', { pressed });
  expect(await ground(kind(true))).not.toBe(await ground(kind(false)));
  await turnTo(page, 'chart', 'en');
  await expect(page.getByText('critically high').first()).toBeAttached();
});
