// What was understood, as steps that could be taken: the item, and what was typed with it for its order form. Nothing is taken by itself.
import type { Item } from '#machines/scenario/item';
import type { UnderstoodCandidate } from '#machines/wire';
import { fill, formOf } from './quantities';
import type { Part } from './understand';

/** Best first. @param itemOf the ward's items with those of the case */
export function candidatesOf(
  part: Part,
  itemOf: (id: string) => Item | null | undefined,
): readonly UnderstoodCandidate[] {
  return part.meanings.map(({ id, verb, score }) => {
    const dosing = itemOf(id)?.dosing;
    const { action } = part.steer;
    const halts = action === 'stop' || action === 'hold';
    const cancels = action === 'cancel' && verb !== 'diagnose';
    const filled = dosing === undefined || cancels || halts ? {} : fill(part.quantities, formOf(dosing));
    const acted = verb === 'treat' && (halts || action === 'change') ? { action, ...filled } : filled;
    return {
      verb,
      item: id,
      score,
      with: Object.keys(acted).length === 0 ? null : acted,
      do: cancels ? `cancel:${id}` : verb === 'diagnose' ? 'diagnose' : id,
    };
  });
}
