// The tags of the case language in one table: what each may hold; reading, the guide and the editor's schema follow it.
import { BEDSIDE_TAGS } from './bedside-tags';
import { DEBRIEF_TAGS } from './debrief-tags';
import type { TagShape } from './tag-shape';

export type { AttributeShape, TagShape } from './tag-shape';

export const TAGS: { readonly [name: string]: TagShape } = { ...BEDSIDE_TAGS, ...DEBRIEF_TAGS };
