// The first thing a visitor meets: the front page answers, is accessible, and fits the screen.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('the front page opens, says what it is, and fits the screen', async ({ page }) => {
  const answer = await page.goto('/');
  expect(answer?.ok()).toBe(true);
  expect(answer?.headers()['x-powered-by']).toBeUndefined();
  await expect(page).toHaveTitle(/Corsia/);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('the front page has no accessibility fault that axe can find', async ({ page }) => {
  await page.goto('/');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
