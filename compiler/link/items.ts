// Builds the items of the ward and of a case from their YAML form, with the defaults of each verb.
import { ITEM_VERBS, type Counting, type Item, type ItemVerb, type Phase } from '#machines/scenario/item';
import type { Findings, Phrase } from '../diagnostic';
import { nearest } from '../language/problem';
import { readDuration } from '../language/read';
import type { Path, YamlFile } from '../read/yaml';
import type { ItemShape } from '../shape/catalogue';
import { tell } from './bench';
import { buildDosing } from './dosing';
import { specimenOf } from './specimens';

/** An item as written, with the file it stands in (the case's own when a case changes a ward's item). */
export interface ItemSource {
  readonly id: string;
  readonly shape: ItemShape;
  readonly file: YamlFile;
}

interface Defaults {
  readonly takes: number;
  readonly lead: number;
  readonly turnaround: number;
  readonly counts: Counting;
}

const MINUTE = 60;
const DEFAULTS: { readonly [verb in ItemVerb]: Defaults } = {
  ask: { takes: 30, lead: 0, turnaround: 0, counts: 'ended' },
  examine: { takes: MINUTE, lead: 0, turnaround: 0, counts: 'ended' },
  order: { takes: 0, lead: 5 * MINUTE, turnaround: 60 * MINUTE, counts: 'ordered' },
  treat: { takes: 0, lead: 5 * MINUTE, turnaround: 0, counts: 'started' },
  procedure: { takes: 0, lead: 15 * MINUTE, turnaround: 0, counts: 'started' },
  consult: { takes: 0, lead: 0, turnaround: 15 * MINUTE, counts: 'ordered' },
  tell: { takes: 0, lead: 0, turnaround: 0, counts: 'ordered' },
  move: { takes: 0, lead: 2 * MINUTE, turnaround: 0, counts: 'started' },
  dispose: { takes: 0, lead: 10 * MINUTE, turnaround: 0, counts: 'started' },
};

/** What a case adds to items outside their own entry. */
export interface ItemAdditions {
  readonly phases: readonly Phase[];
  readonly attributes: { readonly [name: string]: number };
}

/** The verb of an item id, or null. */
export function verbOf(id: string): ItemVerb | null {
  const verb = id.slice(0, Math.max(0, id.indexOf(':')));
  return ITEM_VERBS.find((known) => known === verb) ?? null;
}

/**
 * Builds one item. `offered-when` is left out: it is a condition and needs the names of all items.
 * Null when the id has no known verb.
 */
