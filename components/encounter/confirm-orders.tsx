// What speaks against an order before it is placed: each warning in a sentence, a reason where one is asked for, and the way back.
'use client';
import { useId, useState } from 'react';
import type { StepInput, Warning } from '#machines/step';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextArea } from '../ui/field';
import type { Words } from '../words';
import { useWords } from '../words-provider';

/** A step that was not taken yet, with what should be thought over. */
export interface Asked {
  readonly step: StepInput;
  readonly warnings: readonly Warning[];
}

const isStep = (value: unknown): value is StepInput =>
  typeof value === 'object' && value !== null && 'do' in value && typeof value.do === 'string';

/** The orders that a step signs together; none for a single order. */
export function ordersOf(step: StepInput): readonly StepInput[] {
  const orders = step.do === 'sign' ? step.with?.['orders'] : null;
  return Array.isArray(orders) ? orders.filter(isStep) : [];
}

/** The same step, confirmed: orders without a warning stay as they are. */
export function confirmedStep({ step, warnings }: Asked, reason: string): StepInput {
  const more = reason.trim() === '' ? { confirmed: true } : { confirmed: true, reason: reason.trim() };
  const confirmed = (order: StepInput): StepInput => ({ ...order, with: { ...order.with, ...more } });
  if (step.do !== 'sign') return confirmed(step);
  const warned = new Set(warnings.map(({ order }) => order));
  const orders = ordersOf(step).map((order, place) => (warned.has(place + 1) ? confirmed(order) : order));
  return { do: 'sign', with: { orders } };
}

/** What a warning says; items are called by their names where `nameOf` knows them. */
export function warningSentence(
  warning: Warning,
  { t, language, number }: Words,
  nameOf: (item: string) => string,
): string {
  const { code, params, about, why } = warning;
  const said = (words: Warning['why']) => words?.[language] ?? words?.en ?? words?.it;
  const figure = (name: string) => {
    const value = params[name];
    return typeof value === 'number' ? number(value) : '';
  };
  const sentence = t(
    code === 'contraindicated'
      ? `confirm.${code}.${params['weight'] === 'avoid' ? 'avoid' : 'care'}`
      : `confirm.${code}`,
    {
      item: nameOf(warning.item),
      other: nameOf(String(params['other'] ?? '')),
      got: figure('got'),
      most: figure('most'),
      least: figure('least'),
      egfr: figure('egfr'),
      unit: params['unit'] ?? '',
      about: said(about) ?? '',
    },
  );
  const reason = said(why);
  return reason === undefined ? sentence : `${sentence} ${reason}`;
}

export function ConfirmOrders({
  asked,
  nameOf,
  place,
  back,
}: {
  readonly asked: Asked;
  readonly nameOf: (item: string) => string;
  readonly place: (step: StepInput) => void;
  readonly back: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const [reason, setReason] = useState('');
  const list = useId();
  const [tried, setTried] = useState(false);
  const asksReason = asked.warnings.some((warning) => warning.asksReason);
  const lacksReason = asksReason && reason.trim() === '';
  return (
    <Dialog title={t('confirm.title')} close={back} closeLabel={t('dialog.close')} alertOf={list}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!lacksReason) place(confirmedStep(asked, reason));
          else event.currentTarget.querySelector('textarea')?.focus();
        }}
      >
        <ul id={list} className="space-y-2">
          {asked.warnings.map((warning) => (
            <li
              key={`${warning.order ?? 0} ${warning.item} ${warning.code} ${warning.params['other'] ?? warning.params['condition'] ?? ''}`}
              className="rounded-md border border-caution bg-caution-wash px-3 py-2 text-sm text-caution"
            >
              {warningSentence(warning, words, nameOf)}
            </li>
          ))}
        </ul>
        {asksReason && (
          <TextArea
            className="mt-4"
            label={t('confirm.reason')}
            aria-invalid={tried && lacksReason ? true : undefined}
            rows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        <p role="alert" className="mt-3 text-sm text-alert empty:hidden">
          {tried && lacksReason ? t('confirm.lacks-reason') : ''}
        </p>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onClick={back}>{t('confirm.back')}</Button>
          <Button type="submit" look="strong">
            {t('confirm.place')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
