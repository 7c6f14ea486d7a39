// What the surroundings tell the server: folders, database, secret, limits. Read when asked, never at module top level.
import { isAbsolute, resolve } from 'node:path';

export interface Settings {
  /** folder with `cases/` and `catalogue/` (CORSIA_CONTENT, default ./content) */
  readonly content: string;
  /** folder of the database file and of the signing key (CORSIA_DATA, default ./.data) */
  readonly data: string;
  /** `postgres://…` when an institution keeps its attempts there (DATABASE_URL), else null: a file in `data` */
  readonly databaseUrl: string | null;
  /** signing key of cookies (CORSIA_SECRET), else null: a file in `data` */
  readonly secret: string | null;
  /** most megabytes that the database file may take (CORSIA_MOST_MB), null: as the disk allows */
  readonly mostMegabytes: number | null;
  /** steps and other mutations per second that one learner may send in the long run (CORSIA_RATE) */
  readonly rate: number;
  readonly production: boolean;
}

/** Reads the settings; a number that is not one is refused with its name, never replaced by a default in silence. */
export function settings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  return {
    content: folder(env.CORSIA_CONTENT, 'content'),
    data: folder(env.CORSIA_DATA, '.data'),
    databaseUrl: text(env.DATABASE_URL),
    secret: text(env.CORSIA_SECRET),
    mostMegabytes: number('CORSIA_MOST_MB', env.CORSIA_MOST_MB),
    rate: number('CORSIA_RATE', env.CORSIA_RATE) ?? 30,
    production: env.NODE_ENV === 'production',
  };
}

const text = (value: string | undefined) => (value === undefined || value === '' ? null : value);

function folder(value: string | undefined, usual: string): string {
  const path = text(value) ?? usual;
  // The bundler would otherwise take the whole project for a file that this path may name.
  return isAbsolute(path) ? path : resolve(/* turbopackIgnore: true */ process.cwd(), path);
}

function number(name: string, value: string | undefined): number | null {
  const given = text(value);
  if (given === null) return null;
  const parsed = Number(given);
  if (!Number.isFinite(parsed) || parsed <= 0)
    throw new Error(`${name} must be a number above 0, not "${given}".`);
  return parsed;
}
