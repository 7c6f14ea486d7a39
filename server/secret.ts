// The key that signs cookies: from the surroundings, or made once and kept in the data folder for its owner's eyes only.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings } from './env';
import { single } from './single';
import { asUnavailable, StoreUnavailable } from './store/failure';

const FILE = 'secret';
const LEAST = 32;

/** The signing key. Throws StoreUnavailable when it can be neither read nor made. */
export function signingKey(): Buffer {
  return single('signing-key', readOrMake);
}

function readOrMake(): Buffer {
  const { secret, data } = settings();
  if (secret !== null) return createHash('sha256').update(secret).digest();
  const path = join(data, FILE);
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    try {
      // Made only if it is not there: two processes that start together agree on the first one's key.
      writeFileSync(path, randomBytes(LEAST).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const kept = readFileSync(path, 'utf8').trim();
    if (kept.length < LEAST)
      throw new StoreUnavailable(
        'corrupt',
        `${path} is too short to be a key. Restore it, or remove it: every learner is then a new one.`,
      );
    return createHash('sha256').update(kept).digest();
  } catch (error) {
    throw asUnavailable(error, path);
  }
}
