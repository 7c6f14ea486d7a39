// Revisions made ready to be played, as many as memory allows; revisions of one ward share it.
import { makePlayable, type Playable } from '#machines/playable';
import type { Ward } from '#machines/scenario/item';
import type { Scenario } from '#machines/scenario/scenario';
import { revisionJson, wardJson } from './library';
import { single } from './single';

interface Made {
  readonly playable: Playable;
  /** characters of the scenario's JSON: what it takes in memory is in proportion to them */
  readonly size: number;
}

interface Playables {
  readonly made: Map<string, Made>;
  readonly making: Map<string, Promise<Playable | null>>;
  readonly wards: Map<string, Ward>;
}

/** Characters of scenarios that are kept ready; one takes about ten bytes of memory for each. */
const MOST_CHARACTERS = 12_000_000;

const playables = () =>
  single<Playables>('playables', () => ({ made: new Map(), making: new Map(), wards: new Map() }));

/** A revision ready to be played, from memory or the store; null when nobody has kept it. Throws StoreUnavailable. */
export async function playableOf(revision: string): Promise<Playable | null> {
  const { made, making } = playables();
  const known = made.get(revision);
  if (known !== undefined) {
    made.delete(revision);
    made.set(revision, known);
    return known.playable;
  }
  const begun = making.get(revision);
  if (begun !== undefined) return await begun;
  const work = make(revision).finally(() => {
    making.delete(revision);
  });
  making.set(revision, work);
  return await work;
}

async function make(revision: string): Promise<Playable | null> {
  const kept = await revisionJson(revision);
  if (kept === null) return null;
  const ward = await wardOf(kept.ward);
  if (ward === null) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by press.ts from this very type; `format` versions it
  const scenario = JSON.parse(kept.scenario) as Scenario;
  const playable = makePlayable(scenario, ward, revision);
  keep(revision, { playable, size: kept.scenario.length });
  return playable;
}

/** A ward as it was kept, shared by all that play on it; null when nobody has kept it. Throws StoreUnavailable. */
export async function wardOf(revision: string): Promise<Ward | null> {
  const { wards } = playables();
  const known = wards.get(revision);
  if (known !== undefined) return known;
  const json = await wardJson(revision);
  if (json === null) return null;
  // Another may have read it meanwhile: there must be one only.
  const meanwhile = wards.get(revision);
  if (meanwhile !== undefined) return meanwhile;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by press.ts from this very type; `format` versions it
  const ward = JSON.parse(json) as Ward;
  wards.set(revision, ward);
  return ward;
}

function keep(revision: string, one: Made): void {
  const { made, wards } = playables();
  made.set(revision, one);
  let characters = [...made.values()].reduce((sum, { size }) => sum + size, 0);
  for (const [oldest, { size }] of made) {
    if (characters <= MOST_CHARACTERS || oldest === revision) break;
    made.delete(oldest);
    characters -= size;
  }
  const used = new Set([...made.values()].map(({ playable }) => playable.ward.revision));
  for (const ward of wards.keys()) if (!used.has(ward)) wards.delete(ward);
}
