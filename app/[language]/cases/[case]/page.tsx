// The cover of a case, with the way in.
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { WordsProvider } from '#components/words-provider';
import { rateText } from '#components/live-clock/rate-text';
import { myLink } from '#components/shelf/case-card';
import { Cover } from '#components/shelf/cover';
import { SiteHeader } from '#components/site-header';
import { buttonClass } from '#components/ui/button';
import { caseCover, currentLearner } from '#server/door';
import { pageParts } from '../../../page-parts';
import { messagesOf } from '../../../words';
import { Start } from './start';

interface Props {
  readonly params: Promise<{ readonly language: string; readonly case: string }>;
}

async function coverOf(params: Props['params']) {
  const { language: segment, case: caseId } = await params;
  const parts = await pageParts(segment);
  const cover = await caseCover(caseId, parts.language, await currentLearner());
  if (cover === null) notFound();
  return { ...parts, cover };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await coverOf(params)).cover.complaint };
}

export default async function CasePage({ params }: Props) {
  const { language, words, theme, cover } = await coverOf(params);
  const { my, liveInExam } = cover;
  const examNote = liveInExam === null ? null : words.t('start.live', { rate: rateText(liveInExam, words) });
  return (
    <>
      <SiteHeader words={words} theme={theme} />
      <main className="mx-auto max-w-5xl px-4 pt-4 pb-16 sm:px-6">
        <Cover cover={cover} words={words}>
          {my !== null && (
            <p className="mb-5">
              <Link href={myLink(cover, words).href} className={buttonClass('strong')}>
                {myLink(cover, words).text}
              </Link>
            </p>
          )}
          <WordsProvider language={language} messages={messagesOf(language, ['start', 'problem'])}>
            <Start caseId={cover.id} again={my !== null} examNote={examNote} />
          </WordsProvider>
        </Cover>
      </main>
    </>
  );
}
