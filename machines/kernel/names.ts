// Gives every name that conditions mention a number: quantities, regions, stages, items, events.
import type { EventKind, EventRef } from '../scenario/condition';
import type { Item, Ward } from '../scenario/item';
import type { Scenario } from '../scenario/scenario';

export class Names {
  readonly scenario: Scenario;
  readonly ward: Ward;
  readonly weight: number;
  readonly arrival: number;
  readonly eventIndex = new Map<string, number>();
  readonly itemIndex = new Map<string, number>();
  readonly #slots: ReadonlyMap<string, number>;
  readonly #regions: ReadonlyMap<
    string,
    { readonly index: number; readonly stages: ReadonlyMap<string, number> }
  >;
  readonly #eventsOf = new WeakMap<EventRef, readonly number[]>();

  constructor(scenario: Scenario, ward: Ward) {
    this.scenario = scenario;
    this.ward = ward;
    this.weight = scenario.patient.weight;
    this.arrival = scenario.arrival;
    this.#slots = new Map(scenario.quantities.map((quantity, slot) => [quantity.id, slot]));
    this.#regions = new Map(
      scenario.regions.map((region, index) => [
        region.id,
        { index, stages: new Map(region.stages.map((stage, at) => [stage.id, at])) },
      ]),
    );
  }

  /** The item with this id: the case's own form, else the ward's. */
  itemOf(id: string): Item | undefined {
    return this.scenario.items[id] ?? this.ward.items[id];
  }

  slot(id: string): number {
    return this.#need(this.#slots.get(id), 'quantity', id);
  }

  region(id: string): number {
    return this.#need(this.#regions.get(id)?.index, 'region', id);
  }

  stage(region: string, id: string): number {
    return this.#need(this.#regions.get(region)?.stages.get(id), 'stage', `${region}/${id}`);
  }

  item(id: string): number {
    const known = this.itemIndex.get(id);
    if (known !== undefined) return known;
    this.itemIndex.set(id, this.itemIndex.size);
    return this.itemIndex.size - 1;
  }

  event(kind: EventKind, item: string): number {
    const key = `${kind} ${item}`;
    const known = this.eventIndex.get(key);
    if (known !== undefined) return known;
    this.eventIndex.set(key, this.eventIndex.size);
    return this.eventIndex.size - 1;
  }

  events(event: EventRef): readonly number[] {
    const known = this.#eventsOf.get(event);
    if (known) return known;
    const found = event.items.map((item) => this.event(event.kind, item));
    this.#eventsOf.set(event, found);
    return found;
  }

  attribute(id: string, name: string): number {
    return this.itemOf(id)?.attributes?.[name] ?? 0;
  }

  #need(index: number | undefined, what: string, id: string): number {
    if (index === undefined)
      throw new Error(
        `scenario ${this.scenario.id} names the ${what} "${id}", which it does not have: it was not checked by the compiler`,
      );
    return index;
  }
}
