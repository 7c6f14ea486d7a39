// How the tests of the kernel open a case, take steps and look at what happened; the same doors that learners go through.
import { expect } from 'vitest';
import { compileCase } from '#compiler/compile-case';
import type { CompiledCase } from '#compiler/compile-case';
import { readCaseFolder, readCatalogue } from '#compiler/disk';
import { reportText } from '#compiler/report';
import { openEncounter, take } from '#machines/encounter';
import type { AttemptHeader, Encounter } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import type { Playable } from '#machines/playable';
import { reveal } from '#machines/reveal';
import { score } from '#machines/score';
import type { Ward } from '#machines/scenario/item';
import type { Refusal, StepInput } from '#machines/step';
import { quantitiesNow, stagePath } from '#machines/trace';
import type { ChartEntry, EncounterView } from '#machines/view';

export const FIXTURES = ['anaphylaxis-seconds', 'coupled-laboratory', 'order-driven-stages'] as const;
export const FLAGSHIP = 'back-pain-and-shock';

const root = new URL('../../../', import.meta.url).pathname;
const playables = new Map<string, Playable>();

/** A fixture by its name, or the flagship, as the compiler gives it. */
export function compiledCase(name: string): CompiledCase & { readonly ward: Ward } {
  const content = name === FLAGSHIP ? `${root}content` : `${root}tests/fixtures`;
  const catalogue = readCatalogue(`${content}/catalogue`);
  return { ...compileCase(readCaseFolder(`${content}/cases/${name}`), catalogue), ward: catalogue.ward };
}

/** The case ready to be played, prepared once per test file. */
export function playableOf(name: string): Playable {
  const known = playables.get(name);
  if (known) return known;
  const { scenario, revision, ward, diagnostics } = compiledCase(name);
  if (scenario === null || revision === null)
    throw new Error(`${name} does not compile:\n${reportText(diagnostics)}`);
  const playable = makePlayable(scenario, ward, revision);
  playables.set(name, playable);
  return playable;
}

export const header = (seed = '1', mode: AttemptHeader['mode'] = 'practice'): AttemptHeader => ({
  attempt: 'test',
  seed,
  mode,
});

/** An encounter at the bedside at minute 0. */
export function begin(name: string, seed = '1', mode: AttemptHeader['mode'] = 'practice'): Encounter {
  const encounter = openEncounter(playableOf(name), header(seed, mode));
  does(encounter, 'begin');
  return encounter;
}

/** Takes a step that must be taken. */
export function does(encounter: Encounter, input: string, amounts?: StepInput['with']): void {
  const step = amounts ? { do: input, with: amounts } : { do: input };
  expect(take(encounter, step), JSON.stringify(step)).toEqual({ ok: true });
}

/** Takes a step that must be refused, and gives the refusal. */
export function refuses(encounter: Encounter, input: unknown): Refusal {
  const answer = take(encounter, input);
  if (answer.ok) throw new Error(`${JSON.stringify(input)} was taken`);
  return answer.refusal;
}

/** Waits until a minute of patient time, through everything that interrupts; stops when the bedside ends. */
export function until(encounter: Encounter, minute: number): void {
  for (let round = 0; round < 10_000; round += 1) {
    const view = reveal(encounter, 'en');
    if (view.now >= minute * 60 || view.phase !== 'bedside') return;
    does(encounter, 'wait', { untilMinute: minute });
  }
  throw new Error(`never reached minute ${minute}`);
}

export const now = (encounter: Encounter): number => reveal(encounter, 'en').now / 60;

/** The last stage of a region. */
export function stageOf(encounter: Encounter, region = 'course'): string | undefined {
  return stagePath(encounter).findLast((one) => one.region === region)?.id;
}

/** Stages of a region as `minute stage`. */
export function pathOf(encounter: Encounter, region = 'course'): string[] {
  return stagePath(encounter)
    .filter((one) => one.region === region)
    .map(({ minute, id }) => `${minute} ${id}`);
}

/** Value of a level or vital, seen or not. */
export function quantity(encounter: Encounter, id: string): number {
  const value = quantitiesNow(encounter)[id];
  if (value === undefined) throw new Error(`there is no level or vital ${id}`);
  return value;
}

/** The rate at which an item runs now, in its rate unit. */
export function rateOf(encounter: Encounter, item: string): number {
  return encounter.rates[mentioned(encounter, item)] ?? 0;
}

/** What was given of an item so far, in its unit. */
export function totalOf(encounter: Encounter, item: string): number {
  return encounter.totals[mentioned(encounter, item)] ?? 0;
}

/** Place of an item in the books; only items that the case's conditions or numbers mention are followed. */
function mentioned(encounter: Encounter, item: string): number {
  const index = encounter.playable.book.itemIndex.get(item);
  if (index === undefined) throw new Error(`the case never asks how much ${item} was given`);
  return index;
}

/** Chart entries about an item, as `minute: words and values`. */
export function chartOf(encounter: Encounter, item: string): ChartEntry[] {
  return reveal(encounter, 'en').chart.filter((entry) => entry.item === item);
}

/** Plain words of prose. */
export function plain(prose: ChartEntry['prose']): string {
  const words = (nodes: NonNullable<typeof prose>): string =>
    nodes.map((node) => (typeof node === 'string' ? node : words(node.of))).join('');
  return prose === null ? '' : words(prose).trim();
}

/** All that a learner, a teacher and the score can tell of an encounter, but for how often the learner waited. */
export function compared(encounter: Encounter): string {
  const still = (view: EncounterView) => ({ ...view, sequence: 0, interrupted: [] });
  const sheet = score(encounter);
  return JSON.stringify({
    en: still(reveal(encounter, 'en')),
    it: still(reveal(encounter, 'it')),
    levels: quantitiesNow(encounter),
    path: stagePath(encounter),
    sheet: {
      ...sheet,
      lines: sheet.lines.map((line) => ({ ...line, steps: line.steps.map(({ at, item }) => [at, item]) })),
    },
  });
}

/** Everything, byte for byte. */
export function bytes(encounter: Encounter): string {
  return JSON.stringify([
    reveal(encounter, 'en'),
    reveal(encounter, 'it'),
    score(encounter),
    stagePath(encounter),
  ]);
}
