// Laboratory values in the units that the learner chooses: by keyboard, in both languages, everywhere in the chart, and still so after a reload.
import { expect, test } from '@playwright/test';
import { Learner } from './fast-forward';
import { putOffQuestions, sound, turnTo } from './ward';

test('values are read in SI or conventional units, by keyboard, and the choice is kept', async ({
  page,
  baseURL,
}) => {
  const learner = await Learner.open(page.request, baseURL ?? '', 'en');
  await learner.take({ do: 'order:arterial-blood-gas' });
  const { sequence } = await learner.take({ do: 'wait', with: { minutes: 40 } });
  const address = `attempts/${learner.attempt}`;
  await page.goto(`/en/${address}`);
  await putOffQuestions(page, 'en');
  await turnTo(page, 'chart', 'en');
  await page.getByRole('tab', { name: /^Results/ }).click();
  const row = page.getByRole('row', { name: /^Glucose/ });
  const gas = page.getByRole('row', { name: /^pCO2/ });
  const units = page.getByRole('group', { name: 'Units of laboratory values' });
  await expect(units.getByRole('radio', { name: 'As reported' })).toBeChecked();
  await expect(row).toContainText('mg/dL');
  await expect(gas).toContainText('mmHg');
  await units.getByRole('radio', { name: 'As reported' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(units.getByRole('radio', { name: 'SI' })).toBeChecked();
  await expect(row).toContainText('3.9–7.8 mmol/L');
  await expect(gas).toContainText('4.7–6.0 kPa');
  await sound(page);

  await page.getByRole('tab', { name: 'All', exact: true }).click();
  await expect(page.getByRole('tabpanel').getByRole('row', { name: /^pCO2/ }).first()).toContainText('kPa');

  await page.goto(`/it/${address}`);
  await putOffQuestions(page, 'it');
  await turnTo(page, 'chart', 'it');
  await page.getByRole('tab', { name: /^Esami/ }).click();
  const gruppo = page.getByRole('group', { name: 'Unità degli esami di laboratorio' });
  await expect(gruppo.getByRole('radio', { name: 'SI' })).toBeChecked();
  await expect(page.getByRole('row', { name: /^Glicemia/ })).toContainText('3,9–7,8 mmol/L');
  await gruppo.getByRole('radio', { name: 'SI' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(gruppo.getByRole('radio', { name: 'Convenzionali' })).toBeChecked();
  await expect(page.getByRole('row', { name: /^Lattato/ })).toContainText('mg/dL');

  // What is shown is no step: the log is as long as it was.
  const view: unknown = await (await page.request.get(`/api/${address}?language=en&chartFrom=0`)).json();
  expect(view).toMatchObject({ sequence });
});
