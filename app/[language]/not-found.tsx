// Nothing here: said plainly, with the way back. It does not know its language, so it says it in both.
import Link from 'next/link';
import { Mark } from '#components/mark';

const said = [
  {
    language: 'en',
    title: 'Nothing is here',
    text: 'This page does not exist, or it belongs to someone else: attempts open only in the browser in which they were played.',
    back: 'Back to the cases',
  },
  {
    language: 'it',
    title: 'Qui non c’è nulla',
    text: 'Questa pagina non esiste oppure appartiene a un’altra persona: i tentativi si aprono solo nel browser in cui sono stati giocati.',
    back: 'Torna ai casi',
  },
] as const;

export default function NotFound() {
  return (
    <main className="mx-auto max-w-3xl px-4 pt-[12vh] pb-16 sm:px-6">
      <p className="flex items-center gap-2 font-serif text-xl font-semibold">
        <span className="text-accent">
          <Mark />
        </span>
        Corsia
      </p>
      <div className="mt-6 grid gap-x-10 gap-y-8 rounded-lg border bg-sheet p-6 shadow-sheet sm:grid-cols-2 sm:p-8">
        {said.map(({ language, title, text, back }, place) => {
          const Title = place === 0 ? 'h1' : 'h2';
          return (
            <section key={language} lang={language}>
              <Title className="font-serif text-2xl font-semibold">{title}</Title>
              <p className="story mt-2 text-muted">{text}</p>
              <Link
                className="mt-4 inline-block text-accent underline underline-offset-2"
                href={`/${language}`}
              >
                {back}
              </Link>
            </section>
          );
        })}
      </div>
    </main>
  );
}
