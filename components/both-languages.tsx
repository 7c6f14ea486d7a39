// A page that does not know its language says what it has to say in both, side by side.
import type { ReactNode } from 'react';
import { Mark } from './mark';

export interface Said {
  readonly language: 'en' | 'it';
  readonly title: string;
  readonly text: string;
  /** what the way on is called */
  readonly way: string;
}

/** `way` draws the way on (a button, a link) under each text. */
export function BothLanguages({
  said,
  way,
}: {
  readonly said: readonly Said[];
  readonly way: (one: Said) => ReactNode;
}) {
  return (
    <main className="mx-auto max-w-3xl px-4 pt-[12vh] pb-16 sm:px-6">
      <p className="flex items-center gap-2 font-serif text-xl font-semibold">
        <span className="text-accent">
          <Mark />
        </span>
        Corsia
      </p>
      <div className="mt-6 grid gap-x-10 gap-y-8 rounded-lg border bg-sheet p-6 shadow-sheet sm:grid-cols-2 sm:p-8">
        {said.map((one, place) => {
          const Title = place === 0 ? 'h1' : 'h2';
          return (
            <section key={one.language} lang={one.language} className="flex flex-col items-start">
              <Title className="font-serif text-2xl font-semibold">{one.title}</Title>
              <p className="story mt-2 mb-4 text-muted">{one.text}</p>
              {way(one)}
            </section>
          );
        })}
      </div>
    </main>
  );
}
