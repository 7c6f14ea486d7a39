// One thing that can be done, as a leaf of the tree: its name, what it costs in time, and whether it was done already.
// A tree of choices needs these roles: no tag has them. Its keys are handled by the tree as a whole.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */
'use client';
import { Check, Plus } from 'lucide-react';
import { memo } from 'react';
import type { OfferView } from '#machines/view';
import type { Words } from '../words';
import { useWords } from '../words-provider';
import { asksFirst, canGather } from './verbs';

/** The mark of the focus on the row itself, not around all that is below it. */
export const rowFocus =
  '-outline-offset-2 [:focus-visible>&]:rounded-sm [:focus-visible>&]:outline-3 [:focus-visible>&]:outline-accent';

/** What an offer costs in time, in words: "takes 30 s", "answer in about 20 min"; null when it costs none. */
export function timeSentence({ waits, takes }: OfferView, { t, span }: Words): string | null {
  if (waits > 0) return t('act.waits', { span: span(waits) });
  return takes > 0 ? t('act.takes', { span: span(takes) }) : null;
}

/** "30 s" of the learner's own time, "≈ 20 min" until a report. */
export function OfferTime({ offer }: { readonly offer: OfferView }) {
  const words = useWords();
  const said = timeSentence(offer, words);
  if (said === null) return null;
  return (
    <span className="figures shrink-0 text-xs text-muted">
      <span aria-hidden>{offer.waits > 0 ? `≈ ${words.span(offer.waits)}` : words.span(offer.takes)}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}

/** "3 mL, EDTA blood": what a test takes from the patient. */
export function OfferSample({ offer }: { readonly offer: OfferView }) {
  const { t, number } = useWords();
  if (offer.sample === undefined) return null;
  return (
    <span className="block text-xs text-muted">
      {offer.sample
        .map(({ name, volume }) =>
          volume === undefined ? name : t('act.sample.volume', { volume: number(volume), name }),
        )
        .join(' + ')}
    </span>
  );
}

/** Forms of a medicine, and what a test asks of the patient beside its sample. */
export function OfferNotes({ offer }: { readonly offer: OfferView }) {
  const { t } = useWords();
  const notes = [...(offer.forms ?? []), ...(offer.burden ?? []).map((kind) => t(`act.burden.${kind}`))];
  return notes.length === 0 ? null : <p className="text-xs text-muted">{notes.join(' · ')}</p>;
}

/** Drawn anew only when it changes itself: there may be hundreds. */
export const OfferRow = memo(function OfferRow({
  offer,
  done,
  choose,
  gather,
  level,
  place,
  size,
}: {
  readonly offer: OfferView;
  readonly done: boolean;
  readonly choose: (offer: OfferView) => void;
  readonly gather: (offer: OfferView) => void;
  readonly level: number;
  readonly place: number;
  readonly size: number;
}) {
  const words = useWords();
  const { t } = words;
  const said = [offer.name, timeSentence(offer, words), done ? t('act.done') : null];
  return (
    <li
      role="treeitem"
      tabIndex={-1}
      aria-label={said.filter((part) => part !== null).join(', ')}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={size}
      aria-haspopup={asksFirst(offer) ? 'dialog' : undefined}
      aria-keyshortcuts={canGather(offer) ? 'Shift+Enter' : undefined}
      data-name={offer.name}
      className="flex list-none items-stretch border-t border-rule/70 outline-none first:border-t-0"
    >
      <div
        data-row
        onClick={() => choose(offer)}
        className={`flex min-h-10 min-w-0 flex-1 cursor-pointer items-center gap-2 px-2 py-1.5 text-sm select-none hover:bg-accent-wash ${rowFocus}`}
      >
        <span className="min-w-0 flex-1">
          {offer.name}
          {asksFirst(offer) && ' …'}
          <OfferSample offer={offer} />
        </span>
        {done && <Check aria-hidden size={14} className="shrink-0 text-good" />}
        <OfferTime offer={offer} />
      </div>
      {canGather(offer) && (
        <button
          type="button"
          data-more
          // In the tree Tab stops once; Shift and Enter do the same.
          tabIndex={-1}
          onClick={() => gather(offer)}
          aria-label={t('act.gather', { name: offer.name })}
          title={t('act.gather', { name: offer.name })}
          className="grid w-9 shrink-0 place-items-center text-muted -outline-offset-2 hover:bg-accent-wash hover:text-accent"
        >
          <Plus aria-hidden size={15} />
        </button>
      )}
    </li>
  );
});
