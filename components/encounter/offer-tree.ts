// What can be done of one kind, as a tree of named groups, and what of it is left when a word is typed.
import type { OfferView } from '#machines/view';
import { fold } from './offer-text';

export interface Branch {
  readonly name: string;
  /** all offers below, those of its own branches included */
  readonly count: number;
  readonly offers: readonly OfferView[];
  readonly branches: readonly Branch[];
}

interface Growing {
  readonly offers: OfferView[];
  readonly branches: Map<string, Growing>;
}

const sprout = (): Growing => ({ offers: [], branches: new Map() });

function grown(name: string, { offers, branches }: Growing, order: Intl.Collator): Branch {
  const below = [...branches]
    .toSorted(([a], [b]) => order.compare(a, b))
    .map(([own, branch]) => grown(own, branch, order));
  return {
    name,
    count: offers.length + below.reduce((sum, { count }) => sum + count, 0),
    offers: offers.toSorted((a, b) => order.compare(a.name, b.name)),
    branches: below,
  };
}

/** Few first levels, each of many: what is below them is shown at once. */
const fewRoots = 3;
const many = 60;

/** The tree of offers of one kind; a first level that all share says nothing and is left out. Sorted by name. */
export function treeOf(offers: readonly OfferView[], language: string): Branch {
  const shared = new Set(offers.map(({ group }) => group[0])).size === 1 ? 1 : 0;
  const root = sprout();
  for (const offer of offers) {
    let branch = root;
    for (const name of offer.group.slice(shared)) {
      const next = branch.branches.get(name) ?? sprout();
      branch.branches.set(name, next);
      branch = next;
    }
    branch.offers.push(offer);
  }
  const tree = grown('', root, new Intl.Collator(language));
  if (tree.branches.length > fewRoots || tree.count < many) return tree;
  const lifted = tree.branches.flatMap((branch) =>
    branch.branches.length < 2
      ? [branch]
      : [
          ...(branch.offers.length === 0 ? [] : [{ ...branch, count: branch.offers.length, branches: [] }]),
          ...branch.branches,
        ],
  );
  return { ...tree, branches: lifted };
}

/** Offers whose name, words or group have every typed word at the beginning of one of their own; those by name first. */
export function narrowed(offers: readonly OfferView[], typed: string): readonly OfferView[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return offers;
  const has = (text: string) => {
    const folded = ` ${fold(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')}`;
    return wanted.every((word) => folded.includes(` ${word}`));
  };
  const byName = offers.filter(({ name }) => has(name));
  const named = new Set(byName);
  return [
    ...byName,
    ...offers.filter((offer) => !named.has(offer) && has([...offer.words, ...offer.group].join(' '))),
  ];
}
