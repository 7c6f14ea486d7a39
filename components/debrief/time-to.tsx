// Time to the key steps, each as a mark on a strip with the windows in which it counts.
import { Check, X } from 'lucide-react';
import type { DebriefView } from '#machines/ledger';
import { plain } from '../prose';
import { ScrollAcross } from '../ui/scroll-across';
import type { Words } from '../words';
import { momentHref } from './moment';

type Row = DebriefView['timeTo'][number];

const WIDTH = 300;
const HEIGHT = 22;
const TICKS = [1800, 3600, 7200, 21_600, 43_200, 86_400, 259_200, 604_800, 2_419_200];

/** Where a second stands on the strip: minutes are wide apart, days close together. */
const placeOf = (at: number, end: number): number =>
  (Math.log1p(Math.min(at, end) / 600) / Math.log1p(end / 600)) * WIDTH;

function Strip({ row, end }: { readonly row: Row; readonly end: number }) {
  const best = row.windows[0]?.credit;
  return (
    <svg
      viewBox={`-6 0 ${WIDTH + 12} ${HEIGHT}`}
      className="print-wide block h-[22px] w-full min-w-[15rem]"
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
        <path d={`M${placeOf(row.at, end)} 1v${HEIGHT - 2}`} className="stroke-ink" strokeWidth={3} />
      )}
    </svg>
  );
}

export function TimeTo({ view, words }: { readonly view: DebriefView; readonly words: Words }) {
  const { t, number } = words;
  const rows = view.timeTo;
  if (rows.length === 0) return null;
  const end = Math.max(
    3600,
    ...rows.flatMap(({ at, windows }) => [at ?? 0, ...windows.map(({ from, to }) => to ?? from)]),
  );
  return (
    <ScrollAcross label={t('timeto.title')}>
      <table className="figures print-wide w-full min-w-[38rem] text-sm">
        <caption className="eyebrow pb-1 text-left">{t('timeto.title')}</caption>
        <thead className="text-left text-xs text-muted">
          <tr className="border-b border-edge">
            <th scope="col" className="py-1 pr-4 font-medium">
              {t('timeto.what')}
            </th>
            <th scope="col" className="py-1 pr-4 font-medium">
              {t('timeto.yours')}
            </th>
            <th scope="col" className="w-[42%] py-1 pr-4 font-medium">
              {t('timeto.window')}
            </th>
            <th scope="col" className="py-1 text-right font-medium">
              {t('diagnosis.points')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const line = view.sheet.lines.find(({ rule }) => rule === row.rule);
            const full = line !== undefined && line.points === line.most;
            return (
              <tr key={row.rule} className="border-b border-rule/70 align-top">
                <th scope="row" className="py-2 pr-4 text-left font-normal">
                  <a href={`#line-${row.rule}`} className="hover:text-accent hover:underline">
                    {plain(view.reasons[row.rule]?.label ?? [row.rule])}
                  </a>
                </th>
                <td
                  className={`py-2 pr-4 font-semibold whitespace-nowrap ${row.at === null ? 'text-alert' : ''}`}
                >
                  {row.at === null ? (
                    t('ledger.never')
                  ) : (
                    <a href={momentHref(row.at)} className="underline underline-offset-2 hover:text-accent">
                      T+{words.span(row.at)}
                    </a>
                  )}
                </td>
                <td className="py-2 pr-4">
                  <Strip row={row} end={end} />
                  <span className="text-xs text-muted">
                    {plain(view.reasons[row.rule]?.window ?? [row.full])}
                  </span>
                </td>
                <td className="py-2 text-right whitespace-nowrap">
                  {full ? (
                    <Check aria-hidden size={14} className="mr-1 inline text-good" />
                  ) : (
                    <X aria-hidden size={14} className="mr-1 inline text-alert" />
                  )}
                  {number(line?.points ?? 0)} <span className="text-muted">/ {number(line?.most ?? 0)}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
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
    </ScrollAcross>
  );
}
