// A modal dialog on the browser's own <dialog>: focus is kept inside, Escape closes, the page behind is inert.
'use client';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';

export function Dialog({
  title,
  eyebrow,
  close,
  closeLabel,
  children,
  wide = false,
  alertOf,
}: {
  readonly title: string;
  readonly eyebrow?: string;
  readonly close: () => void;
  readonly closeLabel: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
  /** id of what must be told at once: the dialog then interrupts with it */
  readonly alertOf?: string | undefined;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog !== null && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    // The browser gives a modal dialog its own keyboard handling (Escape is `cancel`); the click on the backdrop is an extra.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={element}
      role={alertOf === undefined ? undefined : 'alertdialog'}
      aria-labelledby={titleId}
      aria-describedby={alertOf}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === element.current) close();
      }}
      className={`fixed m-auto max-h-[min(46rem,92dvh)] w-[min(100%-1.5rem,34rem)] rounded-lg border border-edge bg-sheet p-0 text-ink shadow-sheet ${
        wide ? 'sm:w-[min(100%-3rem,60rem)]' : ''
      }`}
    >
      <div className="flex max-h-[inherit] flex-col">
        {/* No <header>: a dialog may stand in the band, which is one. */}
        <div className="border-b py-4 pr-14 pl-5">
          {eyebrow !== undefined && <p className="eyebrow">{eyebrow}</p>}
          <h2 id={titleId} className="font-serif text-xl leading-snug font-semibold">
            {title}
          </h2>
        </div>
        <div className="overflow-y-auto px-5 py-4">{children}</div>
        {/* Last, so that opening puts the focus on what the dialog asks. */}
        <button
          type="button"
          onClick={close}
          aria-label={closeLabel}
          className="absolute top-3 right-3 grid size-9 place-items-center rounded-md text-muted hover:bg-accent-wash hover:text-accent"
        >
          <X aria-hidden size={18} />
        </button>
      </div>
    </dialog>
  );
}
