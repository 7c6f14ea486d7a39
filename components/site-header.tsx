// The top of every page: the name of the house, the other language, the theme.
import Link from 'next/link';
import { LanguageSwitch } from './language-switch';
import { Mark } from './mark';
import { ThemeSwitch } from './theme-switch';
import type { Words } from './words';

export function SiteHeader({ words, theme }: { readonly words: Words; readonly theme: string | null }) {
  const { t, language } = words;
  return (
    <header className="mx-auto flex max-w-5xl items-center gap-3 px-4 py-3 sm:px-6">
      <Link
        href={`/${language}`}
        className="flex min-h-10 items-center gap-2 font-serif text-xl font-semibold"
      >
        <span className="text-accent">
          <Mark />
        </span>
        {t('app.name')}
      </Link>
      <nav aria-label={t('tools.title')} className="no-print ml-auto flex items-center gap-1">
        <Link
          href={`/${language}/progress`}
          className="flex min-h-10 items-center rounded-md px-2.5 text-sm text-muted hover:text-accent"
        >
          {t('tools.progress')}
        </Link>
        <LanguageSwitch language={language} label={t('tools.language')} />
        <ThemeSwitch initial={theme} label={t('tools.theme')} />
      </nav>
    </header>
  );
}
