// Which parts of the body have something to examine, and what is left when one is chosen.
import type { BodyPart } from '#machines/scenario/body';
import type { OfferView } from '#machines/view';

/** From head to foot. */
const order: readonly BodyPart[] = [
  'head',
  'neck',
  'chest',
  'abdomen',
  'groin',
  'arms',
  'hands',
  'back',
  'flanks',
  'buttocks',
  'legs',
  'feet',
];

/** Parts at which something is offered, with how much, from head to foot. */
export function partsOf(offers: readonly OfferView[]): readonly (readonly [BodyPart, number])[] {
  return order.flatMap((part) => {
    const count = offers.filter(({ body }) => body?.includes(part)).length;
    return count === 0 ? [] : [[part, count] as const];
  });
}

/** What is offered at a part; everything when none is chosen. */
export function offersAt(offers: readonly OfferView[], part: BodyPart | null): readonly OfferView[] {
  return part === null ? offers : offers.filter(({ body }) => body?.includes(part));
}
