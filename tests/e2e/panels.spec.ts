// A part of the screen that cannot be drawn says so and comes back; an electrocardiogram is opened and measured with the keyboard and the pointer.
import { expect, test } from '@playwright/test';
import { act, enterCase, reads, said, turnTo } from './ward';

const failed = 'This part of the screen could not be drawn.';

test('a part that cannot be drawn takes nothing else down, keeps what is typed, and comes back', async ({
  page,
}) => {
  await enterCase(page, 'en');
  await page.route(
    '**/steps',
    async (route) => {
      const response = await route.fetch();
      // What the door answers to a step; its view is what this test spoils.
      const answer = (await response.json()) as { view: { running: unknown } };
      answer.view.running = [null];
      await route.fulfill({ response, json: answer });
    },
    { times: 1 },
  );
  const part = page.getByRole('region', { name: said.running.en }).filter({ hasText: failed });
  await act(page, 'allergic', 'en');
  await turnTo(page, 'patient', 'en');
  await expect(part).toBeVisible();
  await reads(page, 'Are you allergic to any medicine?', 'en');
  const bar = page.getByRole('combobox', { name: said.bar.en });
  await turnTo(page, 'act', 'en');
  await bar.fill('half a thought');
  await turnTo(page, 'patient', 'en');
  await part.getByRole('button', { name: 'Try again' }).click();
  await expect(part).toBeVisible();
  await turnTo(page, 'act', 'en');
  await expect(bar).toHaveValue('half a thought');
  await bar.fill('');
  await act(page, 'fever', 'en');
  await turnTo(page, 'patient', 'en');
  await expect(page.getByRole('region', { name: said.running.en })).toBeVisible();
  await expect(part).toHaveCount(0);
});

test('an electrocardiogram is drawn, told in words and measured with the keyboard and the pointer', async ({
  page,
}) => {
  await enterCase(page, 'en');
  await act(page, '12-lead ECG', 'en');
  await turnTo(page, 'time', 'en');
  await page.getByRole('button', { name: said.next.en }).first().click();
  await turnTo(page, 'chart', 'en');
  await page.getByRole('button', { name: 'See the tracing' }).first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('What the tracing shows, in words').click();
  await expect(sheet.getByText('Regular narrow complexes, a P wave before each.')).toBeVisible();
  await expect(sheet.getByText(/Ventricular rate 1\d\d a minute/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Callipers' }).click();
  const line = sheet.getByRole('slider', { name: 'Second line of time' });
  await line.focus();
  await page.keyboard.press('ArrowRight');
  await expect(line).toHaveAttribute('aria-valuetext', '820 ms between the lines');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(line).toHaveAttribute('aria-valuetext', '620 ms between the lines');
  const upper = sheet.getByRole('slider', { name: 'Upper line of height' });
  const before = await upper.getAttribute('aria-valuetext');
  await upper.locator('circle').scrollIntoViewIfNeeded();
  const knob = await upper.locator('circle').boundingBox();
  if (knob === null) throw new Error('the line has no knob');
  await page.mouse.move(knob.x + knob.width / 2, knob.y + knob.height / 2);
  await page.mouse.down();
  await page.mouse.move(knob.x + knob.width / 2, knob.y - 40, { steps: 4 });
  await page.mouse.up();
  await expect(upper).not.toHaveAttribute('aria-valuetext', before ?? '');
});
