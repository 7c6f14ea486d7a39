// The flagship from door to debrief with the keyboard alone: no pointer is used anywhere, and the focus is never lost.
import { expect, type Locator, test } from '@playwright/test';
import * as keys from './keys';
import { awaken, said } from './ward';

test('a whole case is played with the keyboard alone', async ({ page }) => {
  test.setTimeout(150_000);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const chart = page.getByRole('tabpanel').first();
  const press = (target: Locator) => keys.press(page, target, 'en');
  const tabTo = (target: Locator) => keys.tabTo(page, target, 'en');
  await page.goto('/en');
  await press(page.getByRole('link', { name: said.open.en }).first());
  await press(button(said.enter.en));
  await expect(page.getByRole('heading', { level: 1, name: 'Marco V.' })).toBeVisible();

  await awaken(page, 'en');
  const bar = page.getByRole('combobox', { name: said.bar.en });
  const type = async (what: string, key = 'Enter') => {
    await keys.toBar(page, 'en');
    await page.keyboard.type(what);
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press(key);
    await expect(bar).toHaveValue('');
  };
  await expect(page.getByText('Bringing the order sheet')).toHaveCount(0);
  await type('any allergies');
  await expect(chart.getByText(/Not that I know of/)).toBeVisible();
  await type('palpate the buttocks');
  await expect(chart.getByText(/indurated/i).first()).toBeVisible();
  await type('continuous monitoring');
  await type('full blood count', 'Shift+Enter');
  await type('blood cultures', 'Shift+Enter');
  await press(button('Sign 2 orders'));
  // What had the focus is gone: it goes on at the bar.
  await expect(bar).toBeFocused();
  await type('balanced crystalloid bolus');
  await press(page.getByRole('dialog').getByRole('button', { name: said.order.en }));
  await expect(page.getByRole('dialog', { name: /crystalloid/i })).toHaveCount(0);
  await expect(bar).toBeFocused();

  for (let waits = 0; waits < 2; waits += 1) {
    const before = (await page.getByText(/^T\+/).first().textContent()) ?? '';
    await press(button(said.next.en));
    await expect(page.getByText(/^T\+/).first()).not.toHaveText(before);
  }
  // Tabs are one stop, and the arrows go on.
  await tabTo(page.getByRole('tab', { name: 'All', exact: true }));
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: /^Results/ })).toBeFocused();
  await tabTo(page.getByRole('tab', { name: 'Act', exact: true }));
  await page.keyboard.press('ArrowRight');
  await tabTo(page.getByLabel(said.problem.en));
  await page.keyboard.type('47-year-old man in shock');
  await press(button(said.saveProblem.en));
  await expect(button(said.saveProblem.en)).toBeDisabled();

  await press(button(said.finish.en));
  await press(button(said.leave.en));
  await expect(page.getByRole('heading', { name: 'Your final diagnosis' })).toBeFocused();
  await tabTo(page.getByRole('textbox').first());
  for (const component of ['septic shock', 'L5-S1 spondylodiscitis', 'gluteal abscesses']) {
    await page.keyboard.type(component);
    await page.keyboard.press('Tab');
  }
  await press(button(said.close.en));
  await press(button(said.closeForGood.en));
  const reflection = page.getByLabel(said.reflect.en);
  await expect(reflection).toBeVisible();
  await tabTo(reflection);
  await page.keyboard.type('I looked where it hurt.');
  await press(button(said.keep.en));
  await expect(page.getByText('/ 100')).toBeVisible();
});
