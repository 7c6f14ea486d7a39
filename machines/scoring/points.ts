// Points as whole hundredths, so that the lines of a ledger sum to the score exactly.

/** Points as an integer number of hundredths; halves go up, and numbers that are not finite count nothing. */
export function hundredths(points: number): number {
  // The nudge is for products such as 3.5 × 0.85, which binary fractions leave just below the half.
  return Number.isFinite(points) ? Math.round(points * 100 + 1e-6) : 0;
}

/** Hundredths as points. */
export function points(of: number): number {
  return of / 100;
}

/** A number held between two bounds; what is not a number is the lower one. */
export function clamp(value: number, least: number, most: number): number {
  return Number.isNaN(value) ? least : Math.min(most, Math.max(least, value));
}
