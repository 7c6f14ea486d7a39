// The shelf: what this is in one sentence, and the cases.
import type { Metadata } from 'next';
import { CaseCard } from '#components/shelf/case-card';
import { filtered, wantedOf } from '#components/shelf/filter';
import { ShelfFilter } from '#components/shelf/shelf-filter';
import { SiteHeader } from '#components/site-header';
import { currentLearner, listCases } from '#server/door';
import { pageParts } from '../page-parts';

interface Props {
  readonly params: Promise<{ readonly language: string }>;
  readonly searchParams: Promise<{ readonly [name: string]: string | readonly string[] | undefined }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { words } = await pageParts((await params).language);
  return { title: { absolute: words.t('shelf.page') } };
}

export default async function Shelf({ params, searchParams }: Props) {
  const { language, words, theme } = await pageParts((await params).language);
  const cards = await listCases(language, await currentLearner());
  const wanted = wantedOf(await searchParams);
  const shown = filtered(cards, wanted, words);
  const { t } = words;
  return (
    <>
      <SiteHeader words={words} theme={theme} />
      <main className="mx-auto max-w-5xl px-4 pt-8 pb-16 sm:px-6 sm:pt-14">
        <h1 className="max-w-[22ch] font-serif text-4xl leading-[1.1] font-semibold sm:text-5xl">
          {t('shelf.title')}
        </h1>
        <p className="story mt-4 max-w-[56ch] text-lg text-muted">{t('shelf.intro')}</p>
        <h2 className="mt-12 mb-3 border-b border-edge pb-1 font-serif text-xl font-semibold">
          {t('shelf.cases')} <span className="figures text-base font-normal text-muted">{shown.length}</span>
        </h2>
        {cards.length > 0 && <ShelfFilter cards={cards} wanted={wanted} words={words} />}
        {shown.length === 0 ? (
          <p className="text-muted">{t(cards.length === 0 ? 'shelf.empty' : 'shelf.nothing')}</p>
        ) : (
          <ul className="space-y-4">
            {shown.map((card) => (
              <li key={card.id}>
                <CaseCard card={card} words={words} />
              </li>
            ))}
          </ul>
        )}
        <p className="mt-10 max-w-[62ch] text-sm text-muted">{t('cover.simulation')}</p>
      </main>
    </>
  );
}
