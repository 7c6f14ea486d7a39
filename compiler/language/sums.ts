// `rate of`, `total of`, `dose of`, `requested …`: what is summed and in which unit, as the dosing of the items says.
import type { Expression } from '#machines/scenario/condition';
import type { Dosing } from '#machines/scenario/item';
import { type Desk, itemsOf, itemsOfAll } from './names';
import { Problems } from './problem';
import type { RefNode, Spot } from './tree';
import { convert, factor } from './units';

type Sum = 'rate' | 'total' | 'dose';

const isVolume = (unit: string): boolean => convert(1, unit, 'mL') !== null;

/** Unit that one item adds in: mL for a fluid's total, its dose unit, its rate unit; null where it has none. */
function itemUnit(dosing: Dosing | undefined, of: Sum): string | null {
  if (dosing === undefined) return null;
  if (of === 'rate') return dosing.rateUnit ?? null;
  if (dosing.unit !== undefined) return of === 'total' && isVolume(dosing.unit) ? 'mL' : dosing.unit;
  return of === 'total' && dosing.rateUnit !== undefined && /^m?L\//.test(dosing.rateUnit) ? 'mL' : null;
}

/** Items that add something, each with its unit. */
function adding(desk: Desk, of: Sum, ids: readonly string[]): readonly (readonly [string, string])[] {
  return ids.flatMap((id): (readonly [string, string])[] => {
    const unit = itemUnit(desk.scope.items.get(id)?.dosing, of);
    return unit === null ? [] : [[id, unit]];
  });
}

/** The unit of the sum, without complaints; null where there is none or several. */
export function sumUnit(desk: Desk, of: Sum, refs: readonly RefNode[]): string | null {
  const silent: Desk = { scope: desk.scope, problems: new Problems() };
  const [first] = adding(
    silent,
    of,
    refs.flatMap((ref) => itemsOf(silent, ref)),
  );
  return first?.[1] ?? null;
}

/** The sum over the items; null after a problem (nothing to add, or different units). */
export function sumOf(desk: Desk, spot: Spot, of: Sum, refs: readonly RefNode[]): Expression | null {
  const ids = itemsOfAll(desk, refs);
  if (ids.length === 0) return null;
  const parts = adding(desk, of, ids);
  const [first] = parts;
  if (first === undefined) {
    desk.problems.error(
      of === 'rate' ? 'no-rate' : 'no-dose',
      spot,
      `Nothing here is given with a ${of === 'rate' ? 'rate' : 'dose'}.`,
      of === 'rate'
        ? 'Use an infusion, or `total of` or `times given`.'
        : 'Use an item with a dose, or `times given`.',
    );
    return null;
  }
  const other = parts.find(([, unit]) => factor(unit, first[1]) !== 1);
  if (other !== undefined) {
    desk.problems.error(
      'mixed-units',
      spot,
      `${first[0]} counts in ${first[1]}, ${other[0]} in ${other[1]}: they cannot be added.`,
      'Add them one by one, each with its factor.',
    );
    return null;
  }
  const items = parts.map(([id]) => id);
  if (of === 'rate') return { op: 'rate', items };
  return { op: 'total', items, of: of === 'total' && first[1] === 'mL' ? 'volume' : 'dose' };
}

/** Unit of what the step being judged asks for; null where the item is not known here. */
export function requestedUnit(desk: Desk, of: 'rate' | 'dose' | 'volume' | 'minutes'): string | null {
  if (of === 'minutes') return 'min';
  if (of === 'volume') return 'mL';
  const units = (desk.scope.subject ?? []).map((id) => {
    const dosing = desk.scope.items.get(id)?.dosing;
    return (of === 'rate' ? dosing?.rateUnit : dosing?.unit) ?? null;
  });
  const [first] = units;
  return first !== undefined && first !== null && units.every((unit) => unit === first) ? first : null;
}
