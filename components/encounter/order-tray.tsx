// Orders that were gathered and not yet signed: they act at one instant, in this order.
'use client';
import { PenLine, X } from 'lucide-react';
import type { StepInput } from '#machines/step';
import { Button } from '../ui/button';
import type { Words } from '../words';
import { useWords } from '../words-provider';
import type { Take } from './take';

const amounts = ['dose', 'rate', 'over', 'every', 'route'] as const;

/** The amounts of an order as a line of the order sheet ("2 g · over 15 min · IV"). */
export function detailOf(step: StepInput, { t, find, language }: Words): string {
  const written = (value: string): string =>
    language === 'it' ? value.replaceAll(/(\d)\.(\d)/g, '$1,$2') : value;
  return amounts
    .flatMap((name) => {
      const value = step.with?.[name];
      if (typeof value !== 'string') return [];
      if (name === 'over') return [t('form.sentence.over', { over: written(value) })];
      if (name === 'every') return [t('form.sentence.every', { every: written(value) })];
      return [name === 'route' ? (find(`route.${value}`) ?? value) : written(value)];
    })
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
  const words = useWords();
  const { t } = words;
  if (orders.length === 0) return null;
  return (
    <section
      aria-labelledby="tray-title"
      className="sticky bottom-0 shrink-0 border-t-2 border-accent bg-accent-wash p-3"
    >
      <h2 id="tray-title" className="eyebrow">
        {t('tray.title')}
      </h2>
      <ol className="mt-1 max-h-32 overflow-y-auto">
        {orders.map((order, place) => (
          // The same order may stand twice; its place is its identity.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${place} ${order.do}`} className="flex items-center gap-2 text-sm">
            <span className="min-w-0 flex-1 py-1">
              {nameOf(order.do)} <span className="figures text-xs text-muted">{detailOf(order, words)}</span>
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
