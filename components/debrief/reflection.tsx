// The first thing a debrief asks: how it went for you. May be skipped; what is written is kept, and can be changed.
'use client';
import { Pencil } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useDraft } from '../encounter/drafts';
import { Button, buttonClass } from '../ui/button';
import { TextArea } from '../ui/field';
import { useWords } from '../words-provider';

/** Words that were kept, as a quotation. */
function Kept({ text, edit }: { readonly text: string; readonly edit: () => void }) {
  const { t } = useWords();
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <figure className="min-w-0 flex-1 basis-72">
        <figcaption className="eyebrow">{t('reflection.yours')}</figcaption>
        <blockquote className="story mt-0.5 max-w-[70ch] whitespace-pre-line italic">{text}</blockquote>
      </figure>
      <Button small look="quiet" className="no-print" onClick={edit}>
        <Pencil aria-hidden size={13} />
        {t('reflection.edit')}
      </Button>
    </div>
  );
}

/** `kept` is null before the learner was asked; empty when it was skipped. */
export function Reflection({
  kept,
  save,
  skipTo,
}: {
  readonly kept: string | null;
  readonly save: (text: string) => Promise<boolean>;
  /** where the rest stands */
  readonly skipTo: string | null;
}) {
  const { t } = useWords();
  const [text, setText] = useDraft('reflection', kept ?? '');
  const [state, setState] = useState<'idle' | 'saving' | 'failed'>('idle');
  const [editing, setEditing] = useState(kept === null);
  const form = useRef<HTMLFormElement>(null);
  const opened = useRef(false);
  useEffect(() => {
    if (editing && opened.current) form.current?.querySelector('textarea')?.focus();
    opened.current = true;
  }, [editing]);
  const submit = async () => {
    setState('saving');
    const done = await save(text.trim());
    setState(done ? 'idle' : 'failed');
    if (done && kept !== null) setEditing(false);
  };
  if (!editing && kept !== null && kept !== '') return <Kept text={kept} edit={() => setEditing(true)} />;
  if (!editing)
    return (
      <Button small look="quiet" className="no-print -ml-2" onClick={() => setEditing(true)}>
        <Pencil aria-hidden size={13} />
        {t('reflection.add')}
      </Button>
    );
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextArea
        label={t('reflection.label')}
        hint={t('reflection.hint')}
        rows={kept === null ? 6 : 4}
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
          {t(kept === null ? 'reflection.save' : 'reflection.keep')}
        </Button>
        {skipTo !== null && (
          <a href={skipTo} className={buttonClass('quiet')}>
            {t('reflection.skip')}
          </a>
        )}
        {kept !== null && (
          <Button
            look="quiet"
            onClick={() => {
              setText(kept);
              setEditing(false);
            }}
          >
            {t('reflection.cancel')}
          </Button>
        )}
        <p role="alert" className="text-sm text-alert empty:hidden">
          {state === 'failed' ? t('reflection.failed') : ''}
        </p>
      </div>
    </form>
  );
}
