// The one open store of the process; opened at first use, tried again a second after a failure.
import { steadySeconds } from '../clock';
import { settings } from '../env';
import { logProblem } from '../logbook';
import { single } from '../single';
import { asUnavailable, type StoreUnavailable } from './failure';
import { openPostgres } from './postgres';
import { openSqlite } from './sqlite';
import { Store } from './store';

interface Holder {
  opening: Promise<Store> | null;
  failure: StoreUnavailable | null;
  /** steady seconds before which a failed opening is not tried again */
  notBefore: number;
}

const holder = () => single<Holder>('store', () => ({ opening: null, failure: null, notBefore: 0 }));

/** The store that the settings name. Throws StoreUnavailable; the server goes on and the next call may succeed. */
export async function theStore(): Promise<Store> {
  const held = holder();
  if (held.opening !== null) return await held.opening;
  if (held.failure !== null && steadySeconds() < held.notBefore) throw held.failure;
  const opening = openStore();
  held.opening = opening;
  try {
    const store = await opening;
    held.failure = null;
    return store;
  } catch (error) {
    const failure = asUnavailable(error, 'The store');
    if (held.failure?.message !== failure.message)
      logProblem('store-unavailable', { failure: failure.failure, message: failure.message });
    held.opening = null;
    held.failure = failure;
    held.notBefore = steadySeconds() + 1;
    throw failure;
  }
}

async function openStore(): Promise<Store> {
  const { databaseUrl, data, mostMegabytes } = settings();
  if (databaseUrl === null)
    return new Store(await openSqlite(data, mostMegabytes), `The database in ${data}`);
  return new Store(await openPostgres(databaseUrl), 'The PostgreSQL database');
}

/** Closes the store if it is open (tests, orderly end). */
export async function closeStore(): Promise<void> {
  const held = holder();
  const opening = held.opening;
  held.opening = null;
  held.failure = null;
  if (opening !== null) await opening.then((store) => store.close()).catch(() => undefined);
}
