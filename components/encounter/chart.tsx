// The chart: the story as it unfolds, newest last, with tabs for what one is looking for.
'use client';
import {
  lazy,
  memo,
  Suspense,
  useDeferredValue,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ChartEntry } from '#machines/view';
import { plain } from '../prose';
import { Dialog } from '../ui/dialog';
import { Tabs } from '../ui/tabs';
import { useWords } from '../words-provider';
import { ChartEntries } from './chart-entries';
import { holdAtEnd } from './hold-at-end';

// Fetched when first opened: most of a play goes without them.
const TracingViewer = lazy(async () => ({ default: (await import('../ecg/tracing-viewer')).TracingViewer }));
const ImageViewer = lazy(async () => ({ default: (await import('../imaging/image-viewer')).ImageViewer }));

const sections = {
  all: null,
  history: ['story', 'question'],
  examination: ['look', 'examination'],
  results: ['result'],
  imaging: ['imaging'],
  treatments: ['order', 'treatment', 'declined', 'reply', 'location'],
  notes: ['note', 'checkpoint'],
} as const satisfies { readonly [tab: string]: readonly ChartEntry['kind'][] | null };
type Section = keyof typeof sections;
const sectionIds = ['all', 'history', 'examination', 'results', 'imaging', 'treatments', 'notes'] as const;

function entriesOf(chart: readonly ChartEntry[], section: Section): readonly ChartEntry[] {
  const kinds: readonly ChartEntry['kind'][] | null = sections[section];
  if (kinds === null) return chart;
  if (section === 'imaging') return chart.filter(({ kind, figure }) => kind === 'imaging' || figure !== null);
  return chart.filter(({ kind }) => kinds.includes(kind));
}

export const Chart = memo(function Chart({
  chart,
  arrival,
  figureUrl,
}: {
  readonly chart: readonly ChartEntry[];
  readonly arrival: number;
  readonly figureUrl: (figure: string) => string;
}) {
  const { t } = useWords();
  const [chosen, choose] = useState<Section>('all');
  // The tab answers at once; what it opens is drawn right after.
  const section = useDeferredValue(chosen);
  const [large, setLarge] = useState<ChartEntry | null>(null);
  const panel = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(chart.length);
  const [freshFrom, setFreshFrom] = useState(chart.length);
  if (chart.length !== seen) {
    setFreshFrom(seen);
    setSeen(chart.length);
  }
  // A case is read from its beginning, a play that is taken up again from where it stands.
  const arriving = chart.every(({ at }) => at === 0);
  // The first new entry is brought into view; focus stays where the learner works.
  useEffect(() => {
    const box = scroller.current;
    if (box === null || section !== 'all') return;
    const first = box.querySelector<HTMLElement>(`#entry-${chart[freshFrom]?.index ?? -1}`);
    if (first === null) return arriving ? undefined : holdAtEnd(box);
    if (box.scrollHeight > box.clientHeight) box.scrollTop = first.offsetTop - 48;
    // Follows the chart's growth only: changing the tab keeps its own place.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [chart.length]);
  // On a narrow screen it may have grown while something else was shown: it comes back at its end.
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    let height = box.clientHeight;
    const watch = new ResizeObserver(() => {
      if (height === 0 && box.clientHeight > 0 && section === 'all' && !arriving)
        box.scrollTop = box.scrollHeight;
      height = box.clientHeight;
    });
    watch.observe(box);
    return () => watch.disconnect();
  }, [section, arriving]);
  // The whole chart opens at its end, a section at its beginning.
  const opened = useRef(section);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box === null || opened.current === section) return;
    opened.current = section;
    box.scrollTop = section === 'all' ? box.scrollHeight : 0;
  }, [section]);
  const shown = useMemo(() => entriesOf(chart, section), [chart, section]);
  const counts = useMemo(() => sectionIds.map((id) => entriesOf(chart, id).length), [chart]);
  return (
    <section
      aria-labelledby={`${panel}-title`}
      className="flex min-h-0 flex-1 flex-col rounded-lg border bg-sheet shadow-sheet"
    >
      <h2 id={`${panel}-title`} className="sr-only">
        {t('chart.title')}
      </h2>
      <div className="border-b px-2 sm:px-3">
        <Tabs
          label={t('chart.sections')}
          panel={panel}
          chosen={chosen}
          choose={choose}
          tabs={sectionIds.map((id, place) => ({
            id,
            label: t(`chart.tab.${id}`),
            ...(id === 'all' ? {} : { count: counts[place] ?? 0 }),
          }))}
        />
      </div>
      {/* The chart scrolls inside itself, so it must be reachable with the keyboard. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */}
      <div
        ref={scroller}
        id={panel}
        role="tabpanel"
        aria-label={t(`chart.tab.${section}`)}
        aria-busy={chosen !== section}
        tabIndex={0}
        className="relative min-h-0 flex-1 overflow-y-auto -outline-offset-2"
      >
        {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
        <ChartEntries
          shown={shown}
          asTable={section === 'results'}
          arrival={arrival}
          freshFrom={freshFrom}
          atEnd={section === 'all' && !arriving}
          figureUrl={figureUrl}
          enlarge={setLarge}
        />
      </div>
      {large !== null && (
        <Dialog wide title={large.title} close={() => setLarge(null)} closeLabel={t('dialog.close')}>
          <Suspense fallback={<p className="text-sm text-muted">{t('chart.opening')}</p>}>
            <Enlarged entry={large} figureUrl={figureUrl} />
          </Suspense>
        </Dialog>
      )}
    </section>
  );
});

/** A picture to look at closely, or the tracing that was recorded. */
function Enlarged({
  entry,
  figureUrl,
}: {
  readonly entry: ChartEntry;
  readonly figureUrl: (figure: string) => string;
}) {
  if (entry.figure !== null) {
    const alt = plain(entry.figure.alt);
    return (
      <>
        <ImageViewer src={figureUrl(entry.figure.id)} alt={alt} />
        <p className="mt-2 text-sm">{alt}</p>
      </>
    );
  }
  return entry.tracing === undefined ? null : <TracingViewer tracing={entry.tracing} />;
}
