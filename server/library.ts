// The library: which revision of each case is served. Compiled at first use, kept for ever once an attempt names it,
// and never withdrawn because the text on disk has an error: the last good revision goes on.
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { makePlayable, type Playable } from '#machines/playable';
import type { Ward } from '#machines/scenario/item';
import type { Scenario } from '#machines/scenario/scenario';
import { steadySeconds, wallTime } from './clock';
import { settings } from './env';
import { logProblem } from './logbook';
import { single } from './single';
import { theStore } from './store/open';
import { StoreUnavailable } from './store/failure';
import type { PublishedRevision } from './store/store';
import { compileFolder, type CompiledCase } from './workshop';

/** A case on the shelf. */
export interface Published {
  readonly caseId: string;
  readonly revision: string;
  readonly scenario: Scenario;
  readonly ward: Ward;
}

interface Library {
  cases: ReadonlyMap<string, Published>;
  /** what the content folder looked like when it was compiled */
  mark: string | null;
  /** steady seconds of the last look at the folder */
  looked: number;
  working: Promise<void> | null;
  readonly playables: Map<string, Playable>;
  /** revisions that stand in the store */
  readonly kept: Set<string>;
}

const MOST_PLAYABLES = 64;

const library = () =>
  single<Library>('library', () => ({
    cases: new Map(),
    mark: null,
    looked: -Infinity,
    working: null,
    playables: new Map(),
    kept: new Set(),
  }));

/** The cases on the shelf now. */
export async function publishedCases(): Promise<readonly Published[]> {
  const shelf = library();
  await upToDate(shelf);
  return [...shelf.cases.values()];
}

/** A case on the shelf, or null. */
export async function publishedCase(caseId: string): Promise<Published | null> {
  const shelf = library();
  await upToDate(shelf);
  return shelf.cases.get(caseId) ?? null;
}

/** A revision ready to be played, from memory or the store; null when nobody has kept it. Throws StoreUnavailable. */
export async function playableOf(revision: string): Promise<Playable | null> {
  const shelf = library();
  const known = shelf.playables.get(revision);
  if (known !== undefined) {
    shelf.playables.delete(revision);
    shelf.playables.set(revision, known);
    return known;
  }
  const published =
    [...shelf.cases.values()].find((one) => one.revision === revision) ?? (await fromStore(revision));
  if (published === null) return null;
  const made = makePlayable(published.scenario, published.ward, revision);
  shelf.playables.set(revision, made);
  const [oldest] = shelf.playables.keys();
  if (shelf.playables.size > MOST_PLAYABLES && oldest !== undefined) shelf.playables.delete(oldest);
  return made;
}

/** Puts a revision into the store, where attempts may name it. Throws StoreUnavailable. */
export async function keepPublished(published: Published): Promise<void> {
  const shelf = library();
  if (shelf.kept.has(published.revision)) return;
  const { caseId, revision, scenario, ward } = published;
  const store = await theStore();
  // An author's drawings may change beside an unchanged text; in production the folder is read once, at the start.
  if (!settings().production || (await store.served(caseId)) !== revision)
    await store.publish({
      revision,
      caseId,
      scenario: JSON.stringify(scenario),
      ward: ward.revision,
      wardJson: JSON.stringify(ward),
      figures: await figuresOf(scenario),
      publishedAt: wallTime(),
    });
  shelf.kept.add(revision);
}

async function figuresOf(scenario: Scenario): Promise<PublishedRevision['figures']> {
  const folder = join(settings().content, 'cases', scenario.id, 'figures');
  const read = Object.values(scenario.figures).map(async ({ id, file }) => {
    try {
      // A name from a case is never a way out of its folder.
      if (basename(file) !== file) throw new Error('not a file name');
      return [{ figure: id, type: typeOf(file), bytes: await readFile(join(folder, file)) }];
    } catch {
      logProblem('figure-missing', { case: scenario.id, figure: id });
      return [];
    }
  });
  return (await Promise.all(read)).flat();
}

/** In production the folder is compiled once; in development again when a file has changed, looked for once a second at most. */
async function upToDate(shelf: Library): Promise<void> {
  if (shelf.mark !== null && (settings().production || steadySeconds() - shelf.looked < 1)) return;
  shelf.working ??= renew(shelf).finally(() => {
    shelf.working = null;
  });
  await shelf.working;
}

async function renew(shelf: Library): Promise<void> {
  const folder = settings().content;
  const mark = await markOf(folder);
  shelf.looked = steadySeconds();
  if (mark === shelf.mark) return;
  const cases = new Map<string, Published>();
  for (const compiled of await compileFolder(folder)) {
    const served =
      publishedFrom(compiled) ?? shelf.cases.get(compiled.caseId) ?? (await lastGood(compiled.caseId));
    if (served === null) continue;
    cases.set(compiled.caseId, served);
    // A drawing that changed beside an unchanged text has to be kept again.
    if (!settings().production) shelf.kept.delete(served.revision);
    if (publishedFrom(compiled) !== null) await keepQuietly(served);
  }
  shelf.cases = cases;
  shelf.mark = mark;
}

function publishedFrom(compiled: CompiledCase): Published | null {
  const { caseId, revision, scenario, ward, errors } = compiled;
  if (scenario === null || revision === null) {
    logProblem('case-not-published', { case: caseId, errors });
    return null;
  }
  return { caseId, revision, scenario, ward };
}

/** Without a store the shelf still shows; whoever opens an attempt is told then. */
async function keepQuietly(published: Published): Promise<void> {
  try {
    await keepPublished(published);
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
}

async function lastGood(caseId: string): Promise<Published | null> {
  try {
    const revision = await (await theStore()).served(caseId);
    return revision === null ? null : await fromStore(revision);
  } catch (error) {
    if (error instanceof StoreUnavailable) return null;
    throw error;
  }
}

async function fromStore(revision: string): Promise<Published | null> {
  const kept = await (await theStore()).revision(revision);
  if (kept === null) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by keepPublished from these very types; `format` versions them
  const [scenario, ward] = [JSON.parse(kept.scenario) as Scenario, JSON.parse(kept.ward) as Ward];
  library().kept.add(revision);
  return { caseId: scenario.id, revision, scenario, ward };
}

/** Names, sizes and times of all files of the content folder; changes with any edit. */
async function markOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    logProblem('content-missing', { folder });
    return [];
  });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const marks = await Promise.all(
    files.toSorted().map(async (file) => {
      const { mtimeMs, size } = await stat(file);
      return `${file} ${mtimeMs} ${size}`;
    }),
  );
  return marks.join('\n');
}

function typeOf(file: string): string {
  const types: Readonly<Record<string, string>> = {
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.webp': 'image/webp',
  };
  return types[extname(file).toLowerCase()] ?? 'application/octet-stream';
}
