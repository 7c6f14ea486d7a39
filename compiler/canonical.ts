// The one byte form of a scenario or catalogue: JSON with sorted keys, and the hash by which it is known.
import { createHash } from 'node:crypto';

/** JSON with the keys of every object sorted and absent values left out; equal values give equal text. Throws on a number that is not finite. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number') {
    // JSON would write it as null in silence; a scenario may not hold one
    if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no canonical form');
    return JSON.stringify(value);
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const parts: string[] = [];
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  for (const [key, inner] of entries.toSorted(byKey)) {
    if (inner !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(inner)}`);
  }
  return `{${parts.join(',')}}`;
}

/** The first 32 hex digits of the SHA-256 of the canonical form. */
export function revisionOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 32);
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}
