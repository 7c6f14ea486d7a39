// The order in which quantities are computed within a tick: each after those whose new value it uses; a circle is an error.
import type { Expression } from '#machines/scenario/condition';
import type { Quantity } from '#machines/scenario/scenario';
import type { Findings, Place } from '../diagnostic';

/**
 * Sorts by dependency, otherwise in file order. A quantity depends on those that its regimes and their conditions name
 * without `last`, directly or through a measure; its own name means its previous value.
 */
export function inOrder(
  quantities: readonly Quantity[],
  measures: { readonly [id: string]: Expression },
  placeOf: (id: string) => Place,
  findings: Findings,
): readonly Quantity[] {
  const byId = new Map(quantities.map((quantity) => [quantity.id, quantity]));
  const done = new Set<string>();
  const path: string[] = [];
  const sorted: Quantity[] = [];
  const told = new Set<string>();
  const visit = (quantity: Quantity): void => {
    if (done.has(quantity.id)) return;
    path.push(quantity.id);
    for (const name of namesIn(quantity.regimes, measures)) {
      if (name === quantity.id) continue;
      const open = path.indexOf(name);
      const next = byId.get(name);
      if (open !== -1) circle(path.slice(open));
      else if (next !== undefined) visit(next);
    }
    path.pop();
    done.add(quantity.id);
    sorted.push(quantity);
  };
  const circle = (ids: readonly string[]): void => {
    const key = ids.toSorted().join(' ');
    if (told.has(key)) return;
    told.add(key);
    const first = ids[0] ?? '';
    findings.error('circle', placeOf(first), {
      what: `\`${[...ids, first].join(' → ')}\`: each needs the new value of the next`,
      why: 'within a tick every quantity is computed once, after those that it uses',
      help: `write "last ${ids[1] ?? first}" in ${first} for its value at the end of the tick before`,
    });
  };
  for (const quantity of quantities) visit(quantity);
  return sorted;
}

/** Quantities whose value of this tick is used; spans and counts are judged after the quantities and do not count. */
function namesIn(
  regimes: Quantity['regimes'],
  measures: { readonly [id: string]: Expression },
): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(walk);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const node: Record<string, unknown> = { ...value };
    const { op, id } = node;
    if (op === 'held' || op === 'share' || op === 'since' || op === 'times' || op === 'while') return;
    if (op === 'quantity' && typeof id === 'string') {
      if (node['last'] !== true) names.add(id);
      return;
    }
    if (op === 'measure' && typeof id === 'string') {
      if (seen.has(id)) return;
      seen.add(id);
      walk(measures[id]);
      return;
    }
    Object.values(node).forEach(walk);
  };
  walk(regimes);
  return names;
}
