// The library: which revision of each case is served. It opens with what was served last, is brought up to date in the
// background, and withdraws nothing because the text on disk has an error: the last good revision goes on.
import type { Scenario } from '#machines/scenario/scenario';
import { buildId } from './build-id';
import { steadySeconds, wallTime } from './clock';
import { settings } from './env';
import { faceOf, type CaseFace } from './face';
import { folderKeys, markOf } from './folder-keys';
import { logProblem, traceOf } from './logbook';
import type { Pressed } from './press';
import { single } from './single';
import { StoreUnavailable } from './store/failure';
import { theStore } from './store/open';
import type { PublishedRevision } from './store/store';

/** A case on the shelf. */
export interface Published {
  readonly caseId: string;
  readonly revision: string;
  readonly face: CaseFace;
}

interface Library {
  readonly cases: Map<string, Published>;
  /** what the content folder looked like when it was last looked at */
  mark: string | null;
  /** steady seconds of that look */
  looked: number;
  looking: Promise<void> | null;
  /** the compiling that goes on in the background */
  pressing: Promise<void> | null;
  /** cases that are being compiled */
  readonly awaited: Set<string>;
  /** revisions that could not be put into the store yet */
  readonly unkept: Map<string, PublishedRevision>;
}

/** Longest that a visitor waits for the very first shelf of a server. */
const FIRST_SHELF_MS = 15_000;

const library = () =>
  single<Library>('library', () => ({
    cases: new Map(),
    mark: null,
    looked: -Infinity,
    looking: null,
    pressing: null,
    awaited: new Set(),
    unkept: new Map(),
  }));

/** The cases on the shelf now. A server that has never had any waits until they are compiled, so that nobody is shown an empty shelf. */
export async function publishedCases(): Promise<readonly Published[]> {
  const shelf = library();
  await upToDate(shelf);
  if (shelf.cases.size === 0 && shelf.pressing !== null)
    await Promise.race([shelf.pressing, patience(FIRST_SHELF_MS)]);
  return [...shelf.cases.values()];
}

/** A case on the shelf, or null; one that is being compiled for the first time is waited for. */
export async function publishedCase(caseId: string): Promise<Published | null> {
  const shelf = library();
  await upToDate(shelf);
  if (!shelf.cases.has(caseId) && shelf.awaited.has(caseId)) await shelf.pressing;
  return shelf.cases.get(caseId) ?? null;
}

/** How many cases are on the shelf, and how many are being compiled; waits for none of them. */
export async function shelfState(): Promise<{ readonly cases: number; readonly preparing: number }> {
  const shelf = library();
  await upToDate(shelf);
  return { cases: shelf.cases.size, preparing: shelf.awaited.size };
}

/** JSON of a revision and of its ward's name, from the store or from what could not be kept yet; null when nobody has it. Throws StoreUnavailable. */
export async function revisionJson(
  revision: string,
): Promise<{ readonly scenario: string; readonly ward: string } | null> {
  return library().unkept.get(revision) ?? (await (await theStore()).revision(revision));
}

/** JSON of a ward, as above. */
export async function wardJson(ward: string): Promise<string | null> {
  for (const unkept of library().unkept.values()) if (unkept.ward === ward) return unkept.wardJson;
  return await (await theStore()).ward(ward);
}

/** Puts a revision into the store, where attempts may name it; nothing to do when it is there. Throws StoreUnavailable. */
export async function keepPublished({ revision }: Published): Promise<void> {
  const { unkept } = library();
  const waiting = unkept.get(revision);
  if (waiting === undefined) return;
  await (await theStore()).publish(waiting);
  unkept.delete(revision);
}

/** In production the folder is looked at once; in development again when a file has changed, once a second at most. */
async function upToDate(shelf: Library): Promise<void> {
  if (shelf.mark !== null && (settings().production || steadySeconds() - shelf.looked < 1)) return;
  shelf.looking ??= look(shelf).finally(() => {
    shelf.looking = null;
  });
  await shelf.looking;
}

