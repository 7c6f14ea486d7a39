// Seeded chance: the only dice of the simulation, a pure function of the attempt's seed and a label.

/** A number in [0, 1) that depends on the seed and the label alone (FNV-1a over both, then a mulberry32 round). */
export function chance(seed: string, label: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed}\u0000${label}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = (hash + 0x6d2b79f5) | 0;
  let mixed = Math.imul(hash ^ (hash >>> 15), 1 | hash);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
}

/** Chooses one of the weighted values. Weights are positive; an empty list gives null. */
export function pick(
  seed: string,
  label: string,
  among: readonly { readonly value: string; readonly weight: number }[],
): string | null {
  let total = 0;
  for (const one of among) total += one.weight;
  let left = chance(seed, label) * total;
  for (const one of among) {
    left -= one.weight;
    if (left < 0) return one.value;
  }
  return among.at(-1)?.value ?? null;
}
