// A page that could not be drawn: says so in both languages, loses nothing, and offers to try again.
'use client';
import { BothLanguages } from '#components/both-languages';
import { Button } from '#components/ui/button';

const said = [
  {
    language: 'en',
    title: 'Something went wrong',
    text: 'This page could not be drawn. What you did so far is kept.',
    way: 'Try again',
  },
  {
    language: 'it',
    title: 'Qualcosa non ha funzionato',
    text: 'Non è stato possibile mostrare questa pagina. Quello che hai fatto finora è conservato.',
    way: 'Riprova',
  },
] as const;

export default function PageError({ reset }: { readonly reset: () => void }) {
  return <BothLanguages said={said} way={({ way }) => <Button onClick={reset}>{way}</Button>} />;
}
