// What stands in the chart, or in one section of it; drawn anew only when that changes.
'use client';
import { memo, startTransition, useEffect, useState } from 'react';
import type { ChartEntry } from '#machines/view';
import { useWords } from '../words-provider';
import { Entry } from './chart-entry';
import { ResultsTable } from './results-table';

/** So many of the newest entries are always laid out, so that the chart's end stands where it belongs. */
const near = 12;

/** A long chart is drawn from here on at first, and what is above right after: it opens at its end, and that must not wait. */
const first = 24;

const minuteOf = (entry: ChartEntry | undefined): number | null =>
  entry === undefined ? null : Math.floor(entry.at / 60);

/** `asTable` gathers results by what was measured; entries from index `freshFrom` on have just arrived; `atEnd` is the chart that opens at its end. */
export const ChartEntries = memo(function ChartEntries({
  shown,
  asTable,
  arrival,
  freshFrom,
  atEnd,
  figureUrl,
  enlarge,
}: {
  readonly shown: readonly ChartEntry[];
  readonly asTable: boolean;
  readonly arrival: number;
  readonly freshFrom: number;
  readonly atEnd: boolean;
  readonly figureUrl: (figure: string) => string;
  readonly enlarge: (entry: ChartEntry) => void;
}) {
  const { t } = useWords();
  const [whole, setWhole] = useState(!atEnd || shown.length <= first);
  useEffect(() => startTransition(() => setWhole(true)), []);
  if (asTable) return <ResultsTable entries={shown} arrival={arrival} />;
  if (shown.length === 0) return <p className="p-4 text-sm text-muted">{t('chart.empty')}</p>;
  return (
    // Its end is what the first picture shows, before any script has come.
    <ol className={atEnd ? '[&>:last-child]:[scroll-initial-target:nearest]' : ''}>
      {shown.map((entry, place) =>
        whole || place >= shown.length - first ? (
          <Entry
            key={entry.index}
            entry={entry}
            arrival={arrival}
            past={place < shown.length - near}
            same={minuteOf(shown[place - 1]) === minuteOf(entry)}
            fresh={entry.index >= freshFrom && freshFrom > 0}
            figureUrl={figureUrl}
            enlarge={enlarge}
          />
        ) : null,
      )}
    </ol>
  );
});
