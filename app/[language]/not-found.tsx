// Nothing here: said plainly, with the way back. It does not know its language, so it says it in both.
import Link from 'next/link';

export default function NotFound() {
  return (
    <main className="mx-auto max-w-2xl px-6 pt-24">
      <h1 className="font-serif text-4xl font-semibold">Not here · Non è qui</h1>
      <p className="story mt-4" lang="en">
        This page does not exist, or it belongs to someone else.{' '}
        <Link className="text-accent underline" href="/en">
          Back to the cases
        </Link>
      </p>
      <p className="story mt-2" lang="it">
        Questa pagina non esiste, oppure appartiene a un’altra persona.{' '}
        <Link className="text-accent underline" href="/it">
          Torna ai casi
        </Link>
      </p>
    </main>
  );
}
