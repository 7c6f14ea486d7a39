// The flagship case from the shelf to the debrief, in English and in Italian, at the width of a desk and of a phone.
import { expect, test } from '@playwright/test';
import { act, enterCase, reads, said, sound, type Speech, turnTo } from './ward';

const play = {
  en: {
    ask: 'allergic',
    answer: /Not that I know of/,
    examine: 'palpate the buttocks',
    finding: /indurated/i,
    monitoring: 'continuous monitoring',
    together: ['full blood count', 'blood cultures'],
    sign: 'Sign 2 orders',
    fluid: 'balanced crystalloid',
    fluidName: 'Balanced crystalloid bolus',
    norepinephrine: 'norepinephrine',
    rate: 'Rate',
    outside: /Outside what can be ordered: 0.01 to 3/,
    good: '0.08',
    blood: 'White cells',
    components: ['septic shock', 'L5-S1 spondylodiscitis', 'gluteal abscesses', 'Escherichia coli'],
    result: 'Results',
    passed: /Passed|Not passed/,
  },
  it: {
    ask: 'allergico',
    answer: /Che io sappia, no/,
    examine: 'palpare le natiche',
    finding: /indurite/i,
    monitoring: 'monitoraggio',
    together: ['emocromo', 'emocolture'],
    sign: 'Firma 2 ordini',
    fluid: 'cristalloidi bilanciati',
    fluidName: 'Bolo di cristalloidi bilanciati',
    norepinephrine: 'noradrenalina',
    rate: 'Velocità',
    outside: /Fuori dai limiti prescrivibili: da 0,01 a 3/,
    good: '0,08',
    blood: 'Leucociti',
    components: ['shock settico', 'spondilodiscite L5-S1', 'ascessi glutei', 'Escherichia coli'],
    result: 'Esami',
    passed: /Superato|Non superato/,
  },
} as const;

for (const speech of ['en', 'it'] as const satisfies readonly Speech[]) {
  const { [speech]: words } = play;
  test(`a learner plays the case to its debrief (${speech})`, async ({ page }) => {
    test.setTimeout(120_000);
    await enterCase(page, speech);
    await expect(page.locator('html')).toHaveAttribute('lang', speech);
    await reads(page, /80\/50/, speech);

    await act(page, words.ask, speech);
    await reads(page, words.answer, speech);
    await act(page, words.examine, speech);
    await reads(page, words.finding, speech);

    await turnTo(page, 'patient', speech);
    const monitor = page.getByRole('region', { name: said.monitor[speech] });
    await expect(monitor.getByRole('definition')).toHaveCount(0);
    await act(page, words.monitoring, speech);
    await turnTo(page, 'time', speech);
    await page.getByRole('button', { name: /5 min/ }).first().click();
    await turnTo(page, 'patient', speech);
    await expect(monitor.getByText('SpO2')).toBeVisible();

    for (const order of words.together) await act(page, order, speech, true);
    await page.getByRole('button', { name: words.sign }).click();
    await act(page, words.fluid, speech);
    await page.getByRole('dialog').getByRole('button', { name: said.order[speech] }).click();

    await act(page, words.norepinephrine, speech);
    const form = page.getByRole('dialog');
    await form.getByLabel(words.rate).fill('99');
    await form.getByRole('button', { name: said.order[speech] }).click();
    await expect(form.getByText(words.outside)).toBeVisible();
    await form.getByLabel(words.rate).fill(words.good);
    await form.getByRole('button', { name: said.order[speech] }).click();
    await expect(form).toBeHidden();

    await turnTo(page, 'time', speech);
    for (let waits = 0; waits < 4; waits += 1) {
      const before = await page.getByText(/^T\+/).first().textContent();
      await page.getByRole('button', { name: said.next[speech] }).click();
      await expect(page.getByText(/^T\+/).first()).not.toHaveText(before ?? '');
    }
    await turnTo(page, 'chart', speech);
    await page.getByRole('tab', { name: new RegExp(`^${words.result}`) }).click();
    await expect(page.getByRole('rowheader', { name: words.blood }).first()).toBeVisible();

    await turnTo(page, 'act', speech);
    await page.getByRole('tab', { name: said.reasoning[speech] }).click();
    await page.getByLabel(said.problem[speech]).fill('47 · shock');
    await page.getByRole('button', { name: said.saveProblem[speech] }).click();
    await expect(page.getByRole('button', { name: said.saveProblem[speech] })).toBeDisabled();

    await page.getByRole('button', { name: said.finish[speech] }).click();
    await page.getByRole('button', { name: said.leave[speech] }).click();
    const lines = page.getByRole('textbox');
    await expect(lines).toHaveCount(4);
    for (const [place, component] of words.components.entries()) await lines.nth(place).fill(component);
    await page.getByRole('button', { name: said.close[speech], exact: true }).click();
    await page.getByRole('button', { name: said.closeForGood[speech] }).click();

    // It asks before it tells.
    await expect(page.getByLabel(said.reflect[speech])).toBeVisible();
    await expect(page.getByText('/ 100')).toHaveCount(0);
    await page.getByLabel(said.reflect[speech]).fill('…');
    await page.getByRole('button', { name: said.keep[speech] }).click();

    await expect(page.getByText('/ 100')).toBeVisible();
    await expect(page.getByText(words.passed).first()).toBeVisible();
    await sound(page);

    // The sum that stands there is the sum: earned, harm and limits make the score, and the domains make what was earned.
    const read = (text: string) => Number(text.replace('−', '-').replace('+', '').replace(',', '.'));
    const sum = page.getByRole('table').first();
    const points = (await sum.getByRole('cell').allTextContents()).map(read);
    const total = points.at(-1) ?? Number.NaN;
    expect(points.slice(0, -1).reduce((a, b) => a + b, 0)).toBeCloseTo(total, 6);
    const lineTexts = await page.locator('[data-ledger] summary > span:last-child').allTextContents();
    expect(lineTexts).toHaveLength(61);
    const earned = lineTexts.map((text) => read(text.split('/')[0] ?? '')).reduce((a, b) => a + b, 0);
    expect(earned).toBeCloseTo(points[0] ?? Number.NaN, 1);
  });
}
