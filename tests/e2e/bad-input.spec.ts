// What nobody should type, typed into the one bar and a form: answered in time and calmly, never an error page, never taken, never drawn as markup.
import { expect, type Page, test } from '@playwright/test';
import { enterCase, said, type Speech, turnTo } from './ward';

const bad: { readonly [name: string]: string } = {
  'nothing but spaces': '     ',
  'ten thousand letters': 'dolore '.repeat(1500).slice(0, 10_000),
  'one word of ten thousand letters': 'x'.repeat(10_000),
  emoji: '🤒🩺💉👩‍⚕️🫀🏥',
  'right to left': 'هل لديك حساسية؟ \u202Egnp.exe\u202C',
  SQL: '\'; DROP TABLE attempts; -- " OR 1=1',
  HTML: '<img src=x onerror="window.spoiled=1"><script>window.spoiled=1</script><b id="spoiled">b</b>',
  'control characters': 'do\u0000lo\u0007re\u001B[31m\u007F\u200B',
  digits: '0123456789012345',
  'a template': '${process.exit(1)} {{7*7}} %s %n ../../etc/passwd',
};

const words = {
  en: {
    none: /^Nothing (found|fits)/,
    item: 'ceftriaxone',
    form: 'Ceftriaxone',
    dose: 'Dose',
    amount: 'Write a number and a unit.',
  },
  it: {
    none: /^(Nessun risultato|Nulla corrisponde)/,
    item: 'ceftriaxone',
    form: 'Ceftriaxone',
    dose: 'Dose',
    amount: 'Scrivi un numero e un’unità di misura.',
  },
} as const;

/** Collects what must not happen: script errors, faults of the server, dialogs of the browser. */
function watch(page: Page): readonly string[] {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) wrong.push(`${answer.status()} ${answer.url()}`);
  });
  return wrong;
}

const spoiled = (page: Page) =>
  page.evaluate(() => 'spoiled' in window || document.querySelector('#spoiled, img[src="x"]') !== null);

for (const speech of ['en', 'it'] as const satisfies readonly Speech[]) {
  const w = words[speech];
  test(`in the bar (${speech})`, async ({ page }) => {
    test.setTimeout(120_000);
    const wrong = watch(page);
    await enterCase(page, speech);
    await turnTo(page, 'act', speech);
    const bar = page.getByRole('combobox', { name: said.bar[speech] });
    const steps: string[] = [];
    page.on('request', (asked) => {
      if (asked.url().endsWith('/steps')) steps.push(asked.postData() ?? '');
    });
    for (const [name, text] of Object.entries(bad)) {
      await test.step(name, async () => {
        await bar.fill('');
        await bar.fill(text);
        expect((await bar.inputValue()).length).toBeLessThanOrEqual(400);
        if (text.trim() === '') {
          await bar.press('Enter');
          return;
        }
        await expect(page.locator('[role=listbox]').first()).toHaveAttribute('aria-busy', 'false');
        const options = page.getByRole('listbox').getByRole('option');
        // Either something plainly fits (a word said often is still that word), or it is said that nothing does.
        if ((await options.and(page.locator('[aria-selected=true]')).count()) === 0) {
          await expect(page.getByText(w.none).first()).toBeVisible();
          await bar.press('Enter');
        }
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider).toBeLessThanOrEqual(0);
      });
    }
    expect(steps).toEqual([]);
    expect(await spoiled(page)).toBe(false);
    expect(wrong).toEqual([]);
    await expect(page.getByRole('heading', { level: 1, name: 'Marco V.' })).toBeVisible();
  });

  test(`in a form (${speech})`, async ({ page }) => {
    const wrong = watch(page);
    await enterCase(page, speech);
    await turnTo(page, 'act', speech);
    const bar = page.getByRole('combobox', { name: said.bar[speech] });
    await bar.fill(w.item);
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await expect(page.locator('[role=listbox]').first()).toHaveAttribute('aria-busy', 'false');
    await bar.press('Enter');
    const form = page.getByRole('dialog', { name: w.form });
    const dose = form.getByLabel(w.dose);
    for (const [name, text] of Object.entries(bad)) {
      await test.step(name, async () => {
        await dose.fill(text);
        await form.getByRole('button', { name: said.order[speech] }).click();
        // Nothing was ordered: the form stands there and says why.
        await expect(dose).toHaveAttribute('aria-invalid', 'true');
        await expect(dose).toBeFocused();
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider).toBeLessThanOrEqual(0);
      });
    }
    await expect(form.getByText(w.amount)).toBeVisible();
    expect(await spoiled(page)).toBe(false);
    expect(wrong).toEqual([]);
  });
}

test('what is sent past the page is answered in time and never as a fault', async ({ page }) => {
  await enterCase(page, 'en');
  const { origin, pathname } = new URL(page.url());
  for (const [name, text] of Object.entries(bad)) {
    const begun = Date.now();
    const answer = await page.request.post(`/api/attempts/${pathname.split('/').at(-1)}/understand`, {
      data: { text, language: 'en' },
      headers: { origin },
    });
    expect(answer.status(), name).toBeLessThan(500);
    expect(answer.headers()['content-type'], name).toContain('application/json');
    expect(Date.now() - begun, name).toBeLessThan(2_000);
  }
});
