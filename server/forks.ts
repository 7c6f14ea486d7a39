// Replay from here: a new practice attempt whose log is the beginning of another one, with its seed and its revision.
import { openEncounter, take, type Encounter } from '#machines/encounter';
import { ENGINE } from '#machines/engine';
import type { StepInput } from '#machines/step';
import { headerOf, newId, playable, rowOf } from './attempts';
import { wallTime } from './clock';
import type { AttemptRow, StepRow } from './store/tables';
import { theStore } from './store/open';
import { Unreplayable } from './unreplayable';

/** Where to go on from: after so many steps of the log, or at a minute of patient time. */
export type ForkPoint = { readonly sequence: number } | { readonly minute: number };

/** Interruptions at one moment after which waiting is given up. */
const MOST_WAITS = 200;

/**
 * Opens a practice attempt that begins with the steps of another one up to a point; the same seed and revision, so that nothing
 * before that point changes. A minute in the middle of a wait keeps the part of the wait before it; any other step that was under
 * way then is left out. Steps that leave the bedside are never taken over.
 * Null: no such attempt of this learner. `not-yet`: an assessed attempt that is not finished. Throws StoreUnavailable, Unreplayable.
 */
export async function forkAttempt(
  attempt: string,
  learner: string | null,
  from: ForkPoint,
): Promise<{ readonly attempt: string } | 'not-yet' | null> {
  const row = await rowOf(attempt, learner);
  if (row === null) return null;
  if (row.mode === 'assessed' && row.sheet === null) return 'not-yet';
  const store = await theStore();
  const saved = await store.log(attempt);
  const { encounter, taken, waits } = await beginning(row, saved, from);
  const id = newId();
  const at = wallTime();
  const assessed = row.mode === 'assessed' ? Infinity : (row.assessed_steps ?? 0);
  const log = [
    ...saved.slice(0, taken).map(({ seq, at: then, key, step }) => ({ seq, at: then, key, step })),
    ...waits.map((step, place) => ({
      seq: taken + place,
      at,
      key: newId(),
      step: JSON.stringify(step),
    })),
  ];
  await store.open(
    {
      id,
      learner: row.learner,
      case_id: row.case_id,
      revision: row.revision,
      seed: row.seed,
      engine: ENGINE,
      language: row.language,
      mode: 'practice',
      created_at: at,
      patient_time: encounter.now,
      phase: encounter.phase,
      forked_from: row.id,
      forked_at: log.length,
      assessed_steps: assessed === 0 ? null : Math.min(assessed, log.length),
    },
    log,
  );
  return { attempt: id };
}

interface Beginning {
  readonly encounter: Encounter;
  /** steps of the log that stand in it */
  readonly taken: number;
  /** waits that were added to reach the minute */
  readonly waits: readonly StepInput[];
}

/** Replays the log to the point, in the mode in which the original was played. */
async function beginning(row: AttemptRow, saved: readonly StepRow[], from: ForkPoint): Promise<Beginning> {
  const game = await playable(row);
  const header = headerOf(row);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the engine reads each as unknown and refuses what is no step
  const steps = saved.map(({ step }) => JSON.parse(step) as StepInput);
  const fold = (count: number): Encounter => {
    const encounter = openEncounter(game, header);
    for (const step of steps.slice(0, count)) if (!take(encounter, step).ok) throw new Unreplayable('log');
    return encounter;
  };
  // One look ahead through the log, then once more up to the last step that is kept.
  const ahead = openEncounter(game, header);
  let taken = 0;
  for (const step of steps) {
    if ('sequence' in from && taken >= from.sequence) break;
    if (!take(ahead, step).ok) throw new Unreplayable('log');
    if (ahead.phase !== 'bedside' || ('minute' in from && ahead.now > from.minute * 60)) break;
    taken += 1;
  }
  const encounter = fold(taken);
  const waits: StepInput[] = [];
  const cut = steps[taken];
  if ('minute' in from && cut?.do === 'wait' && encounter.phase === 'bedside')
    while (encounter.now < from.minute * 60 && waits.length < MOST_WAITS) {
      const wait = { do: 'wait', with: { untilMinute: from.minute } };
      if (!take(encounter, wait).ok) break;
      waits.push(wait);
      if (encounter.phase !== 'bedside') break;
    }
  return { encounter, taken, waits };
}

/** Where an attempt came from, or null; also null for an attempt that is not this learner's. */
export async function originOf(
  attempt: string,
  learner: string | null,
): Promise<{ readonly attempt: string; readonly steps: number; readonly minute: number } | null> {
  const row = await rowOf(attempt, learner);
  if (row === null || row.forked_from === null) return null;
  const steps = row.forked_at ?? 0;
  const log = await (await theStore()).log(attempt);
  const encounter = openEncounter(await playable(row), headerOf(row));
  for (const { step } of log.slice(0, steps)) take(encounter, JSON.parse(step));
  return { attempt: row.forked_from, steps, minute: encounter.now / 60 };
}
