// Every screen in both themes: no fault that axe can find, nothing wider than the screen, also at 320 px.
import { expect, test } from '@playwright/test';
import { act, enterCase, said, sound, turnTo } from './ward';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the shelf, a cover and a page that is not there', async ({ page }) => {
      await page.goto('/');
      await expect(page).toHaveTitle(/Corsia/);
      await sound(page);
      await page.getByRole('link', { name: said.open.en }).first().click();
      await expect(page.getByRole('button', { name: said.enter.en })).toBeVisible();
      await sound(page);
      const answer = await page.goto('/en/nowhere');
      expect(answer?.status()).toBe(404);
      await sound(page);
    });

    test('the bedside with its search, its forms and its parts', async ({ page, isMobile }) => {
      test.setTimeout(120_000);
      await enterCase(page, 'en');
      await sound(page);
      await act(page, 'monitoring', 'en');
      await turnTo(page, 'time', 'en');
      await page
        .getByRole('button', { name: /15 min/ })
        .first()
        .click();
      // A wide screen shows all parts at once.
      for (const part of isMobile ? (['patient', 'chart', 'act', 'time'] as const) : (['chart'] as const)) {
        await turnTo(page, part, 'en');
        await sound(page);
      }
      await turnTo(page, 'act', 'en');
      await page.getByRole('combobox', { name: said.bar.en }).fill('surg');
      await sound(page);
      await act(page, 'norepinephrine', 'en');
      await expect(page.getByRole('dialog')).toBeVisible();
      await sound(page);
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: said.reasoning.en }).click();
      await sound(page);
      await page.getByRole('button', { name: said.finish.en }).click();
      await page.getByRole('button', { name: said.leave.en }).click();
      await expect(page.getByRole('button', { name: said.close.en, exact: true })).toBeVisible();
      await sound(page);
    });
  });
}

test('nothing is wider than a screen of 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/it');
  await sound(page);
  await enterCase(page, 'it');
  for (const part of ['patient', 'chart', 'act', 'time'] as const) {
    await turnTo(page, part, 'it');
    await sound(page);
  }
});
