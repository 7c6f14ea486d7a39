// The course of the patient to be explored: choose the vital, read off any moment by pointer or keyboard, and play on from there.
'use client';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { Tabs } from '../ui/tabs';
import { plain } from '../prose';
import { useWords } from '../words-provider';
import { CourseTable } from './course-table';
import { type CourseCurve, valueAt, type Who } from './curve-geometry';
import { CurveFigure, type Marks } from './curve-figure';
import { Legend } from './curve-looks';
import { momentOf } from './moment';

const order: readonly Who[] = ['you', 'reference', 'untreated', 'first', 'second'];
const EARLY = 6 * 3600;
/** Marks this near to the moment are told with it, seconds. */
const NEAR = 150;

export interface CourseExplorerProps {
  readonly curves: readonly CourseCurve[];
  readonly marks: Marks;
  /** opens a new attempt at a second of patient time and goes there; resolves to the code of a problem. Absent: nothing to play on from */
  readonly replay?: (at: number) => Promise<string | null>;
  /** last second from which can be played on */
  readonly end: number;
}

const endOf = (curves: readonly CourseCurve[]): number =>
  Math.max(0, ...curves.map(({ points }) => points.at(-1)?.[0] ?? 0));

function Replay({
  at,
  replay,
}: {
  readonly at: number;
  readonly replay: (at: number) => Promise<string | null>;
}) {
  const { t, find, span } = useWords();
  const [state, setState] = useState<'idle' | 'opening' | { readonly problem: string }>('idle');
  const open = async () => {
    setState('opening');
    const problem = await replay(at);
    if (problem !== null) setState({ problem: find(`problem.${problem}`) ?? t('problem.unexpected') });
  };
  return (
    <div className="no-print">
      <Button look="strong" disabled={state === 'opening'} onClick={() => void open()}>
        {t('replay.go', { span: span(at) })}
      </Button>
      <p role="alert" className="mt-1 text-sm text-alert empty:hidden">
        {typeof state === 'object' ? state.problem : ''}
      </p>
    </div>
  );
}

/** Needs the words `curve`, `replay` and `problem`. */
export function CourseExplorer({ curves, marks, replay, end }: CourseExplorerProps) {
  const words = useWords();
  const { t, number, span } = words;
  const panel = useId();
  const slider = useRef<HTMLInputElement>(null);
  const vitals = useMemo(() => [...new Set(curves.map(({ vital }) => vital))], [curves]);
  const [vital, setVital] = useState(vitals[0] ?? '');
  const [at, setAt] = useState<number | null>(null);
  const shown = order.flatMap(
    (who) => curves.find((curve) => curve.vital === vital && curve.who === who) ?? [],
  );
  const longest = Math.max(600, endOf(shown));
  const long = longest > EARLY * 1.5;
  const [whole, setWhole] = useState(false);
  const until = long && !whole ? EARLY : longest;

  useEffect(() => {
    const follow = () => {
      const moment = momentOf(window.location.hash);
      if (moment === null) return;
      setAt(moment);
      if (moment > EARLY) setWhole(true);
      slider.current?.scrollIntoView({ block: 'center' });
      slider.current?.focus({ preventScroll: true });
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  const [first] = shown;
  if (first === undefined) return null;
  const title = `${plain(first.label)}, ${first.unit}`;
  const stage = at === null ? undefined : marks.stages.find(({ from, to }) => at >= from && at < to);
  const near = (one: { readonly at: number }) => at !== null && Math.abs(one.at - at) <= NEAR;
  const values = shown.map((curve) => ({ who: curve.who, value: at === null ? null : valueAt(curve, at) }));
  const saidValues = values
    .map(({ who, value }) => `${t(`curve.${who}`)} ${value === null ? '–' : number(value, 1)}`)
    .join(', ');
  return (
    <div>
      <Legend words={words} who={shown.map(({ who }) => who)} />
      <div className="no-print mt-2 flex flex-wrap items-center gap-2 border-b">
        <div className="min-w-0 flex-1">
          <Tabs
            label={t('curve.choose')}
            panel={panel}
            chosen={vital}
            choose={setVital}
            tabs={vitals.map((id) => ({
              id,
              label: plain(curves.find((curve) => curve.vital === id)?.label ?? [id]),
            }))}
          />
        </div>
        {long && (
          <Button small look="quiet" aria-pressed={whole} onClick={() => setWhole(!whole)}>
            {t(whole ? 'curve.show-early' : 'curve.show-whole')}
          </Button>
        )}
      </div>
      <div id={panel} role="tabpanel" aria-label={title} className="pt-3">
        <h3 className="text-sm font-semibold">
          {long && !whole ? t('curve.early', { title }) : long ? t('curve.whole', { title }) : title}
        </h3>
        <div className="mt-1 overflow-x-auto">
          <div className="print-wide print-narrow min-w-[36rem]">
            <CurveFigure
              curves={shown}
              marks={marks}
              until={until}
              at={at}
              point={setAt}
              words={words}
              title={title}
            />
            <div className="no-print pr-[1.4%] pl-[5.3%]">
              <input
                ref={slider}
                type="range"
                min={0}
                max={until}
                step={60}
                value={Math.min(at ?? 0, until)}
                aria-label={t('curve.moment')}
                aria-valuetext={
                  at === null
                    ? t('curve.no-moment')
                    : `T+${span(at)}${stage === undefined ? '' : `, ${plain(stage.label)}`}: ${saidValues}`
                }
                onChange={(event) => setAt(Number(event.target.value))}
                className="block h-6 w-full accent-accent"
              />
            </div>
          </div>
        </div>
        <p className="mt-1 flex flex-wrap gap-x-5 text-xs text-muted">
          <span>▲ {t('curve.mark-intervention')}</span>
          <span>◇ {t('curve.mark-result')}</span>
        </p>
        {at === null ? (
          <p className="no-print mt-2 text-sm text-muted">
            {t(replay === undefined ? 'curve.read-off' : 'curve.no-moment')}
          </p>
        ) : (
          <div className="no-print mt-3 grid gap-4 rounded-md border bg-raised p-3 sm:grid-cols-[minmax(0,1fr)_auto]">
            <div className="min-w-0">
              <p className="figures font-semibold">
                T+{span(at)}
                {stage !== undefined && (
                  <span className="ml-2 font-normal text-muted">{plain(stage.label)}</span>
                )}
              </p>
              <dl className="figures mt-1 flex flex-wrap gap-x-6 text-sm">
                {values.map(({ who, value }) => (
                  <div key={who} className="flex gap-2">
                    <dt className="text-muted">{t(`curve.${who}`)}</dt>
                    <dd className="font-semibold">{value === null ? '–' : number(value, 1)}</dd>
                  </div>
                ))}
              </dl>
              <ul className="mt-1 text-sm empty:hidden">
                {marks.interventions.filter(near).map((one) => (
                  <li key={`i ${one.at} ${one.item} ${one.detail ?? ''}`}>
                    <span aria-hidden>▲ </span>
                    {one.name} {one.detail !== null && <span className="text-muted">{one.detail}</span>}
                  </li>
                ))}
                {marks.results.filter(near).map((one) => (
                  <li key={`r ${one.at} ${one.item}`} className="text-muted">
                    <span aria-hidden>◇ </span>
                    {one.name}
                  </li>
                ))}
              </ul>
            </div>
            {replay !== undefined && at < end && <Replay key={at} at={at} replay={replay} />}
          </div>
        )}
        <CourseTable curves={shown} until={until} words={words} />
      </div>
    </div>
  );
}
