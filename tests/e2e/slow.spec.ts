// A slow connection: what is typed before the lists have come is matched once they have.
import { expect, test } from '@playwright/test';
import { gate } from './gate';
import { enterCase, said, turnTo } from './ward';

test('what the server does not answer is matched by letters as soon as the lists have come', async ({
  page,
}) => {
  await enterCase(page, 'en');
  await gate(page, '**/understand');
  const open = await gate(page, '**/offers?*');
  await page.reload();
  await turnTo(page, 'act', 'en');
  const bar = page.getByRole('combobox', { name: said.bar.en });
  await bar.fill('blood cultures');
  // Longer than the bar waits for the server.
  await page.waitForTimeout(1500);
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(0);
  open();
  await expect(
    page
      .getByRole('listbox')
      .getByRole('option', { name: /^Blood cultures/ })
      .first(),
  ).toBeVisible();
});
