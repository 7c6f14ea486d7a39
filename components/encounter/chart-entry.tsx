// One entry of the chart: patient time in the margin, what it is, and what was said, seen or measured.
'use client';
import { Activity, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { ChartEntry } from '#machines/view';
import { plain, Prose } from '../prose';
import { Button } from '../ui/button';
import type { WordKey } from '../words';
import { useWords } from '../words-provider';
import { ValueRows } from './results-table';

export const kindKeys: { readonly [kind in ChartEntry['kind']]: WordKey } = {
  story: 'kind.story',
  look: 'kind.look',
  question: 'kind.question',
  examination: 'kind.examination',
  order: 'kind.order',
  result: 'kind.result',
  imaging: 'kind.imaging',
  treatment: 'kind.treatment',
  reply: 'kind.reply',
  event: 'kind.event',
  note: 'kind.note',
  checkpoint: 'kind.checkpoint',
  declined: 'kind.declined',
  location: 'kind.location',
  phase: 'kind.phase',
};

/** Entries that are one quiet line: something was requested or started. */
const quiet = (entry: ChartEntry) =>
  entry.prose === null && entry.values.length === 0 && entry.figure === null;

function Heading({ entry }: { readonly entry: ChartEntry }) {
  const { t, find } = useWords();
  const said = entry.code === null ? null : find(`entry.${entry.code}`);
  return (
    <h3 className={`flex flex-wrap items-baseline gap-x-2 ${quiet(entry) ? 'text-sm' : 'text-[0.9375rem]'}`}>
      <span className="eyebrow shrink-0">{t(kindKeys[entry.kind])}</span>
      {entry.title !== '' && (
        <span className={quiet(entry) ? 'font-medium' : 'font-semibold'}>{entry.title}</span>
      )}
      {said !== null && <span className="text-sm font-normal text-muted">{said}</span>}
      {entry.critical && (
        <span className="inline-flex items-center gap-1 rounded-sm bg-alert px-1.5 text-xs font-semibold text-sheet">
          <TriangleAlert aria-hidden size={12} />
          {t('chart.critical')}
        </span>
      )}
    </h3>
  );
}

export const Entry = memo(function Entry({
  entry,
  arrival,
  past,
  same,
  fresh,
  figureUrl,
  enlarge,
}: {
  readonly entry: ChartEntry;
  /** the entry above is of the same minute */
  readonly same: boolean;
  readonly arrival: number;
  /** far above what is being read: laid out only when it is scrolled to, still found by the reader's search */
  readonly past: boolean;
  readonly fresh: boolean;
  readonly figureUrl: (figure: string) => string;
  readonly enlarge: (entry: ChartEntry) => void;
}) {
  const { t, clock, short, day } = useWords();
  const speech = entry.kind === 'question';
  const line = quiet(entry);
  return (
    <li
      id={`entry-${entry.index}`}
      className={`grid grid-cols-[3.6rem_minmax(0,1fr)] sm:grid-cols-[4.5rem_minmax(0,1fr)] ${fresh ? 'arrives' : ''} ${past ? '[contain-intrinsic-block-size:auto_5rem] [content-visibility:auto]' : ''}`}
    >
      <p className={`figures pr-2 text-right text-xs leading-5 text-muted sm:pr-3 ${line ? 'py-1' : 'py-2'}`}>
        {/* One minute's entries share its time, which readers of the screen hear with each. */}
        <span className={same ? 'sr-only' : 'font-semibold text-ink'}>{clock(arrival, entry.at)}</span>
        {!same && (!line || day(arrival, entry.at) > 1) && (
          <span className="block text-2xs">
            {day(arrival, entry.at) > 1
              ? t('band.day', { day: day(arrival, entry.at) })
              : `+${short(entry.at - (entry.at >= 60 ? entry.at % 60 : 0))}`}
          </span>
        )}
      </p>
      <article
        className={`margin-rule min-w-0 border-b border-b-rule/70 pr-3 pl-3 sm:pr-5 sm:pl-4 ${line ? 'py-1' : 'py-2'}`}
      >
        <Heading entry={entry} />
        {entry.detail !== null && (
          <p
            className={`figures text-sm ${entry.kind === 'note' ? 'story whitespace-pre-wrap' : 'text-muted'}`}
          >
            {entry.detail}
          </p>
        )}
        {entry.prose !== null && (
          <Prose of={entry.prose} className={`story mt-0.5 max-w-[62ch] ${speech ? 'italic' : ''}`} />
        )}
        {entry.values.length > 0 && <ValueRows values={entry.values} caption={entry.title} />}
        {entry.tracing !== undefined && (
          <Button small className="mt-2" onClick={() => enlarge(entry)}>
            <Activity aria-hidden size={14} />
            {t('ecg.open')}
          </Button>
        )}
        {entry.figure !== null && (
          <button
            type="button"
            onClick={() => enlarge(entry)}
            className="mt-2 block w-full max-w-xs overflow-hidden rounded-md border border-edge bg-screen"
          >
            {/* Drawings of the case come from the attempt's own address, which the image optimiser may not read. */}
            {/* oxlint-disable-next-line nextjs/no-img-element */}
            <img
              src={figureUrl(entry.figure.id)}
              alt={plain(entry.figure.alt)}
              className="block w-full"
              loading="lazy"
            />
            <span className="block bg-sheet px-2 py-1 text-left text-xs text-accent">
              {t('chart.enlarge')}
            </span>
          </button>
        )}
      </article>
    </li>
  );
});
