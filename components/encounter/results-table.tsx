// Laboratory values as a table by time: reference range, flag in words and shape, remarks of the laboratory.
'use client';
import type { ChartEntry, ValueView } from '#machines/view';
import { plain } from '../prose';
import { unitText } from '../unit-text';
import { useWords } from '../words-provider';

const shapes = { low: '↓', high: '↑', 'critical-low': '↓↓', 'critical-high': '↑↑' } as const;
const flagKeys = {
  low: 'flag.low',
  high: 'flag.high',
  'critical-low': 'flag.critical-low',
  'critical-high': 'flag.critical-high',
} as const;

export function Flag({ flag }: { readonly flag: ValueView['flag'] }) {
  const { t } = useWords();
  if (flag === null) return null;
  return (
    <span
      className={`ml-1 text-xs font-bold ${flag.startsWith('critical') ? 'rounded-sm bg-alert px-1 text-sheet' : 'text-alert'}`}
    >
      <span aria-hidden>{shapes[flag]}</span>
      <span className="sr-only">{t(flagKeys[flag])}</span>
    </span>
  );
}

export function rangeOf(value: ValueView, number: (value: number) => string): string {
  if (value.low !== null && value.high !== null) return `${number(value.low)}–${number(value.high)}`;
  if (value.high !== null) return `< ${number(value.high)}`;
  return value.low === null ? '' : `> ${number(value.low)}`;
}

/** One report: a row per analyte. */
export function ValueRows({
  values,
  caption,
}: {
  readonly values: readonly ValueView[];
  readonly caption: string;
}) {
  const { t, number, value: written } = useWords();
  return (
    <table className="figures mt-1 w-full text-sm">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('results.analyte')}</th>
          <th scope="col">{t('results.value')}</th>
          <th scope="col">{t('results.range')}</th>
        </tr>
      </thead>
      <tbody>
        {values.map((value) => (
          <tr key={value.analyte} className="border-t border-rule/70 align-baseline">
            <th scope="row" className="py-1 pr-2 text-left font-normal">
              {value.name}
              {value.note !== null && <span className="block text-xs text-caution">{plain(value.note)}</span>}
            </th>
            <td
              className={`py-1 pr-2 ${value.number === null ? '' : 'whitespace-nowrap'} ${value.flag === null ? '' : 'font-semibold'}`}
            >
              {written(value.value)}{' '}
              <span className="text-xs font-normal text-muted">{unitText(value.unit)}</span>
              <Flag flag={value.flag} />
            </td>
            <td className="py-1 text-right text-xs whitespace-nowrap text-muted">{rangeOf(value, number)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** All reports so far: analytes down, times across, the newest first. */
export function ResultsTable({
  entries,
  arrival,
}: {
  readonly entries: readonly ChartEntry[];
  readonly arrival: number;
}) {
  const { t, number, clock, day, value: written } = useWords();
  const reports = entries.filter(({ values }) => values.length > 0);
  if (reports.length === 0) return <p className="p-4 text-sm text-muted">{t('results.nothing')}</p>;
  const times = [...new Set(reports.map(({ at }) => at))].toSorted((a, b) => b - a);
  const rows = new Map<string, { readonly value: ValueView; readonly at: Map<number, ValueView> }>();
  for (const report of reports) {
    for (const value of report.values) {
      const row = rows.get(value.analyte) ?? { value, at: new Map<number, ValueView>() };
      row.at.set(report.at, value);
      rows.set(value.analyte, row);
    }
  }
  return (
    // Wide tables scroll inside themselves; the region can be reached and scrolled with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="h-full overflow-auto -outline-offset-2" tabIndex={0} aria-label={t('results.table')}>
      <table className="figures w-full border-collapse text-sm">
        <thead>
          <tr className="border-b border-edge text-left text-xs text-muted">
            <th scope="col" className="sticky top-0 left-0 z-2 bg-sheet py-2 pr-3 pl-4 font-medium">
              {t('results.analyte')}
            </th>
            <th scope="col" className="sticky top-0 z-1 bg-sheet py-2 pr-4 text-right font-medium">
              {t('results.range')}
            </th>
            {times.map((at) => (
              <th
                key={at}
                scope="col"
                className="sticky top-0 z-1 bg-sheet py-2 pr-4 text-right font-semibold whitespace-nowrap text-ink"
              >
                {day(arrival, at) > 1 && (
                  <span className="font-normal text-muted">{t('band.day', { day: day(arrival, at) })} </span>
                )}
                {clock(arrival, at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows.values()].map(({ value, at }) => (
            <tr key={value.analyte} className="border-b border-rule/70 align-baseline">
              <th
                scope="row"
                className="sticky left-0 max-w-44 bg-sheet py-1.5 pr-3 pl-4 text-left font-normal"
              >
                {value.name}
              </th>
              <td className="py-1.5 pr-4 text-right text-xs whitespace-nowrap text-muted">
                {rangeOf(value, number)} {unitText(value.unit)}
              </td>
              {times.map((time) => {
                const cell = at.get(time);
                return (
                  <td key={time} className="py-1.5 pr-4 text-right whitespace-nowrap">
                    {cell === undefined ? (
                      <span className="text-muted" aria-hidden>
                        ·
                      </span>
                    ) : (
                      <span className={cell.flag === null ? '' : 'font-semibold'}>
                        {written(cell.value)}
                        <Flag flag={cell.flag} />
                        {cell.note !== null && (
                          <span className="block ml-auto max-w-36 text-2xs font-normal whitespace-normal text-caution">
                            {plain(cell.note)}
                          </span>
                        )}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
