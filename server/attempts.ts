// Attempts: opened, played step by step, saved before they are told, and seen by nobody but their learner.
import { randomBytes } from 'node:crypto';
import { debrief } from '#machines/debrief';
import { openEncounter, take, type AttemptHeader } from '#machines/encounter';
import { ENGINE } from '#machines/engine';
import type { DebriefView, ScoreSheet } from '#machines/ledger';
import { offers } from '#machines/offers';
import type { Playable } from '#machines/playable';
import { reveal } from '#machines/reveal';
import type { Language } from '#machines/scenario/item';
import { score } from '#machines/score';
import type { StepInput } from '#machines/step';
import type { EncounterView, OfferView } from '#machines/view';
import { askToConfirm } from '#machines/warnings';
import type { Mode, StepAnswer } from '#machines/wire';
import { wallTime } from './clock';
import { theEncounters, theLocks, type Ready } from './encounters';
import { settings } from './env';
import { keepPublished, publishedCase } from './library';
import { logProblem } from './logbook';
import { playableOf } from './playables';
import type { AttemptRow } from './store/tables';
import { theStore } from './store/open';
import { Unreplayable } from './unreplayable';

/** Most steps of one attempt; beyond it nobody learns anything. */
const MOST_STEPS = 5_000;
const ID = /^[\w-]{22}$/;

export const newId = (): string => randomBytes(16).toString('base64url');

/** Opens an attempt in phase briefing; null when no such case is published. Throws StoreUnavailable. */
export async function openAttempt(
  caseId: string,
  options: { readonly language: Language; readonly mode: Mode; readonly learner: string },
): Promise<{ readonly attempt: string } | null> {
  const published = await publishedCase(caseId);
  if (published === null) return null;
  const store = await theStore();
  await keepPublished(published);
  const id = newId();
  await store.open({
    id,
    learner: options.learner,
    case_id: caseId,
    revision: published.revision,
    seed: newId(),
    engine: ENGINE,
    language: options.language,
    mode: options.mode,
    created_at: wallTime(),
    patient_time: 0,
    phase: 'briefing',
  });
  return { attempt: id };
}

/** What was sent with a step, already of the right types; the step itself is judged by the engine. */
export interface SentStep {
  readonly sequence: number;
  readonly key: string;
  readonly step: unknown;
  readonly language: Language;
  readonly chartFrom: number;
}

/**
 * Takes one step: saved durably before it is answered. The same key again gives the same outcome and is not applied again;
 * a sequence that is not the present one is a conflict. Null: no such attempt of this learner.
 * Throws StoreUnavailable (nothing was taken) and Unreplayable.
 */
export async function takeStep(
  attempt: string,
  learner: string | null,
  sent: SentStep,
): Promise<StepAnswer | null> {
  return await theLocks().run(attempt, async () => {
    const ready = remembered(attempt, learner, sent) ?? (await ownedReady(attempt, learner));
    if (ready === null) return null;
    const view = (of: Ready) => reveal(of.encounter, sent.language, sent.chartFrom);
    if (ready.keys.has(sent.key)) return { code: 'taken', view: view(ready) };
    if (sent.sequence !== ready.taken) return { code: 'conflict', view: view(ready) };
    if (ready.taken >= MOST_STEPS)
      return {
        code: 'refused',
        refusal: { code: 'too-long', params: { field: 'steps', most: MOST_STEPS } },
        view: view(ready),
      };

    // The engine sees exactly what the log will say.
    const text = textOf(sent.step);
    if (text === null)
      return { code: 'refused', refusal: { code: 'malformed', params: { at: 'step' } }, view: view(ready) };
    const step: unknown = JSON.parse(text);
    const asked = askToConfirm(ready.encounter, step);
    if (asked !== null) return { code: 'refused', refusal: asked, view: view(ready) };
    const encounters = theEncounters();
    encounters.drop(attempt);
    const outcome = take(ready.encounter, step);
    if (!outcome.ok) {
      encounters.keep(attempt, ready);
      return { code: 'refused', refusal: outcome.refusal, view: view(ready) };
    }
    const shown = view(ready);
    const at = wallTime();
    const ends = shown.phase === 'debrief' && ready.row.sheet === null;
    const issued = ends ? { sheet: JSON.stringify(score(ready.encounter)), at } : null;
    const progress = { patientTime: shown.now, phase: shown.phase, issued };
    // The encounter is ahead of the log until this is saved: it is kept in memory only afterwards.
    const saved = await (await theStore()).append(
      { attempt, seq: ready.taken, at, key: sent.key, step: text },
      progress,
    );
    if (!saved) {
      const fresh = await readyOf(ready.row);
      return { code: fresh.keys.has(sent.key) ? 'taken' : 'conflict', view: view(fresh) };
    }
    ready.taken += 1;
    ready.keys.add(sent.key);
    if (issued !== null) ready.row = { ...ready.row, sheet: issued.sheet };
    encounters.keep(attempt, ready);
    return { code: 'taken', view: shown };
  });
}

/**
 * What memory holds of an attempt, when it needs no second look at the store: this learner's, and just where the learner
 * thinks it is. Should another process have been quicker, the store refuses the step's number and the log is read again.
 */
function remembered(attempt: string, learner: string | null, sent: SentStep): Ready | null {
  const known = theEncounters().get(attempt);
  // Where several processes share a database, another may have forgotten the learner.
  if (known === null || learner === null || settings().databaseUrl !== null) return null;
  return known.row.learner === learner && known.taken === sent.sequence && !known.keys.has(sent.key)
    ? known
    : null;
}

