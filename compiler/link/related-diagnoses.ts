// Diagnoses that are taken for one another: read from related-diagnoses.yaml and written to each of them.
import type { DiagnosisTerm } from '#machines/scenario/item';
import type { Findings } from '../diagnostic';
import { nearest } from '../language/problem';
import type { YamlFile } from '../read/yaml';
import { relatedDiagnosesShape } from '../shape/catalogue';
import { checkYaml } from '../shape/check-yaml';

/** The diagnoses with what they are taken for, sorted; an unknown name is told and left out. */
export function relateDiagnoses(
  diagnoses: { readonly [id: string]: DiagnosisTerm },
  file: YamlFile | null,
  findings: Findings,
): { readonly [id: string]: DiagnosisTerm } {
  if (file === null) return diagnoses;
  const related = new Map<string, Set<string>>();
  const { groups = [] } = checkYaml(file, relatedDiagnosesShape, findings) ?? {};
  for (const [row, group] of groups.entries()) {
    for (const [place, id] of group.entries()) {
      if (!Object.hasOwn(diagnoses, id)) {
        const near = nearest(id, Object.keys(diagnoses));
        findings.error('unknown-diagnosis', file.placeOf(['groups', row, place]), {
          what: `there is no diagnosis ${id}`,
          help: near === null ? 'declare it, or take it from the group' : `did you mean ${near}?`,
        });
        continue;
      }
      const known = related.get(id) ?? new Set();
      related.set(id, known);
      for (const other of group) if (other !== id && Object.hasOwn(diagnoses, other)) known.add(other);
    }
  }
  return Object.fromEntries(
    Object.entries(diagnoses).map(([id, term]) => {
      const others = related.get(id);
      return [id, others === undefined ? term : { ...term, related: [...others].toSorted() }];
    }),
  );
}
