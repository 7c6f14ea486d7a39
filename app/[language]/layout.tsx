// The frame around every page: document language, theme, packaged fonts, global styles.
import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { languageOf, wordsOf } from '../words';
import '../globals.css';

const story = localFont({
  src: [
    {
      path: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
      weight: '200 900',
      style: 'normal',
    },
  ],
  variable: '--font-story',
  display: 'swap',
});
// Speech is set in italics, never the first thing read: it does not stand in the way of what is.
const speech = localFont({
  src: '../../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  weight: '200 900',
  style: 'italic',
  variable: '--font-speech',
  display: 'swap',
  preload: false,
});
const interfaceFont = localFont({
  src: '../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-interface',
  display: 'swap',
});

interface Props {
  readonly params: Promise<{ readonly language: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { t } = wordsOf(languageOf((await params).language));
  return {
    title: { default: t('app.name'), template: `%s · ${t('app.name')}` },
    description: t('app.description'),
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f3efe6' },
    { media: '(prefers-color-scheme: dark)', color: '#121617' },
  ],
};

export default async function RootLayout({ params, children }: Props & { readonly children: ReactNode }) {
  const language = languageOf((await params).language);
  const theme = (await cookies()).get('theme')?.value;
  const chosen = theme === 'light' || theme === 'dark' ? theme : undefined;
  return (
    <html
      lang={language}
      data-theme={chosen}
      className={`${story.variable} ${speech.variable} ${interfaceFont.variable}`}
    >
      <body>{children}</body>
    </html>
  );
}
