// Chooses which lines of the ledger are shown, by domain and by what became of them, and says what they add up to.
'use client';
import { Key } from 'lucide-react';
import { Fragment, type ReactNode, useEffect, useId, useState } from 'react';
import type { LedgerLine } from '#machines/ledger';
import { inputClass } from '../ui/field';
import { useWords } from '../words-provider';
import { StateSign } from './line-state';

export interface LedgerSection {
  readonly id: string;
  readonly label: string;
  readonly kind: LedgerLine['kind'];
  readonly header: ReactNode;
  /** drawn on the server */
  readonly lines: readonly (Pick<LedgerLine, 'state' | 'points' | 'most' | 'keyFeature'> & {
    readonly id: string;
    readonly node: ReactNode;
  })[];
}

/** Domains in two columns of about the same length, in their order. */
function columnsOf(sections: readonly LedgerSection[]): readonly (readonly LedgerSection[])[] {
  // A heading takes the room of two lines.
  const lengths = sections.map(({ lines }) => lines.length + 2);
  const half = lengths.reduce((sum, length) => sum + length, 0) / 2;
  const filled = lengths.map((_, place) => lengths.slice(0, place + 1).reduce((sum, one) => sum + one, 0));
  const cut = filled.findIndex((sum, place) => sum - (lengths[place] ?? 0) / 2 > half);
  return cut <= 0 ? [sections] : [sections.slice(0, cut), sections.slice(cut)];
}

const states = ['earned', 'partial', 'late', 'missed', 'needless', 'not-reached', 'hint', 'harmful'] as const;
type Choice = 'all' | 'key' | (typeof states)[number];

/** `children` is the sum, which stands below all lines. Needs the words `ledger` and `state`. */
export function LedgerFilter({
  sections,
  children,
}: {
  readonly sections: readonly LedgerSection[];
  readonly children: ReactNode;
}) {
  const { t, number } = useWords();
  const id = useId();
  const [choice, setChoice] = useState<Choice>('all');
  const [domain, setDomain] = useState('all');
  // A link to a line shows it whatever is filtered, and opens it.
  useEffect(() => {
    const follow = () => {
      if (!window.location.hash.startsWith('#line-')) return;
      const line = document.querySelector(`#${CSS.escape(window.location.hash.slice(1))}`);
      if (!(line instanceof HTMLDetailsElement)) return;
      setChoice('all');
      setDomain('all');
      line.open = true;
      requestAnimationFrame(() => {
        line.scrollIntoView({ block: 'center' });
        line.querySelector('summary')?.focus({ preventScroll: true });
      });
    };
    follow();
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const inDomain = sections.filter((section) => domain === 'all' || section.id === domain);
  const fits = (line: LedgerSection['lines'][number], wanted: Choice): boolean =>
    wanted === 'all' || (wanted === 'key' ? line.keyFeature : line.state === wanted);
  const countOf = (wanted: Choice): number =>
    inDomain.flatMap(({ lines }) => lines.filter((line) => fits(line, wanted))).length;
  const shown = inDomain.flatMap(({ lines }) => lines.filter((line) => fits(line, choice)));
  const sum = (of: 'points' | 'most'): number =>
    Math.round(shown.reduce((total, line) => total + line[of] * 100, 0)) / 100;
  const choices: readonly Choice[] = ['all', 'key', ...states];
  const draw = (section: LedgerSection) => {
    const visible = section.lines.filter((line) => fits(line, choice));
    const hidden = !inDomain.includes(section) || (choice !== 'all' && visible.length === 0);
    return (
      <section
        key={section.id}
        hidden={hidden}
        aria-label={section.label}
        className="rounded-lg border bg-sheet px-4 pb-1 print:break-inside-auto"
      >
        {section.header}
        {section.lines.map((line) => (
          <div key={line.id} data-line={line.state} hidden={!fits(line, choice)}>
            {line.node}
          </div>
        ))}
      </section>
    );
  };
  return (
    <div>
      <div className="no-print mb-3 flex flex-wrap items-end gap-x-4 gap-y-2">
        <fieldset aria-label={t('ledger.filter')} className="flex min-w-0 flex-wrap gap-1.5">
          {choices.map((one) => {
            const count = countOf(one);
            if (count === 0 && one !== choice && one !== 'all') return <Fragment key={one} />;
            return (
              <button
                key={one}
                type="button"
                aria-pressed={choice === one}
                onClick={() => setChoice(one)}
                className="inline-flex min-h-9 items-center gap-1.5 rounded-md border border-edge bg-sheet px-2.5 text-sm aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent"
              >
                {one !== 'all' && one !== 'key' && <StateSign state={one} />}
                {one === 'key' && <Key aria-hidden size={14} className="text-accent" />}
                {one === 'all' ? t('ledger.all') : one === 'key' ? t('ledger.keys') : t(`state.${one}`)}{' '}
                <span className="figures text-xs text-muted">{count}</span>
              </button>
            );
          })}
        </fieldset>
        <div>
          <label htmlFor={id} className="sr-only">
            {t('ledger.domain')}
          </label>
          <select
            id={id}
            value={domain}
            onChange={(event) => setDomain(event.target.value)}
            className={`${inputClass} max-w-full text-sm`}
          >
            <option value="all">{t('ledger.domains')}</option>
            {sections.map((section) => (
              <option key={section.id} value={section.id}>
                {section.label}
              </option>
            ))}
          </select>
        </div>
      </div>
      <output className="no-print mb-3 block text-sm text-muted">
        {t('ledger.shown', { count: shown.length, points: number(sum('points')), most: number(sum('most')) })}
      </output>
      <div
        data-ledger
        className={`print-columns gap-4 max-lg:space-y-4 lg:grid lg:items-start ${inDomain.length > 1 ? 'lg:grid-cols-2' : ''}`}
      >
        {columnsOf(sections.filter(({ kind }) => kind === 'merit')).map((column, place) => (
          <div
            key={column[0]?.id}
            className={`space-y-4 print:contents ${place > 0 && inDomain.length > 1 ? 'lg:row-span-2' : ''}`}
          >
            {column.map(draw)}
          </div>
        ))}
        <div className="space-y-4 lg:col-start-1 print:contents">
          {sections.filter(({ kind }) => kind === 'harm').map(draw)}
          {children}
        </div>
      </div>
    </div>
  );
}
