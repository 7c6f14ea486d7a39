// Sorts the files of a case folder: prose and overlays, YAML by its name; whatever else lies there is told.
import { LANGUAGES, type Language } from '#machines/scenario/item';
import type { Findings } from '../diagnostic';
import { nearest } from '../language/problem';
import { sourceText } from '../source-text';
import { readMdxCached, readYamlCached } from './cache';
import type { MdxFile } from './mdx';
import type { YamlFile } from './yaml';

/** A case folder as texts. `files` by path inside the folder; `figures` are file names in figures/. */
export interface CaseFiles {
  readonly id: string;
  readonly files: ReadonlyMap<string, string>;
  readonly figures: ReadonlySet<string>;
}

export const YAML_NAMES = ['physiology', 'items', 'analytes', 'sources', 'walkthroughs'] as const;
export type YamlName = (typeof YAML_NAMES)[number];

export interface ReadCase {
  readonly id: string;
  /** files without a language in their name, by name */
  readonly originals: readonly MdxFile[];
  readonly overlays: ReadonlyMap<Language, readonly MdxFile[]>;
  readonly yaml: { readonly [name in YamlName]?: YamlFile };
  readonly figures: ReadonlySet<string>;
  /** a file could not be read to its end, or tags were taken out: what is missing elsewhere may stand there */
  readonly broken: boolean;
}

/** Reads every file of a case. Never throws. */
export function readCase(given: CaseFiles, findings: Findings): ReadCase {
  const originals: MdxFile[] = [];
  const overlays = new Map<Language, MdxFile[]>();
  const yaml: { [name in YamlName]?: YamlFile } = {};
  let broken = false;
  for (const name of [...given.files.keys()].sort(byStem)) {
    const text = given.files.get(name) ?? '';
    if (name.endsWith('.mdx')) {
      const file = readMdxCached(name, text);
      for (const fault of file.faults) findings.add(fault.severity, fault.code, fault.place, fault.message);
      broken ||= file.faults.some((fault) => fault.severity === 'error');
      const language = overlayLanguage(name);
      if (language === null) originals.push(file);
      else overlays.set(language, [...(overlays.get(language) ?? []), file]);
    } else {
      const stem = name.replace(/\.ya?ml$/, '');
      const known = YAML_NAMES.find((candidate) => candidate === stem);
      if (known === undefined) {
        const near = nearest(stem, YAML_NAMES);
        findings.warning(
          'unknown-file',
          { file: sourceText(name, text), start: 0, end: 0 },
          {
            what: `\`${name}\` is not read`,
            help:
              near === null
                ? `YAML files of a case are: ${YAML_NAMES.join(', ')}`
                : `did you mean ${near}.yaml?`,
          },
        );
        continue;
      }
      const file = readYamlCached(name, text);
      for (const fault of file.faults) findings.add(fault.severity, fault.code, fault.place, fault.message);
      broken ||= file.faults.length > 0;
      yaml[known] = file;
    }
  }
  return { id: given.id, originals, overlays, yaml, figures: given.figures, broken };
}

/** The language in a name such as `history.it.mdx`, or null. */
export function overlayLanguage(name: string): Language | null {
  const code = /\.([a-z]{2})\.mdx$/.exec(name)?.[1];
  return LANGUAGES.find((language) => language === code) ?? null;
}

/** Originals and overlays in the same order: by the name without its language. */
function byStem(a: string, b: string): number {
  const stem = (name: string): string => name.replace(/(\.[a-z]{2})?\.mdx$/, '');
  return stem(a) < stem(b) ? -1 : stem(a) > stem(b) ? 1 : a < b ? -1 : 1;
}
