// Laboratory values as a table by time: reference range, flag in words and shape, remarks of the laboratory.
'use client';
import type { ChartEntry, ValueView } from '#machines/view';
import { plain } from '../prose';
import { unitText } from '../unit-text';
import { useWords } from '../words-provider';
import { Sparkline } from './sparkline';
import { inUnits, type UnitChoice, useUnits } from './unit-choice';
import { UnitSwitch } from './unit-switch';

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

/** The reference interval, with as many decimals as the value beside it. */
export function rangeOf(value: ValueView, write: (value: number, decimals?: number) => string): string {
  const decimals = value.number === null ? undefined : (/[.,](\d+)$/.exec(value.value)?.[1]?.length ?? 0);
  // An interval finer than its value is not rounded away.
  const number = (bound: number): string =>
    write(bound, decimals !== undefined && Number(bound.toFixed(decimals)) === bound ? decimals : undefined);
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
  const [units] = useUnits();
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
        {values
          .map((reported) => inUnits(reported, units))
          .map((value) => (
            <tr key={value.analyte} className="border-t border-rule/70 align-baseline">
              <th scope="row" className="py-1 pr-2 text-left font-normal">
                {value.name}
                {value.note !== null && (
                  <span className="block text-xs text-caution">{plain(value.note)}</span>
                )}
              </th>
              <td
                className={`py-1 pr-2 ${value.number === null ? '' : 'whitespace-nowrap'} ${value.flag === null ? '' : 'font-semibold'}`}
              >
                {written(value.value)}{' '}
                <span className="text-xs font-normal text-muted">{unitText(value.unit)}</span>
                <Flag flag={value.flag} />
              </td>
              <td className="py-1 text-right text-2xs text-muted xs:text-xs xs:whitespace-nowrap">
                {rangeOf(value, number)}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

interface Row {
  readonly value: ValueView;
  /** the report it was last part of */
  readonly report: { readonly title: string; readonly at: number };
  readonly at: Map<number, ValueView>;
}

const minuteOf = (at: number): number => Math.floor(at / 60) * 60;

/** A row per analyte under the report that told it last, the newest report first; the newest value of a minute stands. */
function rowsOf(reports: readonly ChartEntry[], units: UnitChoice): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { at: exact, title, values } of reports) {
    const at = minuteOf(exact);
    for (const reported of values) {
      const value = inUnits(reported, units);
      const row = rows.get(value.analyte) ?? { value, at: new Map<number, ValueView>() };
      row.at.set(at, value);
      rows.set(value.analyte, { ...row, report: { title, at } });
    }
  }
  // Sorting keeps the order within a report.
  return [...rows.values()].toSorted(
    (a, b) => b.report.at - a.report.at || a.report.title.localeCompare(b.report.title),
  );
}

/** Whether another report begins with this row. */
const begins = (rows: readonly Row[], place: number): boolean => {
  const [above, row] = [rows[place - 1]?.report, rows[place]?.report];
  return above?.title !== row?.title || above?.at !== row?.at;
};

/** Numbers of a row by time, oldest first. */
const courseOf = ({ at }: Row): readonly (readonly [number, number])[] =>
  [...at]
    .flatMap(([time, { number }]) => (number === null ? [] : [[time, number] as const]))
    .toSorted(([a], [b]) => a - b);

function Cell({ value }: { readonly value: ValueView | undefined }) {
  const { value: written } = useWords();
  return (
    <td className="py-1.5 pr-4 text-right whitespace-nowrap">
      {value === undefined ? (
        <span className="text-muted" aria-hidden>
          ·
        </span>
      ) : (
        <span className={value.flag === null ? '' : 'font-semibold'}>
          {written(value.value)}
          <Flag flag={value.flag} />
          {value.note !== null && (
            <span className="block ml-auto max-w-36 text-2xs font-normal whitespace-normal text-caution">
              {plain(value.note)}
            </span>
          )}
        </span>
      )}
    </td>
  );
}

/** On a narrow screen the values come first: the course is left out, the range stands below the name. */
const wideOnly = 'max-sm:hidden';
const headClass = 'sticky top-0 z-1 bg-sheet py-2 pr-4 text-right';

/** All reports so far: analytes down, times across, the newest first; the course of what was measured more than once. */
export function ResultsTable({
  entries,
  arrival,
}: {
  readonly entries: readonly ChartEntry[];
  readonly arrival: number;
}) {
  const { t, number, clock, day } = useWords();
  const [units] = useUnits();
  const reports = entries.filter(({ values }) => values.length > 0);
  if (reports.length === 0) return <p className="p-4 text-sm text-muted">{t('results.nothing')}</p>;
  const times = [...new Set(reports.map(({ at }) => minuteOf(at)))].toSorted((a, b) => b - a);
  const rows = rowsOf(reports, units);
  const several = rows.some((row) => courseOf(row).length > 1);
  const convertible = reports.some(({ values }) => values.some(({ other }) => other !== undefined));
  return (
    // Wide tables scroll inside themselves; the region can be reached and scrolled with the keyboard.
    <section
      className="relative h-full overflow-auto -outline-offset-2"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={t('results.table')}
    >
      {convertible && (
        <div className="sticky left-0 flex justify-end px-3 pt-2">
          <UnitSwitch />
        </div>
      )}
      <table className="figures w-full border-collapse text-sm">
        <thead>
          <tr className="border-b border-edge text-left text-xs text-muted">
            <th scope="col" className="sticky top-0 left-0 z-2 bg-sheet py-2 pr-3 pl-4 font-medium">
              {t('results.analyte')}
            </th>
            {several && (
              <th scope="col" className={`${headClass} ${wideOnly} font-medium`}>
                {t('results.course')}
              </th>
            )}
            <th scope="col" className={`${headClass} ${wideOnly} font-medium`}>
              {t('results.range')}
            </th>
            {times.map((at) => (
              <th key={at} scope="col" className={`${headClass} font-semibold whitespace-nowrap text-ink`}>
                {day(arrival, at) > 1 && (
                  <span className="font-normal text-muted">{t('band.day', { day: day(arrival, at) })} </span>
                )}
                {clock(arrival, at)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            const course = courseOf(row);
            const heading = begins(rows, place) ? (
              <tr key={`report ${row.value.analyte}`}>
                <th scope="rowgroup" colSpan={times.length + 3} className="pt-3 text-left">
                  <span className="eyebrow sticky left-0 px-4">{row.report.title}</span>
                </th>
              </tr>
            ) : null;
            return [
              heading,
              <tr key={row.value.analyte} className="border-b border-rule/70 align-baseline">
                <th
                  scope="row"
                  className="sticky left-0 max-w-44 bg-sheet py-1.5 pr-3 pl-4 text-left font-normal"
                >
                  {row.value.name}
                  <span className="block text-2xs text-muted sm:hidden">
                    {rangeOf(row.value, number)} {unitText(row.value.unit)}
                  </span>
                </th>
                {several && (
                  // The numbers stand beside it; the line shows their shape.
                  <td className={`pr-4 text-accent ${wideOnly}`} aria-hidden>
                    {course.length > 1 && (
                      <span className="ml-auto block h-5 w-16">
                        <Sparkline series={course} now={course.at(-1)?.[0] ?? 0} />
                      </span>
                    )}
                  </td>
                )}
                <td className={`py-1.5 pr-4 text-right text-xs whitespace-nowrap text-muted ${wideOnly}`}>
                  {rangeOf(row.value, number)} {unitText(row.value.unit)}
                </td>
                {times.map((time) => (
                  <Cell key={time} value={row.at.get(time)} />
                ))}
              </tr>,
            ];
          })}
        </tbody>
      </table>
    </section>
  );
}
