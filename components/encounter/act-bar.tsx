// The one bar in which anything can be asked for: type, choose with the arrows, Enter.
// A text field with a list of matches below needs these roles: no tag has them.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
'use client';
import { Search } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId, useMemo, useRef, useState } from 'react';
import type { OfferView } from '#machines/view';
import { Button } from '../ui/button';
import { useWords } from '../words-provider';
import { BarStatus, countSentence, Puzzled, quoted } from './bar-said';
import { useDraft } from './drafts';
import { type Findings, type Found, halts } from './found';
import { FoundList, groupLines, type Line, type LineGroup } from './found-list';
import { type Understand, useFound } from './use-found';
import { focusTree } from './tree-keys';
import { useTypedBefore } from './typed-before';
import { asksFirst } from './verbs';

/** Whether a choice needs no form before it can be taken. */
const atOnce = (found: Found): boolean => halts(found) || !asksFirst(found.offer);

/** The lines of all that was found; several things that need no form can also be had together. */
function groupsOf(found: Findings, title: string): readonly LineGroup[] {
  const rows = found.parts.flatMap((part) => part.rows.slice(0, 1));
  const together = found.parts.length > 1 && found.fits && rows.every(atOnce);
  return groupLines(found.parts, together ? { title, rows } : null);
}

/** `children` (the browsable tree) stand below while nothing is typed, and stay as they are meanwhile. `silent`: the patient cannot speak. */
export function ActBar({
  offers,
  choose,
  chooseAll,
  understand,
  input,
  silent,
  children,
}: {
  readonly offers: readonly OfferView[];
  readonly choose: (found: Found, together: boolean) => void;
  readonly chooseAll: (all: readonly Found[]) => void;
  readonly understand: Understand;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly silent: boolean;
  readonly children: React.ReactNode;
}) {
  const { t } = useWords();
  const id = useId();
  const [query, setQuery] = useDraft('bar', '');
  // Where the arrows stand; null before they were used.
  const [pointed, setAt] = useState<number | null>(null);
  // Enter with nothing that fits and nothing chosen: nothing is taken, and that is said.
  const [puzzled, setPuzzled] = useState(false);
  const lists = useRef<HTMLDivElement>(null);
  // Enter that came before the answer: it means the answer's first choice.
  const [early, setEarly] = useState<'alone' | 'together' | null>(null);
  const type = (text: string) => {
    setQuery(text);
    setAt(null);
    setEarly(null);
    setPuzzled(false);
  };
  useTypedBefore(`${id}-bar`, type);
  const act = (line: Line, together: boolean) => {
    type('');
    if (line.kind === 'all') chooseAll(line.all);
    else choose(line.found, together);
  };
  const { found, settled } = useFound(query, offers, understand, (answer) => {
    const [first] = groupsOf(answer, t('act.all')).flatMap((group) => group.lines);
    setEarly(null);
    setAt(null);
    if (early !== null && first !== undefined && answer.plain) act(first.line, early === 'together');
    else if (early !== null && !answer.fits) setPuzzled(true);
  });
  const groups = useMemo(() => groupsOf(found, t('act.all')), [found, t]);
  const lines = groups.flatMap((group) => group.lines);
  const typing = query.trim() !== '';
  // The nearest is no answer: it is taken only when the arrows chose it.
  const at = pointed ?? (found.fits ? 0 : -1);
  const open = typing && lines.length > 0;
  const toLists = () => {
    type('');
    // Once they stand there again.
    requestAnimationFrame(() => focusTree(lists.current));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') type('');
    else if (event.key === 'Enter') {
      const chosen = lines[at];
      if (!typing) return;
      if (!settled) setEarly(event.shiftKey ? 'together' : 'alone');
      else if (chosen !== undefined) act(chosen.line, event.shiftKey);
      else setPuzzled(true);
    } else if (event.key === 'ArrowDown' && !typing) {
      if (!focusTree(lists.current)) return;
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = at < 0 && event.key === 'ArrowUp' ? -1 : at + (event.key === 'ArrowDown' ? 1 : -1);
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
          id={`${id}-bar`}
          data-focus-home
          role="combobox"
          aria-label={t('act.label')}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
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
      <BarStatus
        said={
          settled && typing && !(puzzled && lines.length > 0) ? countSentence(found, lines.length, t) : ''
        }
      />
      {typing && (
        <>
          <div role="status" className="px-3 pt-2 text-sm empty:hidden">
            {puzzled && (found.asks || lines.length > 0) && <Puzzled asks={found.asks} silent={silent} />}
          </div>
          {settled && !found.fits && lines.length > 0 && (
            <p className="px-3 pt-2 text-sm text-muted">{t('act.nearest')}</p>
          )}
          {settled && lines.length === 0 && (
            <p className="p-3 pb-0 text-sm line-clamp-3 wrap-anywhere text-muted">
              {t('act.none', { query: quoted(query) })}
            </p>
          )}
        </>
      )}
      <FoundList id={id} groups={groups} at={at} point={setAt} act={act} busy={typing && !settled} />
      {typing && settled && (!found.fits || lines.length === 0) && (
        <div className="p-3">
          <Button small onClick={toLists}>
            {t('act.lists')}
          </Button>
        </div>
      )}
      <div ref={lists} className={typing ? 'hidden' : 'flex min-h-0 flex-1 flex-col'}>
        {children}
      </div>
    </div>
  );
}
