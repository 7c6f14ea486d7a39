// The compiler's door: the files of a case and the catalogue in, a scenario and every diagnostic out. Nothing is thrown, nothing touches the disk.
import { ITEM_VERBS, type Analyte, type Item, type Language } from '#machines/scenario/item';
import type { Response, Scenario } from '#machines/scenario/scenario';
import { revisionOf } from './canonical';
import type { Catalogue } from './catalogue';
import { Findings, type Diagnostic } from './diagnostic';
import type { Scope } from './language/scope';
import { addressTags } from './link/addresses';
import { buildAnalyte, dependsOnSex } from './link/analytes';
import { Bench } from './link/bench';
import { linkCaseItems, type CaseItems } from './link/case-items';
import { gatherPhases, linkEvents, linkGates, linkOutcomes, linkTimings } from './link/course';
import { linkCheckpoints, linkDebrief, linkFigures } from './link/debrief';
import { termIds } from './link/diagnosis';
import { linkCover, readClock, readFrontMatter, readPatient, readSources } from './link/front-matter';
import { linkPhysiology } from './link/physiology';
import { gatherRegions, linkRegion, stageIds, type RegionTags } from './link/regions';
import { linkResponses, RESPONSE_TAGS } from './link/responses';
import { expandSets, itemScope } from './link/scope';
import { linkScoring } from './link/scoring';
import { Texts } from './link/texts';
import { linkWalkthroughs, NO_PLAYS, type CasePlays } from './link/walkthroughs';
import { readCase, type CaseFiles, type ReadCase } from './read/case-files';
import { valueOf, type Tag } from './read/tag';
import type { YamlFile } from './read/yaml';
import {
  analytesShape,
  itemsShape,
  sourcesFileShape,
  sourcesShape,
  type AnalyteShape,
  type SourceShape,
} from './shape/catalogue';
import { checkTags } from './shape/check-tags';
import { checkYaml } from './shape/check-yaml';
import { physiologyShape, type Physiology } from './shape/physiology';

export type { CaseFiles } from './read/case-files';
export type { CasePlay, CasePlays } from './link/walkthroughs';

export interface CompiledCase {
  /** null when there is an error */
  readonly scenario: Scenario | null;
  /** hash of the scenario's canonical JSON, which names the ward's hash; null when there is no scenario */
  readonly revision: string | null;
  readonly diagnostics: readonly Diagnostic[];
  /** the case's worked plays with what they must give; empty when they could not be read */
  readonly plays: CasePlays;
}

const PENALTY_CAP = 40;

/** Compiles a case folder against a catalogue. */
export function compileCase(folder: CaseFiles, catalogue: Catalogue): CompiledCase {
  const findings = new Findings(folder.id);
  const read = readCase(folder, findings);
  for (const file of read.originals) checkTags(file.tags, false, findings);
  for (const files of read.overlays.values()) for (const file of files) checkTags(file.tags, true, findings);
  const linked = link(read, catalogue, findings);
  if (linked === null || findings.hasErrors) {
    return {
      scenario: null,
      revision: null,
      diagnostics: findings.sorted(),
      plays: linked?.plays ?? NO_PLAYS,
    };
  }
  const { scenario, plays } = linked;
  return { scenario, revision: revisionOf(scenario), diagnostics: findings.sorted(), plays };
}

