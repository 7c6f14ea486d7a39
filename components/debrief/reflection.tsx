// The first thing a debrief asks: how it went for you. May be skipped; what is written is kept.
'use client';
import { useState } from 'react';
import { useDraft } from '../encounter/drafts';
import { Button, buttonClass } from '../ui/button';
import { TextArea } from '../ui/field';
import { useWords } from '../words-provider';

/** `save` keeps the words and resolves to whether that worked; `skipTo` is where the rest stands. */
export function Reflection({
  kept,
  save,
  skipTo,
}: {
  readonly kept: string | null;
  readonly save: (text: string) => Promise<boolean>;
  readonly skipTo: string | null;
}) {
  const { t } = useWords();
  const [text, setText] = useDraft('reflection', kept ?? '');
  const [state, setState] = useState<'idle' | 'saving' | 'failed'>('idle');
  const submit = async () => {
    setState('saving');
    setState((await save(text.trim())) ? 'idle' : 'failed');
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextArea
        label={t('reflection.label')}
        hint={t('reflection.hint')}
        rows={kept === null ? 6 : 3}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="no-print mt-3 flex flex-wrap items-center gap-2">
        <Button
          type="submit"
          look="strong"
          disabled={text.trim() === '' || text.trim() === kept || state === 'saving'}
        >
          {t('reflection.save')}
        </Button>
        {skipTo !== null && (
          <a href={skipTo} className={buttonClass('quiet')}>
            {t('reflection.skip')}
          </a>
        )}
        <p role="alert" className="text-sm text-alert empty:hidden">
          {state === 'failed' ? t('reflection.failed') : ''}
        </p>
      </div>
    </form>
  );
}
