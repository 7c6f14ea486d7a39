// The same page in the other language; the choice is remembered on this device.
'use client';
import { usePathname } from 'next/navigation';
import type { Language } from '#machines/scenario/item';

const names: { readonly [language in Language]: string } = { en: 'English', it: 'Italiano' };

export function LanguageSwitch({ language, label }: { readonly language: Language; readonly label: string }) {
  const path = usePathname();
  const other: Language = language === 'en' ? 'it' : 'en';
  return (
    // A whole new page: the document's language changes with it.
    <a
      href={path.replace(/^\/(en|it)(?=\/|$)/, `/${other}`)}
      hrefLang={other}
      lang={other}
      title={label}
      onClick={(event) => {
        // What the address asks for beyond the page (a search, two attempts to compare) is asked for in the other language too.
        event.currentTarget.search = window.location.search;
        event.currentTarget.hash = window.location.hash;
        document.cookie = `language=${other}; path=/; max-age=31536000; samesite=lax`;
      }}
      className="flex min-h-10 items-center rounded-md px-2 text-sm text-muted hover:text-accent"
    >
      <span className="hidden sm:inline">{names[other]}</span>
      <span aria-hidden className="uppercase sm:hidden">
        {other}
      </span>
      <span className="sr-only sm:hidden">{names[other]}</span>
    </a>
  );
}
