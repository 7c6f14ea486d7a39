// What was understood, as steps that could be taken: the item, and what was typed with it for its order form. Nothing is taken by itself.
import type { Dosing, Ward } from '#machines/scenario/item';
import { fill } from './quantities';
import type { Part } from './understand';

/** One thing that may be meant. */
export interface Candidate {
  readonly verb: string;
  readonly item: string;
  /** 0..1 */
  readonly score: number;
  /** what was typed with it, as the step carries it; null: nothing */
  readonly with: { readonly [field: string]: string } | null;
  /** the step, when it is not the item alone: `cancel:order:ct-head` */
  readonly do: string;
}

/** Best first. @param ward the items, with those of the case */
export function candidatesOf(part: Part, ward: Pick<Ward, 'items'>): readonly Candidate[] {
  return part.meanings.map(({ id, verb, score }) => {
    const dosing = ward.items[id]?.dosing;
    const { action } = part.steer;
    const cancels = action === 'cancel' && verb !== 'diagnose';
    const filled =
      dosing === undefined || cancels || action === 'stop' ? {} : fill(part.quantities, formOf(dosing));
    const acted =
      verb === 'treat' && (action === 'stop' || action === 'change') ? { action, ...filled } : filled;
    return {
      verb,
      item: id,
      score,
      with: Object.keys(acted).length === 0 ? null : acted,
      do: cancels ? `cancel:${id}` : verb === 'diagnose' ? 'diagnose' : id,
    };
  });
}

const formOf = ({ mode, unit, rateUnit, routes }: Dosing) => ({
  mode,
  unit: unit ?? null,
  rateUnit: rateUnit ?? null,
  routes,
});
