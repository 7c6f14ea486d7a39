// When what had the focus is taken away (a list that was signed, a row that was stopped), the focus goes on beside it, never back to the top of the page.
'use client';
import { type ReactNode, useEffect, useRef } from 'react';

const reachable =
  'button:not(:disabled):not([tabindex="-1"]), a[href], input:not(:disabled), select, textarea, [tabindex="0"]';

const shows = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** The nearest thing that takes the focus within an ancestor that is still there; a part may name its own with `data-focus-home`. */
function beside(ancestors: readonly HTMLElement[]): HTMLElement | null {
  for (const ancestor of ancestors) {
    if (!ancestor.isConnected) continue;
    const home = ancestor.querySelector<HTMLElement>('[data-focus-home]');
    if (home !== null && shows(home)) return home;
    const near = [...ancestor.querySelectorAll<HTMLElement>(reachable)].find(shows);
    if (near !== undefined) return near;
    if (ancestor.tabIndex >= 0) return ancestor;
  }
  return null;
}

/** Keeps the focus of keys within `children`. After a touch nothing is moved: it would open the keyboard of the screen. */
export function FocusKept({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = box.current;
    if (root === null) return;
    let last: { readonly element: HTMLElement; readonly above: readonly HTMLElement[] } | null = null;
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const above: HTMLElement[] = [];
      for (let at = target.parentElement; at !== null && root.contains(at); at = at.parentElement)
        above.push(at);
      last = target.matches(':focus-visible') ? { element: target, above } : null;
    };
    const watch = new MutationObserver(() => {
      if (last === null || last.element.isConnected) return;
      const { above } = last;
      last = null;
      if (document.activeElement === document.body) beside(above)?.focus();
    });
    root.addEventListener('focusin', onFocus);
    watch.observe(root, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      root.removeEventListener('focusin', onFocus);
    };
  }, []);
  return (
    <div ref={box} className="contents">
      {children}
    </div>
  );
}
