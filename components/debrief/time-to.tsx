// Time to the key steps, each as a mark on a strip with the windows in which it counts; numbered as on the curve.
import { Check, X } from 'lucide-react';
import type { DebriefView } from '#machines/ledger';
import { plain } from '../prose';
import type { Words } from '../words';
import { momentHref } from './moment';
import { NumberMark } from './number-mark';

type Row = DebriefView['timeTo'][number];

const WIDTH = 300;
const HEIGHT = 22;
const TICKS = [1800, 3600, 7200, 21_600, 43_200, 86_400, 259_200, 604_800, 2_419_200];
/** Ticks whose names are written: the others would touch them. */
const NAMED = new Set([1800, 7200, 21_600, 86_400, 604_800]);
/** One grid for the scale and all rows: number, name, time, strip, points. On a phone the strip has a line of its own. */
const columns =
  'grid grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-3 md:grid-cols-[1.5rem_minmax(0,14rem)_6.5rem_minmax(0,1fr)_5rem]';

/** Where a second stands on the strip: minutes are wide apart, days close together. */
const placeOf = (at: number, end: number): number =>
  (Math.log1p(Math.min(at, end) / 600) / Math.log1p(end / 600)) * WIDTH;

function Strip({ row, end }: { readonly row: Row; readonly end: number }) {
  const best = row.windows[0]?.credit;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="block h-[22px] w-full overflow-visible"
      preserveAspectRatio="none"
      aria-hidden
    >
      <line x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} className="stroke-edge" />
      {row.windows.map(({ credit, from, to }, place) => {
        // A lesser credit is drawn where a better one has ended.
        const better = Math.max(0, ...row.windows.slice(0, place).map((one) => one.to ?? end));
        const left = placeOf(Math.max(from, better), end);
        if ((to ?? end) <= better) return null;
        return (
          <rect
            key={credit}
            x={left}
            width={Math.max(1, placeOf(to ?? end, end) - left)}
            y={credit === best ? 4 : 8}
            height={credit === best ? HEIGHT - 8 : HEIGHT - 16}
            className={credit === best ? 'fill-good/45' : 'fill-caution/35'}
          />
        );
      })}
      {TICKS.filter((at) => at <= end).map((at) => (
        <line
          key={at}
          x1={placeOf(at, end)}
          x2={placeOf(at, end)}
          y1={HEIGHT / 2 - 3}
          y2={HEIGHT / 2 + 3}
          className="stroke-muted"
        />
      ))}
      {row.at !== null && (
        <path
          d={`M${placeOf(row.at, end)} 1v${HEIGHT - 2}`}
          className="stroke-ink"
          strokeWidth={3}
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}

/** The names of some ticks above the strips. */
function Scale({ end, words }: { readonly end: number; readonly words: Words }) {
  const named = TICKS.filter((at) => NAMED.has(at) && at <= end);
  return (
    <div aria-hidden className={`${columns} text-2xs text-muted max-md:hidden`}>
      {/* Without a box of its own the drawing takes shares of the width, and letters keep their shape. */}
      <svg className="figures col-start-4 h-4 w-full overflow-visible fill-muted">
        {[0, ...named].map((at) => (
          <text
            key={at}
            x={`${(placeOf(at, end) / WIDTH) * 100}%`}
            y={11}
            textAnchor={at === 0 ? 'start' : 'middle'}
          >
            {at === 0 ? 'T+0' : words.short(at)}
          </text>
        ))}
      </svg>
    </div>
  );
}

function TimeRow({
  row,
  number,
  end,
  view,
  words,
}: {
  readonly row: Row;
  readonly number: number;
  readonly end: number;
  readonly view: DebriefView;
  readonly words: Words;
}) {
  const { t } = words;
  const line = view.sheet.lines.find(({ rule }) => rule === row.rule);
  const full = line !== undefined && line.points === line.most;
  return (
    <li className={`${columns} items-start gap-y-1 border-t border-rule/80 py-2 text-sm`}>
      <span className="mt-0.5">
        <NumberMark number={number} />
      </span>
      <a href={`#line-${row.rule}`} className="font-medium hover:text-accent hover:underline">
        {plain(view.reasons[row.rule]?.label ?? [row.rule])}
      </a>
      <span className="figures font-semibold whitespace-nowrap max-md:order-1 max-md:col-start-2">
        {row.at === null ? (
          <span className="text-alert">{t('ledger.never')}</span>
        ) : (
          <a href={momentHref(row.at)} className="underline underline-offset-2 hover:text-accent">
            T+{words.span(row.at)}
          </a>
        )}
      </span>
      <span className="min-w-0 max-md:order-2 max-md:col-span-2 max-md:col-start-2">
        <Strip row={row} end={end} />
        <span className="text-xs text-muted">{plain(view.reasons[row.rule]?.window ?? [row.full])}</span>
      </span>
      <span className="figures text-right whitespace-nowrap">
        {full ? (
          <Check aria-hidden size={14} className="mr-1 inline text-good" />
        ) : (
          <X aria-hidden size={14} className="mr-1 inline text-alert" />
        )}
        <span className="font-semibold">{words.number(line?.points ?? 0)}</span>{' '}
        <span className="text-muted">/ {words.number(line?.most ?? 0)}</span>
      </span>
    </li>
  );
}

export function TimeTo({ view, words }: { readonly view: DebriefView; readonly words: Words }) {
  const { t } = words;
  const rows = view.timeTo;
  if (rows.length === 0) return null;
  const end = Math.max(
    3600,
    ...rows.flatMap(({ at, windows }) => [at ?? 0, ...windows.map(({ from, to }) => to ?? from)]),
  );
  return (
    <section
      aria-labelledby="timeto-title"
      className="rounded-lg border bg-sheet p-4 print:break-inside-auto!"
    >
      <h3 id="timeto-title" className="mb-2 font-serif text-lg font-semibold">
        {t('timeto.title')}
      </h3>
      <Scale end={end} words={words} />
      <ol>
        {rows.map((row, place) => (
          <TimeRow key={row.rule} row={row} number={place + 1} end={end} view={view} words={words} />
        ))}
      </ol>
      <p className="flex flex-wrap gap-x-5 gap-y-1 border-t border-rule/80 pt-2 text-xs text-muted">
        {(['full', 'less', 'yours'] as const).map((mark) => (
          <span key={mark} className="flex items-center gap-1.5">
            <svg width={18} height={12} aria-hidden>
              {mark === 'yours' ? (
                <path d="M9 0v12" className="stroke-ink" strokeWidth={3} />
              ) : (
                <rect
                  width={18}
                  y={mark === 'full' ? 0 : 3}
                  height={mark === 'full' ? 12 : 6}
                  className={mark === 'full' ? 'fill-good/45' : 'fill-caution/35'}
                />
              )}
            </svg>
            {t(`timeto.mark.${mark}`)}
          </span>
        ))}
        <span>{t('timeto.scale', { span: words.span(end) })}</span>
      </p>
    </section>
  );
}
