// Quantities as a doctor types them: "0,05", "500 ml", "2 g" — made ready for a step, and looked at before they are sent.

const pattern = /^\s*(\d+(?:[.,]\d+)?)\s*(\S.*)?$/;

/** The number and unit of a typed quantity; null when it is none. A unit that was left out is null. */
export function readQuantity(text: string): { readonly value: number; readonly unit: string | null } | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const value = Number((match[1] ?? '').replace(',', '.'));
  return Number.isFinite(value) ? { value, unit: match[2]?.trim() ?? null } : null;
}

/** The form that steps carry: decimal point, unit added when the learner left it out. Text that is no quantity goes as it is, to be refused with its reason. */
export function asWritten(text: string, unit: string | null): string {
  const read = readQuantity(text);
  if (read === null) return text.trim();
  return `${read.value} ${read.unit ?? unit ?? ''}`.trim();
}

/** What is wrong with a typed quantity before it is sent; units other than the usual one are left to the server. */
export function faultOf(
  text: string,
  unit: string | null,
  bounds: { readonly least: number; readonly most: number } | null,
): 'empty' | 'not-a-quantity' | 'out-of-bounds' | null {
  if (text.trim() === '') return 'empty';
  const read = readQuantity(text);
  if (read === null) return 'not-a-quantity';
  if (bounds === null || (read.unit !== null && read.unit.toLowerCase() !== unit?.toLowerCase())) return null;
  return read.value < bounds.least || read.value > bounds.most ? 'out-of-bounds' : null;
}
