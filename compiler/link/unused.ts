// Names that a case declares and nothing uses: dead text that a reader would look for a meaning in.
import type { Findings, Place } from '../diagnostic';
import type { YamlFile } from '../read/yaml';
import type { Tag } from '../read/tag';
import type { Physiology } from '../shape/physiology';

/** Warns of sets, measures, variants and levels of physiology.yaml that stand nowhere but in their declaration. */
export function warnOfUnused(
  tags: readonly Tag[],
  physiology: Physiology,
  physiologyFile: YamlFile | undefined,
  itemsFile: YamlFile | undefined,
  findings: Findings,
): void {
  if (physiologyFile === undefined) return;
  const seen = new Map<string, number>();
  const countWords = (text: string): void => {
    for (const [word] of text.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/g))
      seen.set(word, (seen.get(word) ?? 0) + 1);
  };
  const visit = (tag: Tag): void => {
    for (const { value } of tag.attributes) if (value !== null) countWords(value.text);
    tag.children.forEach(visit);
  };
  tags.forEach(visit);
  countIn(physiologyFile.value, countWords);
  if (itemsFile !== undefined) countIn(itemsFile.value, countWords);

  for (const kind of ['sets', 'measures', 'variants', 'levels'] as const) {
    for (const name of Object.keys(physiology[kind] ?? {})) {
      if ((seen.get(name) ?? 0) > 1) continue;
      const place: Place = physiologyFile.keyPlaceOf([kind, name]);
      findings.warning('unused', place, {
        what: `nothing uses \`${name}\` of ${kind}`,
        help: 'use it, or delete it',
      });
    }
  }
}

/** Words of keys and texts of a YAML value. */
function countIn(value: unknown, countWords: (text: string) => void): void {
  if (typeof value === 'string') countWords(value);
  else if (Array.isArray(value)) for (const inner of value) countIn(inner, countWords);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      countWords(key);
      countIn(inner, countWords);
    }
  }
}
