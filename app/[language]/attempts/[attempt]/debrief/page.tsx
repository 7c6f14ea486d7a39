// The debrief of one attempt: it asks before it tells.
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { Debrief } from '#components/debrief/debrief';
import { NextSteps } from '#components/debrief/next-steps';
import { plain } from '#components/prose';
import { SiteHeader } from '#components/site-header';
import { buttonClass } from '#components/ui/button';
import { LocalDate } from '#components/ui/local-date';
import type { Words } from '#components/words';
import { WordsProvider } from '#components/words-provider';
import type { DebriefView } from '#machines/ledger';
import {
  currentLearner,
  debriefOf,
  isFinished,
  listCases,
  offersOf,
  originOf,
  progressOf,
  reviewDeck,
  viewAttempt,
} from '#server/door';
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
  const { t } = words;
  return (
    <>
      <SiteHeader words={words} theme={theme} />
      <main className="mx-auto max-w-5xl px-4 pt-4 pb-20 sm:px-6">
        <p className="eyebrow">{t('debrief.eyebrow')}</p>
        <h1 className="font-serif text-3xl leading-tight font-semibold sm:text-4xl">
          {asked ? t('reflection.title') : plain(debrief.caseTitle)}
        </h1>
        {asked ? (
          <>
            <p className="story mt-2 max-w-[60ch] text-muted">{t('reflection.text')}</p>
            <div className="mt-5 max-w-2xl">
              <WordsProvider language={language} messages={messagesOf(language, ['panel', 'reflection'])}>
                <Reflect attempt={attempt} kept={null} />
              </WordsProvider>
            </div>
          </>
        ) : (
          <Told view={debrief} learner={learner} words={words} />
        )}
      </main>
    </>
  );
}

/** All that is told once it was asked. */
async function Told({
  view,
  learner,
  words,
}: {
  readonly view: DebriefView;
  readonly learner: string | null;
  readonly words: Words;
}) {
  const { t, language } = words;
  const { attempt } = view;
  const [offers, origin, mine, cards, shelf] = await Promise.all([
    offersOf(attempt, learner, language),
    originOf(attempt, learner),
    progressOf(learner, language),
    reviewDeck(learner, language),
    listCases(language, learner),
  ]);
  const names = Object.fromEntries((offers ?? []).map(({ id, name }) => [id, name]));
  const comparable = origin !== null && (await isFinished(origin.attempt, learner));
  const progress = mine.find(({ attempts }) => attempts.some((one) => one.attempt === attempt));
  const place = progress?.attempts.findIndex((one) => one.attempt === attempt) ?? -1;
  const card = progress?.attempts[place];
  const end = view.stages.at(-1)?.to ?? 0;
  const keys = view.timeTo.flatMap(({ rule, at }, index) =>
    at === null ? [] : [{ number: index + 1, at, name: plain(view.reasons[rule]?.label ?? [rule]) }],
  );
  const others = shelf.filter(({ id, my }) => my === null && id !== progress?.caseId).slice(0, 2);
  return (
    <>
      {card !== undefined && (
        <p className="mt-1 flex flex-wrap gap-x-2 text-sm text-muted">
          <span>{t('debrief.attempt', { n: place + 1 })}</span>·
          <LocalDate iso={card.begun} language={language} />·<span>{t(`start.${card.mode}`)}</span>·
          <span className="figures">{t('debrief.until', { span: words.span(end) })}</span>
        </p>
      )}
      {origin !== null && (
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
      <div className="mt-4 mb-5">
        <WordsProvider language={language} messages={messagesOf(language, ['panel', 'reflection'])}>
          <Reflect attempt={attempt} kept={view.reflection ?? ''} />
        </WordsProvider>
      </div>
      <WordsProvider language={language} messages={messagesOf(language, debriefParts)}>
        <Debrief
          view={view}
          words={words}
          names={names}
          course={
            <Course
              attempt={attempt}
              curves={view.curves}
              marks={{
                stages: view.stages,
                interventions: view.interventions,
                results: view.results,
                keys,
              }}
              end={end}
            />
          }
          next={
            <NextSteps
              view={view}
              words={words}
              caseId={progress?.caseId ?? null}
              due={cards.filter(({ isDue }) => isDue).length}
              others={others}
            />
          }
        />
      </WordsProvider>
      <p className="no-print mt-8 flex flex-wrap gap-3 border-t pt-6">
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
  );
}
