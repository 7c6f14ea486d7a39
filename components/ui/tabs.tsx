// A row of tabs with arrow keys; what is shown is decided by the caller.
'use client';
import { type KeyboardEvent, useEffect, useRef } from 'react';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly count?: number;
}

/** `panel` is the id of the element that the tabs rule. */
export function Tabs<Id extends string>({
  tabs,
  chosen,
  choose,
  label,
  panel,
}: {
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly choose: (id: Id) => void;
  readonly label: string;
  readonly panel: string;
}) {
  const row = useRef<HTMLDivElement>(null);
  // The chosen tab is never half hidden.
  useEffect(() => {
    const list = row.current;
    const tab = list?.querySelector<HTMLElement>(`[data-tab="${chosen}"]`);
    if (list === null || !tab) return;
    const [left, right] = [tab.offsetLeft - 24, tab.offsetLeft + tab.offsetWidth + 24];
    if (left < list.scrollLeft) list.scrollLeft = left;
    else if (right > list.scrollLeft + list.clientWidth) list.scrollLeft = right - list.clientWidth;
  }, [chosen]);
  const move = (event: KeyboardEvent) => {
    const here = tabs.findIndex(({ id }) => id === chosen);
    const to = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length];
    if (next === undefined) return;
    choose(next.id);
    row.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div
      ref={row}
      role="tablist"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={move}
      className="scroll-shades relative flex gap-x-0.5 overflow-x-auto [scrollbar-width:none]"
    >
      {tabs.map(({ id, label: name, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-tab={id}
          aria-selected={id === chosen}
          aria-controls={panel}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => choose(id)}
          className={`-mb-px min-h-9 shrink-0 border-b-2 px-1.5 text-sm whitespace-nowrap -outline-offset-2 ${
            id === chosen
              ? 'border-accent font-semibold text-ink'
              : 'border-transparent text-muted hover:text-accent'
          }`}
        >
          {name}
          {count !== undefined && count > 0 && (
            <span className="figures ml-1 text-xs text-muted">{count}</span>
          )}
        </button>
      ))}
    </div>
  );
}
