// The choices below the act bar: what may be meant, by kind of step, with what it costs in time.
// A text field with a list of matches below needs these roles: no tag has them.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
'use client';
import { CornerDownLeft, Layers } from 'lucide-react';
import { useWords } from '../words-provider';
import type { Found } from './found';
import { OfferSample, OfferTime } from './offer-row';
import { asksFirst, isVerb, type Verb, verbIcons } from './verbs';

/** One line of the list: a choice, or all first choices of several things together. */
export type Line =
  | { readonly kind: 'one'; readonly found: Found }
  | { readonly kind: 'all'; readonly all: readonly Found[] };

export interface LineGroup {
  readonly key: string;
  /** null: the lines are of several kinds */
  readonly verb: Verb | null;
  readonly title: string | null;
  readonly lines: readonly { readonly line: Line; readonly place: number }[];
}

const detail = ({ typed }: Found): string =>
  Object.entries(typed ?? {})
    .filter(([field]) => field !== 'action')
    .map(([, value]) => value)
    .join(' · ');

function Words({ found }: { readonly found: Found }) {
  const { t } = useWords();
  const { offer, action } = found;
  const said = detail(found);
  return (
    <>
      {action === null ? offer.name : t(`act.${action}`, { name: offer.name })}
      {said !== '' && <span className="figures ml-1.5 text-xs text-muted">{said}</span>}
      {asksFirst(offer) && (action === null || action === 'change') && (
        <>
          <span aria-hidden> …</span>
          <span className="sr-only">, {t('act.opens')}</span>
        </>
      )}
    </>
  );
}

export function FoundList({
  id,
  groups,
  at,
  point,
  act,
  busy,
}: {
  readonly id: string;
  readonly groups: readonly LineGroup[];
  readonly at: number;
  readonly point: (place: number) => void;
  readonly act: (line: Line, together: boolean) => void;
  readonly busy: boolean;
}) {
  const { t } = useWords();
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={t('act.found')}
      aria-busy={busy}
      hidden={groups.length === 0}
      className="min-h-0 overflow-y-auto"
    >
      {groups.map(({ key, verb, title, lines }) => {
        const Icon = verb === null ? Layers : verbIcons[verb];
        return (
          <div key={key} role="group" aria-label={title ?? (verb === null ? '' : t(`verb.${verb}`))}>
            <p aria-hidden className="eyebrow flex items-center gap-1.5 px-3 pt-2 pb-1">
              <Icon size={13} />
              {title ?? (verb !== null && t(`verb.${verb}`))}
            </p>
            {lines.map(({ line, place }) => (
              // Keys are handled by the text field, which names this option as the active one.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <div
                key={line.kind === 'all' ? 'all' : line.found.key}
                id={`${id}-${place}`}
                role="option"
                aria-selected={place === at}
                onClick={(event) => act(line, event.shiftKey)}
                onPointerMove={() => point(place)}
                className={`flex min-h-10 cursor-pointer items-center gap-2 border-l-3 px-3 py-1.5 text-sm ${
                  place === at ? 'border-accent bg-accent-wash' : 'border-transparent'
                }`}
              >
                <span className="min-w-0 flex-1">
                  {line.kind === 'all' ? (
                    line.all.map(({ offer }) => offer.name).join(' + ')
                  ) : (
                    <>
                      <Words found={line.found} />
                      {line.found.action === null && <OfferSample offer={line.found.offer} />}
                    </>
                  )}
                </span>
                {line.kind === 'one' && line.found.action === null && <OfferTime offer={line.found.offer} />}
                {place === at && <CornerDownLeft aria-hidden size={13} className="shrink-0 text-accent" />}
              </div>
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** Lines in the order in which they are drawn: one part by kind of step, the kind of the best first; several parts by what was typed. */
export function groupLines(
  parts: readonly { readonly text: string; readonly rows: readonly Found[] }[],
  all: { readonly title: string; readonly rows: readonly Found[] } | null,
): readonly LineGroup[] {
  let place = 0;
  const group = (
    key: string,
    verb: Verb | null,
    title: string | null,
    lines: readonly Line[],
  ): LineGroup => ({
    key,
    verb,
    title,
    lines: lines.map((line) => ({ line, place: place++ })),
  });
  const one = (found: Found): Line => ({ kind: 'one', found });
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    const kinds = [...new Set(only.rows.map(({ offer }) => offer.verb))].filter(isVerb);
    return kinds.map((verb) =>
      group(verb, verb, null, only.rows.filter(({ offer }) => offer.verb === verb).map(one)),
    );
  }
  const together = all === null ? [] : [group('all', null, all.title, [{ kind: 'all', all: all.rows }])];
  return [
    ...together,
    ...parts.map(({ text, rows }, index) => {
      const first = rows[0]?.offer.verb ?? '';
      return group(`${index} ${text}`, isVerb(first) ? first : null, text, rows.map(one));
    }),
  ];
}
