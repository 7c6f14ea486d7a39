// A slow connection: what is typed before the page has woken up or its lists have come is kept, and matched once it can be.
import { expect, type Page, type Route, test } from '@playwright/test';
import { enterCase, said, turnTo } from './ward';

/** Holds all requests of a kind until the gate is opened. */
async function gate(page: Page, what: string | RegExp): Promise<() => void> {
  const waiting: (() => void)[] = [];
  let open = false;
  await page.route(what, async (route: Route) => {
    if (!open) await new Promise<void>((resolve) => waiting.push(resolve));
    await route.continue();
  });
  return () => {
    open = true;
    for (const go of waiting) go();
  };
}

test('what is typed before the page has woken up is kept', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone shows the bar only once its tabs work');
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
