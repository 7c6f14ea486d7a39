// What an item of the ward must have beside its shape: analytes that exist, groups with a name, a name in both languages.
import type { Item } from '#machines/scenario/item';
import type { Findings } from '../diagnostic';
import type { ItemSource } from './items';

interface Known {
  readonly analytes: { has(id: string): boolean };
  readonly groups: { has(path: string): boolean };
}

/** Tells what is missing. */
export function checkItem(
  item: Item,
  { file }: ItemSource,
  { analytes, groups }: Known,
  findings: Findings,
): void {
  for (const [index, id] of (item.analytes ?? []).entries()) {
    if (analytes.has(id)) continue;
    findings.error('unknown-analyte', file.placeOf([item.id, 'analytes', index]), {
      what: `there is no analyte ${id}`,
      help: 'declare it in analytes.yaml',
    });
  }
  const missing = groupPaths(item.group).filter((path) => !groups.has(path));
  for (const path of missing) {
    findings.warning('unnamed-group', file.placeOf([item.id, 'group']), {
      what: `the group ${path} has no name`,
      why: 'learners would see its path',
      help: `add ${path}: { en: …, it: … } to groups.yaml`,
    });
  }
  for (const language of ['en', 'it'] as const) {
    if (item.name[language] !== undefined) continue;
    findings.warning('missing-translation', file.placeOf([item.id, 'name']), {
      what: `${item.id} has no name in ${language}`,
      help: `add ${language}: …`,
    });
  }
}

/** `a/b/c` → `a`, `a/b`, `a/b/c` */
function groupPaths(group: string): string[] {
  const parts = group.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
