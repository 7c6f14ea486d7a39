// Plays a script of steps at given minutes, as a learner would: waits through what interrupts, then takes the step.
import { take, type Encounter } from './encounter';
import type { Refusal, StepInput } from './step';

/** A step with the patient minute to wait for. A bare `wait` only waits until then. */
export interface ScriptStep extends StepInput {
  /** minutes since arrival; a minute that has passed already means at once */
  readonly at: number;
}

/** A step of the script that was not taken; the script goes on with the next. */
export interface ScriptRefusal extends Refusal {
  /** place in the script, from 0 */
  readonly index: number;
}

export interface ScriptOptions {
  /** after the last step, wait until this minute */
  readonly until?: number;
}

/** Interruptions without any patient time between them, after which waiting is given up: no case needs so many. */
const MOST_STANDING = 100;

/**
 * Plays a script in listed order; sends `begin` first when nothing was taken yet and the script does not. Mutates the encounter;
 * gives the refusals in order. Never throws on bad steps.
 */
export function playScript(
  encounter: Encounter,
  steps: readonly ScriptStep[],
  options: ScriptOptions = {},
): readonly ScriptRefusal[] {
  const refusals: ScriptRefusal[] = [];
  if (encounter.sequence === 0 && steps[0]?.do !== 'begin') take(encounter, { do: 'begin' });
  for (const [index, { at, ...step }] of steps.entries()) {
    waitUntil(encounter, at);
    if (step.do === 'wait' && step.with === undefined) continue;
    const outcome = take(encounter, step);
    if (!outcome.ok) refusals.push({ index, ...outcome.refusal });
  }
  if (options.until !== undefined) waitUntil(encounter, options.until);
  return refusals;
}

/** Waits until a patient minute by wait steps, as often as something interrupts; ends early where the encounter does. */
export function waitUntil(encounter: Encounter, minute: number): void {
  const to = Math.round(minute * 60);
  let standing = 0;
  while (encounter.now < to && standing < MOST_STANDING) {
    const before = encounter.now;
    if (!take(encounter, { do: 'wait', with: { untilMinute: minute } }).ok) return;
    standing = encounter.now > before ? 0 : standing + 1;
  }
}
