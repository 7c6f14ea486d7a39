// A question that pauses the wait. It may be put off; nothing says here which answer is right.
'use client';
import { useState } from 'react';
import type { CheckpointView } from '#machines/view';
import { plain, Prose } from '../prose';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useWords } from '../words-provider';

export function CheckpointDialog({
  checkpoint,
  answer,
  later,
}: {
  readonly checkpoint: CheckpointView;
  readonly answer: (options: readonly string[]) => void;
  readonly later: () => void;
}) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const tick = (id: string) => {
    if (!checkpoint.many) setChosen([id]);
    else setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  };
  return (
    <Dialog
      title={t('checkpoint.title')}
      eyebrow={t('checkpoint.paused')}
      close={later}
      closeLabel={t('checkpoint.later')}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          answer(chosen);
        }}
      >
        <Prose of={checkpoint.text} className="story" />
        <fieldset className="mt-3 space-y-1.5">
          <legend className="eyebrow mb-1">
            {t(checkpoint.many ? 'form.choices.several' : 'form.choices.single')}
          </legend>
          {checkpoint.options.map(({ id, text }) => (
            <label
              key={id}
              className="flex min-h-11 items-center gap-3 rounded-md border bg-raised px-3 py-2 has-checked:border-accent has-checked:bg-accent-wash"
            >
              <input
                type={checkpoint.many ? 'checkbox' : 'radio'}
                name="option"
                checked={chosen.includes(id)}
                onChange={() => tick(id)}
                className="size-4 shrink-0 accent-accent"
              />
              <span className="text-[0.9375rem]">{plain(text)}</span>
            </label>
          ))}
        </fieldset>
        <div className="mt-4 flex flex-wrap items-center justify-end gap-2">
          <Button look="quiet" onClick={later}>
            {t('checkpoint.later')}
          </Button>
          <Button type="submit" look="strong" disabled={chosen.length === 0}>
            {t('checkpoint.answer')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
