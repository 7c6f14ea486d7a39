// The browsable tree and the one bar with the keyboard alone, in both languages: everything can be found, nothing is done by itself, the focus is never lost.
import { expect, type Page, test } from '@playwright/test';
import { press, tabTo, toBar, typeIn } from './keys';
import { enterCase, said, sound, type Speech } from './ward';

const words = {
  en: {
    treat: 'Treat',
    order: 'Investigate',
    filter: /^Filter the lists/,
    rate: 'Rate',
    drug: 'norepinephrine',
    drugName: /^Norepinephrine/,
    placed: '0.1 mcg/kg/min',
    cultures: 'blood cultures',
    sign: 'Sign 1 order',
    several: 'fbc, crp and chest x-ray',
    all: 'All of it',
    lists: 'Look in the lists',
    nonsense: 'xyzzy blorf',
    near: 'moon dust',
    nearest: 'Nothing fits exactly. Nearest:',
    nothingDone: /^Nothing was done/,
    odd: 'does your goldfish sing opera?',
    puzzled: '“Sorry, I don’t know what you mean.”',
  },
  it: {
    treat: 'Terapia',
    order: 'Esami',
    filter: /^Filtra gli elenchi/,
    rate: 'Velocità',
    drug: 'noradrenalina',
    drugName: /^Noradrenalina/,
    placed: '0,1 mcg/kg/min',
    cultures: 'emocolture',
    sign: 'Firma 1 ordine',
    several: 'emocromo, pcr e rx torace',
    all: 'Tutto insieme',
    lists: 'Cerca negli elenchi',
    nonsense: 'xyzzy blorf',
    near: 'polvere di luna',
    nearest: 'Nulla corrisponde esattamente. Le voci più vicine:',
    nothingDone: /^Non è stato eseguito nulla/,
    odd: 'ha mai pilotato un dirigibile?',
    puzzled: '«Mi scusi, non capisco che cosa intende.»',
  },
} as const;

/** What a reader is told of the item that has the focus. */
const here = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const told = (name: string) => at?.getAttribute(`aria-${name}`) ?? null;
    return {
      role: at?.getAttribute('role') ?? null,
      name: told('label'),
      level: told('level'),
      place: told('posinset'),
      size: told('setsize'),
      open: told('expanded'),
    };
  });

const itemNames = (page: Page) =>
  page.getByRole('treeitem').evaluateAll((items) => items.map((item) => item.getAttribute('aria-label')));

