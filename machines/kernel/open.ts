// The beginning: an encounter as it is before anything happened, and the moment at which the learner comes to the bedside.
import { pick } from '../chance';
import type { Playable } from '../playable';
import { enterStage, refresh } from './acts';
import { write } from './chart';
import { NOTHING_REQUESTED, State } from './state';

/** What distinguishes one attempt at a scenario from another. */
export interface AttemptHeader {
  readonly attempt: string;
  readonly seed: string;
  readonly mode: 'practice' | 'assessed';
  /** so many steps at the beginning were taken under assessment: a play on from an assessed one begins as that one did */
  readonly assessedSteps?: number;
}

/** A fresh state: variants drawn from the seed, quantities at their starts, no tick done. */
export function openState(playable: Playable, header: AttemptHeader): State {
  const assessed = header.assessedSteps ?? 0;
  const mode = assessed > 0 ? 'assessed' : header.mode;
  const state = new State(playable, header.attempt, header.seed, mode, playable.first);
  if (mode !== header.mode) state.modeAfter = { steps: assessed, mode: header.mode };
  for (const [name, among] of Object.entries(playable.scenario.variants)) {
    const value = pick(header.seed, `variant ${name}`, among);
    if (value !== null) state.variants.set(name, value);
  }
  for (const [index, region] of playable.regions.entries()) {
    state.stage[index] = region.initial;
    const entries = state.entries[index];
    if (entries) entries[region.initial] = 1;
    state.stageSpans[index]?.push({ stage: region.initial, from: 0 });
  }
  refresh(state);
  for (const [slot, start] of playable.starts.entries()) state.q[slot] = start(state);
  state.last.set(state.q);
  state.dirty = true;
  return state;
}

/** The learner comes in: the opening is told, and how the patient looks. */
export function beginStory(state: State): void {
  const { scenario } = state.playable;
  write(state, 'story', { text: scenario.cover.opening });
  for (const [index, region] of state.playable.regions.entries()) {
    // Stages are entered for good now, so that their looks stand in the chart and their timers run from here.
    state.stageSpans[index]?.splice(0);
    const entries = state.entries[index];
    if (entries) entries[region.initial] = 0;
    enterStage(state, region, index, region.initial);
  }
  state.interruptions = [];
  state.requested = NOTHING_REQUESTED;
}
