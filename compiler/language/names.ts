// Looks up names of items, classes, sets, stages and what hangs on them; every unknown name becomes a problem with the nearest known one.
import type { EventKind, EventRef } from '#machines/scenario/condition';
import { didYouMean, type Problems } from './problem';
import type { Scope } from './scope';
import type { EventNode, EventWord, RefNode } from './tree';

/** What every check needs: what names may mean, and where to complain. */
export interface Desk {
  readonly scope: Scope;
  readonly problems: Problems;
}

/** Without doubles, by alphabet. */
export const sorted = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].toSorted();

/** A reference as the author wrote it. */
export const written = (ref: RefNode): string =>
  `${ref.verb === null ? '' : `${ref.verb}:`}${ref.name}${ref.part === null ? '' : `/${ref.part}`}`;

function unknownItem(desk: Desk, ref: RefNode, id: string): void {
  const same = [...desk.scope.items.keys()].filter((item) => item.startsWith(`${ref.verb ?? ''}:`));
  const twin = [...desk.scope.items.keys()].find((item) => item.split(':')[1] === ref.name);
  desk.problems.error(
    'unknown-item',
    ref,
    `There is no item "${id}".`,
    twin === undefined
      ? didYouMean(
          id,
          same.length === 0 ? desk.scope.items.keys() : same,
          'Use an id of the catalogue or declare it in items.yaml.',
        )
      : `Did you mean "${twin}"?`,
  );
}

function unknownSet(desk: Desk, ref: RefNode): void {
  const { sets, classes, items } = desk.scope;
  const whole = [...classes.keys(), ...items.keys()].find((id) => id.split(':')[1] === ref.name);
  desk.problems.error(
    'unknown-set',
    ref,
    `There is no set "${ref.name}".`,
    whole === undefined
      ? didYouMean(
          ref.name,
          sets.keys(),
          'Sets are declared in physiology.yaml; items are written `verb:name`, classes `class:name`.',
        )
      : `Did you mean "${whole}"?`,
  );
}

/** Item ids that one reference means, without its part; empty after a problem. */
export function itemsOf(desk: Desk, ref: RefNode): readonly string[] {
  const { scope, problems } = desk;
  if (ref.verb === 'class') {
    const id = `class:${ref.name}`;
    const members = scope.classes.get(id);
    if (members === undefined) {
      problems.error(
        'unknown-class',
        ref,
        `There is no class "${id}".`,
        didYouMean(id, scope.classes.keys(), 'Use a class of the catalogue.'),
      );
      return [];
    }
    if (members.length === 0)
      problems.error('empty', ref, `No item is of ${id}.`, 'Give the class to an item, or leave it out.');
    return members;
  }
  if (ref.verb !== null) {
    const id = `${ref.verb}:${ref.name}`;
    if (scope.items.has(id)) return [id];
    unknownItem(desk, ref, id);
    return [];
  }
  const members = scope.sets.get(ref.name);
  if (members === undefined) unknownSet(desk, ref);
  else if (members.length === 0)
    problems.error('empty', ref, `The set "${ref.name}" is empty.`, 'Put an item into it, or leave it out.');
  return members ?? [];
}

/** Items of a list of references that may not name a part; sorted, without doubles. */
export function itemsOfAll(desk: Desk, refs: readonly RefNode[]): readonly string[] {
  return sorted(
    refs.flatMap((ref) => {
      if (ref.part !== null) {
        desk.problems.error(
          'unexpected-part',
          ref,
          `"${written(ref)}" names a part of an item here.`,
          'Leave out `/' +
            ref.part +
            '`; a phase is asked for with `reached`, a choice with `chosen`. For a division put spaces around `/`.',
        );
      }
      return itemsOf(desk, ref);
    }),
  );
}

/** Ids `item/part` of the items that have the part. */
function partsOf(desk: Desk, ref: RefNode, kind: 'phases' | 'choices', one: string): readonly string[] {
  const items = itemsOf(desk, ref);
  const { part } = ref;
  if (part === null) {
    desk.problems.error(
      `unknown-${one}`,
      ref,
      `"${written(ref)}" does not say which ${one}.`,
      `Write \`${written(ref)}/<${one}>\`.`,
    );
    return [];
  }
  const having = items.filter((id) => desk.scope.items.get(id)?.[kind].includes(part) ?? false);
  if (items.length > 0 && having.length === 0) {
    const all = items.flatMap((id) => desk.scope.items.get(id)?.[kind] ?? []);
    desk.problems.error(
      `unknown-${one}`,
      ref,
      `"${written({ ...ref, part: null })}" has no ${one} "${part}".`,
      didYouMean(part, all, all.length === 0 ? `It has none.` : `It has: ${sorted(all).join(', ')}.`),
    );
  }
  return having.map((id) => `${id}/${part}`);
}

