// What the scoring may ask of an encounter: conditions and numbers as they stand, since when, and which steps are behind them.
import type { Witness } from '../scoring/witness';
import { lookUp } from './acts';
import type { State } from './state';
import { firstTime, occurrencesOf } from './windows';

/** Witness over an encounter as it stands now. Conditions and expressions must be those of the encounter's scenario. */
export function witnessOf(state: State): Witness {
  lookUp(state);
  const { playable } = state;
  const { book, scenario, ward, revision } = playable;
  return {
    holds: (condition) => book.prepared(condition)(state),
    value: (expression) => book.preparedNumber(expression)(state),
    since: (condition) => {
      const first = firstTime(condition, state);
      return first === Infinity ? null : first;
    },
    behind: (condition) => occurrencesOf(condition, state, null),
    scenario,
    ward,
    revision,
    now: state.now,
    finalEntries: state.final?.value ?? [],
    finalStep: state.final ? { sequence: state.final.sequence, at: state.final.at, item: 'diagnose' } : null,
    differentials: state.differentials.map((note) => ({ at: note.at, entries: note.value })),
    working: state.working.map((note) => ({ at: note.at, text: note.value })),
    problem: state.problem?.value ?? null,
    reflection: state.reflection,
    answers: state.answers,
    cost: state.cost,
    blood: state.blood,
    steps: state.sequence,
    hints: state.hints,
    died: scenario.outcomes.find((outcome) => book.prepared(outcome.when)(state))?.survived === false,
  };
}
