// What is offered, column by column, as it crosses the wire: thousands of rows with the same keys pack a tenth smaller that way.
import type { OfferView } from './view';

/** One list for each key of an offer, all of the same length; null where an offer lacks the key. */
export type OfferColumns = {
  readonly [Key in keyof OfferView]-?: readonly (NonNullable<OfferView[Key]> | null)[];
};

/** The columns of a list of offers, in its order. */
export function columnsOf(offers: readonly OfferView[]): OfferColumns {
  const column = <Key extends keyof OfferView>(key: Key) => offers.map((offer) => offer[key] ?? null);
  return {
    id: column('id'),
    verb: column('verb'),
    name: column('name'),
    group: column('group'),
    words: column('words'),
    takes: column('takes'),
    waits: column('waits'),
    sample: column('sample'),
    burden: column('burden'),
    forms: column('forms'),
    dosing: column('dosing'),
    avoided: column('avoided'),
    careful: column('careful'),
    choices: column('choices'),
    manyChoices: column('manyChoices'),
    body: column('body'),
  };
}
