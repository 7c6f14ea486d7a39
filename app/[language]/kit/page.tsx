// Development only: the parts of the interface in their states, drawn from the views that the tests use.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notFound } from 'next/navigation';
import { CourseExplorer } from '#components/debrief/course-explorer';
import { Debrief } from '#components/debrief/debrief';
import { SiteHeader } from '#components/site-header';
import { WordsProvider } from '#components/words-provider';
import type { DebriefView } from '#machines/ledger';
import type { EncounterView, OfferView } from '#machines/view';
import { pageParts } from '../../page-parts';
import { bedsideParts, debriefParts, messagesOf } from '../../words';
import { Parts } from './parts';

interface Fixtures {
  readonly bedside: EncounterView;
  readonly offers: readonly OfferView[];
  readonly debrief: DebriefView;
}

async function read<Name extends keyof Fixtures>(name: Name): Promise<Fixtures[Name]> {
  const file = join(process.cwd(), 'tests', 'fixtures', 'views', `${name}.json`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by the server from these very types
  return JSON.parse(await readFile(file, 'utf8')) as Fixtures[Name];
}

export default async function Kit({ params }: { readonly params: Promise<{ readonly language: string }> }) {
  if (process.env.NODE_ENV === 'production') notFound();
  const { language, words, theme } = await pageParts((await params).language);
  const [bedside, offers, debrief] = await Promise.all([read('bedside'), read('offers'), read('debrief')]);
  return (
    <>
      <SiteHeader words={words} theme={theme} />
      <main className="mx-auto max-w-5xl px-4 pb-20">
        <h1 className="font-serif text-4xl font-semibold">Kit</h1>
        <WordsProvider language={language} messages={messagesOf(language, bedsideParts)}>
          <Parts bedside={bedside} offers={offers} />
        </WordsProvider>
        <div className="mt-12">
          <WordsProvider language={language} messages={messagesOf(language, debriefParts)}>
            <Debrief
              view={debrief}
              words={words}
              names={{}}
              course={<CourseExplorer curves={debrief.curves} marks={debrief} end={0} />}
            />
          </WordsProvider>
        </div>
      </main>
    </>
  );
}
