// Builds the ward from the catalogue's YAML files: what can be asked, examined, ordered, given and said on any ward.
import type { Analyte, DiagnosisTerm, Item, Specimen, Ward, Words } from '#machines/scenario/item';
import { revisionOf } from './canonical';
import { Findings, type Diagnostic, type Place } from './diagnostic';
import { nearest } from './language/problem';
import { readCondition } from './language/read';
import { linkUnits, readUnits, type AnalyteSource, type UnitTable } from './link/analyte-units';
import { buildAnalyte } from './link/analytes';
import { checkItem } from './link/check-item';
import { checkClaims, type Claimant } from './link/claimed-words';
import { checkLimits } from './link/limits';
import { tell } from './link/bench';
import { readCautions } from './link/cautions';
import { readConditions } from './link/conditions';
import { readForms } from './link/forms';
import { buildItem, synonymsOf, words, type ItemSource } from './link/items';
import { readRules, type RuleSource } from './link/normal';
import { relateDiagnoses } from './link/related-diagnoses';
import { itemScope } from './link/scope';
import { readUsualEffects, type UsualEffects } from './link/usual-effects';
import { checkSpecimens, readSpecimens } from './link/specimens';
import { checkWardSources, WARD_SOURCES } from './link/ward-sources';
import { compilePhrasing, PHRASING } from './phrasing';
import { readYaml, type YamlFile } from './read/yaml';
import {
  analytesShape,
  diagnosesShape,
  groupsShape,
  itemsShape,
  normalsShape,
  sharedWordsShape,
  unitsShape,
  type AnalyteShape,
  type SharedWords,
} from './shape/catalogue';
import { checkYaml } from './shape/check-yaml';
import { sourceText } from './source-text';

/** Files of the catalogue by their path inside it, `investigations/laboratory.yaml`. */
export type CatalogueFiles = ReadonlyMap<string, string>;

export interface Catalogue {
  readonly ward: Ward;
  /** items as written, so that a case may change single keys */
  readonly sources: ReadonlyMap<string, ItemSource>;
  /** analytes as written, because reference intervals depend on the patient */
  readonly analytes: ReadonlyMap<string, AnalyteShape>;
  /** UCUM codes of printed units */
  readonly units: UnitTable;
  /** what treatments do to a patient whose case takes these effects over */
  readonly usualEffects: UsualEffects;
  readonly diagnostics: readonly Diagnostic[];
}

/** Files that speak of items, and are read once these are known. */
const AFTER_ITEMS: ReadonlySet<string> = new Set([
  'cautions.yaml',
  'conditions.yaml',
  'effects.yaml',
  'forms.yaml',
  'related-diagnoses.yaml',
]);
const NO_ADDITIONS = { phases: [], attributes: {} };
let last: { readonly key: string; readonly catalogue: Catalogue } | null = null;

