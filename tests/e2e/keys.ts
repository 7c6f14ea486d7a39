// A hand on the keyboard: no pointer is used, and every way is a way that keys have.
import { expect, type Locator, type Page } from '@playwright/test';
import { said, type Speech } from './ward';

const most = 160;

/** Puts off a question of the case, as a hand on the keyboard does. */
export async function putOff(page: Page, speech: Speech): Promise<void> {
  const question = page.getByRole('dialog', { name: said.question[speech] });
  while (await question.isVisible()) {
    await page.keyboard.press('Escape');
    await page.waitForTimeout(50);
  }
}

/** Goes on with Tab until the focus is there. */
export async function tabTo(page: Page, target: Locator, speech: Speech): Promise<void> {
  await expect(target).toBeVisible();
  for (let i = 0; i < most; i += 1) {
    await putOff(page, speech);
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not come to ${String(target)}`);
}

export async function press(page: Page, target: Locator, speech: Speech): Promise<void> {
  await tabTo(page, target, speech);
  await page.keyboard.press('Enter');
}

/** Puts the focus into the bar by its key, from wherever it is. */
export async function toBar(page: Page, speech: Speech): Promise<Locator> {
  const bar = page.getByRole('combobox', { name: said.bar[speech] });
  // The page may still be waking up.
  await expect(async () => {
    await putOff(page, speech);
    await page.keyboard.press('Control+k');
    await expect(bar).toBeFocused({ timeout: 1_000 });
  }).toPass();
  return bar;
}

/** Types into the bar and waits until the choices belong to all that was typed. */
export async function typeIn(page: Page, what: string, speech: Speech): Promise<void> {
  const bar = await toBar(page, speech);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type(what);
  await expect(bar).toHaveValue(what);
  await expect(page.locator('[role=listbox]').first()).toHaveAttribute('aria-busy', 'false');
}
