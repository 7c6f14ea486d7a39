// The points of every domain as bars, and the lines that cost most: the result at a glance.
import type { DebriefView, LedgerLine } from '#machines/ledger';
import { plain } from '../prose';
import type { Words } from '../words';

type Parts = { readonly view: DebriefView; readonly words: Words };

/** Points that a line lost: what was not earned, or what harm took away. */
const lostBy = ({ kind, points, most }: LedgerLine): number => (kind === 'harm' ? -points : most - points);

/** The lines that cost most, at most so many; the costliest first, of equals the first of the ledger. */
export function costliest(view: DebriefView, most: number): readonly LedgerLine[] {
  return view.sheet.lines
    .filter((line) => line.state !== 'hint' && lostBy(line) > 0)
    .toSorted((a, b) => lostBy(b) - lostBy(a))
    .slice(0, most);
}

export function DomainBars({ view, words }: Parts) {
  const { t, number } = words;
  return (
    <div>
      <h3 className="eyebrow mb-1">{t('compare.domains')}</h3>
      <ul className="text-sm">
        {view.sheet.domains.map(({ id, points, most }) => {
          const share = most <= 0 ? 0 : Math.max(0, Math.min(1, points / most));
          return (
            <li
              key={id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-0.5 sm:grid-cols-[minmax(0,1fr)_34%_5rem]"
            >
              <span>{plain(view.domains.find((domain) => domain.id === id)?.name ?? [id])}</span>
              <svg
                viewBox="0 0 100 8"
                preserveAspectRatio="none"
                className="block h-2 w-full max-sm:hidden"
                aria-hidden
              >
                <rect width={100} height={8} className="fill-rule" />
                <rect width={share * 100} height={8} className="fill-accent" />
              </svg>
              <span className="figures text-right whitespace-nowrap">
                <span className="font-semibold">{number(points)}</span>{' '}
                <span className="text-muted">/ {number(most)}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

export function Costliest({ view, words }: Parts) {
  const lines = costliest(view, 4);
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className="eyebrow">{words.t('sum.costliest')}</h3>
      <ul className="mt-1 text-sm">
        {lines.map((line) => (
          <li key={line.rule} className="flex items-baseline justify-between gap-3 py-0.5">
            <a href={`#line-${line.rule}`} className="min-w-0 hover:text-accent hover:underline">
              {plain(view.reasons[line.rule]?.label ?? [line.rule])}
            </a>
            <span className="figures shrink-0 text-alert">−{words.number(lostBy(line))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
