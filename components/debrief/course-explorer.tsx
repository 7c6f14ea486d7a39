// The course of the patient to be explored: choose the vital, read off any moment by pointer or keyboard, and play on from there.
'use client';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useUnits } from '../encounter/unit-choice';
import { UnitSwitch } from '../encounter/unit-switch';
import { Button } from '../ui/button';
import { Tabs } from '../ui/tabs';
import { plain } from '../prose';
import { useWords } from '../words-provider';
import { CourseTable } from './course-table';
import { CurveFigure, type Marks } from './curve-figure';
import { type CourseCurve, frame, valueAt, type Who } from './curve-geometry';
import { Legend } from './curve-looks';
import { curveIn, titleOf } from './curve-units';
import { momentOf } from './moment';
import { MomentPanel, type ReplayFrom } from './moment-panel';
import { NumberMark } from './number-mark';

const order: readonly Who[] = ['you', 'reference', 'untreated', 'first', 'second'];
const EARLY = 6 * 3600;

export interface CourseExplorerProps {
  readonly curves: readonly CourseCurve[];
  readonly marks: Marks;
  /** absent: nothing to play on from */
  readonly replay?: ReplayFrom;
  /** last second from which can be played on */
  readonly end: number;
}

const endOf = (curves: readonly CourseCurve[]): number =>
  Math.max(0, ...curves.map(({ points }) => points.at(-1)?.[0] ?? 0));

/** The width of an element in pixels as it is laid out; the usual one until it is known. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>(frame.width);
  useEffect(() => {
    if (element.current === null) return undefined;
    const watch = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.max(260, Math.round(entry.contentRect.width)));
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, []);
  return { element, width };
}

/** Needs the words `curve`, `replay`, `problem` and `results`. */
export function CourseExplorer({ curves, marks, replay, end }: CourseExplorerProps) {
  const words = useWords();
  const { t, number, span } = words;
  const panel = useId();
  const slider = useRef<HTMLInputElement>(null);
  const { element, width } = useWidth();
  const vitals = useMemo(() => [...new Set(curves.map(({ vital }) => vital))], [curves]);
  const [vital, setVital] = useState(vitals[0] ?? '');
  const [at, setAt] = useState<number | null>(null);
  // A moment that was chosen stays while the pointer goes to what can be done from it.
  const [held, setHeld] = useState(false);
  const [units] = useUnits();
  const reported = order.flatMap(
    (who) => curves.find((curve) => curve.vital === vital && curve.who === who) ?? [],
  );
  const shown = reported.map((curve) => curveIn(curve, units));
  const longest = Math.max(600, endOf(shown));
  const long = longest > EARLY * 1.5;
  const [whole, setWhole] = useState(false);
  const until = long && !whole ? EARLY : longest;

  useEffect(() => {
    const follow = () => {
      const moment = momentOf(window.location.hash);
      if (moment === null) return;
      setAt(moment);
      setHeld(true);
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
  const title = titleOf(first);
  const stage = at === null ? undefined : marks.stages.find(({ from, to }) => at >= from && at < to);
  const saidValues = shown
    .map((curve) => {
      const value = at === null ? null : valueAt(curve, at);
      return `${t(`curve.${curve.who}`)} ${value === null ? '–' : number(value, 1)}`;
    })
    .join(', ');
  const point = (second: number, chosen: boolean) => {
    if (held && !chosen) return;
    setAt(second);
    setHeld(chosen);
  };
  return (
    <div>
      <Legend words={words} who={shown.map(({ who }) => who)} />
      <div className="no-print mt-2 border-b">
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
      <div id={panel} role="tabpanel" aria-label={title} className="pt-3">
        <div className="flex flex-wrap items-center justify-between gap-x-3">
          <h3 className="text-sm font-semibold">
            {long && !whole ? t('curve.early', { title }) : long ? t('curve.whole', { title }) : title}
          </h3>
          {first.other !== undefined && (
            <span className="no-print ml-auto">
              <UnitSwitch />
            </span>
          )}
          {long && (
            <Button
              small
              look="quiet"
              className="no-print"
              aria-pressed={whole}
              onClick={() => setWhole(!whole)}
            >
              {t(whole ? 'curve.show-early' : 'curve.show-whole')}
            </Button>
          )}
        </div>
        <div ref={element} className="mt-1">
          <CurveFigure
            curves={shown}
            marks={marks}
            until={until}
            at={at}
            point={point}
            words={words}
            title={title}
            width={width}
          />
          {/* As wide as the axis above, and half a thumb more at each end. */}
          <div className="no-print pr-1 pl-[34px]">
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
              onChange={(event) => point(Number(event.target.value), true)}
              className="block h-6 w-full accent-accent"
            />
          </div>
        </div>
        <p className="mt-1 flex flex-wrap gap-x-5 gap-y-0.5 text-xs text-muted">
          {(marks.keys ?? []).length > 0 && (
            <span className="flex items-center gap-1">
              <NumberMark number="n" /> {t('curve.mark-key')}
            </span>
          )}
          <span>▲ {t(marks.others === undefined ? 'curve.mark-intervention' : 'curve.mark-first')}</span>
          {marks.others !== undefined && <span>△ {t('curve.mark-second')}</span>}
          {marks.results.length > 0 && <span>◇ {t('curve.mark-result')}</span>}
        </p>
        {/* Room for a moment is kept, so that nothing below moves when one is looked at. */}
        <div className="no-print mt-3 min-h-20 rounded-md border bg-raised p-3">
          {at === null ? (
            <p className="text-sm text-muted">
              {t(replay === undefined ? 'curve.read-off' : 'curve.no-moment')}
            </p>
          ) : (
            <MomentPanel
              at={at}
              shown={shown}
              marks={marks}
              replay={replay !== undefined && at < end ? replay : null}
            />
          )}
        </div>
        <CourseTable curves={shown} until={until} words={words} />
      </div>
    </div>
  );
}
