// The way back to the shelf from the bedside; the attempt waits where it stands.
import Link from 'next/link';
import type { Language } from '#machines/scenario/item';
import { Mark } from './mark';

export function HomeLink({ language, label }: { readonly language: Language; readonly label: string }) {
  return (
    <Link
      href={`/${language}`}
      prefetch={false}
      aria-label={label}
      title={label}
      className="grid size-10 place-items-center rounded-md text-accent hover:bg-accent-wash"
    >
      <Mark />
    </Link>
  );
}
