// A page that could not be drawn: says so in both languages, loses nothing, and offers to try again.
'use client';
import { Mark } from '#components/mark';
import { Button } from '#components/ui/button';

const said = [
  {
    language: 'en',
    title: 'Something went wrong',
    text: 'This page could not be drawn. What you did so far is kept.',
    again: 'Try again',
  },
  {
    language: 'it',
    title: 'Qualcosa non ha funzionato',
    text: 'Non è stato possibile mostrare questa pagina. Quello che hai fatto finora è conservato.',
    again: 'Riprova',
  },
] as const;

export default function PageError({ reset }: { readonly reset: () => void }) {
  return (
    <main className="mx-auto max-w-3xl px-4 pt-[12vh] pb-16 sm:px-6">
      <p className="flex items-center gap-2 font-serif text-xl font-semibold">
        <span className="text-accent">
          <Mark />
        </span>
        Corsia
      </p>
      <div className="mt-6 grid gap-x-10 gap-y-8 rounded-lg border bg-sheet p-6 shadow-sheet sm:grid-cols-2 sm:p-8">
        {said.map(({ language, title, text, again }, place) => {
          const Title = place === 0 ? 'h1' : 'h2';
          return (
            <section key={language} lang={language}>
              <Title className="font-serif text-2xl font-semibold">{title}</Title>
              <p className="story mt-2 text-muted">{text}</p>
              <Button className="mt-4" onClick={reset}>
                {again}
              </Button>
            </section>
          );
        })}
      </div>
    </main>
  );
}
