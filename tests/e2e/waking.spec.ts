// What is typed before the page has woken up is kept. Not on a phone, which shows the bar only once its tabs work.
import { expect, test } from '@playwright/test';
import { gate } from './gate';
import { enterCase, said } from './ward';

test('what is typed before the page has woken up is kept', async ({ page }) => {
  await enterCase(page, 'en');
  const open = await gate(page, /\/_next\/static\/.*\.js/);
  await page.reload({ waitUntil: 'commit' });
  const bar = page.getByRole('combobox', { name: said.bar.en });
  await bar.fill('blood cultures');
  open();
  await expect(
    page
      .getByRole('listbox')
      .getByRole('option', { name: /^Blood cultures/ })
      .first(),
  ).toBeVisible();
  await expect(bar).toHaveValue('blood cultures');
});
