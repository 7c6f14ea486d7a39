// The reasoning pad: the problem in one sentence, the working diagnosis, the differential, and free notes.
'use client';
import type { NotesView } from '#machines/view';
import { Button } from '../ui/button';
import { Field, TextArea } from '../ui/field';
import { useWords } from '../words-provider';
import { Differential } from './differential';
import { useDraft } from './drafts';
import type { Take } from './take';

export function Reasoning({ notes, take }: { readonly notes: NotesView; readonly take: Take }) {
  const { t } = useWords();
  const [problem, setProblem] = useDraft('problem', notes.problem ?? '');
  const [working, setWorking] = useDraft('working', notes.working ?? '');
  const [free, setFree] = useDraft('note', '');
  return (
    <div className="space-y-5 overflow-y-auto p-3">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take({ do: 'note:problem', with: { text: problem.trim() } });
        }}
      >
        <TextArea
          label={t('reasoning.problem')}
          hint={t('reasoning.problem.hint')}
          rows={3}
          maxLength={2000}
          value={problem}
          onChange={(event) => setProblem(event.target.value)}
        />
        <Button
          small
          type="submit"
          className="mt-1.5"
          disabled={problem.trim() === '' || problem.trim() === notes.problem}
        >
          {t('reasoning.save.problem')}
        </Button>
      </form>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take({ do: 'note:working', with: { text: working.trim() } });
        }}
      >
        <Field
          label={t('reasoning.working')}
          hint={t('reasoning.working.hint')}
          maxLength={300}
          value={working}
          onChange={(event) => setWorking(event.target.value)}
        />
        <Button
          small
          type="submit"
          className="mt-1.5"
          disabled={working.trim() === '' || working.trim() === notes.working}
        >
          {t('reasoning.save.working')}
        </Button>
      </form>
      <Differential notes={notes} take={take} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take({ do: 'note:free', with: { text: free.trim() } });
          setFree('');
        }}
      >
        <TextArea
          label={t('reasoning.free')}
          rows={2}
          maxLength={2000}
          value={free}
          onChange={(event) => setFree(event.target.value)}
        />
        <Button small type="submit" className="mt-1.5" disabled={free.trim() === ''}>
          {t('reasoning.save.free')}
        </Button>
      </form>
    </div>
  );
}
