// The end of the encounter: what happened if it ended by itself, the final diagnosis in its components, and the last step.
'use client';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { EncounterView } from '#machines/view';
import { Prose } from '../prose';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { inputClass } from '../ui/field';
import { useWords } from '../words-provider';
import { useDraftOf } from './drafts';
import type { Take } from './take';

/** That it has ended, and how, with no more words than the view holds: why is told after the learner's own diagnosis. */
function Ended({ ended }: { readonly ended: NonNullable<EncounterView['ended']> }) {
  return (
    <div className="mb-5 border-l-2 border-ink pl-4">
      <Prose of={ended.title} className="font-serif text-xl font-semibold" />
      {ended.text.length > 0 && <Prose of={ended.text} className="story mt-1" />}
    </div>
  );
}

const readLines = (kept: unknown): readonly string[] | null =>
  Array.isArray(kept) && kept.length > 0 && kept.every((line) => typeof line === 'string') ? kept : null;

export function Closing({ view, take }: { readonly view: EncounterView; readonly take: Take }) {
  const { t } = useWords();
  const before = view.notes.final ?? [];
  const lines = [...before, ...Array.from({ length: Math.max(0, 4 - before.length) }, () => '')];
  const [entries, setEntries] = useDraftOf<readonly string[]>('final', lines, readLines);
  const [confirming, setConfirming] = useState(false);
  // What had the focus has gone with the bedside: it goes on here.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const filled = entries.map((entry) => entry.trim()).filter(Boolean);
  const end = () => {
    setConfirming(false);
    const finish = { do: 'finish' };
    if (filled.length === 0) take(finish);
    else take({ do: 'diagnose', with: { entries: filled } }, finish);
  };
  return (
    <section aria-labelledby="closing-title" className="rounded-lg border bg-sheet p-4 shadow-sheet sm:p-6">
      {view.ended !== null && <Ended ended={view.ended} />}
      <h2
        id="closing-title"
        ref={heading}
        tabIndex={-1}
        className="font-serif text-2xl font-semibold outline-none"
      >
        {t('closing.title')}
      </h2>
      <p className="story mt-1 max-w-[60ch] text-muted">{t('closing.intro')}</p>
      <form
        className="mt-4"
        onSubmit={(event) => {
          event.preventDefault();
          setConfirming(true);
        }}
      >
        <ol className="space-y-2">
          {entries.map((entry, place) => (
            // Rows are known by their place: they are only ever added at the end.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={place} className="flex items-center gap-2">
              <span aria-hidden className="figures w-5 text-right text-sm text-muted">
                {place + 1}
              </span>
              <input
                aria-label={t('closing.component', { n: place + 1 })}
                className={`${inputClass} story`}
                maxLength={300}
                value={entry}
                placeholder={place === 0 ? t('closing.placeholder') : ''}
                onChange={(event) => setEntries(entries.with(place, event.target.value))}
              />
            </li>
          ))}
        </ol>
        <div className="mt-3 flex flex-wrap gap-2">
          <Button disabled={entries.length >= 10} onClick={() => setEntries([...entries, ''])}>
            <Plus aria-hidden size={15} />
            {t('closing.add')}
          </Button>
          <Button type="submit" look="strong">
            {t('closing.submit')}
          </Button>
        </div>
      </form>
      {confirming && (
        <Dialog
          title={t('closing.confirm.title')}
          close={() => setConfirming(false)}
          closeLabel={t('dialog.close')}
        >
          <p className="story">{t(filled.length === 0 ? 'closing.confirm.none' : 'closing.confirm.text')}</p>
          {filled.length > 0 && (
            <ol className="story mt-2 list-decimal pl-6">
              {filled.map((entry) => (
                <li key={entry}>{entry}</li>
              ))}
            </ol>
          )}
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Button onClick={() => setConfirming(false)}>{t('dialog.back')}</Button>
            <Button look="strong" onClick={end}>
              {t('closing.confirm.go')}
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}
