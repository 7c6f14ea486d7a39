// The names that conditions of one case may use, and what of its items and analytes differs from the ward's.
import type { Analyte, Item, Ward } from '#machines/scenario/item';
import type { Response, Scenario } from '#machines/scenario/scenario';
import type { Scope } from '../language/scope';
import { valueOf, type Tag } from '../read/tag';
import type { AnalyteShape } from '../shape/catalogue';
import type { Physiology } from '../shape/physiology';
import { dependsOnPatient } from './analytes';
import type { Bench } from './bench';
import type { CaseItems } from './case-items';
import { termIds } from './diagnosis';
import { stageIds, type RegionTags } from './regions';
import { itemScope } from './scope';

/** Everything a condition may name, but for the sets. */
export function scopeOf(
  items: CaseItems,
  physiology: Physiology,
  regions: readonly RegionTags[],
  tags: readonly Tag[],
  ward: Ward,
  weight: number,
): Scope {
  const ids = (name: string): string[] =>
    tags.flatMap((tag) => (tag.name === name ? [valueOf(tag, 'id')?.text ?? ''] : []));
  const checkpoints = tags.filter((tag) => tag.name === 'Checkpoint');
  return {
    ...itemScope([...items.all.values()], weight),
    quantities: new Map(
      [...Object.entries(physiology.levels ?? {}), ...Object.entries(physiology.vitals ?? {})].map(
        ([id, shape]) => [id, { unit: shape.unit ?? '' }],
      ),
    ),
    measures: new Set(Object.keys(physiology.measures ?? {})),
    regions: new Map(regions.map((region) => [region.id, stageIds(region)])),
    events: new Set(ids('Event')),
    variants: new Map(
      Object.entries(physiology.variants ?? {}).map(([name, values]) => [name, Object.keys(values)]),
    ),
    checkpoints: new Map(
      checkpoints.map((tag) => [
        valueOf(tag, 'id')?.text ?? '',
        tag.children.flatMap((child) => (child.name === 'Option' ? [valueOf(child, 'id')?.text ?? ''] : [])),
      ]),
    ),
    diagnoses: new Set([...Object.keys(ward.diagnoses), ...termIds(tags)]),
  };
}

/** The case's own items with their `offered-when` read. */
export function withConditions(items: CaseItems, bench: Bench): { readonly [id: string]: Item } {
  const out: Record<string, Item> = {};
  for (const [id, item] of items.own) {
    const given = items.offered.get(id);
    out[id] =
      given === undefined
        ? item
        : { ...item, offeredWhen: bench.condition(given.file.phraseAt([id, 'offered-when'], given.text)) };
  }
  return out;
}

/** Usual answers that the case writes stand as the last alternative of their item. */
export function withUsual(
  responses: { readonly [item: string]: readonly Response[] },
  items: CaseItems,
): { readonly [item: string]: readonly Response[] } {
  const out: Record<string, readonly Response[]> = { ...responses };
  for (const [id, text] of items.usual) {
    const verb = items.all.get(id)?.verb;
    const kind =
      verb === 'ask' ? 'answer' : verb === 'examine' ? 'finding' : verb === 'order' ? 'report' : 'reply';
    const before = out[id] ?? [];
    const slot = before.find((response) => response.at === undefined && response.kind === kind)?.slot;
    const fallback: Response = {
      slot: slot ?? Math.max(-1, ...before.map((response) => response.slot)) + 1,
      when: { op: 'always' },
      text,
      critical: false,
      kind,
      judgedOnArrival: false,
      fails: false,
      reports: [],
    };
    out[id] = [...before, fallback];
  }
  return out;
}

/** Analytes that this case declares, or whose reference interval depends on the patient. */
export function ownOnly(
  analytes: ReadonlyMap<string, Analyte>,
  shapes: ReadonlyMap<string, AnalyteShape>,
  own: { readonly [id: string]: unknown },
): { readonly [id: string]: Analyte } {
  const out: Record<string, Analyte> = {};
  for (const [id, analyte] of analytes) {
    const shape = shapes.get(id);
    if (Object.hasOwn(own, id) || (shape !== undefined && dependsOnPatient(shape))) out[id] = analyte;
  }
  return out;
}

/** Variants with their weights. */
export function variantsOf(physiology: Physiology): Scenario['variants'] {
  return Object.fromEntries(
    Object.entries(physiology.variants ?? {}).map(([name, values]) => [
      name,
      Object.entries(values).map(([value, weight]) => ({ value, weight })),
    ]),
  );
}
