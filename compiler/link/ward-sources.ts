// The sources of the ward's catalogue: what sources.yaml declares, and every `source:` that names one of them.
import type { Findings } from '../diagnostic';
import { nearest } from '../language/problem';
import type { Path, YamlFile } from '../read/yaml';
import { sourcesShape } from '../shape/catalogue';
import { checkYaml } from '../shape/check-yaml';

export const WARD_SOURCES = 'sources.yaml';

/** Tells each `source:` in the files of the catalogue that sources.yaml, one of them, does not declare. */
export function checkWardSources(files: readonly YamlFile[], findings: Findings): void {
  const declared = files.find(({ source }) => source.name === WARD_SOURCES);
  const known = Object.keys((declared && checkYaml(declared, sourcesShape, findings)) ?? {});
  for (const file of files) {
    if (file === declared) continue;
    for (const { key, path } of namedIn(file.value, [])) {
      if (known.includes(key)) continue;
      const near = nearest(key, known);
      findings.error('unknown-source', file.placeOf(path), {
        what: `there is no source ${key}`,
        help: near === null ? 'declare it in sources.yaml' : `did you mean ${near}?`,
      });
    }
  }
}

/** Every key of a source that stands anywhere in a value, with its path. */
function* namedIn(value: unknown, path: Path): Generator<{ readonly key: string; readonly path: Path }> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(name) : name];
    if (name !== 'source') yield* namedIn(part, here);
    else for (const key of [part].flat()) if (typeof key === 'string') yield { key, path: here };
  }
}
