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

/** The offers that columns hold, as they went in. */
export function offersOf(columns: OfferColumns): readonly OfferView[] {
  return columns.id.flatMap((id, row) => (id === null ? [] : [offerAt(columns, id, row)]));
}

function offerAt(columns: OfferColumns, id: string, row: number): OfferView {
  const sample = columns.sample[row];
  const burden = columns.burden[row];
  const forms = columns.forms[row];
  const avoided = columns.avoided[row];
  const careful = columns.careful[row];
  const body = columns.body[row];
  return {
    id,
    verb: columns.verb[row] ?? '',
    name: columns.name[row] ?? id,
    group: columns.group[row] ?? [],
    words: columns.words[row] ?? [],
    takes: columns.takes[row] ?? 0,
    waits: columns.waits[row] ?? 0,
    ...(sample ? { sample } : {}),
    ...(burden ? { burden } : {}),
    ...(forms ? { forms } : {}),
    dosing: columns.dosing[row] ?? null,
    ...(avoided ? { avoided } : {}),
    ...(careful ? { careful } : {}),
    choices: columns.choices[row] ?? [],
    manyChoices: columns.manyChoices[row] ?? false,
    ...(body ? { body } : {}),
  };
}
