// How the key screens look, compared with pictures kept here: tolerant of another Chromium's way of drawing letters, not of a screen that fell apart.
import { expect, test } from '@playwright/test';
import { Learner } from './fast-forward';
import { said, turnTo } from './ward';

const looks = [
  { name: 'desktop-light', speech: 'en', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'phone-dark', speech: 'it', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;
const forgiving = { maxDiffPixelRatio: 0.15, threshold: 0.35 } as const;
const atTheBedside = 44;
const afterAll = 30_000;

for (const { name, speech, colorScheme, viewport } of looks) {
  test(`shelf, bedside and debrief look as they did (${name})`, async ({ page, context, baseURL }) => {
    test.setTimeout(120_000);
    const origin = baseURL ?? '';
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The first minute of a newcomer is another screen.
    await context.addCookies([{ name: 'toured', value: '1', url: origin }]);
    // Traces run, and the clock of a wait ticks.
    const mask = [page.locator('canvas')];

    await page.goto(`/${speech}`);
    await expect(page.getByRole('link', { name: said.open[speech] }).first()).toBeVisible();
    await expect(page).toHaveScreenshot(`shelf-${name}.png`, forgiving);

    const playing = await Learner.open(page.request, origin, speech);
    await playing.play('expert', atTheBedside);
    await page.goto(`/${speech}/attempts/${playing.attempt}`);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: said.later[speech], exact: true })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await turnTo(page, 'patient', speech);
    await expect(page.getByRole('region', { name: said.monitor[speech] }).getByText('SpO2')).toBeVisible();
    await expect(page).toHaveScreenshot(`bedside-${name}.png`, { ...forgiving, mask });

    const finished = await Learner.open(page.request, origin, speech);
    await finished.play('expert', afterAll);
    await finished.take({ do: 'reflect', with: { text: '…' } });
    await page.goto(`/${speech}/attempts/${finished.attempt}/debrief`);
    await expect(page.getByText('/ 100')).toBeVisible();
    await page.getByText('/ 100').scrollIntoViewIfNeeded();
    await expect(page).toHaveScreenshot(`debrief-${name}.png`, { ...forgiving, mask });
  });
}