function link(
  read: ReadCase,
  catalogue: Catalogue,
  findings: Findings,
): { readonly scenario: Scenario; readonly plays: CasePlays } | null {
  const front = readFrontMatter(read.originals, findings);
  const physiologyFile = read.yaml.physiology;
  const physiology = physiologyFile === undefined ? {} : checkYaml(physiologyFile, physiologyShape, findings);
  const itemsFile = read.yaml.items;
  const itemShapes = itemsFile === undefined ? {} : checkYaml(itemsFile, itemsShape, findings);
  const analytesFile = read.yaml.analytes;
  const ownAnalytes = analytesFile === undefined ? {} : checkYaml(analytesFile, analytesShape, findings);
  const sourcesFile = read.yaml.sources;
  const ownSources = sourcesFile === undefined ? {} : sourcesIn(sourcesFile, findings);
  // What failed to be read would only be missed again, once for every place that names it.
  if (
    front === null ||
    physiology === null ||
    itemShapes === null ||
    ownAnalytes === null ||
    ownSources === null
  )
    return null;
  if (read.broken) return null;

  const whole = front.file.placeOf(['title']);
  const language: Language = front.shape.language;
  const tags = read.originals.flatMap((file) => file.tags);
  const overlayTags = new Map(
    [...read.overlays].map(([code, files]) => [code, files.flatMap((file) => file.tags)] as const),
  );
  if (overlayTags.has(language)) {
    findings.warning('own-overlay', whole, {
      what: `the case is written in ${language} and has an overlay in ${language}`,
      help: 'delete the overlay, or change `language`',
    });
    overlayTags.delete(language);
  }
  const texts = new Texts(
    language,
    [language, ...overlayTags.keys()],
    addressTags(tags, overlayTags, findings),
    findings,
  );
  const patient = readPatient(front, findings);
  const clock = readClock(front, findings);
  const sources = readSources(front, ownSources, sourcesFile, findings);
  const phases = gatherPhases(tags, texts, findings);
  const items = linkCaseItems(
    catalogue,
    itemShapes,
    itemsFile,
    phases,
    physiology,
    physiologyFile,
    texts,
    findings,
  );
  const regionTags = gatherRegions(tags);
  const scope = scopeOf(items, physiology, regionTags, tags, catalogue, patient.weight);
  const sets = expandSets(
    physiology.sets ?? {},
    scope,
    (set, index) => {
      const path = ['sets', set, index];
      return physiologyFile === undefined ? { text: '', place: whole } : physiologyFile.phraseAt(path, set);
    },
    findings,
  );
  const bench = new Bench({ ...scope, sets }, texts, findings, items.all, new Set(Object.keys(sources)));

  const analyteShapes = new Map<string, AnalyteShape>([
    ...catalogue.analytes,
    ...Object.entries(ownAnalytes),
  ]);
  const analytes = new Map<string, Analyte>();
  for (const [id, shape] of analyteShapes) analytes.set(id, buildAnalyte(id, shape, patient.sex));
  const { responses } = linkResponses(tags, analytes, analyteShapes, bench);
  const plays =
    read.yaml.walkthroughs === undefined
      ? NO_PLAYS
      : linkWalkthroughs(read.yaml.walkthroughs, items.all, findings);
  const { quantities, measures, effects } =
    physiologyFile === undefined
      ? { quantities: [], measures: {}, effects: {} }
      : linkPhysiology(physiology, physiologyFile, bench);
  const regions = regionTags.flatMap((region) => linkRegion(region, ITEM_VERBS, whole, bench) ?? []);
  const scenario: Scenario = {
    format: 1,
    id: read.id,
    ward: catalogue.ward.revision,
    language,
    languages: texts.languages,
    cover: linkCover(front, tags, read.overlays, texts, findings),
    patient,
    arrival: clock.arrival,
    tick: { base: clock.base },
    sources,
    items: withConditions(items, bench),
    analytes: ownOnly(analytes, analyteShapes, ownAnalytes),
    withheld: items.withheld,
    variants: variantsOf(physiology),
    quantities,
    measures,
    regions,
    events: linkEvents(tags, bench),
    timings: linkTimings(tags, bench),
    gates: linkGates(tags, bench),
    responses: withUsual(responses, items),
    effects,
    checkpoints: linkCheckpoints(tags, bench),
    scoring: linkScoring(tags, front.shape['penalty-cap'] ?? PENALTY_CAP, whole, bench),
    outcomes: linkOutcomes(tags, whole, bench),
    debrief: linkDebrief(tags, plays, bench),
    figures: linkFigures(tags, read.figures, figuresUsed(tags), bench),
    texts: texts.all(),
  };
  return { scenario, plays };
}

function sourcesIn(file: YamlFile, findings: Findings): { readonly [id: string]: SourceShape } | null {
  const named = typeof file.value === 'object' && file.value !== null && 'sources' in file.value;
  return named
    ? (checkYaml(file, sourcesFileShape, findings)?.sources ?? null)
    : checkYaml(file, sourcesShape, findings);
}

