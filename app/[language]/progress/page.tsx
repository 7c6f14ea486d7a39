// What I played and what it came to, and the deck of what I missed.
import type { Metadata } from 'next';
import Link from 'next/link';
import { CaseProgress } from '#components/progress/case-progress';
import { SiteHeader } from '#components/site-header';
import { buttonClass } from '#components/ui/button';
import { WordsProvider } from '#components/words-provider';
import { currentLearner, progressOf, reviewDeck } from '#server/door';
import { pageParts } from '../../page-parts';
import { messagesOf } from '../../words';
import { Deck } from './deck';

interface Props {
  readonly params: Promise<{ readonly language: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { words } = await pageParts((await params).language);
  return { title: words.t('progress.page'), robots: { index: false } };
}

export default async function ProgressPage({ params }: Props) {
  const { language, words, theme } = await pageParts((await params).language);
  const learner = await currentLearner();
  const [cases, cards] = await Promise.all([progressOf(learner, language), reviewDeck(learner, language)]);
  const { t } = words;
  return (
    <>
      <SiteHeader words={words} theme={theme} />
      <main className="mx-auto max-w-5xl px-4 pt-4 pb-20 sm:px-6">
        <h1 className="font-serif text-3xl leading-tight font-semibold sm:text-4xl">{t('progress.page')}</h1>
        <p className="story mt-2 max-w-[62ch] text-muted">{t('progress.text')}</p>
        {cases.length === 0 ? (
          <div className="mt-8 max-w-2xl rounded-lg border bg-sheet p-6 sm:p-8">
            <h2 className="font-serif text-xl font-semibold">{t('progress.none')}</h2>
            <p className="story mt-1 text-muted">{t('progress.none.text')}</p>
            <Link href={`/${language}`} className={`mt-5 ${buttonClass('strong')}`}>
              {t('progress.start')}
            </Link>
          </div>
        ) : (
          <>
            <section aria-labelledby="review-title" className="mt-8">
              <h2
                id="review-title"
                className="mb-3 border-b border-edge pb-1 font-serif text-2xl font-semibold"
              >
                {t('review.title')}
              </h2>
              <p className="mb-3 max-w-[70ch] text-sm text-muted">{t('review.text')}</p>
              <WordsProvider language={language} messages={messagesOf(language, ['review'])}>
                <Deck cards={cards} />
              </WordsProvider>
            </section>
            <section aria-labelledby="attempts-title" className="mt-10">
              <h2
                id="attempts-title"
                className="mb-3 border-b border-edge pb-1 font-serif text-2xl font-semibold"
              >
                {t('progress.attempts')}
              </h2>
              <div className="space-y-5">
                {cases.map((progress) => (
                  <CaseProgress key={progress.caseId} progress={progress} words={words} />
                ))}
              </div>
            </section>
          </>
        )}
      </main>
    </>
  );
}
