// The bedside of one attempt, until its debrief is open.
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { readRate } from '#components/live-clock/live-clock';
import { WordsProvider } from '#components/words-provider';
import { currentLearner, offersTag, viewAttempt } from '#server/door';
import { pageParts } from '../../../page-parts';
import { bedsideParts, messagesOf } from '../../../words';
import { Play } from './play';

interface Props {
  readonly params: Promise<{ readonly language: string; readonly attempt: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { words } = await pageParts((await params).language);
  return { title: words.t('band.page'), robots: { index: false } };
}

export default async function AttemptPage({ params }: Props) {
  const { language: segment, attempt } = await params;
  const { language, theme } = await pageParts(segment);
  const learner = await currentLearner();
  const [view, offersVersion] = await Promise.all([
    viewAttempt(attempt, learner, language),
    offersTag(attempt, learner, language),
  ]);
  if (view === null || offersVersion === null) notFound();
  if (view.phase === 'debrief') redirect(`/${language}/attempts/${attempt}/debrief`);
  const kept = await cookies();
  return (
    <WordsProvider language={language} messages={messagesOf(language, bedsideParts)}>
      <Play
        initial={view}
        offersVersion={offersVersion}
        theme={theme}
        newcomer={!kept.has('toured')}
        liveRate={readRate(kept.get('live')?.value)}
      />
    </WordsProvider>
  );
}
