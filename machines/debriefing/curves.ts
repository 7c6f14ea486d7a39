// Vitals over time for the debrief: the learner's own patient beside the reference path and the untreated course, same seed.
import { openEncounter } from '../encounter';
import type { Encounter } from '../encounter';
import type { Curve } from '../ledger';
import type { Language, OtherUnit } from '../scenario/item';
import type { Quantity } from '../scenario/course';
import { playScript } from '../script';
import { textOf } from '../texts';
import { thin } from './thin';
import type { Point } from './thin';

/** A drawn line may be off by this share of all values of its vital. */
const TOLERANCE = 1 / 400;

/**
 * Curves of every vital. The reference is shown as far as the learner's own play or the untreated course went, whichever is
 * later, so that a play that ended early can still be compared.
 */
export function curvesOf(encounter: Encounter, language: Language): readonly Curve[] {
  const { debrief } = encounter.playable.scenario;
  const untreated = playedTo(encounter, debrief.untreated, 0);
  const end = Math.max(encounter.now, untreated?.now ?? 0);
  const reference = playedTo(encounter, debrief.reference, end);
  const plays = [
    { who: 'you', play: encounter },
    { who: 'reference', play: reference },
    { who: 'untreated', play: untreated },
  ] as const;
  return encounter.playable.vitals.flatMap(({ quantity }, index): Curve[] => {
    const lines = plays.flatMap(({ who, play }) => (play ? [{ who, points: pointsOf(play, index) }] : []));
    const values = lines.flatMap(({ points }) => points.map(([, value]) => value));
    const most = values.reduce((a, b) => Math.max(a, b), -Infinity);
    const least = values.reduce((a, b) => Math.min(a, b), Infinity);
    return lines.map(({ who, points }) => ({
      vital: quantity.id,
      label: textOf(encounter.playable.scenario, quantity.vital?.label, language),
      unit: quantity.unit,
      ...otherOf(encounter, quantity),
      who,
      points: thin(points, (most - least) * TOLERANCE),
    }));
  });
}

/** The other unit of a vital that laboratories report too, under its name and in its unit. */
function otherOf({ playable }: Encounter, { id, unit }: Quantity): { readonly other?: OtherUnit } {
  const analyte = playable.scenario.analytes[id] ?? playable.ward.analytes[id];
  return analyte?.other === undefined || analyte.unit !== unit ? {} : { other: analyte.other };
}

/** Every value of a vital that the play kept, and the one at its end, rounded to one decimal more than the monitor shows. */
function pointsOf(play: Encounter, index: number): readonly Point[] {
  const { vitals } = play.playable;
  const width = vitals.length + 1;
  const scale = 10 ** ((vitals[index]?.quantity.vital?.decimals ?? 0) + 1);
  const rounded = (value: number): number => Math.round(value * scale) / scale;
  const points = Array.from({ length: play.historyRows }, (_, row): Point => {
    return [play.history[row * width] ?? 0, rounded(play.history[row * width + index + 1] ?? 0)];
  });
  return [...points, [play.now, rounded(play.q[vitals[index]?.slot ?? 0] ?? 0)]];
}

/**
 * A walkthrough played with the seed of this attempt: all its steps, and on to the learner's end when `end` is 0; else only the
 * steps before `end` (seconds), and on to it. Null where the case has none.
 */
function playedTo(encounter: Encounter, walkthrough: string | undefined, end: number): Encounter | null {
  const { playable, attempt, seed, mode } = encounter;
  const { walkthroughs } = playable.scenario.debrief;
  const script =
    walkthrough !== undefined && Object.hasOwn(walkthroughs, walkthrough)
      ? walkthroughs[walkthrough]
      : undefined;
  if (!script) return null;
  const play = openEncounter(playable, { attempt, seed, mode });
  const steps = end === 0 ? script.steps : script.steps.filter((step) => step.at * 60 <= end);
  playScript(play, steps, { until: (end === 0 ? encounter.now : end) / 60 });
  return play;
}
