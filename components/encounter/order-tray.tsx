// Orders that were gathered and not yet signed: they act at one instant, in this order.
'use client';
import { PenLine, X } from 'lucide-react';
import type { StepInput } from '#machines/step';
import { Button } from '../ui/button';
import { useWords } from '../words-provider';
import type { Take } from './take';

/** The amounts of an order as one line ("2 g · iv"). */
export function detailOf(step: StepInput): string {
  return Object.entries(step.with ?? {})
    .filter(([name]) => name !== 'text')
    .map(([, value]) => (Array.isArray(value) ? value.join(', ') : String(value)))
    .join(' · ');
}

export function OrderTray({
  orders,
  nameOf,
  remove,
  clear,
  take,
}: {
  readonly orders: readonly StepInput[];
  readonly nameOf: (item: string) => string;
  readonly remove: (place: number) => void;
  readonly clear: () => void;
  readonly take: Take;
}) {
  const { t } = useWords();
  if (orders.length === 0) return null;
  return (
    <section aria-labelledby="tray-title" className="border-t-2 border-accent bg-accent-wash p-3">
      <h2 id="tray-title" className="eyebrow">
        {t('tray.title')}
      </h2>
      <ol className="mt-1 max-h-40 overflow-y-auto">
        {orders.map((order, place) => (
          // The same order may stand twice; its place is its identity.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${place} ${order.do}`} className="flex items-center gap-2 text-sm">
            <span className="min-w-0 flex-1 py-1">
              {nameOf(order.do)} <span className="figures text-xs text-muted">{detailOf(order)}</span>
            </span>
            <button
              type="button"
              aria-label={t('tray.remove', { name: nameOf(order.do) })}
              onClick={() => remove(place)}
              className="grid size-8 place-items-center rounded-md text-muted hover:text-alert"
            >
              <X aria-hidden size={14} />
            </button>
          </li>
        ))}
      </ol>
      <div className="mt-2 flex gap-2">
        <Button
          look="strong"
          className="grow"
          onClick={() => {
            take({ do: 'sign', with: { orders } });
            clear();
          }}
        >
          <PenLine aria-hidden size={15} />
          {t('tray.sign', { count: orders.length })}
        </Button>
        <Button look="quiet" onClick={clear}>
          {t('tray.clear')}
        </Button>
      </div>
    </section>
  );
}
