// Reads what should be thought over before an order: classes of which one is enough, pairs that do not go together, what a patient's allergies and conditions speak against.
import type { Cautions, Contraindication, Item, PatientCondition } from '#machines/scenario/item';
import type { Findings, Place } from '../diagnostic';
import type { YamlFile } from '../read/yaml';
import { cautionsShape } from '../shape/catalogue';
import { checkYaml } from '../shape/check-yaml';
import { bare, namesOf, unknownClass } from './class-names';
import { knownCondition } from './conditions';
import { words } from './items';

/** The cautions of cautions.yaml; a class that no item has is told and left out, as is a condition that is none. */
export function readCautions(
  file: YamlFile,
  items: Iterable<Item>,
  conditions: { readonly [id: string]: PatientCondition },
  findings: Findings,
): Cautions {
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
  const contraindications = (shape.contraindications ?? []).flatMap((one, index): Contraindication[] => {
    const path = ['contraindications', index];
    if (one.source === undefined && one.evidence === undefined) {
      findings.note('no-source', file.placeOf(path), {
        what: `this contraindication of ${one.condition} says neither source nor evidence`,
        help: 'add source: …, or evidence: design',
      });
    }
    if (!knownCondition(one.condition, Object.keys(conditions), file, [...path, 'condition'], findings))
      return [];
    const several = Array.isArray(one.what);
    return [one.what]
      .flat()
      .filter((name, place) => known(name, file.placeOf([...path, 'what', ...(several ? [place] : [])])))
      .map((name) => ({
        what: bare(name),
        condition: one.condition,
        weight: one.weight,
        why: words(one.why) ?? {},
      }));
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
    ...(contraindications.length === 0 ? {} : { contraindications }),
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
