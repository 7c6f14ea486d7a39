// Development only: what is drawn (tracings, monitors, the patient, the body, pictures of cases), for whoever changes one of them.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notFound } from 'next/navigation';
import { SiteHeader } from '#components/site-header';
import { WordsProvider } from '#components/words-provider';
import { pageParts } from '../../../page-parts';
import { bedsideParts, messagesOf } from '../../../words';
import { Pictures } from './pictures';

/** Every figure of every case as an address that needs no attempt. */
async function figures(): Promise<{ readonly file: string; readonly src: string }[]> {
  const cases = join(process.cwd(), 'content', 'cases');
  const folders = (await readdir(cases)).map((id) => join(cases, id, 'figures'));
  const found = await Promise.all(
    folders.map(async (folder) => {
      const files = await readdir(folder).catch(() => []);
      return await Promise.all(
        files.map(async (file) => {
          const bytes = await readFile(join(folder, file));
          return { file, src: `data:image/svg+xml;base64,${bytes.toString('base64')}` };
        }),
      );
    }),
  );
  return found.flat();
}

export default async function KitPictures({
  params,
}: {
  readonly params: Promise<{ readonly language: string }>;
}) {
  if (process.env.NODE_ENV === 'production') notFound();
  const { language, words, theme } = await pageParts((await params).language);
  return (
    <>
      <SiteHeader words={words} theme={theme} />
      <main className="mx-auto max-w-5xl px-4 pb-20">
        <h1 className="font-serif text-4xl font-semibold">Pictures</h1>
        <WordsProvider language={language} messages={messagesOf(language, bedsideParts)}>
          <Pictures figures={await figures()} />
        </WordsProvider>
      </main>
    </>
  );
}
