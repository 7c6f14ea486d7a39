// The ledger: every point with its reason, its window, its steps and times, and where it comes from. Its sum is the score.
import { Key } from 'lucide-react';
import { Fragment } from 'react';
import type { DebriefView, LedgerLine } from '#machines/ledger';
import { plain, Prose } from '../prose';
import type { Words } from '../words';
import { LedgerFilter, type LedgerSection } from './ledger-filter';
import { StateSign, stateColour } from './line-state';
import { momentHref } from './moment';
import { SourceList } from './sources';

type Names = { readonly [item: string]: string };

export const signed = (words: Words, points: number): string =>
  points > 0 ? `+${words.number(points)}` : words.number(points);

function Steps({
  line,
  names,
  words,
}: {
  readonly line: LedgerLine;
  readonly names: Names;
  readonly words: Words;
}) {
  if (line.steps.length === 0) return <>{words.t('ledger.nosteps')}</>;
  return (
    <>
      {line.steps.map(({ sequence, at, item }, place) => (
        <Fragment key={`${sequence} ${at} ${item}`}>
          {place > 0 && ' · '}
          <a href={momentHref(at)} className="text-accent underline underline-offset-2">
            {words.t('ledger.step', { sequence, name: names[item] ?? item, span: words.span(at) })}
          </a>
        </Fragment>
      ))}
    </>
  );
}

/** When it was met, with the way to that moment on the curve. */
function Met({ line, words }: { readonly line: LedgerLine; readonly words: Words }) {
  const { at } = line;
  if (at === null) return <>{words.t('ledger.never')}</>;
  return (
    <>
      T+{words.span(at)}{' '}
      <a href={momentHref(at)} className="no-print ml-2 text-accent underline underline-offset-2">
        {words.t('ledger.show')}
      </a>
    </>
  );
}

export function Line({
  line,
  view,
  names,
  words,
}: {
  readonly line: LedgerLine;
  readonly view: DebriefView;
  readonly names: Names;
  readonly words: Words;
}) {
  const { t, number } = words;
  const reason = view.reasons[line.rule];
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [t('ledger.window'), reason?.window === undefined ? line.window : plain(reason.window)],
    [t('ledger.met'), <Met key="met" line={line} words={words} />],
    [t('ledger.steps'), <Steps key="steps" line={line} names={names} words={words} />],
    [t('ledger.evidence'), line.evidence.map((tag) => t(`evidence.${tag}`)).join(' · ')],
  ];
  return (
    <details id={`line-${line.rule}`} className="border-t border-rule/80">
      <summary className="opens flex items-baseline gap-2 py-1.5 -outline-offset-2 hover:text-accent">
        <span
          className={`flex shrink-0 items-center gap-1.5 self-start text-xs leading-6 font-medium whitespace-nowrap max-sm:w-5 sm:w-[6.9rem] ${stateColour(line.state)}`}
        >
          <StateSign state={line.state} />
          <span className="max-sm:sr-only">{t(`state.${line.state}`)}</span>
        </span>
        <span className="min-w-0 flex-1 text-[0.9375rem]">
          {reason === undefined
            ? line.state === 'hint'
              ? t('ledger.hints')
              : line.rule
            : plain(reason.label)}
          {line.keyFeature && (
            <span className="ml-1.5 inline-flex items-center gap-0.5 text-xs whitespace-nowrap text-accent">
              <Key aria-hidden size={12} />
              {t('ledger.key')}
            </span>
          )}
        </span>
        <span className="figures shrink-0 text-sm font-semibold">
          {signed(words, line.points)}
          {line.kind === 'merit' && line.state !== 'hint' && (
            <span className="font-normal text-muted"> / {number(line.most)}</span>
          )}
        </span>
      </summary>
      <div className="mt-1 mb-3 ml-6 border-l-2 border-margin pl-4">
        {reason !== undefined && <Prose of={reason.reason} className="story text-base" />}
        <dl className="mt-2 grid gap-x-4 text-sm sm:grid-cols-[6.5rem_minmax(0,1fr)] sm:gap-y-0.5">
          {rows
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-muted max-sm:mt-1">{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        <SourceList ids={line.sources} view={view} words={words} />
      </div>
    </details>
  );
}

