// What is offered, put together again from the columns in which it crosses the wire.
import type { OfferColumns } from '#machines/offer-columns';
import type { OfferView } from '#machines/view';

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
