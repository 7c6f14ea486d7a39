// Two attempts side by side: how each ended, the score by domain, the lines and the interventions in which they differ.
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { DebriefView } from '#machines/ledger';
import { plain } from '../prose';
import type { Words } from '../words';

export interface Pair {
  readonly first: DebriefView;
  readonly second: DebriefView;
}

type Parts = Pair & { readonly words: Words };
type Intervention = DebriefView['interventions'][number];

const keyOf = ({ at, item, detail }: Intervention): string => `${at} ${item} ${detail ?? ''}`;

/** Interventions of one that the other does not have at the same time and in the same form. */
export function onlyIn(one: DebriefView, other: DebriefView): readonly Intervention[] {
  const known = new Set(other.interventions.map(keyOf));
  return one.interventions.filter((intervention) => !known.has(keyOf(intervention)));
}

/** Lines that earned differently, the largest difference first; a penalty that does not stand in one counts 0 there. */
export function differingLines({ first, second }: Pair) {
  const rules = [...new Set([...first.sheet.lines, ...second.sheet.lines].map(({ rule }) => rule))];
  const pointsOf = (view: DebriefView, rule: string): number =>
    view.sheet.lines.find((line) => line.rule === rule)?.points ?? 0;
  return rules
    .map((rule) => ({ rule, first: pointsOf(first, rule), second: pointsOf(second, rule) }))
    .filter((line) => line.first !== line.second)
    .toSorted((a, b) => Math.abs(b.second - b.first) - Math.abs(a.second - a.first));
}

function Difference({ words, of }: { readonly words: Words; readonly of: number }) {
  const rounded = Math.round(of * 100) / 100;
  return (
    <span className={rounded > 0 ? 'text-good' : rounded < 0 ? 'text-alert' : 'text-muted'}>
      {rounded > 0 ? '+' : ''}
      {words.number(rounded)}
    </span>
  );
}

function Head({ words, first }: { readonly words: Words; readonly first: string }) {
  return (
    <thead className="text-left text-xs text-muted">
      <tr className="border-b border-edge">
        <th scope="col" className="py-1 pr-3 font-medium">
          {first}
        </th>
        <th scope="col" className="py-1 pr-3 text-right font-medium">
          {words.t('curve.first')}
        </th>
        <th scope="col" className="py-1 pr-3 text-right font-medium">
          {words.t('curve.second')}
        </th>
        <th scope="col" className="py-1 text-right font-medium">
          {words.t('compare.difference')}
        </th>
      </tr>
    </thead>
  );
}

function Row({
  name,
  first,
  second,
  words,
}: {
  readonly name: string;
  readonly first: number;
  readonly second: number;
  readonly words: Words;
}) {
  return (
    <tr className="border-b border-rule/70 align-baseline">
      <th scope="row" className="py-1.5 pr-3 text-left font-normal hyphens-auto wrap-anywhere">
        {name}
      </th>
      <td className="figures py-1.5 pr-3 text-right">{words.number(first)}</td>
      <td className="figures py-1.5 pr-3 text-right">{words.number(second)}</td>
      <td className="figures py-1.5 text-right font-semibold">
        <Difference words={words} of={second - first} />
      </td>
    </tr>
  );
}

function Box({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="rounded-lg border bg-sheet p-4">
      <h2 className="mb-1 font-serif text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}

/** `course` is the explorer of both curves. */
export function Compare({
  first,
  second,
  words,
  course,
  notes,
}: Parts & {
  readonly course: ReactNode;
  /** what is said of each attempt below its score: its number and date */
  readonly notes?: readonly [ReactNode, ReactNode];
}) {
  const { t, language, number, find } = words;
  const lines = differingLines({ first, second });
  const nameOf = (rule: string): string =>
    plain((first.reasons[rule] ?? second.reasons[rule])?.label ?? [rule]);
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        {[first, second].map((view, place) => (
          <section
            key={view.attempt}
            aria-label={t(place === 0 ? 'curve.first' : 'curve.second')}
            className="rounded-lg border bg-sheet p-4"
          >
            <h2 className="eyebrow">{t(place === 0 ? 'curve.first' : 'curve.second')}</h2>
            <p className="mt-1 flex items-baseline gap-2">
              <span className="figures font-serif text-4xl font-semibold">{number(view.sheet.total)}</span>
              <span className="text-muted">/ 100</span>
              <span
                className={`ml-auto text-sm font-semibold ${view.sheet.passed ? 'text-good' : 'text-alert'}`}
              >
                {find(`grade.${view.sheet.grade}`)}
              </span>
            </p>
            <p className="story mt-1 text-base">{plain(view.outcome.title)}</p>
            <p className="text-sm text-muted empty:hidden">{notes?.[place]}</p>
            <Link
              href={`/${language}/attempts/${view.attempt}/debrief`}
              className="text-sm text-accent underline underline-offset-2"
            >
              {t('compare.debrief')}
            </Link>
          </section>
        ))}
      </div>
      <div className="rounded-lg border bg-sheet p-4">{course}</div>
      <Box title={t('compare.domains')}>
        <table className="w-full text-sm">
          <Head words={words} first={t('ledger.domain')} />
          <tbody>
            {first.domains.map(({ id, name }) => (
              <Row
                key={id}
                name={plain(name)}
                first={first.sheet.domains.find((one) => one.id === id)?.points ?? 0}
                second={second.sheet.domains.find((one) => one.id === id)?.points ?? 0}
                words={words}
              />
            ))}
            <Row name={t('sum.harm')} first={first.sheet.harm} second={second.sheet.harm} words={words} />
            <Row name={t('sum.total')} first={first.sheet.total} second={second.sheet.total} words={words} />
          </tbody>
        </table>
      </Box>
      <Box title={t('compare.lines', { count: lines.length })}>
        {lines.length === 0 ? (
          <p className="text-sm text-muted">{t('compare.same')}</p>
        ) : (
          <table className="w-full text-sm">
            <Head words={words} first={t('compare.line')} />
            <tbody>
              {lines.map((line) => (
                <Row
                  key={line.rule}
                  name={nameOf(line.rule)}
                  first={line.first}
                  second={line.second}
                  words={words}
                />
              ))}
            </tbody>
          </table>
        )}
      </Box>
      <Box title={t('compare.interventions')}>
        <div className="grid gap-4 sm:grid-cols-2">
          {(['first', 'second'] as const).map((who) => {
            const only = who === 'first' ? onlyIn(first, second) : onlyIn(second, first);
            return (
              <div key={who}>
                <h3 className="eyebrow">{t(`curve.${who}`)}</h3>
                {only.length === 0 && <p className="text-sm text-muted">{t('compare.none')}</p>}
                <ol className="text-sm">
                  {only.map((one) => (
                    <li key={keyOf(one)} className="flex gap-3 border-b border-rule/70 py-1">
                      <span className="figures w-24 shrink-0 text-muted">T+{words.span(one.at)}</span>
                      <span>
                        {one.name} {one.detail !== null && <span className="text-muted">{one.detail}</span>}
                      </span>
                    </li>
                  ))}
                </ol>
              </div>
            );
          })}
        </div>
      </Box>
    </div>
  );
}
