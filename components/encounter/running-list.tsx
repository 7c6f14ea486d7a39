// What runs now: infusions to titrate, courses and devices to stop.
'use client';
import { memo, useState } from 'react';
import type { StepInput } from '#machines/step';
import type { RunningView } from '#machines/view';
import { Button } from '../ui/button';
import { inputClass } from '../ui/field';
import { useWords } from '../words-provider';
import { byWeightSentence } from './by-weight';
import { asWritten } from './quantity-text';

type Take = (step: StepInput) => void;

function Titrate({
  row,
  weight,
  take,
  done,
}: {
  readonly row: RunningView;
  readonly weight: number;
  readonly take: Take;
  readonly done: () => void;
}) {
  const words = useWords();
  const { t, number } = words;
  const [text, setText] = useState(row.rate === null ? '' : number(row.rate.value));
  const unit = row.rate?.unit ?? '';
  return (
    <form
      className="mt-2 flex flex-wrap items-end gap-x-2"
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
      <p className="figures mt-1 w-full text-xs text-muted empty:hidden">
        {byWeightSentence(words, text, unit, weight)}
      </p>
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

function Row({
  row,
  now,
  weight,
  take,
}: {
  readonly row: RunningView;
  readonly now: number;
  readonly weight: number;
  readonly take: Take | null;
}) {
  const { t, number, span, short } = useWords();
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
      <div className="flex flex-wrap items-center justify-end gap-x-0.5">
        <p className="figures grow text-xs text-muted">
          {row.heldAt === null
            ? t('running.since', { span: short(now - row.since) })
            : t('running.held', { span: span(now - row.heldAt) })}
          {row.every !== null && ` · ${t('running.every', { span: span(row.every) })}`}
          {row.changesAt !== null && ` · ${t('running.changes', { span: span(row.changesAt - now) })}`}
        </p>
        {take !== null && (
          <span className="flex">
            {row.heldAt !== null && (
              <Button small look="quiet" className="px-2!" onClick={() => take(resumption(row))}>
                {t('running.resume')}
                <span className="sr-only"> {row.name}</span>
              </Button>
            )}
            {row.rate !== null && row.heldAt === null && (
              <Button
                small
                look="quiet"
                className="px-2!"
                aria-expanded={titrating}
                onClick={() => setTitrating(!titrating)}
              >
                {t('running.change')}
                <span className="sr-only"> {row.name}</span>
              </Button>
            )}
            {(row.mode === 'infusion' || row.mode === 'course') && row.heldAt === null && (
              <Button
                small
                look="quiet"
                className="px-2!"
                onClick={() => take({ do: row.item, with: { action: 'hold' } })}
              >
                {t('running.hold')}
                <span className="sr-only"> {row.name}</span>
              </Button>
            )}
            <Button
              small
              look="quiet"
              className="-mr-2 px-2!"
              onClick={() => take({ do: row.item, with: { action: 'stop' } })}
            >
              {t('running.stop')}
              <span className="sr-only"> {row.name}</span>
            </Button>
          </span>
        )}
      </div>
      {row.done !== null && (
        <progress
          className="bar mt-1 block h-1.5 w-full"
          value={row.done}
          max={1}
          aria-label={t('running.progress', { name: row.name })}
        />
      )}
      {titrating && take !== null && (
        <Titrate row={row} weight={weight} take={take} done={() => setTitrating(false)} />
      )}
    </li>
  );
}

/** `weight` of the patient in kg, for rates that go by it; `take` null: nothing can be changed any more. */
export const RunningList = memo(function RunningList({
  running,
  now,
  weight,
  take,
}: {
  readonly running: readonly RunningView[];
  readonly now: number;
  readonly weight: number;
  readonly take: Take | null;
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
            <Row key={row.item} row={row} now={now} weight={weight} take={take} />
          ))}
        </ul>
      )}
    </section>
  );
});
