// Reads content/catalogue/phrasing: how people word what a ward offers. Data for the search, with every mistake pointed at.
import { z } from 'zod';
import { Findings, type Diagnostic } from './diagnostic';
import { readYaml, type YamlFile } from './read/yaml';
import { checkYaml } from './shape/check-yaml';
import { sourceText } from './source-text';

/** Folder inside the catalogue whose files are not items. */
export const PHRASING = 'phrasing/';

const phrases = z.array(z.coerce.string());
const fillersShape = z.strictObject({ en: phrases, it: phrases });
const verbShape = z.strictObject({ opens: phrases, says: phrases });
const conceptsShape = z.strictObject({ words: z.record(z.string(), phrases), light: z.array(z.string()) });
const sentencesShape = z.record(
  z.string(),
  z.strictObject({ en: phrases.optional(), it: phrases.optional() }),
);

/** How people word things, in both languages. */
export interface Phrasing {
  /** words that carry no meaning of their own */
  readonly fillers: readonly string[];
  /** words of any talk: they say little where the ward has them, and nothing where it has not */
  readonly common: readonly string[];
  /** verb of a step, or `stop`, `change`, `cancel` → words that open such a sentence, words that stand anywhere in it */
  readonly verbs: {
    readonly [verb: string]: { readonly opens: readonly string[]; readonly says: readonly string[] };
  };
  /** words of both languages that mean the same to the search */
  readonly concepts: { readonly [concept: string]: readonly string[] };
  /** concepts that say little alone */
  readonly light: readonly string[];
  /** whole sentences by item */
  readonly sentences: {
    readonly [item: string]: {
      readonly en?: readonly string[] | undefined;
      readonly it?: readonly string[] | undefined;
    };
  };
}

/**
 * Compiles the phrasing files (`phrasing/fillers.yaml`, `common.yaml`, `verbs.yaml`, `concepts*.yaml`; every other file holds sentences).
 * @param files all files of the catalogue by their path inside it
 */
export function compilePhrasing(files: ReadonlyMap<string, string>): CompiledPhrasing {
  const work = compileInTurn(files);
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** The phrasing with what is wrong in it. */
export interface CompiledPhrasing {
  readonly phrasing: Phrasing;
  readonly diagnostics: readonly Diagnostic[];
}

/** The same file by file, so that others can work between them. */
export function* compileInTurn(
  files: ReadonlyMap<string, string>,
): Generator<undefined, CompiledPhrasing, undefined> {
  const findings = new Findings('catalogue');
  let fillers: readonly string[] = [];
  let common: readonly string[] = [];
  let verbs: Phrasing['verbs'] = {};
  let concepts: z.infer<typeof conceptsShape> = { words: {}, light: [] };
  let sentences: Phrasing['sentences'] = {};
  for (const [name, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!name.startsWith(PHRASING)) continue;
    const file = readYaml(sourceText(name, text));
    for (const fault of file.faults) findings.add(fault.severity, fault.code, fault.place, fault.message);
    if (name === `${PHRASING}fillers.yaml` || name === `${PHRASING}common.yaml`) {
      const read = checkYaml(file, fillersShape, findings);
      const all = [...(read?.en ?? []), ...(read?.it ?? [])];
      if (name === `${PHRASING}common.yaml`) common = all;
      else fillers = all;
    } else if (name === `${PHRASING}verbs.yaml`) {
      verbs = checkYaml(file, z.record(z.string(), verbShape), findings) ?? {};
    } else if (name.startsWith(`${PHRASING}concepts`)) {
      const read = readConcepts(file);
      concepts = { words: { ...concepts.words, ...read.words }, light: [...concepts.light, ...read.light] };
    } else sentences = withMore(sentences, checkYaml(file, sentencesShape, findings) ?? {});
    yield;
  }
  return {
    phrasing: { fillers, common, verbs, concepts: concepts.words, light: concepts.light, sentences },
    diagnostics: findings.sorted(),
  };

  function readConcepts(file: YamlFile) {
    const read = checkYaml(file, conceptsShape, findings) ?? { words: {}, light: [] };
    for (const [index, id] of read.light.entries()) {
      if (Object.hasOwn(read.words, id)) continue;
      findings.error('unknown-concept', file.placeOf(['light', index]), {
        what: `${id} stands in no list of words`,
        help: 'name a concept of this file',
      });
    }
    return read;
  }
}

/** Sentences of two files; an item may stand in both. */
function withMore(
  sentences: Phrasing['sentences'],
  more: z.infer<typeof sentencesShape>,
): Phrasing['sentences'] {
  const all = { ...sentences };
  for (const [item, { en = [], it = [] }] of Object.entries(more))
    all[item] = { en: [...(all[item]?.en ?? []), ...en], it: [...(all[item]?.it ?? []), ...it] };
  return all;
}
