// The browsable tree, the bar and a warning as a reader of the screen has them: by roles, names, states and live regions of the accessibility tree alone, in both languages.
import { expect, test } from '@playwright/test';
import { Reader } from './reader';
import { enterCase, said, type Speech } from './ward';

const words = {
  en: {
    ask: 'Ask',
    order: 'Investigate',
    tree: (verb: string) => `What can be done: ${verb}`,
    gathers: /Shift and Enter/,
    branch: /, \d+ entries$/,
    chemistry: /^Chemistry, /,
    takes: /, takes \d+ (s|min)/,
    cost: /answer in about \d+ (min|h|d|gg)/,
    waits: /, answer in about \d+ (min|h|d|gg)/,
    typed: 'blood cultures',
    count: /^\d+ choices?$/,
    near: 'moon dust',
    nearest: /^Nothing fits exactly; the/,
    none: /^Nothing found$/,
    drug: 'norepinephrine 3 mcg/kg/min',
    drugName: /^Norepinephrine.*opens a form/,
    form: 'Norepinephrine',
    before: 'Before you order',
    warning: /above the usual rate/,
    reason: 'Why is it needed all the same?',
  },
  it: {
    ask: 'Chiedere',
    order: 'Esami',
    tree: (verb: string) => `Che cosa si può fare: ${verb}`,
    gathers: /Maiuscole e Invio/,
    branch: /, \d+ voci$/,
    chemistry: /^Chimica clinica, /,
    takes: /, richiede \d+ (s|min)/,
    cost: /risposta in circa \d+ (min|h|d|gg)/,
    waits: /, risposta in circa \d+ (min|h|d|gg)/,
    typed: 'emoc',
    count: /^\d+ voc[ei]$/,
    near: 'polvere di luna',
    nearest: /^Nulla corrisponde esattamente; segu/,
    none: /^Nessun risultato$/,
    drug: 'noradrenalina 3 mcg/kg/min',
    drugName: /^Noradrenalina.*apre un modulo/,
    form: 'Noradrenalina',
    before: 'Prima di prescrivere',
    warning: /supera la velocità abituale/,
    reason: 'Perché serve comunque?',
  },
} as const;

for (const speech of ['en', 'it'] as const satisfies readonly Speech[]) {
  const w = words[speech];

  test(`the tree tells its name, levels, what is open, and what each thing costs in time (${speech})`, async ({
    page,
  }) => {
    await enterCase(page, speech);
    const reader = await Reader.open(page);
    await reader.find('tree', w.tree(w.ask));
    const branch = await reader.find('treeitem', w.branch);
    expect(branch.states).toMatchObject({ level: 1, expanded: false });
    await reader.press('treeitem', branch.name);
    await expect
      .poll(async () => (await reader.find('treeitem', branch.name)).states)
      .toMatchObject({ level: 1, expanded: true });
    const question = await reader.find('treeitem', w.takes);
    expect(question.states).toMatchObject({ level: 2 });
    expect(question.states).not.toHaveProperty('expanded');

    await reader.press('button', w.order);
    const orders = await reader.find('tree', w.tree(w.order));
    expect(orders.description).toMatch(w.gathers);
    await reader.press('treeitem', w.chemistry);
    await reader.find('treeitem', w.waits);
  });

  test(`the bar tells its choices, how many they are, by which verb and at what cost (${speech})`, async ({
    page,
  }) => {
    await enterCase(page, speech);
    const reader = await Reader.open(page);
    const bar = await reader.find('combobox', said.bar[speech]);
    expect(bar.states).toMatchObject({ expanded: false });
    expect(bar.description).not.toBe('');
    const told = (text: RegExp) =>
      expect
        .poll(
          // Only what stands in a live region is told by itself.
          async () =>
            (await reader.tree()).some(
              ({ role, name, within }) =>
                role === 'StaticText' && text.test(name) && within.includes('status'),
            ),
          { message: String(text), timeout: 15_000 },
        )
        .toBe(true);
    await reader.write('combobox', said.bar[speech], w.typed);
    await told(w.count);
    await reader.find('group', w.order);
    const option = await reader.find('option', w.cost);
    expect(option.role).toBe('option');
    expect((await reader.find('combobox', said.bar[speech])).states).toMatchObject({ expanded: true });
    const chosen = (await reader.tree()).filter(
      ({ role, states, within }) =>
        role === 'option' && states['selected'] === true && within.includes('listbox'),
    );
    expect(chosen).toHaveLength(1);

    await page.keyboard.press('Escape');
    await page.keyboard.type(w.near);
    await told(w.nearest);
    await page.keyboard.press('Escape');
    await page.keyboard.type('xyzzy blorf');
    await told(w.none);
    expect((await reader.find('combobox', said.bar[speech])).states).toMatchObject({ expanded: false });
  });

  test(`a warning interrupts with what speaks against the order (${speech})`, async ({ page }) => {
    await enterCase(page, speech);
    const reader = await Reader.open(page);
    await reader.write('combobox', said.bar[speech], w.drug);
    await reader.find('option', w.drugName);
    await expect(page.locator('[role=listbox]').first()).toHaveAttribute('aria-busy', 'false');
    await page.keyboard.press('Enter');
    await reader.find('dialog', w.form);
    await reader.press('button', said.order[speech]);
    const warning = await reader.find('alertdialog', w.before);
    expect(warning.description).toMatch(w.warning);
    const reason = await reader.find('textbox', w.reason);
    expect(reason.states).toMatchObject({ focused: true });
  });
}