for (const speech of ['en', 'it'] as const satisfies readonly Speech[]) {
  const w = words[speech];
  test.describe(speech, () => {
    const kind = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
    const time = (page: Page) => page.getByText(/^T\+/).first();

    test('the tree is one stop, and arrows, Home, End and letters go about in it', async ({ page }) => {
      await enterCase(page, speech);
      await press(page, kind(page, w.treat), speech);
      const tree = page.getByRole('tree');
      await tabTo(page, tree.getByRole('treeitem').first(), speech);
      const roots = await itemNames(page);
      expect(roots.length).toBeGreaterThan(8);
      const size = String(roots.length);
      expect(await here(page)).toEqual({
        role: 'treeitem',
        name: roots[0],
        level: '1',
        place: '1',
        size,
        open: 'false',
      });
      await page.keyboard.press('ArrowDown');
      expect(await here(page)).toMatchObject({ name: roots[1], place: '2' });
      await page.keyboard.press('End');
      expect(await here(page)).toMatchObject({ name: roots.at(-1), place: size });
      await page.keyboard.press('Home');
      expect(await here(page)).toMatchObject({ name: roots[0] });
      // The first letters of the seventh: the next that begins so.
      const letters = roots[6]?.slice(0, 4).toLowerCase() ?? '';
      await page.keyboard.type(letters);
      const wanted = roots.find((name) => name?.toLowerCase().startsWith(letters));
      expect(await here(page)).toMatchObject({ name: wanted });

      await page.keyboard.press('ArrowRight');
      expect(await here(page)).toMatchObject({ name: wanted, open: 'true' });
      await sound(page);
      await page.keyboard.press('ArrowRight');
      expect(await here(page)).toMatchObject({ level: '2', place: '1' });
      await page.keyboard.press('ArrowLeft');
      expect(await here(page)).toMatchObject({ name: wanted, open: 'true' });
      await page.keyboard.press('ArrowLeft');
      expect(await here(page)).toMatchObject({ name: wanted, open: 'false' });
      expect(await itemNames(page)).toEqual(roots);
      // One stop: the next Tab leaves the tree, and coming back finds the same item.
      await page.keyboard.press('Tab');
      expect((await here(page)).role).not.toBe('treeitem');
      await page.keyboard.press('Shift+Tab');
      expect(await here(page)).toMatchObject({ name: wanted });
    });

    test('an item opens its form, the order is signed, and the focus comes back to the item', async ({
      page,
    }) => {
      await enterCase(page, speech);
      await press(page, kind(page, w.treat), speech);
      await tabTo(page, page.getByLabel(w.filter), speech);
      await page.keyboard.type(w.drug);
      await expect(page.getByRole('treeitem').first()).toHaveAccessibleName(w.drugName);
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('treeitem').first()).toBeFocused();
      await page.keyboard.press('Enter');
      const form = page.getByRole('dialog', { name: w.drugName });
      await tabTo(page, form.getByLabel(w.rate), speech);
      await page.keyboard.press('Control+a');
      await page.keyboard.type('nothing');
      await page.keyboard.press('Enter');
      // What is wrong is told, and the focus is on it.
      await expect(form.getByLabel(w.rate)).toBeFocused();
      await expect(form.getByLabel(w.rate)).toHaveAttribute('aria-invalid', 'true');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('0.1');
      await page.keyboard.press('Enter');
      await expect(form).toHaveCount(0);
      await expect(page.getByRole('tabpanel').first().getByText(w.placed).first()).toBeVisible();
      await expect(page.getByRole('treeitem').first()).toBeFocused();
    });

    test('Shift and Enter gather, and after signing the focus goes on at the bar', async ({ page }) => {
      await enterCase(page, speech);
      await press(page, kind(page, w.order), speech);
      await tabTo(page, page.getByLabel(w.filter), speech);
      await page.keyboard.type(w.cultures);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Shift+Enter');
      await expect(page.getByRole('treeitem').first()).toBeFocused();
      await press(page, page.getByRole('button', { name: w.sign }), speech);
      await expect(page.getByRole('button', { name: w.sign })).toHaveCount(0);
      await expect(page.getByRole('combobox', { name: said.bar[speech] })).toBeFocused();
    });

    test('in the bar the arrows choose, Enter opens and orders nothing, Escape goes back and clears', async ({
      page,
    }) => {
      await enterCase(page, speech);
      const before = await time(page).textContent();
      await typeIn(page, w.drug, speech);
      const bar = await toBar(page, speech);
      const options = page.getByRole('listbox').getByRole('option');
      const count = await options.count();
      expect(count).toBeGreaterThan(0);
      await page.keyboard.press('ArrowUp');
      await expect(options.last()).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('ArrowDown');
      await expect(options.first()).toHaveAttribute('aria-selected', 'true');
      expect(await bar.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name: w.drugName })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(bar).toBeFocused();
      expect(await time(page).textContent()).toBe(before);
      await expect(
        page.getByRole('region', { name: said.running[speech] }).getByText(w.drugName),
      ).toHaveCount(0);
      await page.keyboard.type(w.drug);
      await page.keyboard.press('Escape');
      await expect(bar).toHaveValue('');
      await expect(bar).toHaveAttribute('aria-expanded', 'false');
    });

    test('several things in one sentence are several groups, and can be had together', async ({ page }) => {
      await enterCase(page, speech);
      await typeIn(page, w.several, speech);
      const groups = page.getByRole('listbox').getByRole('group');
      await expect(groups).toHaveCount(4);
      await expect(groups.first()).toHaveAccessibleName(w.all);
      await expect(page.getByRole('listbox').getByRole('option').first()).toHaveAttribute(
        'aria-selected',
        'true',
      );
      await sound(page);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: /^3 / })).toBeVisible();
    });

    test('when nothing fits, nothing is chosen and Enter does nothing but say so', async ({ page }) => {
      await enterCase(page, speech);
      const before = await time(page).textContent();
      await typeIn(page, w.near, speech);
      await expect(page.getByText(w.nearest)).toBeVisible();
      await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveCount(0);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status').filter({ hasText: w.nothingDone })).toBeVisible();
      expect(await time(page).textContent()).toBe(before);
      await sound(page);
      // The nearest can still be chosen.
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('listbox').getByRole('option').first()).toHaveAttribute(
        'aria-selected',
        'true',
      );
    });

    test('what is not known leads to the lists, and a question that makes no sense is answered by the patient', async ({
      page,
    }) => {
      await enterCase(page, speech);
      await typeIn(page, w.nonsense, speech);
      await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(0);
      await press(page, page.getByRole('button', { name: w.lists }), speech);
      await expect(page.getByRole('treeitem').first()).toBeFocused();
      await typeIn(page, w.odd, speech);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status').filter({ hasText: w.puzzled })).toBeVisible();
      await expect(page.getByRole('tabpanel').first().getByText(w.odd)).toHaveCount(0);
      await sound(page);
    });
  });
}
