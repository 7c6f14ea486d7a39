// The live clock: patient time passes by itself in ordinary waits, stops by hand and by a question, and never runs where nobody wants it.
import { expect, test, type Page } from '@playwright/test';
import type { StepBody } from '#machines/wire';
import { Learner } from './fast-forward';
import { said, sound, turnTo } from './ward';

/** Opens the bedside a few minutes into the case, and keeps what the page sends from then on. */
async function atTheBedside(page: Page, origin: string) {
  await page.context().addCookies([{ name: 'toured', value: '1', url: origin }]);
  const learner = await Learner.open(page.request, origin, 'en');
  await learner.take({ do: 'order:monitoring' });
  await learner.waitUntil(2);
  const sent: StepBody[] = [];
  page.on('request', (request) => {
    // What this page wrote itself.
    if (request.method() === 'POST' && request.url().endsWith('/steps'))
      sent.push(request.postDataJSON() as StepBody);
  });
  await page.goto(`/en/attempts/${learner.attempt}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Marco V.' })).toBeVisible();
  return sent;
}

const choice = (page: Page) => page.getByRole('combobox', { name: 'Live clock' });
const clock = (page: Page) => page.getByRole('region', { name: 'Live clock' });

test('time passes by itself, in ordinary waits, until it is paused', async ({ page, baseURL }) => {
  const sent = await atTheBedside(page, baseURL ?? '');
  await turnTo(page, 'time', 'en');
  await page.waitForTimeout(2_500);
  expect(sent).toEqual([]);
  await choice(page).selectOption({ label: '1 min each second' });
  await expect(clock(page)).toContainText('Time runs by itself: 1 min each second.');
  // Two minutes at least; the first question of the case is minutes away, whatever else the machine does.
  await expect(page.getByText(/^T\+([4-9]|1\d) min/)).toBeVisible({ timeout: 15_000 });
  await page.keyboard.press('F8');
  await expect(clock(page)).toContainText('Clock paused');
  // A wait that was under way lands; none follows.
  await page.waitForTimeout(500);
  const before = sent.length;
  await page.waitForTimeout(2_500);
  expect(sent.length).toBe(before);
  expect(before).toBeGreaterThanOrEqual(2);
  // Behind a slow server two minutes may be owed at once.
  for (const { step } of sent) {
    expect(step.do).toBe('wait');
    expect([1, 2]).toContain(step.with?.['minutes']);
  }
  expect(sent.map(({ sequence }) => sequence)).toEqual(
    sent.map((_, place) => (sent[0]?.sequence ?? 0) + place),
  );
  expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
  await sound(page);

  await page.reload();
  await expect(clock(page)).toContainText('start it when you are ready');
  await clock(page).getByRole('button', { name: 'Start' }).click();
  await expect.poll(() => sent.length).toBeGreaterThan(before);
});

test('a question pauses it, and it goes on without a jump when it is let', async ({ page, baseURL }) => {
  const sent = await atTheBedside(page, baseURL ?? '');
  await turnTo(page, 'time', 'en');
  await choice(page).selectOption({ label: '1 min each second' });
  const question = page.getByRole('dialog', { name: said.question.en });
  await expect(question).toBeVisible({ timeout: 45_000 });
  const before = sent.length;
  await page.waitForTimeout(2_500);
  expect(sent.length).toBe(before);
  await question.getByRole('button', { name: said.later.en, exact: true }).first().click();
  await expect(clock(page)).toContainText('a question for you');
  await page.waitForTimeout(2_500);
  expect(sent.length).toBe(before);
  await clock(page).getByRole('button', { name: 'Resume' }).click();
  await expect.poll(() => sent.length).toBeGreaterThan(before);
  expect(sent[before]?.step).toEqual({ do: 'wait', with: { minutes: 1 } });
});

test('without a connection it stops and says so, and what was under way is taken once', async ({
  page,
  context,
  baseURL,
}) => {
  const sent = await atTheBedside(page, baseURL ?? '');
  await turnTo(page, 'time', 'en');
  await choice(page).selectOption({ label: '1 min each second' });
  await expect.poll(() => sent.length).toBeGreaterThan(0);
  await context.setOffline(true);
  await expect(clock(page)).toContainText('the connection was lost');
  await context.setOffline(false);
  await expect(page.getByRole('alert').filter({ hasText: 'No connection' })).toHaveCount(0);
  const waits = new Map(sent.map(({ key, step }) => [key, Number(step.with?.['minutes'])]));
  const passed = [...waits.values()].reduce((sum, minutes) => sum + minutes, 0);
  await expect(page.getByText(new RegExp(`^T\\+${2 + passed} min`))).toBeVisible();
  await expect(clock(page)).toContainText('the connection was lost');
});
