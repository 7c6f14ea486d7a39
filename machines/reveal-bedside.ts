// What stands around the bed: the monitor with what is attached, what runs, what is awaited.
import type { Encounter } from './encounter';
import { seenNow } from './kernel/at-once';
import type { Due, Order } from './kernel/state';
import { runningOf } from './kernel/treatments';
import type { Language } from './scenario/item';
import type { Rhythm } from './scenario/rhythm';
import { textOf, wordsIn } from './texts';
import type { PendingView, RunningView, VitalView } from './view';

const MOST_POINTS = 120;
/** Trend: the change over this many seconds, against this share of the value. */
const TREND_SECONDS = 900;
const TREND_SHARE = 0.02;

/** Vitals that are seen now, in the order of the case. */
export function monitor(encounter: Encounter, language: Language): readonly VitalView[] {
  const { playable } = encounter;
  const seen = seenNow(encounter);
  return playable.vitals.flatMap((vital, index): VitalView[] => {
    const shown = vital.quantity.vital;
    if (!shown || !vital.seen(encounter)) return [];
    const exact = seen[vital.slot] ?? 0;
    const value = rounded(exact, shown.decimals);
    const side = encounter.alarm[index] ?? 0;
    return [
      {
        id: vital.quantity.id,
        channel: shown.channel,
        label: textOf(playable.scenario, shown.label, language),
        unit: vital.quantity.unit,
        decimals: shown.decimals,
        value,
        trend: trendOf(encounter, index, exact),
        alarm: side === 0 ? null : side < 0 ? 'low' : 'high',
        series: series(encounter, index, shown.decimals),
      },
    ];
  });
}

const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));

function trendOf(encounter: Encounter, vital: number, value: number): -1 | 0 | 1 {
  const width = encounter.playable.vitals.length + 1;
  const since = Math.max(encounter.now - TREND_SECONDS, encounter.seenSince[vital] ?? 0);
  for (let row = encounter.historyRows - 1; row >= 0; row -= 1) {
    if ((encounter.history[row * width] ?? 0) > since) continue;
    const change = value - (encounter.history[row * width + vital + 1] ?? value);
    const noise = Math.max(0.3, Math.abs(value) * TREND_SHARE);
    return change > noise ? 1 : change < -noise ? -1 : 0;
  }
  return 0;
}

/** Values since the vital was first seen, thinned evenly to at most 120 points, the last always among them. */
export function series(
  encounter: Encounter,
  vital: number,
  decimals: number,
): readonly (readonly [number, number])[] {
  const width = encounter.playable.vitals.length + 1;
  const since = encounter.seenSince[vital] ?? 0;
  let first = 0;
  while (first < encounter.historyRows && (encounter.history[first * width] ?? 0) < since) first += 1;
  const rows = encounter.historyRows - first;
  const step = Math.max(1, Math.ceil(rows / MOST_POINTS));
  const points: (readonly [number, number])[] = [];
  for (let row = encounter.historyRows - 1; row >= first; row -= step) {
    points.push([
      encounter.history[row * width] ?? 0,
      rounded(encounter.history[row * width + vital + 1] ?? 0, decimals),
    ]);
  }
  return points.toReversed();
}

/** Lines, devices and monitoring that are in place. */
export function attached(encounter: Encounter): readonly string[] {
  const devices = encounter.running
    .filter((one) => one.item.dosing?.mode === 'device')
    .map((one) => one.item.id);
  const lines = encounter.orders
    .filter((order) => order.started && order.item.classes.includes('attached'))
    .map((order) => order.item.id);
  return [...new Set([...devices, ...lines])];
}

/** The rhythm, once a heart rate is on the monitor: before that nobody could see it. */
export function rhythm(encounter: Encounter): Rhythm | null {
  const { vitals, regions } = encounter.playable;
  const onScreen = vitals.some((one) => one.quantity.vital?.channel === 'hr' && one.seen(encounter));
  if (!onScreen) return null;
  const present = regions.map((region, index) => region.stages[encounter.stage[index] ?? 0]?.rhythm);
  return present.find((one) => one !== undefined) ?? 'sinus';
}

/** Treatments that act now, then those on hold. */
export function runningNow(encounter: Encounter, language: Language): readonly RunningView[] {
  const running = [...encounter.running, ...encounter.onHold];
  return running.flatMap((one): RunningView[] => {
    const { dosing } = one.item;
    const held = encounter.onHold.includes(one);
    if (!dosing || dosing.mode === 'once') return [];
    const length = one.endsAt === null ? 0 : one.endsAt - one.since;
    return [
      {
        item: one.item.id,
        name: wordsIn(one.item.name, language),
        mode: dosing.mode,
        since: one.since,
        rate: dosing.rateUnit && one.rate > 0 ? { value: one.rate, unit: dosing.rateUnit } : null,
        dose: dosing.unit && one.dose > 0 ? { value: one.dose, unit: dosing.unit } : null,
        every: one.every > 0 ? one.every : null,
        done: !held && length > 0 ? Math.min(1, (encounter.now - one.since) / length) : null,
        changesAt: held ? null : one.changesAt,
        heldAt: held ? one.changesAt : null,
      },
    ];
  });
}

/**
 * What was ordered and is not here yet; one line an order, with the time of its next report as the ward would say it.
 * A report that comes only for some patients (a culture that grows) does not tell its time: the usual one is shown, and none once that has passed.
 */
export function pending(encounter: Encounter, language: Language): readonly PendingView[] {
  const next = new Map<Order, number | null>();
  for (const { at, due } of encounter.queue) {
    if ((due.kind !== 'start' && due.kind !== 'report') || next.has(due.order)) continue;
    const { order } = due;
    const usual = order.reportsAt > encounter.now ? order.reportsAt : null;
    // A sample that is still to be drawn reports later: that later time is what the ward would say.
    if (due.kind === 'start')
      next.set(order, order.item.verb === 'order' ? Math.max(at, order.reportsAt) : at);
    else next.set(order, comesAnyway(encounter, due) ? at : usual);
  }
  return encounter.orders.flatMap((order): PendingView[] => {
    const dueAt = next.get(order);
    if (dueAt === undefined || order.cancelled) return [];
    const { verb } = order.item;
    const treatment = verb === 'treat' && runningOf(encounter, order.item.id) === undefined;
    return [
      {
        item: order.item.id,
        name: wordsIn(order.item.name, language),
        orderedAt: order.orderedAt,
        dueAt,
        kind:
          verb === 'order'
            ? 'result'
            : treatment || verb === 'treat'
              ? 'treatment'
              : verb === 'procedure'
                ? 'procedure'
                : verb === 'move' || verb === 'dispose'
                  ? 'move'
                  : 'reply',
        cancellable: !order.started || verb === 'order',
      },
    ];
  });
}

/** Whether the report comes at this time whatever is found: one of its alternatives has no condition. */
function comesAnyway(encounter: Encounter, due: Extract<Due, { kind: 'report' }>): boolean {
  const { response } = due;
  if (!response && !due.slot) return true;
  const alternatives =
    due.slot ??
    encounter.playable
      .responsesOf(encounter.playable.standsFor(due.order.item))
      .filter((one) => one.slot === response?.slot);
  return alternatives.some((one) => one.when.op === 'always');
}
