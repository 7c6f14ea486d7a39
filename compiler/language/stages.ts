// Looks up stages and regions of the patient's statechart.
import { type Desk, sorted, written } from './names';
import { didYouMean } from './problem';
import type { RefNode, WordNode } from './tree';

/** Region and stages of a list; all of one region. Null after a problem. */
export function stagesOf(
  desk: Desk,
  refs: readonly RefNode[],
): { region: string; stages: readonly string[] } | null {
  const found = refs.map((ref) => stageOf(desk, ref));
  const regions = new Set(found.map((one) => one?.region));
  const first = found[0];
  if (first === null || first === undefined || found.includes(null)) return null;
  if (regions.size > 1) {
    const spot = refs.at(-1) ?? refs[0];
    if (spot !== undefined)
      desk.problems.error(
        'mixed-regions',
        spot,
        `These stages are of different regions: ${[...regions].join(', ')}.`,
        'Ask for each region by itself: `in a or in region/b`.',
      );
    return null;
  }
  return { region: first.region, stages: sorted(found.flatMap((one) => (one === null ? [] : [one.stage]))) };
}

/** `stage` or `region/stage`. */
export function stageOf(desk: Desk, ref: RefNode): { region: string; stage: string } | null {
  const { scope, problems } = desk;
  if (ref.verb !== null) {
    problems.error(
      'unknown-stage',
      ref,
      `"${written(ref)}" is not a stage.`,
      'A stage is written `stage` or `region/stage`.',
    );
    return null;
  }
  if (ref.part !== null) {
    const stages = regionOf(desk, { is: 'word', name: ref.name, at: ref.at, length: ref.length });
    if (stages === null) return null;
    if (stages.includes(ref.part)) return { region: ref.name, stage: ref.part };
    problems.error(
      'unknown-stage',
      ref,
      `Region "${ref.name}" has no stage "${ref.part}".`,
      didYouMean(ref.part, stages, `It has: ${stages.join(', ')}.`),
    );
    return null;
  }
  const regions = [...scope.regions].flatMap(([region, stages]) =>
    stages.includes(ref.name) ? [region] : [],
  );
  const [region, other] = regions;
  if (region === undefined) {
    problems.error(
      'unknown-stage',
      ref,
      `There is no stage "${ref.name}".`,
      didYouMean(ref.name, [...scope.regions.values()].flat(), 'Stages are declared with <Stage id>.'),
    );
    return null;
  }
  if (other !== undefined) {
    problems.error(
      'ambiguous-stage',
      ref,
      `Stage "${ref.name}" is in several regions: ${regions.join(', ')}.`,
      `Write \`${region}/${ref.name}\` or \`${other}/${ref.name}\`.`,
    );
    return null;
  }
  return { region, stage: ref.name };
}

/** Stages of a region; null after a problem. */
export function regionOf(desk: Desk, word: WordNode): readonly string[] | null {
  const stages = desk.scope.regions.get(word.name);
  if (stages !== undefined) return stages;
  desk.problems.error(
    'unknown-region',
    word,
    `There is no region "${word.name}".`,
    didYouMean(
      word.name,
      desk.scope.regions.keys(),
      'Regions are declared with <Region id>; the first is `course`.',
    ),
  );
  return null;
}
