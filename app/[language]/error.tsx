// A page that could not be drawn: says so in both languages, loses nothing, and offers to try again.
'use client';

export default function PageError({ reset }: { readonly reset: () => void }) {
  return (
    <main className="mx-auto max-w-2xl px-6 pt-24">
      <h1 className="font-serif text-4xl font-semibold">Something went wrong · Qualcosa non ha funzionato</h1>
      <p className="story mt-4" lang="en">
        What you did so far is kept.
      </p>
      <p className="story mt-1" lang="it">
        Quello che hai fatto finora è conservato.
      </p>
      <button
        type="button"
        onClick={reset}
        className="mt-6 min-h-10 rounded-md bg-accent px-4 font-medium text-accent-ink"
      >
        Try again · Riprova
      </button>
    </main>
  );
}
