// Builds the XState machine of a scenario: the phases of the encounter and the patient's regions as parallel states, guards as condition data.
import { initialTransition, not, or, setup, stateIn, transition } from 'xstate';
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { Condition } from '../scenario/condition';
import type { Region, Scenario, Turn } from '../scenario/scenario';
import type { PhaseId } from '../view';

/** Event of a turn: the kernel says which, the guard asks whether its condition holds. */
export interface TurnEvent {
  readonly type: string;
  readonly holds: (condition: Condition) => boolean;
}

export type EncounterSnapshot = AnyMachineSnapshot;
export type EncounterMachine = AnyStateMachine;

const PHASES = ['briefing', 'bedside', 'closing', 'debrief'] as const;

/** Verbs that are steps at the bedside; the machine says in which phase and stage each may be used. */
const BEDSIDE_VERBS = [
  'ask',
  'examine',
  'order',
  'treat',
  'procedure',
  'consult',
  'tell',
  'move',
  'dispose',
  'cancel',
  'wait',
  'hint',
] as const;
const REASONING_VERBS = ['note', 'diagnose', 'answer'] as const;

/** XState reads a dot in an id as a path, so names are joined with a slash. */
const stageKey = (region: string, stage: string): string => `${region}/${stage}`;

/** Event type of a turn. */
export const turnType = (region: string, turn: string): string => `turn ${region} ${turn}`;

function isJudge(value: unknown): value is TurnEvent['holds'] {
  return typeof value === 'function';
}

const base = setup({
  actions: { 'enter in the log': () => undefined },
  guards: {
    /** The condition of a turn, as the scenario holds it; only the kernel knows the numbers, so the event brings the judge. */
    condition: ({ event }, params: { readonly when: Condition }) => {
      const holds: unknown = 'holds' in event ? event.holds : undefined;
      return isJudge(holds) && holds(params.when);
    },
  },
});

function patientRegion(region: Region): object {
  const turnsOf = (stage: string): Turn[] =>
    region.turns.filter((turn) => (turn.from ? turn.from.includes(stage) : true));
  return {
    initial: region.initial,
    states: Object.fromEntries(
      region.stages.map((stage) => [
        stage.id,
        stage.ends
          ? { id: stageKey(region.id, stage.id), tags: ['ends'] }
          : {
              id: stageKey(region.id, stage.id),
              tags: stage.forbids.map((verb) => `forbids:${verb}`),
              on: Object.fromEntries(
                turnsOf(stage.id).map((turn) => [
                  turnType(region.id, turn.id),
                  // Leaving and entering again restarts what counts from entry, also when the stage is the same.
                  {
                    target: turn.to,
                    reenter: true,
                    guard: { type: 'condition', params: { when: turn.when } },
                  },
                ]),
              ),
            },
      ]),
    ),
  };
}

/** A transition that changes nothing but says that the verb may be used. */
interface Allowed {
  readonly actions: 'enter in the log';
  readonly guard?: ReturnType<typeof not>;
}

/** XState takes a transition without target or action for a forbidden one, so each says what it is for; the authority does it. */
const PERMITTED: Allowed = { actions: 'enter in the log' };

function allowed(scenario: Scenario, verb: string): Allowed {
  const forbidding = scenario.regions.flatMap((region) =>
    region.stages
      .filter((stage) => stage.forbids.includes(verb))
      .map((stage) => stateIn(`#${stageKey(region.id, stage.id)}`)),
  );
  return forbidding.length === 0 ? PERMITTED : { ...PERMITTED, guard: not(or(forbidding)) };
}

/**
 * The machine of a scenario. Parallel regions: `encounter` (briefing, bedside, closing, debrief) and each patient region.
 * It has no delays, no invoked actors and no context: patient time is the kernel's, the machine says what may follow what.
 */
export function createEncounterMachine(scenario: Scenario): EncounterMachine {
  const ending = scenario.regions.flatMap((region) =>
    region.stages.filter((stage) => stage.ends).map((stage) => stateIn(`#${stageKey(region.id, stage.id)}`)),
  );
  const bedside: Record<string, Allowed> = {};
  for (const verb of [...BEDSIDE_VERBS, ...REASONING_VERBS])
    bedside[`step ${verb}`] = allowed(scenario, verb);
  const reasoning: Record<string, Allowed> = {};
  for (const verb of REASONING_VERBS) reasoning[`step ${verb}`] = PERMITTED;
  return base.createMachine({
    id: 'attempt',
    type: 'parallel',
    states: {
      encounter: {
        initial: 'briefing',
        states: {
          briefing: { on: { 'step begin': 'bedside' } },
          bedside: {
            on: { ...bedside, 'step finish': 'closing', 'step close': 'debrief' },
            ...(ending.length > 0 ? { always: { guard: or(ending), target: 'closing' } } : {}),
          },
          closing: {
            on: { ...reasoning, 'step finish': 'debrief', 'step close': 'debrief' },
          },
          debrief: { on: { 'step reflect': PERMITTED } },
        },
      },
      ...Object.fromEntries(scenario.regions.map((region) => [region.id, patientRegion(region)])),
    },
  });
}

/** The phase of a snapshot. */
export function phaseIn(snapshot: EncounterSnapshot): PhaseId {
  return PHASES.find((phase) => snapshot.matches({ encounter: phase })) ?? 'briefing';
}

/** The snapshot before anything happened. */
export function firstSnapshot(machine: EncounterMachine): EncounterSnapshot {
  return initialTransition(machine)[0];
}

/** The snapshot after an event; the machine is pure. */
export function nextSnapshot(
  machine: EncounterMachine,
  snapshot: EncounterSnapshot,
  event: { readonly type: string },
): EncounterSnapshot {
  return transition(machine, snapshot, event)[0];
}
