// Reads what should be thought over before an order: classes of which one is enough, pairs that do not go together, a patient's allergies.
import type { Cautions, Item } from '#machines/scenario/item';
import type { Findings, Place } from '../diagnostic';
import { nearest } from '../language/problem';
import type { YamlFile } from '../read/yaml';
import { cautionsShape } from '../shape/catalogue';
import { checkYaml } from '../shape/check-yaml';
import { words } from './items';

/** `class:x` and `x` are one class; an item is named with its verb. */
const bare = (name: string): string => name.replace(/^class:/, '');

/** The cautions of cautions.yaml; a class that no item has is told and left out. */
export function readCautions(file: YamlFile, items: Iterable<Item>, findings: Findings): Cautions {
  const shape = checkYaml(file, cautionsShape, findings) ?? {};
  const names = namesOf(items);
  const known = (name: string, place: Place): boolean => {
    if (names.has(bare(name))) return true;
    unknownClass(name, names, place, findings);
    return false;
  };
  const relatedAllergies = (shape['related-allergies'] ?? []).flatMap(({ allergy, other, why }, index) => {
    const place = (key: string): Place => file.placeOf(['related-allergies', index, key]);
    const both = [
      names.has(`allergy-${bare(allergy)}`) || known(allergy, place('allergy')),
      known(other, place('other')),
    ].every(Boolean);
    return both ? [{ allergy: bare(allergy), other: bare(other), why: words(why) ?? {} }] : [];
  });
  return {
    oneOf: (shape['one-of'] ?? [])
      .filter((name, index) => known(name, file.placeOf(['one-of', index])))
      .map(bare),
    interactions: (shape.interactions ?? []).flatMap(({ one, other, why }, index) => {
      const place = (key: string): Place => file.placeOf(['interactions', index, key]);
      const both = [known(one, place('one')), known(other, place('other'))].every(Boolean);
      return both ? [{ one: bare(one), other: bare(other), why: words(why) ?? {} }] : [];
    }),
    ...(relatedAllergies.length === 0 ? {} : { relatedAllergies }),
  };
}

/** Allergies as the front matter names them: a class, an item, or a group of medicines (`penicillin` for `allergy-penicillin`). */
export function readAllergies(
  given: readonly string[],
  file: YamlFile,
  items: Iterable<Item>,
  findings: Findings,
): readonly string[] {
  const names = namesOf(items);
  return given.flatMap((name, index) => {
    if (names.has(bare(name)) || names.has(`allergy-${bare(name)}`)) return [bare(name)];
    unknownClass(name, names, file.placeOf(['allergies', index]), findings);
    return [];
  });
}

function namesOf(items: Iterable<Item>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const item of items) {
    names.add(item.id);
    for (const name of item.classes) names.add(name);
  }
  return names;
}

function unknownClass(name: string, names: ReadonlySet<string>, place: Place, findings: Findings): void {
  const near = nearest(bare(name), names);
  findings.warning('unknown-class', place, {
    what: `no item is ${bare(name)} or has this class`,
    why: 'nothing will be warned of',
    help: near === null ? 'name a class of treatments, or an item' : `did you mean ${near}?`,
  });
}
