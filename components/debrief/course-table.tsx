// The curves as a table: one row for each span of time, one column for each play.
import { ScrollAcross } from '../ui/scroll-across';
import type { Words } from '../words';
import { type CourseCurve, valueAt } from './curve-geometry';
import { titleOf } from './curve-units';

export function CourseTable({
  curves,
  until,
  words,
}: {
  readonly curves: readonly CourseCurve[];
  readonly until: number;
  readonly words: Words;
}) {
  const [first] = curves;
  if (first === undefined) return null;
  const caption = titleOf(first);
  const step = Math.max(60, Math.ceil(until / 16 / 300) * 300);
  const times = Array.from({ length: Math.floor(until / step) + 1 }, (_, i) => i * step);
  return (
    <details className="no-print mt-2 text-sm">
      <summary className="inline-block py-1 text-accent">{words.t('curve.table')}</summary>
      <ScrollAcross label={caption}>
        <table className="figures mt-1 w-full max-w-xl text-right">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b border-edge text-xs text-muted">
              <th scope="col" className="py-1 text-left font-medium">
                {words.t('curve.time')}
              </th>
              {curves.map(({ who }) => (
                <th key={who} scope="col" className="py-1 pl-4 font-medium">
                  {words.t(`curve.${who}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {times.map((at) => (
              <tr key={at} className="border-b border-rule/70">
                <th scope="row" className="py-1 text-left font-normal">
                  T+{words.span(at)}
                </th>
                {curves.map((curve) => {
                  const value = valueAt(curve, at);
                  return (
                    <td key={curve.who} className="py-1 pl-4">
                      {value === null ? '–' : words.number(value, 1)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollAcross>
    </details>
  );
}
