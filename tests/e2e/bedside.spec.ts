// Leaving and coming back, the other language in the middle of a case, a lost connection, two tabs: nothing is lost, nothing twice.
import { expect, test } from '@playwright/test';
import { act, enterCase, reads, said, turnTo } from './ward';

const asked = 'Are you allergic to any medicine?';

test('a learner leaves and finds the case where it stood', async ({ page }) => {
  await enterCase(page, 'en');
  await act(page, 'allergic', 'en');
  await reads(page, asked, 'en');
  await page.goto('/');
  await page.getByRole('link', { name: /^Continue at T\+30 s/ }).click();
  await reads(page, asked, 'en');
});

test('the other language is one click away in the middle of a case, and the chart follows', async ({
  page,
}) => {
  await enterCase(page, 'en');
  await act(page, 'allergic', 'en');
  await reads(page, asked, 'en');
  const address = page.url();
  await page.getByRole('link', { name: 'Italiano' }).click();
  await expect(page).toHaveURL(address.replace('/en/', '/it/'));
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await reads(page, 'Ha allergie a qualche farmaco?', 'it');
});

test('a step whose answer was lost is sent again and applied once', async ({ page, context }) => {
  await enterCase(page, 'en');
  let lost = 0;
  await page.route('**/steps', async (route) => {
    if (lost > 0) return await route.continue();
    lost += 1;
    // It reaches the server, and the answer never comes back.
    await context.request.post(route.request().url(), {
      headers: { origin: new URL(route.request().url()).origin, 'content-type': 'application/json' },
      // The body that the page sent, byte for byte.
      data: route.request().postData() ?? '',
    });
    return await route.abort();
  });
  await act(page, 'allergic', 'en');
  await expect(page.getByRole('alert').filter({ hasText: 'No connection' })).toBeVisible();
  await reads(page, asked, 'en');
  await expect(page.getByRole('heading', { name: asked })).toHaveCount(1);
  await expect(page.getByRole('alert').filter({ hasText: 'No connection' })).toHaveCount(0);
});

test('without a connection the step and what was typed are kept, and the step is taken once', async ({
  page,
  context,
}) => {
  await enterCase(page, 'en');
  await act(page, 'allergic', 'en');
  await reads(page, asked, 'en');
  await turnTo(page, 'act', 'en');
  await page.getByRole('tab', { name: said.reasoning.en }).click();
  await page.getByLabel(said.problem.en).fill('Man in shock');
  await turnTo(page, 'time', 'en');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Wait 5 minutes' }).click();
  const lost = page.getByRole('alert').filter({ hasText: 'No connection' });
  await expect(lost).toBeVisible();
  await turnTo(page, 'act', 'en');
  await expect(page.getByLabel(said.problem.en)).toHaveValue('Man in shock');
  await context.setOffline(false);
  await expect(lost).toHaveCount(0);
  await expect(page.getByText(/^T\+5 min 30 s/)).toBeVisible();
});

test('reload, back, forward and the other language keep the case and what was typed', async ({ page }) => {
  await enterCase(page, 'en');
  await act(page, 'allergic', 'en');
  await reads(page, asked, 'en');
  const think = async (speech: 'en' | 'it') => {
    await turnTo(page, 'act', speech);
    await page.getByRole('tab', { name: said.reasoning[speech] }).click();
    return page.getByLabel(said.problem[speech]);
  };
  await (await think('en')).fill('Man in shock');
  await page.reload();
  await reads(page, asked, 'en');
  await expect(await think('en')).toHaveValue('Man in shock');
  await page.goBack();
  await expect(
    page
      .getByRole('button', { name: said.enter.en })
      .or(page.getByRole('link', { name: /Continue/ }))
      .first(),
  ).toBeVisible();
  await page.goForward();
  await reads(page, asked, 'en');
  await page.getByRole('link', { name: 'Italiano' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'it');
  await expect(await think('it')).toHaveValue('Man in shock');
});

test('two tabs: the one that is behind is told and shown how it stands', async ({ page, context }) => {
  await enterCase(page, 'en');
  const attempt = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const { origin } = new URL(page.url());
  const other = await context.request.post(`/api/attempts/${attempt}/steps`, {
    headers: { origin },
    data: {
      sequence: 1,
      key: 'another-tab-1',
      step: { do: 'wait', with: { minutes: 2 } },
      language: 'en',
      chartFrom: 0,
    },
  });
  expect(other.status()).toBe(200);
  await act(page, 'allergic', 'en');
  await expect(page.getByRole('alert').filter({ hasText: 'another tab' })).toBeVisible();
  await expect(page.getByText(/^T\+2 min/)).toBeVisible();
});

test('everything can be reached with the keyboard, and the focus comes back', async ({ page, isMobile }) => {
  await enterCase(page, 'en');
  if (isMobile) await turnTo(page, 'act', 'en');
  const bar = page.getByRole('combobox', { name: said.bar.en });
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(bar).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText('Bringing the order sheet')).toHaveCount(0);
  await page.keyboard.type('norepi');
  await expect(page.getByRole('option', { name: /Norepinephrine/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Norepinephrine' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(bar).toBeFocused();
});

test('someone else does not find the attempt', async ({ page, browser }) => {
  await enterCase(page, 'en');
  const stranger = await browser.newContext();
  const answer = await (await stranger.newPage()).goto(page.url());
  expect(answer?.status()).toBe(404);
  await stranger.close();
});
