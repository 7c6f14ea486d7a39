// Keeps the learner's reflection as a step of the attempt, then shows the rest of the debrief.
'use client';
import { useRouter } from 'next/navigation';
import { Reflection } from '#components/debrief/reflection';
import { Drafts } from '#components/encounter/drafts';
import { PanelBoundary } from '#components/panel-boundary';
import { useWords } from '#components/words-provider';
import { newKey, readView, sendStep } from '../../../attempt-client';

/** `kept` is null before the learner was asked; then there is a way to skip. */
export function Reflect({ attempt, kept }: { readonly attempt: string; readonly kept: string | null }) {
  const { language, t } = useWords();
  const router = useRouter();
  const save = async (text: string): Promise<boolean> => {
    const view = await readView(attempt, language);
    if (view === null) return false;
    const step = { do: 'reflect', with: { text } };
    const body = { sequence: view.sequence, key: newKey(), step, language, chartFrom: view.chart.length };
    const answer = await sendStep(attempt, body, () => undefined);
    if (answer.code !== 'taken') return false;
    router.refresh();
    return true;
  };
  return (
    <Drafts attempt={attempt}>
      <PanelBoundary name={t('reflection.title')}>
        <Reflection
          kept={kept}
          save={save}
          skipTo={kept === null ? `/${language}/attempts/${attempt}/debrief?skip` : null}
        />
      </PanelBoundary>
    </Drafts>
  );
}
