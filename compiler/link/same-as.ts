// Items of a case that are the same as another: the answers, times and points of the one hold for the other too.
import type { Item } from '#machines/scenario/item';
import type { Response } from '#machines/scenario/scenario';
import type { Findings } from '../diagnostic';
import { nearest } from '../language/problem';
import type { YamlFile } from '../read/yaml';
import type { ItemShape } from '../shape/catalogue';

/**
 * Reads `same-as` of items.yaml: item → the item that it is the same as. Both exist, have one verb, and the other stands
 * for itself. A treatment never is: its dose, rate and total are its own.
 */
export function linkSameAs(
  shapes: { readonly [id: string]: ItemShape },
  file: YamlFile | undefined,
  items: ReadonlyMap<string, Item>,
  responses: { readonly [item: string]: readonly Response[] },
  findings: Findings,
): { readonly [item: string]: string } {
  const same: Record<string, string> = {};
  if (file === undefined) return same;
  for (const [id, { 'same-as': other }] of Object.entries(shapes)) {
    if (other === undefined) continue;
    const wrong = (code: string, what: string, help: string): void =>
      findings.error(code, file.placeOf([id, 'same-as']), { what, help });
    const item = items.get(id);
    const known = items.get(other);
    if (item === undefined) {
      const near = nearest(id, items.keys());
      findings.error('unknown-item', file.keyPlaceOf([id]), {
        what: `there is no item ${id}`,
        help: near === null ? 'give it a name and a group' : `did you mean ${near}?`,
      });
    } else if (known === undefined) {
      const near = nearest(other, items.keys());
      wrong(
        'unknown-item',
        `there is no item ${other}`,
        near === null ? 'name an item of the catalogue or of this case' : `did you mean ${near}?`,
      );
    } else if (item.verb !== known.verb || item.verb === 'treat') {
      wrong(
        'same-as',
        item.verb === 'treat'
          ? `${id} cannot be the same as another: a treatment has its own dose`
          : `${id} cannot be the same as ${other}, which has another verb`,
        item.verb === 'treat'
          ? 'give it effects, attributes, or a place in a set'
          : `name another ${item.verb}:…`,
      );
    } else if (shapes[other]?.['same-as'] !== undefined) {
      wrong('same-as', `${other} is itself the same as another item`, `name ${shapes[other]['same-as']}`);
    } else if (Object.hasOwn(responses, id)) {
      wrong(
        'same-as',
        `${id} is the same as ${other} and has an answer of its own`,
        'keep one of them: the answer, or same-as',
      );
    } else same[id] = other;
  }
  return same;
}
