// One thing that can be done: its name, what it costs in time, and whether it was done already.
'use client';
import { Check, Plus } from 'lucide-react';
import { memo } from 'react';
import type { OfferView } from '#machines/view';
import { useWords } from '../words-provider';
import { asksFirst, canGather } from './verbs';

/** "30 s" of the learner's own time, "≈ 20 min" until a report. */
export function OfferTime({ offer }: { readonly offer: OfferView }) {
  const { t, span } = useWords();
  if (offer.waits > 0)
    return (
      <span className="figures shrink-0 text-xs text-muted">
        <span aria-hidden>≈ {span(offer.waits)}</span>
        <span className="sr-only">{t('act.waits', { span: span(offer.waits) })}</span>
      </span>
    );
  if (offer.takes > 0)
    return (
      <span className="figures shrink-0 text-xs text-muted">
        <span aria-hidden>{span(offer.takes)}</span>
        <span className="sr-only">{t('act.takes', { span: span(offer.takes) })}</span>
      </span>
    );
  return null;
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
}: {
  readonly offer: OfferView;
  readonly done: boolean;
  readonly choose: (offer: OfferView) => void;
  readonly gather: (offer: OfferView) => void;
}) {
  const { t } = useWords();
  return (
    <li className="flex items-stretch border-t border-rule/70 first:border-t-0">
      <button
        type="button"
        onClick={() => choose(offer)}
        aria-haspopup={asksFirst(offer) ? 'dialog' : undefined}
        className="flex min-h-10 min-w-0 flex-1 items-center gap-2 px-2 py-1.5 text-left text-sm -outline-offset-2 hover:bg-accent-wash"
      >
        <span className="min-w-0 flex-1">
          {offer.name}
          {asksFirst(offer) && ' …'}
          <OfferSample offer={offer} />
        </span>
        {done && (
          <span className="shrink-0 text-good">
            <Check aria-hidden size={14} />
            <span className="sr-only">{t('act.done')}</span>
          </span>
        )}
        <OfferTime offer={offer} />
      </button>
      {canGather(offer) && (
        <button
          type="button"
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
