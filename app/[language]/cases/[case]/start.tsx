// Opens an attempt and takes its first step, then goes to the bedside.
'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { useWords } from '#components/words-provider';
import { openAttempt } from '../../attempt-client';

/** `examNote`: what else should be known of an assessed attempt before it begins. */
export function Start({
  caseId,
  again,
  examNote,
}: {
  readonly caseId: string;
  readonly again: boolean;
  readonly examNote: string | null;
}) {
  const { t, find, language } = useWords();
  const [mode, setMode] = useState<'practice' | 'assessed'>('practice');
  const [state, setState] = useState<'idle' | 'opening' | { readonly problem: string }>('idle');
  const open = async () => {
    setState('opening');
    const outcome = await openAttempt({ caseId, language, mode });
    // A whole new page, so that the cookie of a new learner is there when it is drawn.
    if ('attempt' in outcome) window.location.assign(`/${language}/attempts/${outcome.attempt}`);
    else setState({ problem: find(`problem.${outcome.code}`) ?? t('problem.unexpected') });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <fieldset className="grid gap-2 sm:grid-cols-2">
        <legend className="eyebrow mb-1.5">{t('start.mode')}</legend>
        {(['practice', 'assessed'] as const).map((id) => (
          <label
            key={id}
            className="flex items-start gap-3 rounded-md border bg-raised px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-wash"
          >
            <input
              type="radio"
              name="mode"
              value={id}
              checked={mode === id}
              onChange={() => setMode(id)}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span className="text-sm">
              <strong className="block font-semibold">{t(`start.${id}`)}</strong>
              {t(`start.${id}.text`)}
              {id === 'assessed' && examNote !== null && <span className="mt-1 block">{examNote}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button type="submit" look={again ? 'plain' : 'strong'} disabled={state === 'opening'}>
          {t(again ? 'start.again' : 'start.go')}
        </Button>
        <p role="alert" className="text-sm text-alert empty:hidden">
          {typeof state === 'object' ? state.problem : ''}
        </p>
      </div>
    </form>
  );
}
