// What the benchmarks play: the flagship, compiled once, and a treated course over its first two days.
import { compileCase } from '#compiler/compile-case';
import { readCaseFolder, readCatalogue } from '#compiler/disk';
import { openEncounter, take } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import type { Playable } from '#machines/playable';
import type { StepInput } from '#machines/step';

export const FLAGSHIP = 'back-pain-and-shock';

/** The flagship ready to be played. */
export function flagship(): Playable {
  const catalogue = readCatalogue('content/catalogue');
  const { scenario, revision } = compileCase(readCaseFolder(`content/cases/${FLAGSHIP}`), catalogue);
  if (scenario === null || revision === null) throw new Error('the flagship does not compile');
  return makePlayable(scenario, catalogue.ward, revision);
}

type Timed = readonly [minute: number, step: string, amounts?: StepInput['with']];

/** Bundle, vasopressor and drainage in time: the patient lives, every part of the model moves. */
export const TREATED: readonly Timed[] = [
  [0, 'move:resuscitation-room'],
  [0, 'procedure:peripheral-lines'],
  [0, 'order:monitoring'],
  [5, 'order:blood-group'],
  [8, 'treat:balanced-crystalloid', { dose: '1000 mL', over: '30 min' }],
  [10, 'treat:piperacillin-tazobactam'],
  [12, 'order:ultrasound-buttocks'],
  [30, 'treat:norepinephrine', { rate: '0.08 mcg/kg/min' }],
  [40, 'treat:balanced-crystalloid', { dose: '1340 mL', over: '90 min' }],
  [60, 'consult:general-surgery'],
  [62, 'tell:consent'],
  [120, 'procedure:surgical-drainage'],
  [700, 'treat:norepinephrine', { action: 'stop' }],
];

/** Waits until a minute, through everything that interrupts. */
export function waitUntil(encounter: Encounter, minute: number): void {
  while (encounter.now < minute * 60 && encounter.phase === 'bedside') {
    if (!take(encounter, { do: 'wait', with: { untilMinute: minute } }).ok) return;
  }
}

/** Plays timed steps, then waits until the minute. */
export function play(playable: Playable, steps: readonly Timed[], until: number): Encounter {
  const encounter = openEncounter(playable, { attempt: 'bench', seed: '1', mode: 'practice' });
  take(encounter, { do: 'begin' });
  for (const [minute, what, amounts] of steps) {
    waitUntil(encounter, minute);
    take(encounter, amounts ? { do: what, with: amounts } : { do: what });
  }
  waitUntil(encounter, until);
  return encounter;
}
