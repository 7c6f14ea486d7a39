// Remembers what the machine of a scenario answered: it has no context, so the same state and the same event always lead to the same state.
import type { PhaseId } from '../view';
import { nextSnapshot, phaseIn } from './encounter-machine';
import type { EncounterMachine, EncounterSnapshot } from './encounter-machine';

/** What an event came to. `taken` is also true of a transition that leads back into the same state. */
export interface Outcome {
  readonly place: Place;
  readonly taken: boolean;
}

/** A state of the machine, with what has been asked about it. */
export class Place {
  readonly snapshot: EncounterSnapshot;
  readonly phase: PhaseId;
  readonly #memory: MachineMemory;
  readonly #after = new Map<string, Outcome>();
  readonly #may = new Map<string, boolean>();

  constructor(memory: MachineMemory, snapshot: EncounterSnapshot) {
    this.#memory = memory;
    this.snapshot = snapshot;
    this.phase = phaseIn(snapshot);
  }

  /** Whether the machine takes a step with this verb here. */
  may(verb: string): boolean {
    const known = this.#may.get(verb);
    if (known !== undefined) return known;
    const may = this.snapshot.can({ type: `step ${verb}` });
    this.#may.set(verb, may);
    return may;
  }

  /** What an event leads to; `holds` is what the kernel judges of the condition of a turn. */
  after(type: string, holds: boolean): Outcome {
    const key = holds ? `+${type}` : type;
    const known = this.#after.get(key);
    if (known) return known;
    const event = { type, holds: () => holds };
    const next = nextSnapshot(this.#memory.machine, this.snapshot, event);
    const taken = next !== this.snapshot;
    const outcome = { place: taken ? this.#memory.placeOf(next) : this, taken };
    this.#after.set(key, outcome);
    return outcome;
  }
}

/** All states of one machine that any encounter has been in. Their number is bounded by the states of the scenario. */
export class MachineMemory {
  readonly machine: EncounterMachine;
  readonly #places = new Map<string, Place>();

  constructor(machine: EncounterMachine) {
    this.machine = machine;
  }

  /** The one place of all snapshots with the same value. */
  placeOf(snapshot: EncounterSnapshot): Place {
    const key = JSON.stringify(snapshot.value);
    const known = this.#places.get(key);
    if (known) return known;
    const place = new Place(this, snapshot);
    this.#places.set(key, place);
    return place;
  }
}
