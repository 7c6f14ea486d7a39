// A tag of a case file as data: name, attributes with places, the tags inside and the prose between them.
import type { RootContent } from 'mdast';
import type { Phrase, Place } from '../diagnostic';

export interface TagAttribute {
  readonly name: string;
  /** null for an attribute that stands alone (`right`) */
  readonly value: Phrase | null;
  readonly place: Place;
}

/** Prose blocks as the Markdown parser gives them; `originOf` turns their offsets into those of the file. */
export interface ProseSource {
  readonly nodes: readonly RootContent[];
  readonly place: Place;
  readonly originOf: (offset: number) => number;
}

export interface Tag {
  readonly name: string;
  readonly attributes: readonly TagAttribute[];
  readonly children: readonly Tag[];
  readonly prose: ProseSource | null;
  /** the opening tag */
  readonly place: Place;
}

/** The value of an attribute, or null when it is absent or stands alone. */
export function valueOf(tag: Tag, name: string): Phrase | null {
  return tag.attributes.find((attribute) => attribute.name === name)?.value ?? null;
}

/** Whether the attribute is given at all. */
export function has(tag: Tag, name: string): boolean {
  return tag.attributes.some((attribute) => attribute.name === name);
}
