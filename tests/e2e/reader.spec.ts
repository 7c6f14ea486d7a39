// The flagship from door to debrief as a reader of the screen has it: by roles and names of the accessibility tree alone, in Italian.
import { expect, test } from '@playwright/test';
import { Reader } from './reader';
import { awaken, said } from './ward';

test('a whole case is played through the accessibility tree alone', async ({ page }) => {
  test.setTimeout(150_000);
  await page.goto('/it');
  const reader = await Reader.open(page);
  await reader.press('link', said.open.it);
  await reader.press('button', said.enter.it);
  await reader.find('heading', 'Marco V.');
  await awaken(page, 'it');
  const later = async () => {
    const tree = await reader.tree();
    if (tree.some(({ role, name }) => role === 'dialog' && name === said.question.it))
      await reader.press('button', said.later.it);
  };
  // A question of the case may open at any moment.
  const press = (role: string, name: string | RegExp, key = 'Enter') =>
    expect(async () => {
      await later();
      await reader.press(role, name, key);
    }).toPass({ timeout: 30_000 });
  const act = async (what: string, item: RegExp) => {
    await expect(async () => {
      await press('combobox', said.bar.it, 'Control+a');
      await page.keyboard.type(what);
      await expect
        .poll(async () => (await reader.tree()).find(({ role }) => role === 'option')?.name ?? '', {
          timeout: 3_000,
        })
        .toMatch(item);
    }).toPass();
    await page.keyboard.press('Enter');
  };
  await act('è allergico a qualcosa', /Ha allergie/);
  await reader.hears(/Che io sappia, no/);
  await act('monitoraggio', /^Monitora/);
  await press('button', 'Attendi 5 minuti');
  // What changed is told by itself, once, with the time of day.
  await expect
    .poll(
      async () =>
        (await reader.tree()).some(({ role, name }) => role === 'StaticText' && /^10:\d\d\. /.test(name)),
      { timeout: 15_000 },
    )
    .toBe(true);
  // Each vital is told with its name, its value and where it goes.
  await reader.hears(/^SpO2$/);
  expect(await reader.tells(/in calo|stabile|in aumento/)).toBe(true);
  await act('emocromo', /^Emocromo/);
  await press('button', said.next.it);
  await press('tab', /^Esami/);
  await page.keyboard.press('Enter');
  await reader.find('tabpanel', 'Esami');
  await press('tab', said.reasoning.it);
  await reader.write('textbox', said.problem.it, 'Uomo di 47 anni in shock');
  await press('button', said.saveProblem.it);
  await press('button', said.finish.it);
  await press('button', said.leave.it);
  await reader.write('textbox', 'Elemento 1 della diagnosi', 'shock settico');
  await press('button', said.close.it);
  await press('button', said.closeForGood.it);
  await reader.write('textbox', said.reflect.it, 'Ho cercato dove faceva male.');
  await press('button', said.keep.it);
  await reader.hears(/\/ 100/);
});
