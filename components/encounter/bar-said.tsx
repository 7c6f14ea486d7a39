// What the one bar says beside its list: how many choices there are, and that nothing was done when nothing fits.
'use client';
import { useEffect, useState } from 'react';
import type { Words } from '../words';
import { useWords } from '../words-provider';
import type { Findings } from './found';

/** So long a pause in typing is waited for before a reader is told (ms). */
const calm = 400;

/** The query as it stands in a sentence: its direction of writing is its own. */
export const quoted = (query: string): string => `\u2068${query.trim()}\u2069`;

/** "5 choices", or that they are only the nearest. */
export function countSentence({ fits }: Findings, count: number, t: Words['t']): string {
  if (count === 0) return t('act.count.none');
  return fits ? t('act.count', { count }) : t('act.count.nearest', { count });
}

/** Tells a reader of the screen, once the typing pauses. */
export function BarStatus({ said }: { readonly said: string }) {
  const [told, tell] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => tell(said), said === '' ? 0 : calm);
    return () => clearTimeout(timer);
  }, [said]);
  return <output className="sr-only">{told}</output>;
}

/** Nothing was taken. A question that nobody understands is answered by the patient, if the patient can speak. */
export function Puzzled({ asks, silent }: { readonly asks: boolean; readonly silent: boolean }) {
  const { t } = useWords();
  if (asks && !silent) return <p className="story">{t('act.puzzled.patient')}</p>;
  return <p>{t(asks ? 'act.puzzled.silent' : 'act.puzzled')}</p>;
}
