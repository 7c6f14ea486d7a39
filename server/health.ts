// Can learners play? Asked by whoever runs the server.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedCases } from './library';
import { StoreUnavailable, type StoreFailure } from './store/failure';
import { theStore } from './store/open';

export interface Health {
  readonly ok: boolean;
  readonly store: 'ok' | StoreFailure;
  /** cases on the shelf */
  readonly cases: number;
  /** id of the build, `development` without one */
  readonly build: string;
}

/** Reaches the store and counts the shelf; never throws for a failure of the store. */
export async function health(): Promise<Health> {
  const [store, cases, build] = await Promise.all([reachStore(), publishedCases(), buildId()]);
  return { ok: store === 'ok', store, cases: cases.length, build };
}

async function reachStore(): Promise<Health['store']> {
  try {
    await (await theStore()).reach();
    return 'ok';
  } catch (error) {
    if (error instanceof StoreUnavailable) return error.failure;
    throw error;
  }
}

async function buildId(): Promise<string> {
  try {
    const file = join(/* turbopackIgnore: true */ process.cwd(), '.next', 'BUILD_ID');
    return (await readFile(file, 'utf8')).trim();
  } catch {
    return 'development';
  }
}