function scopeOf(
  items: CaseItems,
  physiology: Physiology,
  regions: readonly RegionTags[],
  tags: readonly Tag[],
  catalogue: Catalogue,
  weight: number,
): Scope {
  const ids = (name: string): string[] =>
    tags.flatMap((tag) => (tag.name === name ? [valueOf(tag, 'id')?.text ?? ''] : []));
  const checkpoints = tags.filter((tag) => tag.name === 'Checkpoint');
  return {
    ...itemScope([...items.all.values()], weight),
    quantities: new Map(
      [...Object.entries(physiology.levels ?? {}), ...Object.entries(physiology.vitals ?? {})].map(
        ([id, shape]) => [id, { unit: shape.unit ?? '' }],
      ),
    ),
    measures: new Set(Object.keys(physiology.measures ?? {})),
    regions: new Map(regions.map((region) => [region.id, stageIds(region)])),
    events: new Set(ids('Event')),
    variants: new Map(
      Object.entries(physiology.variants ?? {}).map(([name, values]) => [name, Object.keys(values)]),
    ),
    checkpoints: new Map(
      checkpoints.map((tag) => [
        valueOf(tag, 'id')?.text ?? '',
        tag.children.flatMap((child) => (child.name === 'Option' ? [valueOf(child, 'id')?.text ?? ''] : [])),
      ]),
    ),
    diagnoses: new Set([...Object.keys(catalogue.ward.diagnoses), ...termIds(tags)]),
  };
}

/** The case's own items with their `offered-when` read. */
function withConditions(items: CaseItems, bench: Bench): { readonly [id: string]: Item } {
  const out: Record<string, Item> = {};
  for (const [id, item] of items.own) {
    const given = items.offered.get(id);
    out[id] =
      given === undefined
        ? item
        : { ...item, offeredWhen: bench.condition(given.file.phraseAt([id, 'offered-when'], given.text)) };
  }
  return out;
}

/** Usual answers that the case writes stand as the last alternative of their item. */
function withUsual(
  responses: { readonly [item: string]: readonly Response[] },
  items: CaseItems,
): { readonly [item: string]: readonly Response[] } {
  const out: Record<string, readonly Response[]> = { ...responses };
  for (const [id, text] of items.usual) {
    const verb = items.all.get(id)?.verb;
    const kind =
      verb === 'ask' ? 'answer' : verb === 'examine' ? 'finding' : verb === 'order' ? 'report' : 'reply';
    const before = out[id] ?? [];
    const slot = before.find((response) => response.at === undefined && response.kind === kind)?.slot;
    const fallback: Response = {
      slot: slot ?? Math.max(-1, ...before.map((response) => response.slot)) + 1,
      when: { op: 'always' },
      text,
      critical: false,
      kind,
      judgedOnArrival: false,
      fails: false,
      reports: [],
    };
    out[id] = [...before, fallback];
  }
  return out;
}

/** Analytes that this case declares, or whose reference interval depends on the patient. */
function ownOnly(
  analytes: ReadonlyMap<string, Analyte>,
  shapes: ReadonlyMap<string, AnalyteShape>,
  own: { readonly [id: string]: unknown },
): { readonly [id: string]: Analyte } {
  const out: Record<string, Analyte> = {};
  for (const [id, analyte] of analytes) {
    const shape = shapes.get(id);
    if (Object.hasOwn(own, id) || (shape !== undefined && dependsOnSex(shape))) out[id] = analyte;
  }
  return out;
}

function variantsOf(physiology: Physiology): Scenario['variants'] {
  return Object.fromEntries(
    Object.entries(physiology.variants ?? {}).map(([name, values]) => [
      name,
      Object.entries(values).map(([value, weight]) => ({ value, weight })),
    ]),
  );
}

/** Figures that responses and events name. The figure of a stage is a keyword of the artwork instead. */
function figuresUsed(tags: readonly Tag[]): ReadonlyMap<string, Tag> {
  const used = new Map<string, Tag>();
  for (const tag of tags) {
    const id = valueOf(tag, 'figure');
    if (id !== null && (tag.name === 'Event' || RESPONSE_TAGS.includes(tag.name)) && !used.has(id.text)) {
      used.set(id.text, tag);
    }
  }
  return used;
}
