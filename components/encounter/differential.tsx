// The ranked differential: each diagnosis with its probability and the reasons for and against.
'use client';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { NotesView } from '#machines/view';
import { Button } from '../ui/button';
import { inputClass } from '../ui/field';
import { useWords } from '../words-provider';
import { useDraftOf } from './drafts';
import type { Take } from './take';

interface Row {
  readonly key: number;
  readonly diagnosis: string;
  readonly probability: string;
  readonly supports: string;
  readonly against: string;
}

const listOf = (text: string): string[] =>
  text
    .split(/[\n;]+/)
    .map((part) => part.trim())
    .filter(Boolean);

function rowsOf(notes: NotesView): readonly Row[] {
  const rows = notes.differential.map((entry, key) => ({
    key,
    diagnosis: entry.diagnosis,
    probability: entry.probability === null ? '' : String(entry.probability),
    supports: entry.for.join('; '),
    against: entry.against.join('; '),
  }));
  return rows.length > 0 ? rows : [{ key: 0, diagnosis: '', probability: '', supports: '', against: '' }];
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'number' &&
  ['diagnosis', 'probability', 'supports', 'against'].every(
    (name) => typeof Object.entries(value).find(([field]) => field === name)?.[1] === 'string',
  );

/** Rows as they were kept; null for anything else. */
const readRows = (kept: unknown): readonly Row[] | null =>
  Array.isArray(kept) && kept.length > 0 && kept.every(isRow) ? kept : null;

function RowFields({
  row,
  place,
  change,
}: {
  readonly row: Row;
  readonly place: number;
  readonly change: (row: Row) => void;
}) {
  const { t } = useWords();
  const n = place + 1;
  const field = (name: 'supports' | 'against', label: string) => (
    <label className="text-xs text-muted">
      {label}
      <input
        className={inputClass}
        value={row[name]}
        aria-label={`${label} (${n})`}
        onChange={(event) => change({ ...row, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_5rem] gap-2">
        <label className="text-xs text-muted">
          {t('reasoning.diagnosis', { n })}
          <input
            className={inputClass}
            value={row.diagnosis}
            onChange={(event) => change({ ...row, diagnosis: event.target.value })}
          />
        </label>
        <label className="text-xs text-muted">
          {t('reasoning.probability')}
          <input
            className={`${inputClass} figures`}
            type="number"
            min={0}
            max={100}
            aria-label={t('reasoning.probability.label', { n })}
            value={row.probability}
            onChange={(event) => change({ ...row, probability: event.target.value })}
          />
        </label>
      </div>
      <div className="mt-1 grid gap-2">
        {field('supports', t('reasoning.for'))}
        {field('against', t('reasoning.against'))}
      </div>
    </>
  );
}

export function Differential({ notes, take }: { readonly notes: NotesView; readonly take: Take }) {
  const { t } = useWords();
  const [rows, setRows] = useDraftOf('differential', rowsOf(notes), readRows);
  const nextKey = Math.max(0, ...rows.map(({ key }) => key)) + 1;
  const swap = (place: number, by: -1 | 1) => {
    const [one, other] = [rows[place], rows[place + by]];
    if (one === undefined || other === undefined) return;
    setRows(rows.with(place, other).with(place + by, one));
  };
  const save = () => {
    const entries = rows
      .filter(({ diagnosis }) => diagnosis.trim() !== '')
      .map(({ diagnosis, probability, supports, against }) => ({
        diagnosis: diagnosis.trim(),
        ...(probability === '' ? {} : { probability: Math.min(100, Math.max(0, Number(probability))) }),
        for: listOf(supports),
        against: listOf(against),
      }));
    take({ do: 'note:differential', with: { entries } });
  };
  return (
    <form
      aria-label={t('reasoning.differential')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2 className="text-sm font-semibold">{t('reasoning.differential')}</h2>
      <p className="text-xs text-muted">{t('reasoning.differential.hint')}</p>
      <ol className="mt-1">
        {rows.map((row, place) => (
          <li key={row.key} className="border-t py-2 first:border-t-0">
            <RowFields row={row} place={place} change={(next) => setRows(rows.with(place, next))} />
            <div className="mt-1 flex justify-end gap-0.5">
              <Button
                small
                look="quiet"
                disabled={place === 0}
                aria-label={t('reasoning.up', { n: place + 1 })}
                onClick={() => swap(place, -1)}
              >
                <ArrowUp aria-hidden size={14} />
              </Button>
              <Button
                small
                look="quiet"
                disabled={place === rows.length - 1}
                aria-label={t('reasoning.down', { n: place + 1 })}
                onClick={() => swap(place, 1)}
              >
                <ArrowDown aria-hidden size={14} />
              </Button>
              <Button
                small
                look="quiet"
                disabled={rows.length === 1}
                aria-label={t('reasoning.remove', { n: place + 1 })}
                onClick={() => setRows(rows.toSpliced(place, 1))}
              >
                <Trash2 aria-hidden size={14} />
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div className="flex gap-1.5">
        <Button
          small
          onClick={() => {
            setRows([...rows, { key: nextKey, diagnosis: '', probability: '', supports: '', against: '' }]);
          }}
        >
          <Plus aria-hidden size={14} />
          {t('reasoning.add')}
        </Button>
        <Button
          small
          type="submit"
          look="strong"
          disabled={rows.every(({ diagnosis }) => diagnosis.trim() === '')}
        >
          {t('reasoning.save.differential')}
        </Button>
      </div>
    </form>
  );
}
