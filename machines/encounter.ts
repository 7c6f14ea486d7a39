// The door of the simulation: open an encounter, take steps, replay a log. The same revision, seed and log give the same encounter.
import { openState } from './kernel/open';
import type { AttemptHeader } from './kernel/open';
import type { State } from './kernel/state';
import { checkStep, takeStep } from './kernel/steps';
import type { Playable } from './playable';
import { readStep } from './read-step';
import type { Refusal, StepInput } from './step';

export type { AttemptHeader } from './kernel/open';

/** An attempt in play. Opaque: look at it through `reveal`, `score`, `debrief` and `trace`. */
export type Encounter = State;

/** The outcome of a step: taken, or refused with the encounter untouched. */
export type Taken = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** An encounter in its briefing: no step taken, patient time 0. */
export function openEncounter(playable: Playable, header: AttemptHeader): Encounter {
  return openState(playable, header);
}

/** Takes a step from any source. Never throws on bad input; a refused step changes nothing. */
export function take(encounter: Encounter, input: unknown): Taken {
  const read = readStep(encounter.playable, input, encounter.now);
  if (!read.ok) return read;
  const checked = checkStep(encounter, read.value);
  if (!checked.ok) return checked;
  takeStep(encounter, read.value);
  if (encounter.modeAfter?.steps === encounter.sequence) {
    encounter.mode = encounter.modeAfter.mode;
    encounter.modeAfter = null;
    encounter.dirty = true;
  }
  return { ok: true };
}

/** What a replay came to: never "failed", only shorter, with the refusal of the first step that could not be taken. */
export interface Replay {
  readonly encounter: Encounter;
  readonly taken: number;
  readonly refusal: Refusal | null;
}

/** Folds a log into an encounter. */
export function replay(playable: Playable, header: AttemptHeader, log: readonly StepInput[]): Replay {
  const encounter = openEncounter(playable, header);
  for (const [index, step] of log.entries()) {
    const taken = take(encounter, step);
    if (!taken.ok) return { encounter, taken: index, refusal: taken.refusal };
  }
  return { encounter, taken: log.length, refusal: null };
}
