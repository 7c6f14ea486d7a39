// A scenario made ready to be played: names numbered, conditions and quantities compiled, the XState machine built once for all its encounters.
import { indexTerms } from './diagnosis/match';
import type { TermIndex } from './diagnosis/match';
import { atOnceOf } from './kernel/at-once';
import type { AtOnce } from './kernel/at-once';
import { Book } from './kernel/book';
import { numberOf, testOf } from './kernel/compile';
import type { NumberOf, Test } from './kernel/compile';
import { neededAtTicks } from './kernel/needs';
import { prepareTheRest, pushedQuantities } from './kernel/prepare';
import { tickMachine } from './kernel/run-ticks';
import type { TickMachine } from './kernel/run-ticks';
import { emitTick } from './kernel/emit-tick';
import type { Factor } from './kernel/emit-quantity';
import type { Program } from './kernel/program';
import { createEncounterMachine, firstSnapshot } from './machine/encounter-machine';
import { statementsOf } from './normal/statements';
import type { Statement } from './normal/statements';
import type { EncounterMachine } from './machine/encounter-machine';
import { MachineMemory } from './machine/remembered';
import type { Place } from './machine/remembered';
import type { Item, Ward } from './scenario/item';
import type {
  Assignment,
  CaseEvent,
  Checkpoint,
  Gate,
  Quantity,
  Region,
  Response,
  Scenario,
  Timing,
  Turn,
} from './scenario/scenario';

export interface PlayableTurn {
  readonly turn: Turn;
  readonly index: number;
  readonly to: number;
  /** stages it may leave, by number; null: any that does not end the encounter */
  readonly from: readonly number[] | null;
  readonly test: Test;
  readonly on: ReadonlySet<number> | null;
  readonly sets: readonly { readonly slot: number; readonly to: NumberOf }[];
}

export interface PlayableRegion {
  readonly id: string;
  readonly region: Region;
  readonly initial: number;
  readonly stages: Region['stages'];
  readonly turns: readonly PlayableTurn[];
  readonly events: readonly PlayableTurn[];
  readonly timers: readonly PlayableTurn[];
}

export interface PlayableEvent {
  readonly event: CaseEvent;
  readonly test: Test;
  readonly on: ReadonlySet<number> | null;
  readonly sets: readonly { readonly slot: number; readonly to: NumberOf }[];
}

export interface PlayableVital {
  readonly quantity: Quantity;
  readonly slot: number;
  readonly seen: Test;
  readonly low: number;
  readonly high: number;
}

/** A scenario with everything that is computed once, shared by all its encounters; nothing in it changes but what its machine remembers. */
export interface Playable {
  readonly scenario: Scenario;
  readonly ward: Ward;
  readonly revision: string;
  readonly book: Book;
  readonly machine: EncounterMachine;
  readonly first: Place;
  /** length of the base tick in minutes */
  readonly base: number;
  readonly hasTimers: boolean;
  /** phrases that mean a diagnosis, for notes and the final diagnosis */
  readonly terms: TermIndex;
  /** how many registers an encounter has */
  readonly registers: number;
  readonly tick: Program;
  /** the same program as machine code; null where there is no WebAssembly */
  readonly ticks: TickMachine | null;
  /** derived quantities that are computed when somebody looks */
  readonly onDemand: Program;
  /** registers that depend on the length of a tick */
  readonly factors: readonly Factor[];
  /** quantities that show the value of a stage at the second at which it is entered */
  readonly atOnce: readonly AtOnce[];
  readonly quantities: readonly Quantity[];
  readonly starts: readonly NumberOf[];
  readonly regions: readonly PlayableRegion[];
  readonly caseEvents: readonly PlayableEvent[];
  readonly checkpoints: readonly { readonly checkpoint: Checkpoint }[];
  readonly vitals: readonly PlayableVital[];
  readonly timings: readonly {
    readonly timing: Timing;
    readonly items: ReadonlySet<string>;
    readonly test: Test;
  }[];
  readonly gates: readonly {
    readonly gate: Gate;
    readonly items: ReadonlySet<string>;
    readonly test: Test;
  }[];
  readonly sizes: {
    readonly quantities: number;
    readonly events: number;
    readonly whiles: number;
    readonly watches: number;
    readonly regions: number;
    readonly items: number;
    readonly caseEvents: number;
    readonly checkpoints: number;
    readonly vitals: number;
  };
  /** what the case says of each analyte, wherever it is reported */
  readonly statements: ReadonlyMap<string, readonly Statement[]>;
  /** items that are offered only once their condition holds, sorted by id */
  readonly followUps: readonly { readonly item: Item; readonly opens: Test }[];
  item(id: string): Item | undefined;
  /** a named measure, compiled when first asked */
  measure(id: string): NumberOf;
  /** the item whose answers, times, moments and effects this one has: itself, unless the case says that it is the same as another */
  standsFor(item: Item): Item;
  /** what it answers; where the case says nothing of it, what the case says of every question or manoeuvre */
  responsesOf(item: Item): readonly Response[];
}

