// Tells a screen reader what changed, by threshold and by entry, never number by number; at most one message in five seconds.
'use client';
import { memo, useEffect, useRef, useState } from 'react';
import type { EncounterView } from '#machines/view';
import { plain } from '../prose';
import type { Words } from '../words';
import { useWords } from '../words-provider';
import { kindKeys } from './chart-entry';
import { interruptionSentence } from './time-control';

const pause = 5_000;
const most = 6;

/** What changed between two views, as one message; null when nothing that matters did. That time went on is told where somebody waited for it. */
export function changeSentence(
  before: EncounterView,
  after: EncounterView,
  words: Words,
  live = false,
): string | null {
  const { t, clock } = words;
  const entries = after.chart.filter(({ index }) => index >= before.chart.length);
  const heard = (view: EncounterView) => new Set(view.alarms.map(({ vital, side }) => `${vital} ${side}`));
  const old = heard(before);
  const alarms = after.alarms.filter(({ vital, side }) => !old.has(`${vital} ${side}`));
  const over = before.alarms.filter(({ vital, side }) => !heard(after).has(`${vital} ${side}`));
  const label = (id: string) => plain(after.monitor.find((vital) => vital.id === id)?.label ?? [id]);
  const parts = [
    ...entries
      .slice(-most)
      .map((entry) =>
        [
          `${t(kindKeys[entry.kind])}: ${entry.title}`,
          entry.prose === null || entries.length > 3 ? '' : plain(entry.prose),
          entry.critical ? t('chart.critical') : '',
        ]
          .filter(Boolean)
          .join('. '),
      ),
    ...alarms.map(({ vital, side }) =>
      t(side === 'low' ? 'announce.low' : 'announce.high', { vital: label(vital) }),
    ),
    ...over.map(({ vital }) => t('announce.over', { vital: label(vital) })),
    ...(after.interrupted.length > 0 ? [interruptionSentence(after, words) ?? ''] : []),
  ].filter(Boolean);
  if (parts.length === 0 && (live || after.now === before.now)) return null;
  return [clock(after.arrival, after.now), ...parts].join('. ');
}

/** `live`: time runs by itself, and its passing is not told. `aside` is told once when it changes. */
export const Announcer = memo(function Announcer({
  view,
  live = false,
  aside = null,
}: {
  readonly view: EncounterView;
  readonly live?: boolean;
  readonly aside?: string | null;
}) {
  const words = useWords();
  const [said, setSaid] = useState('');
  const told = useRef({ view, aside });
  const lastAt = useRef(-pause);
  useEffect(() => {
    if (told.current.view === view && told.current.aside === aside) return;
    const wait = Math.max(0, lastAt.current + pause - performance.now());
    const timer = setTimeout(() => {
      const sentences = [
        told.current.view === view ? null : changeSentence(told.current.view, view, words, live),
        told.current.aside === aside ? null : aside,
      ].filter((sentence) => sentence !== null);
      told.current = { view, aside };
      if (sentences.length === 0) return;
      lastAt.current = performance.now();
      setSaid(sentences.join(' '));
    }, wait);
    return () => clearTimeout(timer);
  }, [view, aside, live, words]);
  return <output className="sr-only">{said}</output>;
});
