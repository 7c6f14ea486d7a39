// The compiler's door: the files of a case and the catalogue in, a scenario and every diagnostic out. Nothing is thrown, nothing touches the disk.
import { ITEM_VERBS, type Analyte, type AnalyteRule, type Language } from '#machines/scenario/item';
import type { Scenario } from '#machines/scenario/scenario';
import { revisionOf } from './canonical';
import type { Catalogue } from './catalogue';
import { Findings, type Diagnostic } from './diagnostic';
import { addressTags } from './link/addresses';
import { linkUnits } from './link/analyte-units';
import { buildAnalyte } from './link/analytes';
import { checkLimits } from './link/limits';
import { allFinite, Bench } from './link/bench';
import { linkCaseItems } from './link/case-items';
import { readAllergies } from './link/cautions';
import { readPatientConditions, warnOfUntold } from './link/conditions';
import { ownOnly, scopeOf, variantsOf, withConditions, withUsual } from './link/case-scope';
import { gatherPhases, linkEvents, linkGates, linkOutcomes, linkTimings } from './link/course';
import { linkCheckpoints, linkDebrief, linkFigures } from './link/debrief';
import { factsOf } from './link/facts';
import {
  linkCover,
  readClock,
  readFrontMatter,
  readLiveClock,
  readPatient,
  readSources,
} from './link/front-matter';
import { readRules } from './link/normal';
import { linkPhysiology } from './link/physiology';
import { gatherRegions, linkRegion } from './link/regions';
import { linkResponses, RESPONSE_TAGS } from './link/responses';
import { linkSameAs } from './link/same-as';
import { expandSets } from './link/scope';
import { linkScoring } from './link/scoring';
import { Texts } from './link/texts';
import { warnOfUnused } from './link/unused';
import { linkWalkthroughs, NO_PLAYS, type CasePlays } from './link/walkthroughs';
import { warnOfContradictions } from './lint/contradictions';
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
import { physiologyShape } from './shape/physiology';
import { sourceText } from './source-text';

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
  if (allFinite(scenario))
    return { scenario, revision: revisionOf(scenario), diagnostics: findings.sorted(), plays };
  const place = { file: sourceText('case.mdx', folder.files.get('case.mdx') ?? ''), start: 0, end: 0 };
  findings.error('not-finite', place, {
    what: 'a time or amount of this case works out to a number without end',
    help: 'look for a number with too many digits',
  });
  return { scenario: null, revision: null, diagnostics: findings.sorted(), plays };
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
  const liveClock = readLiveClock(front, findings);
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
  const scope = scopeOf(items, physiology, regionTags, tags, catalogue.ward, patient.weight);
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
  const ownRules =
    analytesFile === undefined
      ? new Map<string, readonly AnalyteRule[]>()
      : readRules(
          Object.entries(ownAnalytes).map(([id, shape]) => ({ id, shape, file: analytesFile })),
          analyteShapes.keys(),
          findings,
        );
  for (const [id, shape] of analyteShapes) {
    const rules = ownRules.get(id) ?? catalogue.ward.analytes[id]?.from ?? [];
    const own = Object.hasOwn(ownAnalytes, id) ? analytesFile : undefined;
    const other =
      own === undefined
        ? (catalogue.ward.analytes[id]?.other ?? null)
        : linkUnits({ id, shape, file: own }, catalogue.units, findings);
    if (own !== undefined) checkLimits(id, shape, own, findings);
    analytes.set(id, buildAnalyte(id, shape, patient, rules, other));
  }
  const conditions = readPatientConditions(
    front.shape.conditions ?? [],
    catalogue.ward.conditions,
    front.file,
    findings,
  );
  const { responses } = linkResponses(tags, analytes, analyteShapes, conditions, bench);
  const plays =
    read.yaml.walkthroughs === undefined
      ? NO_PLAYS
      : linkWalkthroughs(read.yaml.walkthroughs, items.all, findings);
  const { quantities, measures, effects } =
    physiologyFile === undefined
      ? { quantities: [], measures: {}, effects: {} }
      : linkPhysiology(physiology, physiologyFile, catalogue.usualEffects, bench);
  const regions = regionTags.flatMap((region) => linkRegion(region, ITEM_VERBS, whole, bench) ?? []);
  const allergies = readAllergies(front.shape.allergies ?? [], front.file, items.all.values(), findings);
  const facts = factsOf(quantities, analytes, physiologyFile, findings);
  const sameAs = linkSameAs(itemShapes, itemsFile, items.all, responses, findings);
  const scenario: Scenario = {
    format: 1,
    id: read.id,
    ward: catalogue.ward.revision,
    language,
    languages: texts.languages,
    cover: linkCover(front, tags, read.overlays, texts, findings),
    patient: {
      ...patient,
      ...(allergies.length === 0 ? {} : { allergies }),
      ...(conditions.length === 0 ? {} : { conditions }),
    },
    arrival: clock.arrival,
    tick: { base: clock.base },
    ...(liveClock === undefined ? {} : { liveClock }),
    ...(front.shape.alerts === undefined ? {} : { alerts: [true, 'yes'].includes(front.shape.alerts) }),
    sources,
    items: withConditions(items, bench),
    analytes: ownOnly(analytes, analyteShapes, ownAnalytes),
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
    ...(Object.keys(sameAs).length === 0 ? {} : { sameAs }),
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
    scoring: {
      ...linkScoring(tags, front.shape['penalty-cap'] ?? PENALTY_CAP, whole, bench),
      ...(front.shape.hints === undefined ? {} : { hintCosts: front.shape.hints.cost }),
    },
    outcomes: linkOutcomes(tags, whole, bench),
    debrief: linkDebrief(tags, plays, bench),
    figures: linkFigures(tags, read.figures, figuresUsed(tags), bench),
    texts: texts.all(),
  };
  warnOfUntold(scenario.patient, catalogue.ward.conditions, responses, items.all, front.file, findings);
  warnOfUnused(tags, physiology, physiologyFile, itemsFile, findings);
  warnOfContradictions(
    { scenario, analytes, shapes: analyteShapes, items: items.all, tags, physiology: physiologyFile },
    findings,
  );
  return { scenario, plays };
}

function sourcesIn(file: YamlFile, findings: Findings): { readonly [id: string]: SourceShape } | null {
  const named = typeof file.value === 'object' && file.value !== null && 'sources' in file.value;
  return named
    ? (checkYaml(file, sourcesFileShape, findings)?.sources ?? null)
    : checkYaml(file, sourcesShape, findings);
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
