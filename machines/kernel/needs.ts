// Which quantities must be computed at every tick, and which only when somebody looks: a derived level that no tick asks for waits.
import type { Quantity, Scenario } from '../scenario/scenario';

/** Ids of levels and vitals named anywhere inside a piece of scenario data; measures are followed. */
function mentioned(
  data: unknown,
  scenario: Pick<Scenario, 'measures'>,
  found: Set<string>,
  measures: Set<string>,
): void {
  if (Array.isArray(data)) {
    for (const one of data) mentioned(one, scenario, found, measures);
    return;
  }
  if (typeof data !== 'object' || data === null) return;
  if ('op' in data && 'id' in data && typeof data.id === 'string') {
    if (data.op === 'quantity') found.add(data.id);
    if (data.op === 'measure' && !measures.has(data.id)) {
      measures.add(data.id);
      mentioned(scenario.measures[data.id], scenario, found, measures);
    }
  }
  for (const one of Object.values(data)) mentioned(one, scenario, found, measures);
}

/** A level whose value follows from the others alone, so that it can be computed when it is asked for. */
function isDerived(quantity: Quantity): boolean {
  const last = quantity.regimes.at(-1);
  if (quantity.kind === 'vital' || last === undefined || last.when !== undefined) return false;
  if (quantity.regimes.some((regime) => regime.kind !== 'is')) return false;
  const own = new Set<string>();
  mentioned(quantity.regimes, { measures: {} }, own, new Set());
  return !own.has(quantity.id);
}

/** Ids that every tick must compute. The rest is derived and asked for only by results, gates, timings and effects. */
export function neededAtTicks(scenario: Scenario): ReadonlySet<string> {
  const needed = new Set<string>();
  const measures = new Set<string>();
  for (const quantity of scenario.quantities) if (!isDerived(quantity)) needed.add(quantity.id);
  const { regions, events, checkpoints, scoring, outcomes } = scenario;
  mentioned([regions, events, checkpoints, scoring, outcomes], scenario, needed, measures);
  // Numbers followed over time for anything else (a gate, a result) are watched at ticks too.
  mentioned(
    followed([scenario.responses, scenario.gates, scenario.timings, scenario.effects, scenario.items]),
    scenario,
    needed,
    measures,
  );
  for (let before = -1; before !== needed.size; ) {
    before = needed.size;
    for (const quantity of scenario.quantities)
      if (needed.has(quantity.id)) mentioned(quantity.regimes, scenario, needed, measures);
  }
  return needed;
}

/** The parts of the data that are looked at over time. */
function followed(data: unknown): readonly unknown[] {
  if (Array.isArray(data)) return data.flatMap(followed);
  if (typeof data !== 'object' || data === null) return [];
  const over =
    'op' in data &&
    (data.op === 'held' ||
      data.op === 'share' ||
      data.op === 'window' ||
      data.op === 'since' ||
      data.op === 'times');
  return over ? [data] : Object.values(data).flatMap(followed);
}
