// What every journey does: open a case, act through the one bar, put questions off, look for faults of access.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

export type Speech = 'en' | 'it';

/** The interface in both languages, by what a learner reads. */
export const said = {
  open: { en: /^Open the case/, it: /^Apri il caso/ },
  enter: { en: 'Go to the patient', it: 'Vai dal paziente' },
  bar: {
    en: 'Ask, examine, order or give anything',
    it: 'Chiedi, visita, richiedi o somministra qualsiasi cosa',
  },
  chart: { en: 'Chart', it: 'Cartella' },
  act: { en: 'Act', it: 'Agire' },
  time: { en: 'Time', it: 'Tempo' },
  patient: { en: 'Patient', it: 'Paziente' },
  monitor: { en: 'Monitor', it: 'Monitor' },
  running: { en: 'Running now', it: 'In corso' },
  later: { en: 'Not now', it: 'Non ora' },
  question: { en: 'A question', it: 'Una domanda' },
  order: { en: 'Order now', it: 'Prescrivi ora' },
  next: { en: 'Until next result', it: 'Fino al prossimo risultato' },
  reasoning: { en: 'Reasoning', it: 'Ragionamento' },
  problem: { en: 'The problem in one sentence', it: 'Il problema in una frase' },
  saveProblem: { en: 'Save the sentence', it: 'Salva la frase' },
  finish: { en: 'Finish', it: 'Concludi' },
  leave: { en: 'Leave the bedside', it: 'Lascia il letto' },
  close: { en: 'Close the case', it: 'Chiudi il caso' },
  closeForGood: { en: 'Close and read the debrief', it: 'Chiudi e leggi il debriefing' },
  reflect: { en: /^How did it go/, it: /^Com’è andata/ },
  keep: { en: 'Keep and go on', it: 'Conserva e continua' },
} as const;

/** A question of the case may open at any moment; it can always be put off. */
export async function putOffQuestions(page: Page, speech: Speech): Promise<void> {
  await page.addLocatorHandler(page.getByRole('dialog', { name: said.question[speech] }), async (dialog) => {
    await dialog.getByRole('button', { name: said.later[speech], exact: true }).first().click();
  });
}

/** Waits until the server understands words. */
export async function awaken(page: Page, speech: Speech): Promise<void> {
  // A server that has just started reads the ward's words first; a person would be a minute into the case by then.
  const { origin, pathname } = new URL(page.url());
  await page.request.post(`/api/attempts/${pathname.split('/').at(-1)}/understand`, {
    data: { text: 'fever', language: speech },
    headers: { origin },
    timeout: 60_000,
  });
}

/** From the bare address into the case: two clicks. */
export async function enterCase(page: Page, speech: Speech): Promise<void> {
  await page.goto(`/${speech}`);
  await page.getByRole('link', { name: said.open[speech] }).first().click();
  await page.getByRole('button', { name: said.enter[speech] }).click();
  // The first page of a server that has just started may take its time.
  await expect(page.getByRole('heading', { level: 1, name: 'Marco V.' })).toBeVisible({ timeout: 20_000 });
  await awaken(page, speech);
  await putOffQuestions(page, speech);
}

/** Turns to a part of the bedside where the screen shows one at a time. */
export async function turnTo(
  page: Page,
  part: 'patient' | 'chart' | 'act' | 'time',
  speech: Speech,
): Promise<void> {
  const button = page.getByRole('navigation').getByRole('button', { name: said[part][speech], exact: true });
  if (await button.isVisible()) await button.click();
}

/** Types into the bar and takes the best match; `gather` adds it to the orders that are signed together. */
export async function act(page: Page, what: string, speech: Speech, gather = false): Promise<void> {
  const bar = page.getByRole('combobox', { name: said.bar[speech] });
  // The page may still be waking up: turn and type until the bar answers.
  await expect(async () => {
    await turnTo(page, 'act', speech);
    await bar.fill('', { timeout: 3_000 });
    await bar.fill(what);
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible({ timeout: 3_000 });
  }).toPass();
  // A person reads before choosing: what was found for the first letters is not yet the answer.
  await expect(page.getByRole('listbox').first()).not.toHaveAttribute('aria-busy', 'true', {
    timeout: 10_000,
  });
  await bar.press(gather ? 'Shift+Enter' : 'Enter');
}

/** Waits until the chart holds a text. */
export async function reads(page: Page, text: string | RegExp, speech: Speech): Promise<void> {
  await turnTo(page, 'chart', speech);
  await expect(page.getByRole('tabpanel').getByText(text).first()).toBeVisible();
}

/** No fault that axe can find, nothing wider than the screen, one heading of the first level. */
export async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}
