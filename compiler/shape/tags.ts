// The tags of the case language in one table: what each may hold; reading, the guide and the editor's schema follow it.
import { BEDSIDE_TAGS } from './bedside-tags';
import { DEBRIEF_TAGS } from './debrief-tags';
import type { AttributeShape, TagShape } from './tag-shape';

export type { AttributeShape, TagShape } from './tag-shape';

export const TAGS: { readonly [name: string]: TagShape } = { ...BEDSIDE_TAGS, ...DEBRIEF_TAGS };

/** The entry of a tag; undefined for a name that is none, such as `constructor`. */
export function tagShape(name: string): TagShape | undefined {
  return Object.hasOwn(TAGS, name) ? TAGS[name] : undefined;
}

/** The entry of an attribute of a tag. */
export function attributeShape(shape: TagShape | undefined, name: string): AttributeShape | undefined {
  return shape !== undefined && Object.hasOwn(shape.attributes, name) ? shape.attributes[name] : undefined;
}
