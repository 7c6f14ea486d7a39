// What runs now: infusions to titrate, courses and devices to stop.
'use client';
import { useState } from 'react';
import type { StepInput } from '#machines/step';
import type { RunningView } from '#machines/view';
import { Button } from '../ui/button';
import { inputClass } from '../ui/field';
import { useWords } from '../words-provider';
import { asWritten } from './quantity-text';

type Take = (step: StepInput) => void;

function Titrate({
  row,
  take,
  done,
}: {
  readonly row: RunningView;
  readonly take: Take;
  readonly done: () => void;
}) {
  const { t, number } = useWords();
  const [text, setText] = useState(row.rate === null ? '' : number(row.rate.value));
  const unit = row.rate?.unit ?? '';
  return (
    <form
      className="mt-2 flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        take({ do: row.item, with: { action: 'change', rate: asWritten(text, unit) } });
        done();
      }}
    >
      <label className="min-w-0 flex-1 text-xs text-muted">
        {t('running.rate', { unit })}
        <input
          className={`${inputClass} figures`}
          value={text}
          inputMode="decimal"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Button look="strong" type="submit" disabled={text.trim() === ''}>
        {t('running.set')}
      </Button>
    </form>
  );
}

/** What starts a treatment on hold again as it ran. */
export function resumption(row: RunningView): StepInput {
  const { item, mode, rate, dose, every } = row;
  const asBefore = {
    ...(rate === null ? {} : { rate: `${rate.value} ${rate.unit}` }),
    ...(dose === null || mode === 'infusion' ? {} : { dose: `${dose.value} ${dose.unit}` }),
    ...(every === null ? {} : { every: `${every / 60} min` }),
  };
  return Object.keys(asBefore).length > 0 ? { do: item, with: asBefore } : { do: item };
}

function Row({ row, now, take }: { readonly row: RunningView; readonly now: number; readonly take: Take }) {
  const { t, number, span } = useWords();
  const [titrating, setTitrating] = useState(false);
  const amount = row.rate ?? row.dose;
  return (
    <li className="border-t py-2 first:border-t-0">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <span className="min-w-0 flex-1 text-sm font-medium">{row.name}</span>
        {amount !== null && (
          <span className="figures text-sm font-semibold">
            {number(amount.value)} <span className="text-xs font-normal text-muted">{amount.unit}</span>
          </span>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-1">
        <p className="figures min-w-0 flex-1 text-xs text-muted">
          {row.heldAt === null
            ? t('running.since', { span: span(now - row.since) })
            : t('running.held', { span: span(now - row.heldAt) })}
          {row.every !== null && ` · ${t('running.every', { span: span(row.every) })}`}
          {row.changesAt !== null && ` · ${t('running.changes', { span: span(row.changesAt - now) })}`}
        </p>
        {row.heldAt !== null && (
          <Button small look="quiet" onClick={() => take(resumption(row))}>
            {t('running.resume')}
            <span className="sr-only"> {row.name}</span>
          </Button>
        )}
        {row.mode === 'infusion' && row.heldAt === null && (
          <Button small look="quiet" aria-expanded={titrating} onClick={() => setTitrating(!titrating)}>
            {t('running.change')}
            <span className="sr-only"> {row.name}</span>
          </Button>
        )}
        {(row.mode === 'infusion' || row.mode === 'course') && row.heldAt === null && (
          <Button small look="quiet" onClick={() => take({ do: row.item, with: { action: 'hold' } })}>
            {t('running.hold')}
            <span className="sr-only"> {row.name}</span>
          </Button>
        )}
        <Button small look="quiet" onClick={() => take({ do: row.item, with: { action: 'stop' } })}>
          {t('running.stop')}
          <span className="sr-only"> {row.name}</span>
        </Button>
      </div>
      {row.done !== null && (
        <progress
          className="mt-1 block h-1.5 w-full accent-accent"
          value={row.done}
          max={1}
          aria-label={t('running.progress', { name: row.name })}
        />
      )}
      {titrating && <Titrate row={row} take={take} done={() => setTitrating(false)} />}
    </li>
  );
}

export function RunningList({
  running,
  now,
  take,
}: {
  readonly running: readonly RunningView[];
  readonly now: number;
  readonly take: Take;
}) {
  const { t } = useWords();
  return (
    <section aria-labelledby="running-title" className="rounded-lg border bg-sheet p-3">
      <h2 id="running-title" className="eyebrow">
        {t('running.title')}
      </h2>
      {running.length === 0 ? (
        <p className="mt-1 text-sm text-muted">{t('running.nothing')}</p>
      ) : (
        <ul>
          {running.map((row) => (
            <Row key={row.item} row={row} now={now} take={take} />
          ))}
        </ul>
      )}
    </section>
  );
}
