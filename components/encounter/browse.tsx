// The browsable lists beside the act bar: by verb, then by group.
'use client';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { BodyPart } from '#machines/scenario/body';
import type { OfferView } from '#machines/view';
import { BodyMap } from '../body-map/body-map';
import { offersAt } from '../body-map/parts';
import { useWords } from '../words-provider';
import { OfferRow } from './offer-row';
import { type Verb, verbIcons, verbs } from './verbs';

/** Offers by group, in the order in which they come. */
function groupsOf(offers: readonly OfferView[]): readonly (readonly [string, readonly OfferView[]])[] {
  const groups = new Map<string, OfferView[]>();
  for (const offer of offers) {
    const name = offer.group.join(' · ');
    groups.set(name, [...(groups.get(name) ?? []), offer]);
  }
  return [...groups];
}

export function Browse({
  offers,
  done,
  choose,
  gather,
}: {
  readonly offers: readonly OfferView[];
  readonly done: ReadonlySet<string>;
  readonly choose: (offer: OfferView) => void;
  readonly gather: (offer: OfferView) => void;
}) {
  const { t } = useWords();
  const [verb, setVerb] = useState<Verb>('ask');
  const [part, setPart] = useState<BodyPart | null>(null);
  const ofVerb = offers.filter((offer) => offer.verb === verb);
  const mapped = verb === 'examine';
  const shown = mapped ? offersAt(ofVerb, part) : ofVerb;
  const groups = groupsOf(shown);
  const few = shown.length <= 10 || groups.length === 1 || (mapped && part !== null);
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <fieldset aria-label={t('act.browse')} className="min-w-0 grid grid-cols-3 gap-1 border-b p-2">
        {verbs.map((id) => {
          const Icon = verbIcons[id];
          return (
            <button
              key={id}
              type="button"
              aria-pressed={id === verb}
              disabled={!offers.some((offer) => offer.verb === id)}
              onClick={() => setVerb(id)}
              className="flex min-h-9 items-center gap-1.5 rounded-md border border-transparent px-2 text-left text-xs font-medium text-ink hover:border-edge disabled:opacity-45 aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent sm:text-[0.8125rem]"
            >
              <Icon aria-hidden size={15} className="shrink-0" />
              {t(`verb.${id}`)}
            </button>
          );
        })}
      </fieldset>
      <div className="min-h-0 flex-1 overflow-y-auto pb-2">
        {mapped && <BodyMap offers={ofVerb} chosen={part} choose={setPart} />}
        {groups.map(([name, rows], index) => (
          <details key={`${verb} ${part ?? ''} ${name}`} open={few || index === 0} className="group border-b">
            <summary className="flex min-h-9 list-none items-center gap-1 px-2 text-xs font-semibold text-muted -outline-offset-2 hover:text-accent">
              <ChevronRight aria-hidden size={14} className="transition-transform group-open:rotate-90" />
              <span className="min-w-0 flex-1">{name}</span>
              <span className="figures font-normal">{rows.length}</span>
            </summary>
            <ul className="pl-2">
              {rows.map((offer) => (
                <OfferRow
                  key={offer.id}
                  offer={offer}
                  done={done.has(offer.id)}
                  choose={choose}
                  gather={gather}
                />
              ))}
            </ul>
          </details>
        ))}
      </div>
    </div>
  );
}
