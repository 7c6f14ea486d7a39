// One group of the browsable lists; what is in it is drawn only once it is opened.
'use client';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { OfferView } from '#machines/view';
import { OfferRow } from './offer-row';
import type { Branch } from './offer-tree';

/** What the lists do with an offer. */
export interface OfferDeeds {
  readonly done: ReadonlySet<string>;
  readonly choose: (offer: OfferView) => void;
  readonly gather: (offer: OfferView) => void;
}

export function OfferRows({
  offers,
  deeds,
}: {
  readonly offers: readonly OfferView[];
  readonly deeds: OfferDeeds;
}) {
  return (
    // A group out of sight is not laid out; its height is remembered once it was seen.
    <ul className="pl-2 [contain-intrinsic-block-size:auto_40rem] [content-visibility:auto]">
      {offers.map((offer) => (
        <OfferRow
          key={offer.id}
          offer={offer}
          done={deeds.done.has(offer.id)}
          choose={deeds.choose}
          gather={deeds.gather}
        />
      ))}
    </ul>
  );
}

/** `starts` is whether it is open when first drawn. */
export function OfferBranch({
  branch,
  starts,
  deeds,
}: {
  readonly branch: Branch;
  readonly starts: boolean;
  readonly deeds: OfferDeeds;
}) {
  const [open, setOpen] = useState(starts);
  return (
    <details
      open={open}
      onToggle={(event) => {
        // Groups within tell of their own opening too.
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open);
      }}
      className="border-b last:border-b-0"
    >
      <summary className="flex min-h-10 list-none items-center gap-1 px-2 text-[0.8125rem] font-semibold -outline-offset-2 hover:bg-accent-wash hover:text-accent">
        <ChevronRight
          aria-hidden
          size={14}
          className={`shrink-0 transition-transform ${open ? 'rotate-90' : ''}`}
        />
        <span className="min-w-0 flex-1">{branch.name}</span>
        <span className="figures font-normal text-muted">{branch.count}</span>
      </summary>
      {open && (
        <>
          {branch.offers.length > 0 && <OfferRows offers={branch.offers} deeds={deeds} />}
          {branch.branches.length > 0 && (
            <div className="border-t pl-3">
              {branch.branches.map((below) => (
                <OfferBranch key={below.name} branch={below} starts={false} deeds={deeds} />
              ))}
            </div>
          )}
        </>
      )}
    </details>
  );
}
