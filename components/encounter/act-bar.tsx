// The one bar in which anything can be asked for: type, choose with the arrows, Enter.
// A text field with a list of matches below needs these roles: no tag has them.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
'use client';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import type { OfferView } from '#machines/view';
import { Button } from '../ui/button';
import { useWords } from '../words-provider';
import { useDraft } from './drafts';
import { type Findings, type Found, halts } from './found';
import { FoundList, groupLines, type Line, type LineGroup } from './found-list';
import { type Understand, useFound } from './use-found';
import { asksFirst } from './verbs';

/** Whether a choice needs no form before it can be taken. */
const atOnce = (found: Found): boolean => halts(found) || !asksFirst(found.offer);

/** The lines of all that was found; several things that need no form can also be had together. */
function groupsOf(found: Findings, title: string): readonly LineGroup[] {
  const rows = found.parts.flatMap((part) => part.rows.slice(0, 1));
  const together = found.parts.length > 1 && found.fits && rows.every(atOnce);
  return groupLines(found.parts, together ? { title, rows } : null);
}

/** `children` (the browsable lists) stand below while nothing is typed. */
export function ActBar({
  offers,
  choose,
  chooseAll,
  understand,
  input,
  children,
}: {
  readonly offers: readonly OfferView[];
  readonly choose: (found: Found, together: boolean) => void;
  readonly chooseAll: (all: readonly Found[]) => void;
  readonly understand: Understand;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly children: React.ReactNode;
}) {
  const { t } = useWords();
  const id = useId();
  const [query, setQuery] = useDraft('bar', '');
  const [at, setAt] = useState(0);
  // Enter that came before the answer: it means the answer's first choice.
  const [early, setEarly] = useState<'alone' | 'together' | null>(null);
  const type = (text: string) => {
    setQuery(text);
    setAt(0);
    setEarly(null);
  };
  const act = (line: Line, together: boolean) => {
    type('');
    if (line.kind === 'all') chooseAll(line.all);
    else choose(line.found, together);
  };
  const { found, settled } = useFound(query, offers, understand, (answer) => {
    const [first] = groupsOf(answer, t('act.all')).flatMap((group) => group.lines);
    setEarly(null);
    if (early !== null && first !== undefined && answer.fits) act(first.line, early === 'together');
  });
  const groups = useMemo(() => groupsOf(found, t('act.all')), [found, t]);
  const lines = groups.flatMap((group) => group.lines);
  const typing = query.trim() !== '';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') type('');
    else if (event.key === 'Enter') {
      const chosen = lines[at];
      if (!typing) return;
      if (!settled) setEarly(event.shiftKey ? 'together' : 'alone');
      else if (chosen !== undefined) act(chosen.line, event.shiftKey);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      const to = lines.length === 0 ? 0 : (next + lines.length) % lines.length;
      setAt(to);
      document.querySelector(`#${CSS.escape(`${id}-${to}`)}`)?.scrollIntoView({ block: 'nearest' });
    } else return;
    event.preventDefault();
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="relative border-b p-2">
        <Search aria-hidden size={16} className="absolute top-1/2 left-5 -translate-y-1/2 text-muted" />
        <input
          ref={input}
          role="combobox"
          aria-label={t('act.label')}
          aria-expanded={typing}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={typing && lines.length > 0 ? `${id}-${at}` : undefined}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          spellCheck={false}
          maxLength={400}
          placeholder={t('act.placeholder')}
          value={query}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
          className="min-h-11 w-full rounded-md border border-edge bg-raised pr-10 pl-9 text-base placeholder:text-muted"
        />
        <kbd
          aria-hidden
          className="absolute top-1/2 right-4 hidden -translate-y-1/2 rounded-sm border px-1.5 text-xs text-muted lg:block"
        >
          /
        </kbd>
        <p id={`${id}-hint`} className="sr-only">
          {t('act.hint')}
        </p>
      </div>
      {typing ? (
        <>
          {settled && !found.fits && lines.length > 0 && (
            <p className="px-3 pt-2 text-sm text-muted">{t('act.nearest')}</p>
          )}
          <FoundList id={id} groups={groups} at={at} point={setAt} act={act} busy={!settled} />
          {settled && (!found.fits || lines.length === 0) && (
            <div className="space-y-2 p-3 text-sm text-muted">
              {lines.length === 0 && <p>{t('act.none', { query: query.trim() })}</p>}
              <Button small onClick={() => type('')}>
                {t('act.lists')}
              </Button>
            </div>
          )}
        </>
      ) : (
        <>
          <div id={`${id}-list`} role="listbox" aria-label={t('act.found')} hidden />
          {children}
        </>
      )}
    </div>
  );
}