/** A bare name from one list (diagnoses, events). */
function bare(
  desk: Desk,
  ref: RefNode,
  known: ReadonlySet<string>,
  code: string,
  what: string,
): readonly string[] {
  if (ref.verb === null && ref.part === null && known.has(ref.name)) return [ref.name];
  desk.problems.error(
    `unknown-${code}`,
    ref,
    `There is no ${what} "${written(ref)}".`,
    didYouMean(
      ref.name,
      known,
      `Declare it, or use one of: ${sorted(known).slice(0, 12).join(', ') || 'none yet'}.`,
    ),
  );
  return [];
}

function answers(desk: Desk, ref: RefNode): readonly string[] {
  const options = ref.verb === null ? desk.scope.checkpoints.get(ref.name) : undefined;
  if (options === undefined) {
    desk.problems.error(
      'unknown-checkpoint',
      ref,
      `There is no checkpoint "${written({ ...ref, part: null })}".`,
      didYouMean(ref.name, desk.scope.checkpoints.keys(), 'Checkpoints are declared with <Checkpoint id>.'),
    );
    return [];
  }
  const { part } = ref;
  if (part === null) return options.map((option) => `answer:${ref.name}/${option}`);
  if (!options.includes(part)) {
    desk.problems.error(
      'unknown-option',
      ref,
      `Checkpoint "${ref.name}" has no option "${part}".`,
      didYouMean(part, options, `It has: ${options.join(', ')}.`),
    );
    return [];
  }
  return [`answer:${ref.name}/${part}`];
}

const NOTES: ReadonlySet<string> = new Set(['problem', 'working', 'differential', 'free']);

/** Verbs whose items an event can befall; the others it never does. */
const FITTING: { readonly [word in EventWord]?: readonly string[] } = {
  asked: ['ask'],
  given: ['treat'],
  stopped: ['treat', 'order', 'procedure'],
};

function fitting(desk: Desk, refs: readonly RefNode[], word: EventWord): readonly string[] {
  const verbs = FITTING[word];
  return refs.flatMap((ref) => {
    const ids = itemsOfAll(desk, [ref]);
    if (verbs === undefined || ids.length === 0) return ids;
    const fits = ids.filter((id) => verbs.includes(id.split(':')[0] ?? ''));
    if (fits.length === 0) {
      desk.problems.error(
        'wrong-verb',
        ref,
        `\`${word}\` never holds for "${written(ref)}".`,
        `\`${word}\` is for ${verbs.map((verb) => `\`${verb}:\``).join(', ')}; \`done\` is for anything.`,
      );
    }
    return fits;
  });
}

function kindAndItems(
  desk: Desk,
  word: EventWord,
  refs: readonly RefNode[],
): readonly [EventKind, readonly string[]] {
  switch (word) {
    case 'reached':
      return ['phase', refs.flatMap((ref) => partsOf(desk, ref, 'phases', 'phase'))];
    case 'chosen':
      return ['chosen', refs.flatMap((ref) => partsOf(desk, ref, 'choices', 'choice'))];
    case 'answered':
      return ['chosen', refs.flatMap((ref) => answers(desk, ref))];
    case 'suspected':
    case 'diagnosed':
      return [word, refs.flatMap((ref) => bare(desk, ref, desk.scope.diagnoses, 'diagnosis', 'diagnosis'))];
    case 'noted':
      return [
        'noted',
        refs.flatMap((ref) => bare(desk, ref, NOTES, 'note', 'kind of note')).map((id) => `note:${id}`),
      ];
    case 'happened':
      return ['happened', refs.flatMap((ref) => bare(desk, ref, desk.scope.events, 'event', 'event'))];
    case 'finished':
      return ['finished', ['finish']];
    default:
      return [word, fitting(desk, refs, word)];
  }
}

/** The event that words and names mean, or null after a problem. Items are sorted and without doubles. */
export function eventOf(desk: Desk, word: EventWord, refs: readonly RefNode[]): EventRef | null {
  const [kind, items] = kindAndItems(desk, word, refs);
  return items.length === 0 ? null : { kind, items: sorted(items) };
}

/** One event per item, for counts over a list. */
export function eventsOfEach(desk: Desk, word: EventWord, refs: readonly RefNode[]): readonly EventRef[] {
  const event = eventOf(desk, word, refs);
  return event === null ? [] : event.items.map((item) => ({ kind: event.kind, items: [item] }));
}

/** An event as `on=` may write it: with its word, or a bare item, phase or event of the case. */
export function eventOfNode(desk: Desk, node: EventNode): EventRef | null {
  if (node.kind !== null) return eventOf(desk, node.kind, node.refs);
  const { scope } = desk;
  if (node.refs.every((ref) => ref.part !== null)) return eventOf(desk, 'reached', node.refs);
  if (
    node.refs.every((ref) => ref.verb === null && !scope.sets.has(ref.name) && scope.events.has(ref.name))
  ) {
    return eventOf(desk, 'happened', node.refs);
  }
  const items = itemsOfAll(desk, node.refs);
  if (items.length === 0) return null;
  const all = (verb: string): boolean => items.every((id) => id.startsWith(`${verb}:`));
  return { kind: all('treat') ? 'given' : all('ask') ? 'asked' : 'done', items };
}
