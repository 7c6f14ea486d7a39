// The one bar in which anything can be asked for: type, choose with the arrows, Enter.
// A text field with a list of matches below needs these roles: no tag has them.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
'use client';
import { CornerDownLeft, Search } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useId, useMemo, useState } from 'react';
import type { OfferView } from '#machines/view';
import { useWords } from '../words-provider';
import { OfferTime } from './offer-row';
import { indexOffers } from './offer-search';
import { asksFirst, canGather, isVerb, verbIcons, verbs } from './verbs';

/** `children` (the browsable lists) stand below while nothing is typed. */
export function ActBar({
  offers,
  choose,
  gather,
  input,
  children,
}: {
  readonly offers: readonly OfferView[];
  readonly choose: (offer: OfferView) => void;
  readonly gather: (offer: OfferView) => void;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly children: React.ReactNode;
}) {
  const { t } = useWords();
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const index = useMemo(() => indexOffers(offers), [offers]);
  const found = useMemo(() => index.find(query), [index, query]);
  // Grouped by verb; the verb of the best match first.
  const order = [...new Set(found.map(({ verb }) => verb))];
  const rows = order.flatMap((verb) => found.filter((offer) => offer.verb === verb));
  const typing = query.trim() !== '';
  const act = (offer: OfferView, together: boolean) => {
    setQuery('');
    setAt(0);
    if (together && canGather(offer)) gather(offer);
    else choose(offer);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setQuery('');
    else if (event.key === 'Enter') {
      const offer = rows[at];
      if (offer !== undefined) act(offer, event.shiftKey);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      const to = rows.length === 0 ? 0 : (next + rows.length) % rows.length;
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
          aria-activedescendant={typing && rows.length > 0 ? `${id}-${at}` : undefined}
          aria-describedby={`${id}-hint`}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('act.placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
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
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label={t('act.found')}
            className="min-h-0 overflow-y-auto"
          >
            {verbs
              .filter((verb) => order.includes(verb))
              .toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
              .map((verb) => {
                const Icon = verbIcons[verb];
                return (
                  <div key={verb} role="group" aria-label={t(`verb.${verb}`)}>
                    <p aria-hidden className="eyebrow flex items-center gap-1.5 px-3 pt-2 pb-1">
                      <Icon size={13} />
                      {t(`verb.${verb}`)}
                    </p>
                    {rows.map((offer, place) =>
                      offer.verb === verb && isVerb(offer.verb) ? (
                        // Keys are handled by the text field, which names this option as the active one.
                        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
                        <div
                          key={offer.id}
                          id={`${id}-${place}`}
                          role="option"
                          aria-selected={place === at}
                          onClick={(event) => act(offer, event.shiftKey)}
                          onPointerMove={() => setAt(place)}
                          className={`flex min-h-10 cursor-pointer items-center gap-2 border-l-3 px-3 py-1.5 text-sm ${
                            place === at ? 'border-accent bg-accent-wash' : 'border-transparent'
                          }`}
                        >
                          <span className="min-w-0 flex-1">
                            {offer.name}
                            {asksFirst(offer) && ' …'}
                          </span>
                          <OfferTime offer={offer} />
                          {place === at && (
                            <CornerDownLeft aria-hidden size={13} className="shrink-0 text-accent" />
                          )}
                        </div>
                      ) : null,
                    )}
                  </div>
                );
              })}
          </div>
          {rows.length === 0 && (
            <p className="p-3 text-sm text-muted">{t('act.none', { query: query.trim() })}</p>
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
