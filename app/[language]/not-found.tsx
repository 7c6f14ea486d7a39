// Nothing here: said plainly, with the way back. It does not know its language, so it says it in both.
import Link from 'next/link';
import { BothLanguages } from '#components/both-languages';
import { buttonClass } from '#components/ui/button';

const said = [
  {
    language: 'en',
    title: 'Nothing is here',
    text: 'This page does not exist, or it belongs to someone else: attempts open only in the browser in which they were played.',
    way: 'Back to the cases',
  },
  {
    language: 'it',
    title: 'Qui non c’è nulla',
    text: 'Questa pagina non esiste oppure appartiene a un’altra persona: i tentativi si aprono solo nel browser in cui sono stati giocati.',
    way: 'Torna ai casi',
  },
] as const;

export default function NotFound() {
  return (
    <BothLanguages
      said={said}
      way={({ language, way }) => (
        <Link className={buttonClass()} href={`/${language}`}>
          {way}
        </Link>
      )}
    />
  );
}