function Bar({ points, most }: { readonly points: number; readonly most: number }) {
  const share = most <= 0 ? 0 : Math.max(0, Math.min(1, points / most));
  return (
    <svg viewBox="0 0 100 4" preserveAspectRatio="none" className="block h-1 w-full" aria-hidden>
      <rect width={100} height={4} className="fill-rule" />
      <rect width={share * 100} height={4} className="fill-accent" />
    </svg>
  );
}

/** Every line, by domain and the harm apart; to be filtered. Needs a WordsProvider with `ledger` and `state`. */
export function Ledger({
  view,
  names,
  words,
}: {
  readonly view: DebriefView;
  readonly names: Names;
  readonly words: Words;
}) {
  const { t, number } = words;
  const { sheet } = view;
  const linesOf = (lines: readonly LedgerLine[]): LedgerSection['lines'] =>
    lines.map((line) => ({
      id: line.rule,
      state: line.state,
      points: line.points,
      most: line.most,
      keyFeature: line.keyFeature,
      node: <Line line={line} view={view} names={names} words={words} />,
    }));
  const merits = view.domains.flatMap(({ id, name }): readonly LedgerSection[] => {
    const result = sheet.domains.find((domain) => domain.id === id);
    const lines = sheet.lines.filter(({ kind, domain }) => kind === 'merit' && domain === id);
    if (result === undefined || lines.length === 0) return [];
    const header = (
      <>
        <header className="flex items-baseline gap-3 pt-3 pb-1.5">
          <h3 className="min-w-0 flex-1 font-serif text-lg font-semibold">{plain(name)}</h3>
          <p className="figures text-sm font-semibold">
            {number(result.points)} <span className="font-normal text-muted">/ {number(result.most)}</span>
          </p>
        </header>
        <Bar points={result.points} most={result.most} />
      </>
    );
    return [{ id, label: plain(name), kind: 'merit', header, lines: linesOf(lines) }];
  });
  const asked = sheet.lines.filter(({ state }) => state === 'hint');
  const hints: LedgerSection = {
    id: 'hints',
    label: t('ledger.hints'),
    kind: 'merit',
    header: null,
    lines: linesOf(asked),
  };
  const harms = sheet.lines.filter(({ kind }) => kind === 'harm');
  const harm: LedgerSection = {
    id: 'harm',
    label: t('harm.title'),
    kind: 'harm',
    header: (
      <>
        <header className="flex items-baseline gap-3 pt-3 pb-1.5">
          <h3 className="min-w-0 flex-1 font-serif text-lg font-semibold">{t('harm.title')}</h3>
          {harms.length > 0 && <p className="figures text-sm font-semibold">{signed(words, sheet.harm)}</p>}
        </header>
        {harms.length === 0 && <p className="pb-2 text-sm text-muted">{t('harm.none')}</p>}
      </>
    ),
    lines: linesOf(harms),
  };
  return (
    <LedgerFilter sections={[...merits, ...(asked.length === 0 ? [] : [hints]), harm]}>
      <div className="rounded-lg border bg-sheet px-4 py-3 text-sm print:break-inside-avoid">
        <p>
          {t('ledger.sum', {
            merit: number(sheet.merit),
            harm: number(sheet.harm),
            adjustment: signed(words, sheet.adjustment),
          })}{' '}
          <strong>{t('ledger.total', { total: number(sheet.total) })}</strong>
        </p>
        <p className="mt-1 text-muted">{t('why.cost', { euro: number(sheet.cost) })}</p>
        {(['radiation', 'invasive'] as const).map(
          (kind) =>
            view.burden[kind] > 0 && (
              <p key={kind} className="mt-1 text-muted">
                {t(`why.${kind}`, { count: view.burden[kind] })}
              </p>
            ),
        )}
        {sheet.blood !== undefined && (
          <p className="mt-1 text-muted">{t('why.blood', { volume: number(sheet.blood) })}</p>
        )}
      </div>
    </LedgerFilter>
  );
}
