// One group of the browsable tree; what is in it is drawn only once it is opened.
// A tree of choices needs these roles: no tag has them. Its keys are handled by the tree as a whole.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */
'use client';
import { ChevronRight } from 'lucide-react';
import { memo, useState } from 'react';
import type { OfferView } from '#machines/view';
import { useWords } from '../words-provider';
import { OfferRow, rowFocus } from './offer-row';
import type { Branch } from './offer-tree';

/** What the tree does with an offer. */
export interface OfferDeeds {
  readonly done: ReadonlySet<string>;
  readonly choose: (offer: OfferView) => void;
  readonly gather: (offer: OfferView) => void;
}

/** `level` in the tree, 1 at its root; the rows are the first of `size` beside each other. */
export const OfferRows = memo(function OfferRows({
  offers,
  deeds,
  level,
  size,
}: {
  readonly offers: readonly OfferView[];
  readonly deeds: OfferDeeds;
  readonly level: number;
  readonly size: number;
}) {
  return (
    // A group out of sight is not laid out; its height is remembered once it was seen.
    <ul
      role={level === 1 ? 'none' : 'group'}
      className="pl-2 [contain-intrinsic-block-size:auto_40rem] [content-visibility:auto]"
    >
      {offers.map((offer, place) => (
        <OfferRow
          key={offer.id}
          offer={offer}
          done={deeds.done.has(offer.id)}
          choose={deeds.choose}
          gather={deeds.gather}
          level={level}
          place={place + 1}
          size={size}
        />
      ))}
    </ul>
  );
});

/** `starts` is whether it is open when first drawn; `place` among the `size` things beside it, from 1. */
export const OfferBranch = memo(function OfferBranch({
  branch,
  starts,
  deeds,
  level,
  place,
  size,
}: {
  readonly branch: Branch;
  readonly starts: boolean;
  readonly deeds: OfferDeeds;
  readonly level: number;
  readonly place: number;
  readonly size: number;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(starts);
  const within = branch.offers.length + branch.branches.length;
  return (
    <li
      role="treeitem"
      tabIndex={-1}
      aria-label={t('act.branch', { name: branch.name, count: branch.count })}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={size}
      aria-expanded={open}
      data-name={branch.name}
      className="list-none border-b outline-none last:border-b-0"
    >
      <div
        data-row
        onClick={() => setOpen(!open)}
        className={`flex min-h-10 cursor-pointer items-center gap-1 px-2 text-[0.8125rem] font-semibold select-none hover:bg-accent-wash hover:text-accent ${rowFocus}`}
      >
        <ChevronRight
          aria-hidden
          size={14}
          className={`shrink-0 transition-transform ${open ? 'rotate-90' : ''}`}
        />
        <span className="min-w-0 flex-1">{branch.name}</span>
        <span className="figures font-normal text-muted">{branch.count}</span>
      </div>
      {open && (
        <>
          {branch.offers.length > 0 && (
            <OfferRows offers={branch.offers} deeds={deeds} level={level + 1} size={within} />
          )}
          {branch.branches.length > 0 && (
            <ul role="group" className="border-t pl-3">
              {branch.branches.map((below, at) => (
                <OfferBranch
                  key={below.name}
                  branch={below}
                  starts={false}
                  deeds={deeds}
                  level={level + 1}
                  place={branch.offers.length + at + 1}
                  size={within}
                />
              ))}
            </ul>
          )}
        </>
      )}
    </li>
  );
});
