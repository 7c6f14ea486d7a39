// Orders as a doctor writes them, in both languages: by weight, within limits, with a reason, several signed together, titrated, held, repeated and cancelled.
import { expect, type Page, test } from '@playwright/test';
import { Learner } from './fast-forward';
import { act, awaken, putOffQuestions, said, sound, type Speech, turnTo } from './ward';

const words = {
  en: {
    drug: 'norepinephrine 0.1 mcg/kg/min',
    name: /^Norepinephrine/,
    rate: 'Rate',
    byWeight: '7.8 mcg/min = 0.468 mg/h at 78 kg',
    unit: /“mmHg” does not fit/,
    bounds: /^Outside what can be ordered/,
    warning: /3 mcg\/kg\/min is above the usual rate/,
    before: 'Before you order',
    reason: 'Why is it needed all the same?',
    lacks: /^Please give the reason/,
    place: 'Order all the same',
    titrate: /^Titrate/,
    newRate: /^New rate/,
    set: 'Set',
    changes: /changes in/,
    hold: /^Hold/,
    held: /^on hold/,
    resume: /^Resume/,
    stop: /^Stop/,
    crp: 'c-reactive protein',
    crpName: 'C-reactive protein',
    cultures: 'blood cultures',
    wait: 'Wait 5 minutes',
    sign: 'Sign 2 orders',
    pending: /^2 /,
    pending3: /^3 /,
    duplicate: /C-reactive protein has been ordered already/,
    cancel: 'Cancel C-reactive protein',
    close: 'Close',
  },
  it: {
    drug: 'noradrenalina 0,1 mcg/kg/min',
    name: /^Noradrenalina/,
    rate: 'Velocità',
    byWeight: '7,8 mcg/min = 0,468 mg/h a 78 kg',
    unit: /«mmHg» non è compatibile/,
    bounds: /^Fuori dai limiti prescrivibili/,
    warning: /3 mcg\/kg\/min supera la velocità abituale/,
    before: 'Prima di prescrivere',
    reason: 'Perché serve comunque?',
    lacks: /^Indicare il motivo/,
    place: 'Prescrivere comunque',
    titrate: /^Titola/,
    newRate: /^Nuova velocità/,
    set: 'Imposta',
    changes: /cambia tra/,
    hold: /^Sospendi/,
    held: /^in sospeso/,
    resume: /^Riprendi/,
    stop: /^Interrompi/,
    crp: 'proteina C reattiva',
    crpName: 'Proteina C reattiva',
    cultures: 'emocolture',
    wait: 'Attendi 5 minuti',
    sign: 'Firma 2 ordini',
    pending: /^2 /,
    pending3: /^3 /,
    duplicate: /Proteina C reattiva/,
    cancel: 'Annulla Proteina C reattiva',
    close: 'Chiudi',
  },
} as const;

/** A patient with two lines in, five minutes later. */
async function open(page: Page, origin: string, speech: Speech): Promise<void> {
  const learner = await Learner.open(page.request, origin, speech);
  await learner.take({ do: 'procedure:peripheral-lines' });
  await learner.waitUntil(8);
  await page.goto(`/${speech}/attempts/${learner.attempt}`);
  await awaken(page, speech);
  await putOffQuestions(page, speech);
}

