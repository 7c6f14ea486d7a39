// Which build this is: a new one may compile the same text differently.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Id of the build, or null without one (development, tests). */
export async function buildId(): Promise<string | null> {
  try {
    const file = join(/* turbopackIgnore: true */ process.cwd(), '.next', 'BUILD_ID');
    return (await readFile(file, 'utf8')).trim();
  } catch {
    return null;
  }
}