/** A step as the log keeps it; null when it is nested so deep that it cannot be written. */
function textOf(step: unknown): string | null {
  try {
    return JSON.stringify(step ?? null);
  } catch {
    return null;
  }
}

/** The view with the chart from an entry on. Null: no such attempt of this learner. Throws StoreUnavailable, Unreplayable. */
export async function viewAttempt(
  attempt: string,
  learner: string | null,
  language: Language,
  chartFrom: number,
): Promise<EncounterView | null> {
  return await owned(attempt, learner, (_, ready) =>
    Promise.resolve(reveal(ready.encounter, language, chartFrom)),
  );
}

/** Revision that an attempt plays, or null as above; cheap, for cache validators. */
export async function revisionOf(attempt: string, learner: string | null): Promise<string | null> {
  return (await rowOf(attempt, learner))?.revision ?? null;
}

/** What the attempt's case offers. Null as above. */
export async function offersOf(
  attempt: string,
  learner: string | null,
  language: Language,
): Promise<readonly OfferView[] | null> {
  const row = await rowOf(attempt, learner);
  if (row === null) return null;
  return offers(await playable(row), language);
}

/** The debrief, with the score sheet as it was issued. Null as above and before the debrief phase. */
export async function debriefOf(
  attempt: string,
  learner: string | null,
  language: Language,
): Promise<DebriefView | null> {
  return await owned(attempt, learner, (row, ready) => {
    if (row.sheet === null) return Promise.resolve(null);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by takeStep from a ScoreSheet, under the engine it names
    const sheet = JSON.parse(row.sheet) as ScoreSheet;
    return Promise.resolve(debrief(ready.encounter, language, sheet));
  });
}

/** A figure's file, once it stands in the attempt's chart; null otherwise. */
export async function figureOf(
  attempt: string,
  learner: string | null,
  figure: string,
): Promise<{ readonly type: string; readonly bytes: Uint8Array } | null> {
  return await owned(attempt, learner, async (row, ready) => {
    const { chart } = reveal(ready.encounter, ready.encounter.playable.scenario.language);
    if (!chart.some((entry) => entry.figure?.id === figure)) return null;
    return await (await theStore()).figure(row.revision, figure);
  });
}

/** Cuts the tie between a learner and all of their attempts. */
export async function forgetLearner(learner: string): Promise<void> {
  await (await theStore()).forget(learner);
  theEncounters().dropOf(learner);
}

/** The header of an attempt of this learner, or null: another's attempt is as unknown as one that never was. */
export async function rowOf(attempt: string, learner: string | null): Promise<AttemptRow | null> {
  if (learner === null || learner === '' || !ID.test(attempt)) return null;
  const row = await (await theStore()).attempt(attempt);
  return row?.learner === learner ? row : null;
}

/** Work on an attempt of this learner, one at a time: nobody sees a step that is not saved yet. */
async function owned<T>(
  attempt: string,
  learner: string | null,
  work: (row: AttemptRow, ready: Ready) => Promise<T>,
): Promise<T | null> {
  return await theLocks().run(attempt, async () => {
    const ready = await ownedReady(attempt, learner);
    return ready === null ? null : await work(ready.row, ready);
  });
}

async function ownedReady(attempt: string, learner: string | null): Promise<Ready | null> {
  const row = await rowOf(attempt, learner);
  return row === null ? null : await readyOf(row);
}

/** The revision of an attempt, ready to be played. Throws Unreplayable when nobody has kept it. */
export async function playable(row: AttemptRow): Promise<Playable> {
  const found = await playableOf(row.revision);
  if (found === null) throw new Unreplayable('revision');
  return found;
}

/** The encounter as the log stands now: from memory with what another process has added, else replayed. */
async function readyOf(row: AttemptRow): Promise<Ready> {
  const encounters = theEncounters();
  const known = encounters.get(row.id);
  const log = await (await theStore()).log(row.id, known?.taken ?? 0);
  if (known !== null) known.row = row;
  if (known !== null && log.length === 0) return known;
  encounters.drop(row.id);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the engine reads each as unknown and refuses what is no step
  const steps = log.map(({ step }) => JSON.parse(step) as StepInput);
  const ready = known ?? { encounter: await first(row), row, taken: 0, keys: new Set<string>() };
  for (const [index, step] of steps.entries()) {
    const outcome = take(ready.encounter, step);
    if (!outcome.ok) {
      logProblem('unreplayable', {
        attempt: row.id,
        sequence: ready.taken,
        refusal: outcome.refusal.code,
        engine: ENGINE,
      });
      throw new Unreplayable('log');
    }
    ready.taken += 1;
    const saved = log[index];
    if (saved !== undefined) ready.keys.add(saved.key);
  }
  encounters.keep(row.id, ready);
  return ready;
}

/** What the engine needs to know of an attempt. */
export function headerOf(row: AttemptRow): AttemptHeader {
  return {
    attempt: row.id,
    seed: row.seed,
    mode: row.mode === 'assessed' ? 'assessed' : 'practice',
    ...(row.assessed_steps === null ? {} : { assessedSteps: row.assessed_steps }),
  };
}

async function first(row: AttemptRow) {
  return openEncounter(await playable(row), headerOf(row));
}
