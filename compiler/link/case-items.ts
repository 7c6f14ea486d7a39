// The items of a case: the ward's, changed or added to by items.yaml, with the phases and attributes the case gives them.
import type { Item, Phase } from '#machines/scenario/item';
import type { TextKey } from '#machines/scenario/scenario';
import type { Catalogue } from '../catalogue';
import type { Findings, Place } from '../diagnostic';
import { nearest } from '../language/problem';
import type { YamlFile } from '../read/yaml';
import type { ItemShape } from '../shape/catalogue';
import type { Physiology } from '../shape/physiology';
import { buildItem, words, type ItemSource } from './items';
import { checkSpecimens } from './specimens';
import type { Texts } from './texts';

export interface CaseItems {
  /** every item that a play of the case may use */
  readonly all: ReadonlyMap<string, Item>;
  /** those that differ from the ward's, in order of their names */
  readonly own: ReadonlyMap<string, Item>;
  /** where the case writes `offered-when`, to be read once all names are known */
  readonly offered: ReadonlyMap<string, { readonly text: string; readonly file: YamlFile }>;
  /** usual answers that the case writes itself */
  readonly usual: ReadonlyMap<string, TextKey>;
  readonly withheld: { readonly [item: string]: TextKey };
}

/** An entry that says nothing of the item but that it is the same as another changes no item. */
const onlySameAs = (shape: ItemShape | undefined): boolean =>
  shape?.['same-as'] !== undefined && Object.keys(shape).length === 1;

/** Merges the ward's items with the case's. */
export function linkCaseItems(
  catalogue: Catalogue,
  shapes: { readonly [id: string]: ItemShape },
  file: YamlFile | undefined,
  phases: ReadonlyMap<string, readonly (Phase & { readonly place: Place })[]>,
  physiology: Physiology,
  physiologyFile: YamlFile | undefined,
  texts: Texts,
  findings: Findings,
): CaseItems {
  const all = new Map<string, Item>(Object.entries(catalogue.ward.items));
  const own = new Map<string, Item>();
  const offered = new Map<string, { text: string; file: YamlFile }>();
  const usual = new Map<string, TextKey>();
  const withheld: Record<string, TextKey> = {};
  const attributes = physiology.attributes ?? {};
  const changed = new Set([
    ...Object.keys(shapes).filter((id) => !onlySameAs(shapes[id])),
    ...phases.keys(),
    ...Object.keys(attributes),
  ]);
  const known = [...all.keys(), ...Object.keys(shapes)];
  for (const id of [...changed].sort()) {
    const ward = catalogue.sources.get(id);
    const given = Object.hasOwn(shapes, id) ? shapes[id] : undefined;
    const source = merged(id, ward, given);
    if (source === null) {
      const place = phases.get(id)?.[0]?.place ?? physiologyFile?.keyPlaceOf(['attributes', id]);
      if (place !== undefined) {
        const near = nearest(id, known);
        findings.error('unknown-item', place, {
          what: `there is no item ${id}`,
          help: near === null ? 'declare it in items.yaml' : `did you mean ${near}?`,
        });
      }
      continue;
    }
    const additions = {
      phases: (phases.get(id) ?? []).map(({ id: phase, at, text }) => ({
        id: phase,
        at,
        ...(text === undefined ? {} : { text }),
      })),
      attributes: Object.hasOwn(attributes, id) ? (attributes[id] ?? {}) : {},
    };
    const item = buildItem(source, additions, findings);
    if (item === null) continue;
    checkSpecimens(item, source, catalogue.ward.specimens ?? {}, 'note', findings);
    const wards = catalogue.ward.items[id]?.offeredWhen;
    const linked = wards === undefined ? item : { ...item, offeredWhen: wards };
    all.set(id, linked);
    own.set(id, linked);
    if (given === undefined || file === undefined) continue;
    const condition = given['offered-when'];
    if (condition !== undefined) offered.set(id, { text: condition, file });
    if (given.usual !== undefined) {
      usual.set(id, texts.words(`usual/${id}`, words(given.usual) ?? {}, file.placeOf([id, 'usual'])));
    }
    if (given['usual-ages'] !== undefined) {
      findings.error('unknown-key', file.keyPlaceOf([id, 'usual-ages']), {
        what: `${id}: usual-ages is for the ward's catalogue`,
        why: 'a case knows how old its patient is',
        help: 'write usual: …',
      });
    }
    if (given.withheld !== undefined) {
      withheld[id] = texts.words(
        `withheld/${id}`,
        words(given.withheld) ?? {},
        file.placeOf([id, 'withheld']),
      );
    }
  }
  return { all, own, offered, usual, withheld };

  /** The case's keys over the ward's; an item is asked for its name and group only where neither gives them. */
  function merged(id: string, ward: ItemSource | undefined, given: ItemShape | undefined): ItemSource | null {
    if (given !== undefined && file !== undefined) {
      return { id, shape: { ...ward?.shape, ...given }, file };
    }
    return ward ?? null;
  }
}