/** Compiles the catalogue. The same files give the same catalogue object again within one process. */
export function compileCatalogue(files: CatalogueFiles): Catalogue {
  const key = revisionOf([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (last?.key === key) return last.catalogue;
  const catalogue = build(files);
  last = { key, catalogue };
  return catalogue;
}

function build(files: CatalogueFiles): Catalogue {
  const findings = new Findings('catalogue');
  const sources = new Map<string, ItemSource>();
  const analyteShapes = new Map<string, AnalyteShape>();
  const analyteSources: AnalyteSource[] = [];
  let units: UnitTable = new Map();
  const ruleSources: RuleSource[] = [];
  const normals: YamlFile[] = [];
  const own = new Map<string, YamlFile>();
  const analytes: Record<string, Analyte> = {};
  const diagnoses: Record<string, DiagnosisTerm> = {};
  const declared = new Map<string, YamlFile>();
  const texts: Record<string, Words> = {};
  const groups = new Map<string, YamlFile>();
  let shared: { readonly file: YamlFile; readonly words: SharedWords } | null = null;
  const claimants: Claimant[] = [];
  const read: YamlFile[] = [];
  let specimens: { readonly [kind: string]: Specimen } = {};
  for (const [name, text] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (name.startsWith(PHRASING)) continue;
    const file = readYaml(sourceText(name, text));
    for (const fault of file.faults) findings.add(fault.severity, fault.code, fault.place, fault.message);
    read.push(file);
    if (name === 'analytes.yaml') readAnalytes(file);
    else if (name === 'units.yaml')
      units = readUnits(checkYaml(file, unitsShape, findings) ?? {}, file, findings);
    else if (name === 'normal.yaml') normals.push(file);
    else if (AFTER_ITEMS.has(name)) own.set(name, file);
    else if (name === 'diagnoses.yaml' || name.startsWith('diagnoses/')) readDiagnoses(file);
    else if (name === 'groups.yaml') readGroups(file);
    else if (name === 'specimens.yaml') specimens = readSpecimens(file, findings, claim);
    else if (name === 'shared-words.yaml')
      shared = { file, words: checkYaml(file, sharedWordsShape, findings) ?? [] };
    else if (name !== WARD_SOURCES) readItems(file);
  }
  for (const file of normals) readNormals(file);
  linkAnalytes();
  const items = linkItems();
  checkParents();
  checkWardSources(read, findings);
  checkClaims(claimants, shared, findings);
  const all = Object.values(items);
  const after = <T>(name: string, link: (file: YamlFile) => T): T | undefined => {
    const file = own.get(name);
    return file === undefined ? undefined : link(file);
  };
  const conditions = after('conditions.yaml', (file) => readConditions(file, all, analyteShapes, findings));
  const cautions = after('cautions.yaml', (file) => readCautions(file, all, conditions ?? {}, findings));
  const forms = after('forms.yaml', (file) => readForms(file, all, findings));
  const usualEffects = after('effects.yaml', (file) => readUsualEffects(file, all, findings));
  const content = {
    format: 1,
    items,
    analytes,
    diagnoses: relateDiagnoses(diagnoses, own.get('related-diagnoses.yaml') ?? null, findings),
    texts,
    ...(Object.keys(specimens).length === 0 ? {} : { specimens }),
    ...(cautions === undefined ? {} : { cautions }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(forms === undefined ? {} : { forms }),
  } as const;
  const ward: Ward = { ...content, revision: revisionOf(content) };
  const { diagnostics } = compilePhrasing(files);
  return {
    ward,
    sources,
    analytes: analyteShapes,
    units,
    usualEffects: usualEffects ?? new Map(),
    diagnostics: [...findings.sorted(), ...diagnostics],
  };

  function readAnalytes(file: YamlFile): void {
    for (const [id, shape] of Object.entries(checkYaml(file, analytesShape, findings) ?? {})) {
      analyteShapes.set(id, shape);
      analyteSources.push({ id, shape, file });
      if (shape.from !== undefined) ruleSources.push({ id, shape, file });
      claim(shape, file.keyPlaceOf([id]), id);
    }
  }

  /** normal.yaml adds to analytes how their normal value depends on the patient and on each other. */
  function readNormals(file: YamlFile): void {
    for (const [id, normal] of Object.entries(checkYaml(file, normalsShape, findings) ?? {})) {
      const shape = analyteShapes.get(id);
      claim(normal, file.keyPlaceOf([id]), id);
      if (shape === undefined) {
        const near = nearest(id, analyteShapes.keys());
        findings.error('unknown-analyte', file.keyPlaceOf([id]), {
          what: `there is no analyte ${id}`,
          help: near === null ? 'declare it in analytes.yaml' : `did you mean ${near}?`,
        });
        continue;
      }
      // Source and evidence of the analyte stay those of its interval.
      const { source = shape.source, evidence = shape.evidence } = shape;
      analyteShapes.set(id, { ...shape, ...normal, normal: normal.normal ?? shape.normal, source, evidence });
      if (normal.from !== undefined) ruleSources.push({ id, shape: normal, file });
    }
  }

  function linkAnalytes(): void {
    const rules = readRules(ruleSources, analyteShapes.keys(), findings);
    for (const source of analyteSources) {
      const { id } = source;
      const shape = analyteShapes.get(id) ?? source.shape;
      checkLimits(id, shape, source.file, findings);
      const other = linkUnits(source, units, findings);
      analytes[id] = buildAnalyte(id, shape, null, rules.get(id) ?? [], other);
    }
  }

  function readDiagnoses(file: YamlFile): void {
    for (const [id, shape] of Object.entries(checkYaml(file, diagnosesShape, findings) ?? {})) {
      const before = declared.get(id);
      if (before !== undefined) {
        findings.error('duplicate-diagnosis', file.keyPlaceOf([id]), {
          what: `${id} stands in ${before.source.name} too`,
          help: 'keep one of the two',
        });
        continue;
      }
      declared.set(id, file);
      const diagnosis = {
        id,
        name: words(shape.name) ?? {},
        synonyms: synonymsOf(shape.words ?? {}),
        ...(shape.parent === undefined ? {} : { parent: shape.parent }),
      };
      diagnoses[id] = diagnosis;
      claimants.push({ thing: diagnosis, place: file.keyPlaceOf([id]) });
    }
  }

  function readGroups(file: YamlFile): void {
    for (const [path, name] of Object.entries(checkYaml(file, groupsShape, findings) ?? {})) {
      groups.set(path, file);
      texts[`group/${path}`] = words(name) ?? {};
    }
  }

  function readItems(file: YamlFile): void {
    for (const [id, shape] of Object.entries(checkYaml(file, itemsShape, findings) ?? {})) {
      const before = sources.get(id);
      if (before !== undefined) {
        findings.error('duplicate-item', file.keyPlaceOf([id]), {
          what: `${id} stands in ${before.file.source.name} too`,
          help: 'keep one of the two',
        });
        continue;
      }
      sources.set(id, { id, shape, file });
      claim(shape, file.keyPlaceOf([id]), id);
    }
  }

  /** Whoever states a number says where it comes from. */
  function claim(shape: { source?: unknown; evidence?: string | undefined }, place: Place, id: string): void {
    if (shape.source !== undefined || shape.evidence !== undefined) return;
    findings.note('no-source', place, {
      what: `${id} says neither source nor evidence`,
      help: 'add source: …, or evidence: design',
    });
  }

  function linkItems(): Record<string, Item> {
    const built: Item[] = [];
    for (const source of sources.values()) {
      const item = buildItem(source, NO_ADDITIONS, findings);
      if (item === null) continue;
      built.push(item);
      claimants.push({ thing: item, place: source.file.keyPlaceOf([item.id]) });
      checkItem(item, source, { analytes: analyteShapes, groups }, findings);
      checkSpecimens(item, source, specimens, 'error', findings);
      const { usual } = source.shape;
      if (usual !== undefined) texts[`usual/${item.id}`] = words(usual) ?? {};
      for (const [index, { is }] of (source.shape['usual-ages'] ?? []).entries())
        texts[`usual/${item.id}/${index}`] = words(is) ?? {};
    }
    const scope = itemScope(built, 70);
    const items: Record<string, Item> = {};
    for (const item of built) {
      const source = sources.get(item.id);
      const text = source?.shape['offered-when'];
      if (source === undefined || text === undefined) {
        items[item.id] = item;
        continue;
      }
      const phrase = source.file.phraseAt([item.id, 'offered-when'], text);
      const reading = readCondition(text, scope);
      tell(reading.problems, phrase, findings);
      items[item.id] = reading.value === null ? item : { ...item, offeredWhen: reading.value };
    }
    return items;
  }

  function checkParents(): void {
    for (const term of Object.values(diagnoses)) {
      if (term.parent === undefined || Object.hasOwn(diagnoses, term.parent)) continue;
      const file = declared.get(term.id);
      if (file === undefined) continue;
      findings.error('unknown-diagnosis', file.placeOf([term.id, 'parent']), {
        what: `there is no diagnosis ${term.parent}`,
        help: 'declare it, or take the parent away',
      });
    }
  }
}
