// Can learners play? Asked by whoever runs the server.
import { buildId } from './build-id';
import { shelfState } from './library';
import { StoreUnavailable, type StoreFailure } from './store/failure';
import { theStore } from './store/open';

export interface Health {
  readonly ok: boolean;
  readonly store: 'ok' | StoreFailure;
  /** cases on the shelf */
  readonly cases: number;
  /** cases that are being compiled */
  readonly preparing: number;
  /** id of the build, `development` without one */
  readonly build: string;
}

/** Reaches the store and counts the shelf; never throws for a failure of the store. */
export async function health(): Promise<Health> {
  const [store, shelf, build] = await Promise.all([reachStore(), shelfState(), buildId()]);
  return { ok: store === 'ok', store, ...shelf, build: build ?? 'development' };
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
