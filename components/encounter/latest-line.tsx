// On a narrow screen: the newest entry of the chart in three lines, wherever one is, and the way to it.
'use client';
import { ChevronRight } from 'lucide-react';
import type { EncounterView } from '#machines/view';
import { plain } from '../prose';
import { useWords } from '../words-provider';
import { kindKeys } from './chart-entry';

export function LatestLine({ view, open }: { readonly view: EncounterView; readonly open: () => void }) {
  const { t, clock } = useWords();
  const entry = view.chart.at(-1);
  if (entry === undefined) return null;
  const said = entry.prose === null ? (entry.detail ?? '') : plain(entry.prose);
  return (
    <button
      type="button"
      onClick={open}
      className="flex w-full items-center gap-2 border-t bg-sheet px-3 py-2 text-left md:hidden"
    >
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2 text-xs">
          <span className="figures font-semibold">{clock(view.arrival, entry.at)}</span>
          <span className="text-muted">{t(kindKeys[entry.kind])}</span>
          <span className="truncate font-medium">{entry.title}</span>
        </span>
        {said !== '' && <span className="story line-clamp-2 text-[0.9375rem] leading-snug">{said}</span>}
        <span className="sr-only">{t('place.open-chart')}</span>
      </span>
      <ChevronRight aria-hidden size={18} className="shrink-0 text-accent" />
    </button>
  );
}
