// The body map: every part that a case can name is drawn, and choosing one leaves what is found there.
import { describe, expect, test } from 'vitest';
import { bodyViews } from '#components/body-map/body-shapes';
import { offersAt, partsOf } from '#components/body-map/parts';
import { lookOf } from '#components/encounter/patient-look';
import { BODY_PARTS, type BodyPart, bodyPartsOf } from '#machines/scenario/body';
import type { OfferView } from '#machines/view';

const offer = (id: string, ...body: BodyPart[]): OfferView => ({
  id,
  verb: 'examine',
  name: id,
  group: [],
  words: [],
  takes: 0,
  waits: 0,
  dosing: null,
  choices: [],
  manyChoices: false,
  ...(body.length === 0 ? {} : { body }),
});
const offers = [
  offer('look'),
  offer('lungs', 'chest', 'back'),
  offer('heart', 'chest'),
  offer('spine', 'back'),
];

describe('the body map', () => {
  test('draws every part in one view at least', () => {
    const drawn = new Set(bodyViews.flatMap(({ shapes }) => shapes.map(({ part }) => part)));
    expect(BODY_PARTS.filter((part) => !drawn.has(part))).toEqual([]);
  });

  test('lists the parts at which something is found, with how much, and no others', () => {
    expect(partsOf(offers)).toEqual([
      ['chest', 2],
      ['back', 2],
    ]);
  });

  test('leaves what is found at the chosen part, and everything when none is chosen', () => {
    expect(offersAt(offers, 'back').map(({ id }) => id)).toEqual(['lungs', 'spine']);
    expect(offersAt(offers, null)).toEqual(offers);
  });

  test('reads the parts of an item from its classes', () => {
    expect(bodyPartsOf(['bedside', 'body-legs', 'body-chest'])).toEqual(['chest', 'legs']);
  });
});

describe('the drawn patient', () => {
  test('lies as the keyword says, on his back when it says nothing', () => {
    expect(lookOf('worsening-left-side')).toMatchObject({ posture: 'left-side', look: { mottling: 1 } });
    expect(lookOf('arrest').posture).toBe('supine');
  });

  test('is drawn as unwell where the keyword is not known', () => {
    expect(lookOf('purple').look).toEqual(lookOf('unwell').look);
  });

  test('is marbled further up as shock goes on', () => {
    const marbled = ['compensating', 'worsening', 'profound', 'failing'].map(
      (name) => lookOf(name).look.mottling,
    );
    expect(marbled).toEqual([0, 1, 2, 3]);
  });
});
