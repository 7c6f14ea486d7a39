// Holds requests back, as a slow connection does.
import type { Page, Route } from '@playwright/test';

/** Holds all requests of a kind until the gate is opened. */
export async function gate(page: Page, what: string | RegExp): Promise<() => void> {
  const waiting: (() => void)[] = [];
  let open = false;
  await page.route(what, async (route: Route) => {
    if (!open) await new Promise<void>((resolve) => waiting.push(resolve));
    await route.continue();
  });
  return () => {
    open = true;
    for (const go of waiting) go();
  };
}
