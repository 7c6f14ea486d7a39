// Holds what may be wider than the screen: it scrolls inside itself and can be reached and scrolled with the keyboard.
import type { ReactNode } from 'react';

export function ScrollAcross({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // Without a stop for the keyboard, only a pointer could scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="overflow-x-auto" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
