// Gathers the names that conditions may use: items, classes, sets, quantities, stages and the rest.
import type { Item } from '#machines/scenario/item';
import type { Findings, Phrase } from '../diagnostic';
import { nearest } from '../language/problem';
import type { Scope, ScopeItem } from '../language/scope';

/** Classes of a list of items: `class:x` → ids in order. */
export function classesOf(items: Iterable<Item>): ReadonlyMap<string, readonly string[]> {
  const classes = new Map<string, string[]>();
  for (const item of items) {
    for (const name of item.classes) {
      const key = `class:${name}`;
      const members = classes.get(key);
      if (members === undefined) classes.set(key, [item.id]);
      else members.push(item.id);
    }
  }
  for (const members of classes.values()) members.sort();
  return classes;
}

/** Items as the condition reader sees them. */
export function scopeItems(items: Iterable<Item>): ReadonlyMap<string, ScopeItem> {
  const out = new Map<string, ScopeItem>();
  for (const item of items) {
    out.set(item.id, {
      ...(item.dosing === undefined ? {} : { dosing: item.dosing }),
      phases: (item.phases ?? []).map((phase) => phase.id),
      choices: (item.choices ?? []).map((choice) => choice.id),
      classes: item.classes,
      attributes: item.attributes ?? {},
    });
  }
  return out;
}

/** A scope that knows nothing but items. */
export function itemScope(items: readonly Item[], weight: number): Scope {
  return {
    items: scopeItems(items),
    classes: classesOf(items),
    sets: new Map(),
    quantities: new Map(),
    measures: new Set(),
    regions: new Map(),
    events: new Set(),
    variants: new Map(),
    checkpoints: new Map(),
    diagnoses: new Set(),
    attributes: new Set(items.flatMap((item) => Object.keys(item.attributes ?? {}))),
    weight,
  };
}

/**
 * Expands the sets of a case to item ids. A set may name items, classes and other sets; a circle or an unknown name is
 * an error, and the entry is left out.
 */
export function expandSets(
  sets: { readonly [name: string]: readonly string[] },
  scope: Pick<Scope, 'items' | 'classes'>,
  phraseOf: (set: string, index: number) => Phrase,
  findings: Findings,
): ReadonlyMap<string, readonly string[]> {
  const done = new Map<string, readonly string[]>();
  const open = new Set<string>();
  const visit = (name: string): readonly string[] => {
    const known = done.get(name);
    if (known !== undefined) return known;
    open.add(name);
    const members = new Set<string>();
    (sets[name] ?? []).forEach((member, index) => {
      for (const id of behind(member, name, index)) members.add(id);
    });
    open.delete(name);
    const sorted = [...members].sort();
    done.set(name, sorted);
    return sorted;
  };
  const behind = (member: string, set: string, index: number): readonly string[] => {
    if (scope.items.has(member)) return [member];
    const inClass = scope.classes.get(member);
    if (inClass !== undefined) return inClass;
    const { place } = phraseOf(set, index);
    if (open.has(member)) {
      findings.error('set-circle', place, {
        what: `the set ${member} holds itself`,
        help: 'take one of the names out of the circle',
      });
      return [];
    }
    if (Object.hasOwn(sets, member)) return visit(member);
    const near = nearest(member, [...scope.items.keys(), ...scope.classes.keys(), ...Object.keys(sets)]);
    findings.error('unknown-item', place, {
      what: `there is no item, class or set ${member}`,
      help: near === null ? 'declare it in items.yaml, or take it out' : `did you mean ${near}?`,
    });
    return [];
  };
  for (const name of Object.keys(sets)) visit(name);
  return done;
}
