// What of this patient, as far as the chart knows, speaks against an order: conditions, and kidneys that filter too little for its dose.
import type { Contraindication, Item, RenalBand, Ward } from '../scenario/item';
import type { Request, Warning } from '../step';
import { filtrationOf, isBelow, isKnown } from './known';
import type { State } from './state';

const HOUR = 3600;
const NONE: readonly Contraindication[] = [];

const indexes = new WeakMap<readonly Contraindication[], ReadonlyMap<string, readonly Contraindication[]>>();

function indexed(all: readonly Contraindication[]): ReadonlyMap<string, readonly Contraindication[]> {
  const known = indexes.get(all);
  if (known) return known;
  const index = new Map<string, Contraindication[]>();
  for (const one of all) {
    const same = index.get(one.what);
    if (same) same.push(one);
    else index.set(one.what, [one]);
  }
  indexes.set(all, index);
  return index;
}

/** What the ward says of an item and of its classes; found by name, since a ward has thousands of items and hundreds of reasons. */
export function contraindicationsOf({ cautions }: Ward, item: Item): readonly Contraindication[] {
  const index = indexed(cautions?.contraindications ?? NONE);
  return [item.id, ...new Set(item.classes)].flatMap((name) => index.get(name) ?? []);
}

/** One warning for each known condition that speaks against the item; of several reasons the heaviest, of equals that of the item before those of its classes. */
export function contraindications(state: State, item: Item): readonly Warning[] {
  const { ward } = state.playable;
  const found = new Map<string, Contraindication>();
  for (const one of contraindicationsOf(ward, item)) {
    const before = found.get(one.condition);
    if (before === undefined || (before.weight === 'care' && one.weight === 'avoid'))
      found.set(one.condition, one);
  }
  return [...found.values()].flatMap(({ condition, weight, why }): Warning[] => {
    const known = ward.conditions?.[condition];
    if (known === undefined || !isKnown(state, known)) return [];
    const params = { condition, weight };
    return [
      {
        code: 'contraindicated',
        item: item.id,
        params,
        about: known.name,
        why,
        asksReason: weight === 'avoid',
      },
    ];
  });
}

/** What is usual of a medicine with the filtration that the chart knows. */
export interface RenalLimits {
  /** mL/min, rounded as it is shown */
  readonly egfr: number;
  readonly usual: NonNullable<RenalBand['usual']>;
  /** shortest usual interval in seconds */
  readonly every: number | null;
  readonly advice: RenalBand['advice'];
}

/** The limits of the lowest band that fits, with what it leaves out taken from the bands above; null where none fits or nobody has measured. */
export function renalLimits(state: State, item: Item): RenalLimits | null {
  const bands = item.dosing?.renal;
  const filtration = bands === undefined ? null : filtrationOf(state);
  if (bands === undefined || filtration === null) return null;
  const fitting = bands.filter(({ below }) => isBelow(filtration, below));
  if (fitting.length === 0) return null;
  return {
    egfr: Math.round(filtration.value),
    usual: fitting.reduce<RenalLimits['usual']>((all, { usual }) => ({ ...all, ...usual }), {}),
    every: fitting.findLast(({ every }) => every !== undefined)?.every ?? null,
    advice: fitting.findLast(({ advice }) => advice !== undefined)?.advice,
  };
}

/** Doses of a course that follow each other sooner than the kidneys allow; null where they do not. */
export function tooOften(item: Item, request: Request, limits: RenalLimits): Warning | null {
  const given = request.every ?? (request.action === 'start' ? item.dosing?.every : undefined);
  if (item.dosing?.mode !== 'course' || given === undefined || limits.every === null || given >= limits.every)
    return null;
  const params = { got: given / HOUR, least: limits.every / HOUR, egfr: limits.egfr };
  return { code: 'renal-interval', item: item.id, params, asksReason: true, ...whyOf(limits) };
}

/** The advice of a band, as the reason of its warnings. */
export const whyOf = ({ advice }: RenalLimits): Pick<Warning, 'why'> =>
  advice === undefined ? {} : { why: advice };
