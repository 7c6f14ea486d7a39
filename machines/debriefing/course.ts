// What was done and what became of it, in order of time: stages, interventions, and the time to what mattered.
import type { Encounter } from '../encounter';
import type { DebriefView, ScoreSheet } from '../ledger';
import { revealEntry } from '../reveal-chart';
import type { Language } from '../scenario/item';
import { textOf, wordsIn } from '../texts';
import { resultTimes, stagePath } from '../trace';
import { limitsOf } from './limits';

/** Stages of the patient's course with their seconds; stages passed through in an instant are left out. */
export function stagesOf(encounter: Encounter, language: Language): DebriefView['stages'] {
  const { scenario, regions } = encounter.playable;
  const [course] = regions;
  const path = stagePath(encounter).filter((one) => one.region === course?.id);
  return path.flatMap(({ minute, id }, place) => {
    const next = path[place + 1];
    const span = { from: minute * 60, to: next ? next.minute * 60 : encounter.now };
    if (next && span.to === span.from) return [];
    const stage = course?.stages.find((one) => one.id === id);
    return [{ id, label: textOf(scenario, stage?.label, language), ...span }];
  });
}

const STOPPED = new Set(['stopped', 'held']);
const TOLD = new Set(['started', 'changed', ...STOPPED]);

/** Treatments and procedures as they began or changed; an infusion that was stopped stands with a rate of 0. */
export function interventionsOf(encounter: Encounter, language: Language): DebriefView['interventions'] {
  return encounter.chart.flatMap((entry, index) => {
    if (entry.kind !== 'treatment' || entry.item === null || !TOLD.has(entry.code ?? '')) return [];
    const { title, detail } = revealEntry(encounter, entry, index, language);
    const unit = encounter.playable.item(entry.item)?.dosing?.rateUnit;
    const stopped = STOPPED.has(entry.code ?? '');
    if (stopped && unit === undefined) return [];
    return [
      {
        at: entry.at,
        item: entry.item,
        name: title,
        detail: stopped ? `0 ${unit}` : detail,
      },
    ];
  });
}

/** Reports and replies as they came. */
export function resultsOf(encounter: Encounter, language: Language): DebriefView['results'] {
  const { playable } = encounter;
  return resultTimes(encounter).map(({ minute, item }) => ({
    at: minute * 60,
    item,
    name: wordsIn(playable.item(item)?.name ?? { en: item, it: item }, language),
  }));
}

/** The rules that matter most, with when each was met, and the window for full points. */
export function timeTo(encounter: Encounter, sheet: ScoreSheet): DebriefView['timeTo'] {
  const { rules } = encounter.playable.scenario.scoring;
  return rules.flatMap((rule) => {
    if (!rule.keyFeature || rule.by === 'diagnosis') return [];
    const line = sheet.lines.find((one) => one.kind === 'merit' && one.rule === rule.id);
    const windows = rule.credits.flatMap(({ label, when }) => {
      const limits = limitsOf(when, encounter);
      if (limits === null || limits.to <= limits.from) return [];
      const { from, to } = limits;
      return [{ credit: label, from: Math.max(0, from), to: to === Infinity ? null : to }];
    });
    return [{ rule: rule.id, at: line?.at ?? null, full: rule.credits[0]?.window ?? '', windows }];
  });
}
