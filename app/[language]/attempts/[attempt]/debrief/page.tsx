// The debrief of one attempt: it asks before it tells.
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { Debrief } from '#components/debrief/debrief';
import { plain } from '#components/prose';
import { SiteHeader } from '#components/site-header';
import { buttonClass } from '#components/ui/button';
import { WordsProvider } from '#components/words-provider';
import { currentLearner, debriefOf, isFinished, offersOf, originOf, viewAttempt } from '#server/door';
import { pageParts } from '../../../../page-parts';
import { debriefParts, messagesOf } from '../../../../words';
import { Course } from './course';
import { PrintButton } from './print-button';
import { Reflect } from './reflect';

interface Props {
  readonly params: Promise<{ readonly language: string; readonly attempt: string }>;
  readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { words } = await pageParts((await params).language);
  return { title: words.t('debrief.page'), robots: { index: false } };
}

export default async function DebriefPage({ params, searchParams }: Props) {
  const { language: segment, attempt } = await params;
  const { language, words, theme } = await pageParts(segment);
  const learner = await currentLearner();
  const debrief = await debriefOf(attempt, learner, language);
  if (debrief === null) {
    if ((await viewAttempt(attempt, learner, language)) === null) notFound();
    redirect(`/${language}/attempts/${attempt}`);
  }
  const asked = debrief.reflection === null && (await searchParams)['skip'] === undefined;
  const offers = asked ? null : await offersOf(attempt, learner, language);
  const names = Object.fromEntries((offers ?? []).map(({ id, name }) => [id, name]));
  const { t } = words;
  const origin = await originOf(attempt, learner);
  const comparable = origin !== null && (await isFinished(origin.attempt, learner));
  return (
    <>
      <SiteHeader words={words} theme={theme} />
      <main className="mx-auto max-w-5xl px-4 pt-4 pb-20 sm:px-6">
        <p className="eyebrow">{t('debrief.eyebrow')}</p>
        <h1 className="font-serif text-3xl leading-tight font-semibold sm:text-4xl">
          {asked ? t('reflection.title') : plain(debrief.caseTitle)}
        </h1>
        {!asked && origin !== null && (
          <p className="story mt-1 text-muted">
            {t('compare.from', { span: words.span(origin.minute * 60) })}{' '}
            {comparable && (
              <Link
                href={`/${language}/compare?first=${origin.attempt}&second=${attempt}`}
                className="no-print text-accent underline underline-offset-2"
              >
                {t('compare.with-origin')}
              </Link>
            )}
          </p>
        )}
        {asked && <p className="story mt-2 max-w-[60ch] text-muted">{t('reflection.text')}</p>}
        <div className={`mt-5 ${asked ? 'max-w-2xl' : 'mb-6'}`}>
          <WordsProvider language={language} messages={messagesOf(language, ['panel', 'reflection'])}>
            {asked ? (
              <Reflect attempt={attempt} kept={null} />
            ) : (
              <details className="rounded-lg border bg-sheet px-4 py-2" open={debrief.reflection !== null}>
                <summary className="eyebrow py-1">{t('reflection.yours')}</summary>
                <div className="pt-1 pb-2">
                  <Reflect attempt={attempt} kept={debrief.reflection ?? ''} />
                </div>
              </details>
            )}
          </WordsProvider>
        </div>
        {!asked && (
          <>
            <WordsProvider language={language} messages={messagesOf(language, debriefParts)}>
              <Debrief
                view={debrief}
                words={words}
                names={names}
                course={
                  <Course
                    attempt={attempt}
                    curves={debrief.curves}
                    marks={{
                      stages: debrief.stages,
                      interventions: debrief.interventions,
                      results: debrief.results,
                    }}
                    end={debrief.stages.at(-1)?.to ?? 0}
                  />
                }
              />
            </WordsProvider>
            <p className="no-print mt-10 flex flex-wrap gap-3">
              <PrintButton label={t('debrief.print')} />
              <a href={`/api/attempts/${attempt}/export`} className={buttonClass('plain')}>
                {t('debrief.export')}
              </a>
              <Link href={`/${language}/progress`} className={buttonClass('plain')}>
                {t('progress.page')}
              </Link>
              <Link href={`/${language}`} className={buttonClass('strong')}>
                {t('debrief.shelf')}
              </Link>
            </p>
          </>
        )}
      </main>
    </>
  );
}