for (const speech of ['en', 'it'] as const) {
  const w = words[speech];
  test(`an infusion from its form to its hold (${speech})`, async ({ page, baseURL }) => {
    test.setTimeout(120_000);
    await open(page, baseURL ?? '', speech);
    await act(page, w.drug, speech);
    const form = page.getByRole('dialog', { name: w.name });
    const rate = form.getByLabel(w.rate);
    await expect(form.getByText(w.byWeight)).toBeVisible();
    await sound(page);
    // Beyond what can be ordered: said at once, and nothing is sent.
    await rate.fill('900');
    await expect(form.getByText(w.bounds)).toBeVisible();
    await form.getByRole('button', { name: said.order[speech] }).click();
    await expect(rate).toBeFocused();
    // A unit of another dimension: refused with a sentence, and the form comes back as it was written.
    await rate.fill('0.1 mmHg');
    await form.getByRole('button', { name: said.order[speech] }).click();
    const returned = page.getByRole('alertdialog', { name: w.name });
    await expect(returned.getByRole('alert').filter({ hasText: w.unit })).toBeVisible();
    await expect(returned).toHaveAccessibleDescription(w.unit);
    await expect(returned.getByLabel(w.rate)).toHaveValue(/0[.,]1 mmHg/);
    await sound(page);
    // More than usual: asks for a reason, and the reason stands in the chart.
    await returned.getByLabel(w.rate).fill('3');
    await returned.getByRole('button', { name: said.order[speech] }).click();
    const warning = page.getByRole('alertdialog', { name: w.before });
    await expect(warning).toHaveAccessibleDescription(w.warning);
    await sound(page);
    await warning.getByRole('button', { name: w.place }).click();
    await expect(warning.getByRole('alert').filter({ hasText: w.lacks })).toBeVisible();
    await expect(warning.getByLabel(w.reason)).toBeFocused();
    await warning.getByLabel(w.reason).fill('MAP 40');
    await warning.getByRole('button', { name: w.place }).click();
    await turnTo(page, 'chart', speech);
    await expect(page.getByRole('tabpanel').getByText('MAP 40').first()).toBeVisible();

    // What a nurse would not do with such a rate through an arm is done with the usual one.
    await act(page, w.drug, speech);
    await form.getByRole('button', { name: said.order[speech] }).click();
    await expect(form).toHaveCount(0);
    // A pump takes some minutes to be ready.
    await turnTo(page, 'time', speech);
    await page.getByRole('button', { name: w.wait }).click();

    await turnTo(page, 'patient', speech);
    const running = page.getByRole('region', { name: said.running[speech] });
    const row = running.getByRole('listitem').filter({ hasText: w.name });
    const press = async (name: RegExp | string) => {
      await row.getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
    };
    await expect(row.getByText(/^0[.,]1 /)).toBeVisible();
    await press(w.titrate);
    await row.getByLabel(w.newRate).fill('0.2');
    await row.getByLabel(w.newRate).press('Enter');
    await expect(row.getByText(w.changes)).toBeVisible();
    // Wherever a button goes, the focus stays in the row.
    await expect(row.locator(':focus')).toHaveCount(1);
    // What happens meanwhile may cut a wait short.
    await expect(async () => {
      await turnTo(page, 'time', speech);
      await page.getByRole('button', { name: w.wait }).click();
      await turnTo(page, 'patient', speech);
      await expect(row.getByText(/^0[.,]2 /)).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await press(w.hold);
    await expect(row.locator(':focus')).toHaveCount(1);
    await expect(async () => {
      await turnTo(page, 'time', speech);
      await page.getByRole('button', { name: w.wait }).click();
      await turnTo(page, 'patient', speech);
      await expect(row.getByText(w.held)).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await expect(row.getByRole('button', { name: w.resume })).toBeVisible();
    await expect(row.getByRole('button', { name: w.stop })).toBeVisible();
    await sound(page);
  });

  test(`orders are gathered, signed together, repeated and cancelled (${speech})`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    await open(page, baseURL ?? '', speech);
    await act(page, w.crp, speech, true);
    await act(page, w.cultures, speech, true);
    await sound(page);
    await page.getByRole('button', { name: w.sign }).click();
    await expect(page.getByRole('banner').getByRole('button', { name: w.pending })).toBeVisible();
    await act(page, w.crp, speech);
    const warning = page.getByRole('alertdialog', { name: w.before });
    await expect(warning).toHaveAccessibleDescription(w.duplicate);
    await page.keyboard.press('Escape');
    await expect(warning).toHaveCount(0);
    await act(page, w.crp, speech);
    await warning.getByRole('button', { name: w.place }).click();
    await page.getByRole('banner').getByRole('button', { name: w.pending3 }).click();
    const list = page.getByRole('dialog');
    await sound(page);
    await list.getByRole('button', { name: w.cancel }).first().focus();
    await page.keyboard.press('Enter');
    await expect(list.getByRole('button', { name: w.cancel })).toHaveCount(1);
    // The row with the focus is gone: the focus is on what is left of the list.
    await expect(list.locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('banner').getByRole('button', { name: w.pending })).toBeVisible();
  });
}