/**
 * Prepares a scenario. The scenario must come from the compiler without errors: a name that does not resolve throws here,
 * never during play. `revision` is the hash under which attempts name it.
 */
export function makePlayable(scenario: Scenario, ward: Ward, revision: string): Playable {
  const book = new Book(scenario, ward);
  const base = scenario.tick.base / 60;
  const pushed = pushedQuantities(scenario, ward);
  const setsOf = (sets: readonly Assignment[]) =>
    sets.map((one) => ({ slot: book.slot(one.quantity), to: numberOf(one.to, book) }));

  const measures = new Map(
    Object.entries(scenario.measures).map(([id, expression]) => [id, numberOf(expression, book)]),
  );
  const starts = scenario.quantities.map((quantity) => numberOf(quantity.starts, book));

  const regions = scenario.regions.map((region): PlayableRegion => {
    const turns = region.turns.map(
      (turn, index): PlayableTurn => ({
        turn,
        index,
        to: book.stage(region.id, turn.to),
        from: turn.from ? turn.from.map((stage) => book.stage(region.id, stage)) : null,
        test: testOf(turn.when, book),
        on: turn.on ? new Set(book.events(turn.on)) : null,
        sets: setsOf(turn.sets),
      }),
    );
    return {
      id: region.id,
      region,
      initial: book.stage(region.id, region.initial),
      stages: region.stages,
      turns,
      events: turns.filter((one) => one.on !== null),
      timers: turns.filter((one) => one.turn.after !== undefined),
    };
  });

  const caseEvents = scenario.events.map((event): PlayableEvent => {
    return {
      event,
      test: testOf(event.when, book),
      on: event.on ? new Set(book.events(event.on)) : null,
      sets: setsOf(event.sets),
    };
  });
  const checkpoints = scenario.checkpoints.map((checkpoint) => ({ checkpoint }));
  const vitals = scenario.quantities.flatMap((quantity, slot): PlayableVital[] =>
    quantity.vital
      ? [
          {
            quantity,
            slot,
            seen: testOf(quantity.vital.seen, book),
            low: quantity.vital.alarmLow ?? -Infinity,
            high: quantity.vital.alarmHigh ?? Infinity,
          },
        ]
      : [],
  );
  const timings = scenario.timings.map((timing) => ({
    timing,
    items: new Set(timing.items),
    test: testOf(timing.when, book),
  }));
  const gates = scenario.gates.map((gate) => ({
    gate,
    items: new Set(gate.items),
    test: testOf(gate.when, book),
  }));
  prepareTheRest(scenario, ward, book);
  const atOnce = atOnceOf(scenario, book);
  const follow = followUps(scenario, ward, book);
  // Written last: it takes in every span and watch that anything above has asked for.
  const { tick, onDemand, factors } = emitTick(scenario, book, neededAtTicks(scenario), pushed);
  const registers = book.close();

  const machine = createEncounterMachine(scenario);
  return {
    scenario,
    ward,
    revision,
    book,
    machine,
    first: new MachineMemory(machine).placeOf(firstSnapshot(machine)),
    base,
    terms: indexTerms(scenario, ward),
    hasTimers: regions.some((region) => region.timers.length > 0),
    registers,
    tick,
    ticks: tickMachine(
      tick,
      book.layout,
      registers,
      vitals.map((vital) => vital.slot),
    ),
    onDemand,
    factors,
    atOnce,
    quantities: scenario.quantities,
    starts,
    regions,
    caseEvents,
    checkpoints,
    vitals,
    timings,
    gates,
    sizes: {
      quantities: scenario.quantities.length,
      events: book.eventIndex.size,
      whiles: book.whiles.length,
      watches: book.watches.length,
      regions: regions.length,
      items: book.itemIndex.size,
      caseEvents: caseEvents.length,
      checkpoints: checkpoints.length,
      vitals: vitals.length,
    },
    statements: statementsOf(scenario),
    followUps: follow,
    item: (id) => book.itemOf(id),
    measure: (id) => measures.get(id) ?? (() => 0),
    standsFor: (item) => book.itemOf(scenario.sameAs?.[item.id] ?? item.id) ?? item,
    responsesOf: ({ id, verb }) => scenario.responses[id] ?? scenario.responses[`${verb}:*`] ?? [],
  };
}

function followUps(scenario: Scenario, ward: Ward, book: Book): Playable['followUps'] {
  const ids = [...new Set([...Object.keys(ward.items), ...Object.keys(scenario.items)])].toSorted((a, b) =>
    a < b ? -1 : 1,
  );
  return ids.flatMap((id) => {
    const item = book.itemOf(id);
    return item?.offeredWhen && !Object.hasOwn(scenario.withheld, id)
      ? [{ item, opens: book.prepared(item.offeredWhen) }]
      : [];
  });
}
