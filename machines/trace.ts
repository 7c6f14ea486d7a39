// What an author, a test or the debrief may see of a play: stages, vitals and levels over time. Never sent to a learner at play.
import type { Encounter } from './encounter';
import { lookUp } from './kernel/acts';

export interface TraceRow {
  readonly minute: number;
  readonly stages: { readonly [region: string]: string };
  readonly vitals: { readonly [id: string]: number };
}

/** Vitals and stages after the tick at every n-th minute of the play so far. */
export function trace(encounter: Encounter, everyMinutes: number): readonly TraceRow[] {
  const { vitals, regions } = encounter.playable;
  const width = vitals.length + 1;
  const rows: TraceRow[] = [];
  let wanted = 0;
  for (let row = 0; row < encounter.historyRows; row += 1) {
    const at = encounter.history[row * width] ?? 0;
    if (at < wanted) continue;
    wanted = (Math.floor(at / 60 / everyMinutes) + 1) * everyMinutes * 60;
    rows.push({
      minute: at / 60,
      stages: Object.fromEntries(
        regions.map((region, index) => [region.id, region.stages[stageAt(encounter, index, at)]?.id ?? '']),
      ),
      vitals: Object.fromEntries(
        vitals.map((vital, index) => [vital.quantity.id, encounter.history[row * width + index + 1] ?? 0]),
      ),
    });
  }
  return rows;
}

function stageAt(encounter: Encounter, region: number, at: number): number {
  const spans = encounter.stageSpans[region] ?? [];
  return spans.findLast((span) => span.from <= at)?.stage ?? spans[0]?.stage ?? 0;
}

/** Every stage entered, in order of time, region by region at the same second. */
export function stagePath(
  encounter: Encounter,
): readonly { readonly minute: number; readonly region: string; readonly id: string }[] {
  return encounter.playable.regions
    .flatMap((region, index) =>
      (encounter.stageSpans[index] ?? []).map((span) => ({
        minute: span.from / 60,
        region: region.id,
        id: region.stages[span.stage]?.id ?? '',
      })),
    )
    .toSorted((a, b) => a.minute - b.minute);
}

/** When each report came. */
export function resultTimes(
  encounter: Encounter,
): readonly { readonly minute: number; readonly item: string }[] {
  return encounter.chart.flatMap((entry) =>
    entry.item !== null && (entry.kind === 'result' || entry.kind === 'imaging' || entry.kind === 'reply')
      ? [{ minute: entry.at / 60, item: entry.item }]
      : [],
  );
}

/** All levels and vitals as they stand now. */
export function quantitiesNow(encounter: Encounter): { readonly [id: string]: number } {
  lookUp(encounter);
  return Object.fromEntries(
    encounter.playable.quantities.map((quantity, slot) => [quantity.id, encounter.q[slot] ?? 0]),
  );
}
