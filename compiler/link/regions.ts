// The patient's statechart: regions, their stages and the turns between them, checked as a graph.
import type { ItemVerb } from '#machines/scenario/item';
import { RHYTHMS } from '#machines/scenario/rhythm';
import type { Region, Stage, Turn } from '#machines/scenario/scenario';
import type { Place } from '../diagnostic';
import { nearest } from '../language/problem';
import { readAssignments } from '../language/read';
import { valueOf, type Tag } from '../read/tag';
import { splitList, type Bench } from './bench';

export const COURSE = 'course';

/** A region as it stands in the files, before conditions are read. */
export interface RegionTags {
  readonly id: string;
  /** null for `course`, whose stages and turns stand outside any Region */
  readonly tag: Tag | null;
  readonly stages: readonly Tag[];
  readonly turns: readonly Tag[];
}

/** Regions in file order, `course` first. Stages and turns outside a Region, or in one with the id course, are its own. */
export function gatherRegions(tags: readonly Tag[]): readonly RegionTags[] {
  const pick = (among: readonly Tag[], name: string): Tag[] => among.filter((tag) => tag.name === name);
  const named = pick(tags, 'Region').map((tag) => ({
    id: valueOf(tag, 'id')?.text ?? '',
    tag,
    stages: pick(tag.children, 'Stage'),
    turns: pick(tag.children, 'Turn'),
  }));
  const own = named.find((region) => region.id === COURSE);
  const course: RegionTags = {
    id: COURSE,
    tag: own?.tag ?? null,
    stages: [...pick(tags, 'Stage'), ...(own?.stages ?? [])],
    turns: [...pick(tags, 'Turn'), ...(own?.turns ?? [])],
  };
  return [course, ...named.filter((region) => region !== own)];
}

export function stageIds(region: RegionTags): readonly string[] {
  return region.stages.map((stage) => valueOf(stage, 'id')?.text ?? '');
}

/** Links one region. Null when it has no stage. */
export function linkRegion(
  region: RegionTags,
  verbs: readonly ItemVerb[],
  whole: Place,
  bench: Bench,
): Region | null {
  const ids = stageIds(region);
  const first = ids[0];
  if (first === undefined) {
    bench.findings.error('no-stage', region.tag?.place ?? whole, {
      what: region.tag === null ? 'the case has no stage' : `the region ${region.id} has no stage`,
      help: 'write at least one <Stage id="…"> that says what the patient looks like',
    });
    return null;
  }
  const starts = region.tag === null ? null : valueOf(region.tag, 'starts');
  if (starts !== null && !ids.includes(starts.text)) bench.unknown('stage', starts.text, starts.place, ids);
  const initial = starts !== null && ids.includes(starts.text) ? starts.text : first;
  const stages = bench.unique(region.stages.map((tag) => ({ tag, value: linkStage(tag) })));
  const turns = region.turns.flatMap((tag, index) => linkTurn(tag, index));
  checkGraph();
  const label =
    region.tag === null
      ? bench.texts.put(`region/${region.id}.label`, [region.id])
      : bench.texts.shown(region.tag, 'label', region.id);
  return {
    id: region.id,
    label,
    initial,
    stages,
    turns,
    shown: region.tag !== null && bench.flag(region.tag, 'shown'),
  };

  function linkStage(tag: Tag): Stage {
    const id = bench.id(tag);
    const look = bench.texts.prose(tag);
    const tick = bench.duration(valueOf(tag, 'tick'));
    const figure = valueOf(tag, 'figure')?.text;
    const named = valueOf(tag, 'rhythm')?.text;
    const rhythm = RHYTHMS.find((known) => known === named);
    const forbids = valueOf(tag, 'forbids');
    return {
      id,
      label: bench.texts.shown(tag, 'label', id.replace(/-/g, ' ')),
      ...(look === undefined ? {} : { look }),
      ...(tick === undefined ? {} : { tick }),
      forbids: forbids === null ? [] : splitList(forbids).flatMap(({ text, place }) => verb(text, place)),
      ends: bench.flag(tag, 'ends'),
      ...(figure === undefined ? {} : { figure }),
      ...(rhythm === undefined ? {} : { rhythm }),
      interrupts: !bench.flag(tag, 'quiet'),
    };
  }

  function verb(text: string, place: Place): string[] {
    if (OTHER_VERBS.includes(text) || verbs.some((known) => known === text)) return [text];
    bench.unknown('verb', text, place, [...verbs, ...OTHER_VERBS]);
    return [];
  }

  function linkTurn(tag: Tag, index: number): Turn[] {
    const to = valueOf(tag, 'to');
    if (to === null) return [];
    const known = ids.includes(to.text);
    if (!known) bench.unknown('stage', to.text, to.place, ids);
    const fromPhrase = valueOf(tag, 'from');
    const from = fromPhrase === null ? [] : splitList(fromPhrase);
    for (const stage of from)
      if (!ids.includes(stage.text)) bench.unknown('stage', stage.text, stage.place, ids);
    const on = bench.event(valueOf(tag, 'on'));
    const after = bench.duration(valueOf(tag, 'after'));
    if (on !== undefined && after !== undefined) {
      bench.findings.error('two-times', tag.place, {
        what: 'a turn is taken on an event or after a time, not both',
        help: 'write two turns',
      });
    }
    const sets = valueOf(tag, 'sets');
    const text = bench.texts.prose(tag);
    if (!known) return [];
    return [
      {
        id: `${region.id}/${index + 1}`,
        ...(from.length === 0 ? {} : { from: from.map((stage) => stage.text) }),
        to: to.text,
        when: bench.condition(valueOf(tag, 'when')),
        ...(on === undefined ? {} : { on }),
        ...(after === undefined ? {} : { after }),
        sets: sets === null ? [] : (bench.read(sets, readAssignments(sets.text, bench.scope)) ?? []),
        ...(text === undefined ? {} : { text }),
      },
    ];
  }

  /** Stages that no chain of turns reaches, and a course that never ends. */
  function checkGraph(): void {
    const reached = new Set([initial]);
    for (let grown = true; grown; ) {
      grown = false;
      for (const turn of turns) {
        const open = turn.from === undefined || turn.from.some((stage) => reached.has(stage));
        if (open && !reached.has(turn.to)) {
          reached.add(turn.to);
          grown = true;
        }
      }
    }
    for (const tag of region.stages) {
      const id = valueOf(tag, 'id');
      if (id === null || reached.has(id.text)) continue;
      const near = nearest(
        id.text,
        turns.map((turn) => turn.to),
      );
      bench.findings.warning('unreachable-stage', tag.place, {
        what: `no turn leads to the stage ${id.text}`,
        help:
          near === null
            ? 'write a <Turn> to it, or delete it'
            : `write a <Turn> to it; is ${near} another spelling?`,
      });
    }
    if (region.id === COURSE && !stages.some((stage) => stage.ends)) {
      bench.findings.warning('no-end', region.stages[0]?.place ?? whole, {
        what: 'no stage of the course ends the encounter',
        help: 'give the last stages `ends` (death, departure), or let the learner end it by `finish`',
      });
    }
  }
}

/** Verbs of steps without an item that a stage may forbid. */
const OTHER_VERBS: readonly string[] = ['note', 'diagnose', 'answer', 'wait', 'sign', 'cancel', 'finish'];