async function look(shelf: Library): Promise<void> {
  const { content, production } = settings();
  const version = production ? await buildId() : null;
  if (!production) {
    const mark = await markOf(content);
    shelf.looked = steadySeconds();
    if (mark === shelf.mark) return;
    const { press } = await import('./press');
    const seen = await receive(shelf, press(content, null), new Map());
    for (const caseId of shelf.cases.keys()) if (!seen.has(caseId)) shelf.cases.delete(caseId);
    shelf.mark = mark;
    return;
  }
  const [keys, last] = await Promise.all([folderKeys(content, version ?? ''), lastTime()]);
  for (const caseId of keys.keys()) {
    const served = last.shelf.get(caseId);
    if (served !== undefined) shelf.cases.set(caseId, served);
    const known = version === null ? undefined : last.compilations.get(caseId);
    if (known?.key !== keys.get(caseId)) shelf.awaited.add(caseId);
    else if (known !== undefined && known.errors > 0) tellErrors(caseId, known.errors);
  }
  shelf.mark = '';
  if (shelf.awaited.size > 0) shelf.pressing = pressAwaited(shelf, content, keys);
}

async function pressAwaited(
  shelf: Library,
  content: string,
  keys: ReadonlyMap<string, string>,
): Promise<void> {
  try {
    const { pressElsewhere } = await import('./press-elsewhere');
    await receive(shelf, pressElsewhere(content, new Set(shelf.awaited)), keys);
  } catch (error) {
    logProblem('press-stopped', traceOf(error));
    try {
      const { press } = await import('./press');
      await receive(shelf, press(content, new Set(shelf.awaited)), keys);
    } catch (again) {
      logProblem('nothing-compiled', traceOf(again));
    }
  }
  shelf.awaited.clear();
  shelf.pressing = null;
}

/** Puts what comes from the press on the shelf and into the store. Gives the ids of the cases that came. */
async function receive(
  shelf: Library,
  pieces: AsyncIterable<Pressed>,
  keys: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  let ward = '';
  for await (const piece of pieces) {
    if (piece.kind === 'ward') {
      ward = piece.json;
      continue;
    }
    const { caseId, errors, printed } = piece;
    seen.add(caseId);
    const published = printed && { ...printed, wardJson: ward, publishedAt: wallTime() };
    if (published === null) tellErrors(caseId, errors);
    else shelf.unkept.set(published.revision, published);
    const served = published
      ? publishedFrom(published)
      : (shelf.cases.get(caseId) ?? (await lastGood(caseId)));
    if (served !== null) shelf.cases.set(caseId, served);
    await noteQuietly(caseId, served, keys.get(caseId), errors);
    shelf.awaited.delete(caseId);
  }
  return seen;
}

function publishedFrom({
  caseId,
  revision,
  face,
}: Pick<PublishedRevision, 'caseId' | 'revision' | 'face'>): Published {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by press.ts from this very type
  return { caseId, revision, face: JSON.parse(face) as CaseFace };
}

function tellErrors(caseId: string, errors: number): void {
  logProblem('case-not-published', { case: caseId, errors });
}

/** Without a store the shelf still shows; whoever opens an attempt is told then. */
async function noteQuietly(
  caseId: string,
  served: Published | null,
  key: string | undefined,
  errors: number,
): Promise<void> {
  try {
    if (served !== null) await keepPublished(served);
    if (key !== undefined) await (await theStore()).noteCompilation({ case_id: caseId, key, errors });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
}

async function lastGood(caseId: string): Promise<Published | null> {
  return (await lastTime()).shelf.get(caseId) ?? null;
}

/** What was served last, and what it was compiled from; nothing without a store. */
async function lastTime() {
  const shelf = new Map<string, Published>();
  const compilations = new Map<string, { readonly key: string; readonly errors: number }>();
  try {
    const store = await theStore();
    for (const row of await store.compilations()) compilations.set(row.case_id, row);
    for (const { case_id: caseId, revision, face } of await store.shelf()) {
      const known = face ?? (await faceFromStore(revision));
      if (known !== null) shelf.set(caseId, publishedFrom({ caseId, revision, face: known }));
    }
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
  }
  return { shelf, compilations };
}

async function faceFromStore(revision: string): Promise<string | null> {
  const kept = await (await theStore()).revision(revision);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by press.ts from this very type; `format` versions it
  return kept === null ? null : JSON.stringify(faceOf(JSON.parse(kept.scenario) as Scenario));
}

function patience(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
