// The one byte form of a scenario or catalogue: JSON with sorted keys, and the hash by which it is known.
import { createHash } from 'node:crypto';

/** JSON with the keys of every object sorted and absent values left out; equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

/** The first 32 hex digits of the SHA-256 of the canonical form. */
export function revisionOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 32);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return finite(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  // fromEntries defines own properties, so that a key named __proto__ stays an ordinary key
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** JSON would write a number that is not finite as null in silence; a scenario may not hold one. */
function finite(value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError('a number that is not finite has no canonical form');
  }
  return Object.is(value, -0) ? 0 : value;
}
