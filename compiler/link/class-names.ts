// Names under which items are meant in the ward's tables: their own, or those of their classes.
import type { Item } from '#machines/scenario/item';
import type { Findings, Place } from '../diagnostic';
import { nearest } from '../language/problem';

/** `class:x` and `x` are one class; an item is named with its verb. */
export const bare = (name: string): string => name.replace(/^class:/, '');

/** Ids and classes of items. */
export function namesOf(items: Iterable<Item>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const item of items) {
    names.add(item.id);
    for (const name of item.classes) names.add(name);
  }
  return names;
}

/** Warns of a name that is neither an item nor a class. */
export function unknownClass(
  name: string,
  names: ReadonlySet<string>,
  place: Place,
  findings: Findings,
): void {
  const near = nearest(bare(name), names);
  findings.warning('unknown-class', place, {
    what: `no item is ${bare(name)} or has this class`,
    why: 'nothing will be warned of',
    help: near === null ? 'name a class of treatments, or an item' : `did you mean ${near}?`,
  });
}
