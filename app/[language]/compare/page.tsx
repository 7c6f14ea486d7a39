// Two of the learner's own finished attempts at one case, side by side: `?first=…&second=…`.
import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { CourseExplorer } from '#components/debrief/course-explorer';
import { Compare, onlyIn } from '#components/progress/compare';
import { plain } from '#components/prose';
import { SiteHeader } from '#components/site-header';
import { buttonClass } from '#components/ui/button';
import { LocalDate } from '#components/ui/local-date';
import { WordsProvider } from '#components/words-provider';
import { currentLearner, debriefOf, originOf, progressOf } from '#server/door';
import { pageParts } from '../../page-parts';
import { debriefParts, messagesOf } from '../../words';

interface Props {
  readonly params: Promise<{ readonly language: string }>;
  readonly searchParams: Promise<{ readonly [name: string]: string | string[] | undefined }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { words } = await pageParts((await params).language);
  return { title: words.t('compare.page'), robots: { index: false } };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const { language, words, theme } = await pageParts((await params).language);
  const asked = await searchParams;
  const learner = await currentLearner();
  const [first, second] = await Promise.all(
    [asked['first'], asked['second']].map((attempt) =>
      typeof attempt === 'string' ? debriefOf(attempt, learner, language) : Promise.resolve(null),
    ),
  );
  if (!first || !second || plain(first.caseTitle) !== plain(second.caseTitle)) notFound();
  const { t } = words;
  const [origin, mine] = await Promise.all([
    originOf(second.attempt, learner),
    progressOf(learner, language),
  ]);
  const noteOf = (attempt: string) => {
    const own = mine.find(({ attempts }) => attempts.some((one) => one.attempt === attempt))?.attempts ?? [];
    const place = own.findIndex((one) => one.attempt === attempt);
    const card = own[place];
    return card === undefined ? null : (
      <>
        {t('debrief.attempt', { n: place + 1 })} · <LocalDate iso={card.begun} language={language} />
      </>
    );
  };
  const curves = [
    ...first.curves.map((curve) => ({ ...curve, who: 'first' as const, mine: curve.who === 'you' })),
    ...second.curves.map((curve) => ({ ...curve, who: 'second' as const, mine: curve.who === 'you' })),
  ].flatMap(({ mine, ...curve }) => (mine ? [curve] : []));
  return (
    <>
      <SiteHeader words={words} theme={theme} />
      <main className="mx-auto max-w-5xl px-4 pt-4 pb-20 sm:px-6">
        <p className="eyebrow">{t('compare.page')}</p>
        <h1 className="mb-2 font-serif text-3xl leading-tight font-semibold sm:text-4xl">
          {plain(first.caseTitle)}
        </h1>
        {origin?.attempt === first.attempt && (
          <p className="story mb-5 text-muted">
            {t('compare.origin', { span: words.span(origin.minute * 60) })}
          </p>
        )}
        <WordsProvider language={language} messages={messagesOf(language, debriefParts)}>
          <Compare
            first={first}
            second={second}
            words={words}
            notes={[noteOf(first.attempt), noteOf(second.attempt)]}
            course={
              <CourseExplorer
                curves={curves}
                marks={{
                  stages: [],
                  interventions: onlyIn(first, second),
                  others: onlyIn(second, first),
                  results: [],
                }}
                end={0}
              />
            }
          />
        </WordsProvider>
        <p className="no-print mt-8">
          <Link href={`/${language}/progress`} className={buttonClass('plain')}>
            {t('progress.page')}
          </Link>
        </p>
      </main>
    </>
  );
}
