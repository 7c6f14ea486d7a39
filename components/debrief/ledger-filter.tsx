// Chooses which lines of the ledger are shown; the lines themselves were drawn on the server.
'use client';
import { type ReactNode, useState } from 'react';

export function LedgerFilter({
  label,
  filters,
  children,
}: {
  readonly label: string;
  readonly filters: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  readonly children: ReactNode;
}) {
  const [filter, setFilter] = useState('all');
  return (
    <div data-ledger data-filter={filter}>
      <fieldset aria-label={label} className="min-w-0 no-print mb-3 flex flex-wrap gap-1.5">
        {filters.map(({ id, label: name, count }) => (
          <button
            key={id}
            type="button"
            aria-pressed={filter === id}
            onClick={() => setFilter(id)}
            className="min-h-9 rounded-md border border-edge bg-sheet px-3 text-sm aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent"
          >
            {name} <span className="figures text-xs">{count}</span>
          </button>
        ))}
      </fieldset>
      {children}
    </div>
  );
}