export function buildItem(source: ItemSource, additions: ItemAdditions, findings: Findings): Item | null {
  const { id, shape, file } = source;
  const verb = verbOf(id);
  if (verb === null || !/^[a-z]+:[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    const near = nearest(id.slice(0, Math.max(0, id.indexOf(':'))), ITEM_VERBS);
    findings.error('bad-item-name', file.keyPlaceOf([id]), {
      what: `"${id}" is no item`,
      help:
        verb === null && near !== null
          ? `did you mean ${near}:…?`
          : `write verb:name in lower case with hyphens; verbs are ${ITEM_VERBS.join(', ')}`,
    });
    return null;
  }
  const defaults = DEFAULTS[verb];
  const phrase = (key: string, text: string): Phrase => file.phraseAt([id, key], text);
  const seconds = (key: 'takes' | 'lead' | 'turnaround', absent: number): number => {
    const text = shape[key];
    if (text === undefined) return absent;
    const reading = readDuration(text);
    tell(reading.problems, phrase(key, text), findings);
    return reading.value ?? absent;
  };
  if (shape.name === undefined) needs(source, 'name', findings);
  if (shape.group === undefined) needs(source, 'group', findings);
  const name = words(shape.name) ?? { en: id };
  const attributes = { ...shape.attributes, ...additions.attributes };
  const dosing = shape.dosing === undefined ? undefined : buildDosing(id, shape.dosing, file, findings);
  return {
    id,
    verb,
    name,
    ...(shape.words === undefined ? {} : { synonyms: synonymsOf(shape.words) }),
    group: shape.group ?? verb,
    classes: shape.classes ?? [],
    takes: seconds('takes', defaults.takes),
    lead: seconds('lead', defaults.lead),
    turnaround: seconds('turnaround', defaults.turnaround),
    counts: counting(source, additions.phases, findings) ?? defaults.counts,
    ...(shape.cost === undefined ? {} : { cost: shape.cost }),
    ...(dosing === undefined ? {} : { dosing }),
    ...(shape.choices === undefined
      ? {}
      : { choices: shape.choices.map((choice) => ({ id: choice.id, name: words(choice.name) ?? {} })) }),
    ...(shape['many-choices'] === undefined ? {} : { manyChoices: shape['many-choices'] }),
    ...(additions.phases.length === 0 ? {} : { phases: additions.phases }),
    ...(shape.replaces === undefined ? {} : { replaces: shape.replaces.replace(/^class:/, '') }),
    ...(shape.analytes === undefined ? {} : { analytes: shape.analytes }),
    ...specimenOf(id, shape, file, findings),
    ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
    ...(shape.usual === undefined ? {} : { usual: `usual/${id}` }),
    ...(shape['usual-ages'] === undefined
      ? {}
      : {
          usualAges: shape['usual-ages'].map(({ ages }, index) => ({ ages, text: `usual/${id}/${index}` })),
        }),
  };
}

/** Recognised phrases, lower case, per language. */
export function synonymsOf(lists: {
  readonly en?: readonly string[] | undefined;
  readonly it?: readonly string[] | undefined;
}): { en?: string[]; it?: string[] } {
  return {
    ...(lists.en === undefined ? {} : { en: lists.en.map((text) => text.toLowerCase()) }),
    ...(lists.it === undefined ? {} : { it: lists.it.map((text) => text.toLowerCase()) }),
  };
}

/** Words per language without absent keys. */
export function words(
  given: { readonly en?: string | undefined; readonly it?: string | undefined } | undefined,
): { en?: string; it?: string } | undefined {
  if (given === undefined) return undefined;
  return {
    ...(given.en === undefined ? {} : { en: given.en }),
    ...(given.it === undefined ? {} : { it: given.it }),
  };
}

function needs(source: ItemSource, key: string, findings: Findings): void {
  findings.error('missing-key', source.file.keyPlaceOf([source.id]), {
    what: `${source.id} needs "${key}"`,
    why: 'the catalogue of the ward has no item of this name to take it from',
    help: key === 'name' ? 'add name: { en: …, it: … }' : 'add group: …',
  });
}

function counting(source: ItemSource, phases: readonly Phase[], findings: Findings): Counting | null {
  const text = source.shape.counts;
  if (text === undefined) return null;
  switch (text) {
    case 'ordered':
    case 'started':
    case 'ended':
    case 'resulted':
      return text;
    default: {
      const path: Path = [source.id, 'counts'];
      const phase = /^reached\s+(?:[a-z]+:[a-z0-9-]+\/)?([a-z0-9-]+)$/.exec(text)?.[1];
      if (phase === undefined) {
        findings.error('wrong-value', source.file.placeOf(path), {
          what: `${source.id} cannot count from "${text}"`,
          help: 'it is one of: ordered, started, ended, resulted, reached <phase>',
        });
        return null;
      }
      if (!phases.some((known) => known.id === phase)) {
        const near = nearest(
          phase,
          phases.map((known) => known.id),
        );
        findings.error('unknown-phase', source.file.placeOf(path), {
          what: `${source.id} has no phase ${phase}`,
          help:
            near === null
              ? `declare <Phase of="${source.id}" id="${phase}" at="…" />`
              : `did you mean ${near}?`,
        });
      }
      return { phase };
    }
  }
}
