// A wall time as the reader's own calendar writes it. Drawn on the server it is the day in UTC, and corrected once the page is alive.
'use client';
import { useSyncExternalStore } from 'react';
import type { Language } from '#machines/scenario/item';

const never = () => () => undefined;

/** `iso` is ISO 8601; with `time` the minute is written too. */
export function LocalDate({
  iso,
  language,
  time = false,
}: {
  readonly iso: string;
  readonly language: Language;
  readonly time?: boolean;
}) {
  const write = (zone: string | undefined): string =>
    new Intl.DateTimeFormat(language === 'it' ? 'it-IT' : 'en-GB', {
      dateStyle: 'medium',
      ...(time && { timeStyle: 'short' }),
      timeZone: zone,
    }).format(new Date(iso));
  const text = useSyncExternalStore(
    never,
    () => write(undefined),
    () => write('UTC'),
  );
  return <time dateTime={iso}>{text}</time>;
}
