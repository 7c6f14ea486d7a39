// Reads what patients may have that speaks against an order: the conditions of conditions.yaml, and those that a case's patient has.
import type { Item, PatientCondition } from '#machines/scenario/item';
import type { Patient, Response } from '#machines/scenario/scenario';
import type { Findings } from '../diagnostic';
import { nearest } from '../language/problem';
import type { YamlFile } from '../read/yaml';
import { conditionsShape, type AnalyteShape } from '../shape/catalogue';
import { checkYaml } from '../shape/check-yaml';
import { bare, namesOf, unknownClass } from './class-names';
import { words } from './items';

/** The conditions of conditions.yaml. Names that resolve to nothing are told and left out. */
export function readConditions(
  file: YamlFile,
  items: Iterable<Item>,
  analytes: ReadonlyMap<string, AnalyteShape>,
  findings: Findings,
): { readonly [id: string]: PatientCondition } {
  const names = namesOf(items);
  const found: Record<string, PatientCondition> = {};
  for (const [id, shape] of Object.entries(checkYaml(file, conditionsShape, findings) ?? {})) {
    const { ages, sex } = shape;
    const toldBy = (shape['told-by'] ?? []).filter((name, index) => {
      if (names.has(bare(name))) return true;
      unknownClass(name, names, file.placeOf([id, 'told-by', index]), findings);
      return false;
    });
    const seenIn = (shape['seen-in'] ?? []).filter((sign, index) =>
      checkSign(id, sign, index, analytes, file, findings),
    );
    if (ages !== undefined && ages[0] > ages[1]) {
      findings.error('bad-range', file.placeOf([id, 'ages']), {
        what: `the ages of ${id} are not in order`,
        help: 'write [from, to] in years',
      });
    }
    if (sex !== undefined && ages === undefined) {
      findings.error('missing-key', file.placeOf([id, 'sex']), {
        what: `${id} has a sex but no ages`,
        help: 'add ages: [from, to]: the sex says whom of them it means',
      });
    }
    if (shape['told-by'] === undefined && shape['seen-in'] === undefined && ages === undefined) {
      findings.error('missing-key', file.keyPlaceOf([id]), {
        what: `no chart ever comes to know of ${id}`,
        help: 'say told-by: [ask:…], seen-in: [ { analyte: …, below: … } ] or ages: [from, to]',
      });
    }
    if (shape.source === undefined && shape.evidence === undefined) {
      findings.note('no-source', file.keyPlaceOf([id]), {
        what: `${id} says neither source nor evidence`,
        help: 'add source: …, or evidence: design',
      });
    }
    for (const language of ['en', 'it'] as const) {
      if (shape.name[language] !== undefined) continue;
      findings.warning('missing-translation', file.placeOf([id, 'name']), {
        what: `${id} has no name in ${language}`,
        help: `add ${language}: …`,
      });
    }
    found[id] = {
      id,
      name: words(shape.name) ?? {},
      toldBy: toldBy.map(bare),
      seenIn: seenIn.map(({ analyte, below, above }) => ({
        analyte,
        ...(below === undefined ? {} : { below }),
        ...(above === undefined ? {} : { above }),
      })),
      ...(ages === undefined ? {} : { ages }),
      ...(sex === undefined ? {} : { sex }),
    };
  }
  return found;
}

/** What the front matter says that the patient has. A name that is none is an error: a truth of the patient would be lost in silence. */
export function readPatientConditions(
  given: readonly string[],
  known: { readonly [id: string]: PatientCondition } | undefined,
  file: YamlFile,
  findings: Findings,
): readonly string[] {
  return given.filter((name, index) =>
    knownCondition(name, Object.keys(known ?? {}), file, ['conditions', index], findings),
  );
}

/** Warns of a condition that the patient has and that no chart of this case can come to know of. */
export function warnOfUntold(
  patient: Pick<Patient, 'age' | 'conditions'>,
  known: { readonly [id: string]: PatientCondition } | undefined,
  responses: { readonly [item: string]: readonly Response[] },
  items: ReadonlyMap<string, Item>,
  file: YamlFile,
  findings: Findings,
): void {
  for (const [index, id] of (patient.conditions ?? []).entries()) {
    const condition = known?.[id];
    if (condition === undefined || condition.seenIn.length > 0) continue;
    const { ages, toldBy } = condition;
    if (ages !== undefined && patient.age >= ages[0] && patient.age < ages[1] + 1) continue;
    const told = Object.entries(responses).some(([name, all]) => {
      const names = [name, ...(items.get(name)?.classes ?? [])];
      const asked = toldBy.some((teller) => names.includes(teller));
      return all.some((one) => one.tells?.includes(id) || (asked && !one.fails));
    });
    if (told) continue;
    findings.warning('never-told', file.placeOf(['conditions', index]), {
      what: `no answer of this case tells that the patient has ${id}`,
      why: 'nothing will be warned of that the chart does not know',
      help: `answer one of ${toldBy.join(', ')}, or write tells="${id}" at the answer that says it`,
    });
  }
}

/** Whether a name is a condition; an error at its place where it is none. */
export function knownCondition(
  name: string,
  known: readonly string[],
  file: YamlFile,
  path: readonly (string | number)[],
  findings: Findings,
): boolean {
  if (known.includes(name)) return true;
  const near = nearest(name, known);
  findings.error('unknown-condition', file.placeOf(path), {
    what: `there is no condition ${name}`,
    help: near === null ? 'name one of catalogue/conditions.yaml' : `did you mean ${near}?`,
  });
  return false;
}

function checkSign(
  id: string,
  { analyte, below, above }: { analyte: string; below?: number | undefined; above?: number | undefined },
  index: number,
  analytes: ReadonlyMap<string, AnalyteShape>,
  file: YamlFile,
  findings: Findings,
): boolean {
  const shape = analytes.get(analyte);
  if (shape === undefined) {
    const near = nearest(analyte, analytes.keys());
    findings.error('unknown-analyte', file.placeOf([id, 'seen-in', index, 'analyte']), {
      what: `there is no analyte ${analyte}`,
      help: near === null ? 'declare it in analytes.yaml' : `did you mean ${near}?`,
    });
    return false;
  }
  const [least, most] = shape.plausible ?? [-Infinity, Infinity];
  for (const [key, value] of Object.entries({ below, above })) {
    if (value === undefined || (value >= least && value <= most)) continue;
    findings.error('implausible', file.placeOf([id, 'seen-in', index, key]), {
      what: `${analyte} is never ${key} ${value} ${shape.unit}`.trimEnd(),
      why: `its plausible values go from ${least} to ${most}`,
      help: `write it in ${shape.unit || 'the unit of the analyte'}`,
    });
  }
  if (below !== undefined && above !== undefined && above >= below) {
    findings.error('bad-range', file.placeOf([id, 'seen-in', index]), {
      what: `nothing is above ${above} and below ${below}`,
      help: 'with both bounds a value must lie between them',
    });
  }
  return true;
}
