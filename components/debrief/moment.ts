// Moments of a play as addresses within the page, so that a line of the ledger can point at its place on the curve.

const FORM = /^#t-(\d{1,8})$/;

/** The address of a second of patient time. */
export const momentHref = (at: number): string => `#t-${Math.max(0, Math.round(at))}`;

/** The second that an address names, or null. */
export function momentOf(hash: string): number | null {
  const [, seconds] = FORM.exec(hash) ?? [];
  return seconds === undefined ? null : Number(seconds);
}
