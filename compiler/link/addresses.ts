// Gives every tag its address and finds, for each language, the overlay tag that translates it.
import type { Language } from '#machines/scenario/item';
import type { Findings } from '../diagnostic';
import { valueOf, type Tag } from '../read/tag';
import { attributeShape, tagShape } from '../shape/tags';

export interface Addressed {
  addressOf(tag: Tag): string;
  /** the overlay's tag, or null */
  overlayOf(tag: Tag, language: Language): Tag | null;
}

interface Group {
  readonly tags: Tag[];
}

/** Tags whose own id is unique only inside their parent. */
const INSIDE = new Set(['Region', 'Checkpoint', 'Script', 'Rule']);

/**
 * Matches overlays with the original. Tags with the same address are matched in order: all of them when the overlay
 * repeats all, else those that hold text. An overlay tag without an original is an error.
 */
export function addressTags(
  base: readonly Tag[],
  overlays: ReadonlyMap<Language, readonly Tag[]>,
  findings: Findings,
): Addressed {
  const addresses = new Map<Tag, string>();
  const groups = grouped(base);
  for (const [address, { tags }] of groups) {
    tags.forEach((tag, index) => addresses.set(tag, index === 0 ? address : `${address}#${index + 1}`));
  }
  const translations = new Map<Language, Map<Tag, Tag>>();
  for (const [language, tags] of overlays) {
    const matched = new Map<Tag, Tag>();
    for (const [address, group] of grouped(tags)) {
      const originals = groups.get(address)?.tags ?? elsewhere(address, groups);
      const targets = originals.length === group.tags.length ? originals : originals.filter(holdsText);
      group.tags.forEach((tag, index) => {
        const target = targets[index];
        if (target !== undefined) matched.set(target, tag);
        else orphan(tag, address, originals.length);
      });
    }
    translations.set(language, matched);
  }
  return {
    addressOf: (tag) => addresses.get(tag) ?? tag.name.toLowerCase(),
    overlayOf: (tag, language) => translations.get(language)?.get(tag) ?? null,
  };

  function orphan(tag: Tag, address: string, originals: number): void {
    findings.error('overlay-orphan', tag.place, {
      what:
        originals === 0
          ? `this <${tag.name}> translates nothing: the original has no ${address}`
          : `this is one <${tag.name}> more than the original has for ${address}`,
      help: 'give it the same id or item as the original, in the same order',
    });
  }
}

function grouped(tags: readonly Tag[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  const visit = (tag: Tag, parent: Tag | null): void => {
    const address = plainAddress(tag, parent);
    const group = groups.get(address);
    if (group === undefined) groups.set(address, { tags: [tag] });
    else group.tags.push(tag);
    for (const child of tag.children) visit(child, tag);
  };
  for (const tag of tags) visit(tag, null);
  return groups;
}

function plainAddress(tag: Tag, parent: Tag | null): string {
  const shape = tagShape(tag.name);
  const parts = [tag.name.toLowerCase()];
  if (parent !== null && INSIDE.has(parent.name)) parts.push(valueOf(parent, 'id')?.text ?? '');
  else if (tag.name === 'Stage' || tag.name === 'Turn') parts.push('course');
  if (attributeShape(shape, 'key')?.kind === 'id') {
    const key = valueOf(tag, 'key');
    if (key !== null) return [...parts, key.text].join('/');
  }
  for (const attribute of shape?.address ?? []) {
    parts.push((valueOf(tag, attribute)?.text ?? '').replace(/\s+/g, ' ').trim());
  }
  return parts.join('/');
}

/** A stage that an overlay names outside its region is found by its id when only one region has it. */
function elsewhere(address: string, groups: ReadonlyMap<string, Group>): readonly Tag[] {
  const match = /^(stage|turn)\/course\/(.+)$/.exec(address);
  if (match === null) return [];
  const [, kind, id] = match;
  const found = [...groups].filter(([other]) => other.startsWith(`${kind}/`) && other.endsWith(`/${id}`));
  return found.length === 1 ? (found[0]?.[1].tags ?? []) : [];
}

function holdsText(tag: Tag): boolean {
  if (tag.prose !== null) return true;
  const shape = tagShape(tag.name);
  return tag.attributes.some(
    ({ name, value }) =>
      attributeShape(shape, name)?.shown === true ||
      (shape?.analytes === true &&
        attributeShape(shape, name) === undefined &&
        (name.startsWith('note-') || !/^\s*[=<>\d-]/.test(value?.text ?? ''))),
  );
}
