// Parts of the body at which something can be examined: an item says so with classes such as `body-chest`.

export const BODY_PARTS = [
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
] as const;
export type BodyPart = (typeof BODY_PARTS)[number];

/** The parts that an item's classes name, in the order of the list. */
export function bodyPartsOf(classes: readonly string[]): readonly BodyPart[] {
  return BODY_PARTS.filter((part) => classes.includes(`body-${part}`));
}
