// Small readers for values that came from outside: each gives the value or the refusal that names what is wrong.
import { convertAmount, parseQuantity } from './quantity';
import type { Conversion } from './quantity';
import type { Refusal, RefusalCode } from './step';

/** A value, or why it cannot be had. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export const got = <T>(value: T): Read<T> => ({ ok: true, value });

export const refused = (
  code: RefusalCode,
  params: Refusal['params'] = {},
): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal: { code, params } });

/** A plain object with string keys: no array, no null. */
export function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What of a strange value may be said back: short and printable. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : typeof value;
  return text.slice(0, 60);
}

/** A text of at most `most` characters, trimmed. */
export function readText(value: unknown, field: string, most: number): Read<string> {
  if (typeof value !== 'string') return refused('missing', { field });
  const text = value.trim();
  if (text === '') return refused('missing', { field });
  return text.length > most ? refused('too-long', { field, most }) : got(text);
}

/** A list of at most `most` texts of at most `length` characters each. */
export function readTexts(
  value: unknown,
  field: string,
  most: number,
  length: number,
): Read<readonly string[]> {
  if (!Array.isArray(value)) return refused('missing', { field });
  if (value.length > most) return refused('too-long', { field, most });
  const texts: string[] = [];
  for (const one of value) {
    const text = readText(one, field, length);
    if (!text.ok) return text;
    texts.push(text.value);
  }
  return got(texts);
}

/** An amount in the unit asked for. A bare number has no unit, and is refused: a dose is not guessed. */
export function readAmount(value: unknown, field: string, unit: string, by: Conversion): Read<number> {
  const quantity = parseQuantity(value);
  if (quantity === null) return refused('bad-quantity', { field, got: shown(value) });
  if (quantity.unit === null) return refused('bad-unit', { field, got: shown(value), expected: unit });
  const converted = convertAmount(quantity.value, quantity.unit, unit, by);
  return converted === null
    ? refused('bad-unit', { field, got: quantity.unit.slice(0, 60), expected: unit })
    : got(converted);
}

/** A duration in seconds, whole. */
export function readSeconds(value: unknown, field: string): Read<number> {
  const amount = readAmount(value, field, 's', {});
  return amount.ok ? got(Math.round(amount.value)) : amount;
}

/** Refuses a number outside its bounds. */
export function inBounds(
  value: number,
  field: string,
  bounds: { readonly least: number; readonly most: number } | undefined,
  unit: string,
): Read<number> {
  if (!bounds || (value >= bounds.least && value <= bounds.most)) return got(value);
  return refused('out-of-bounds', { field, got: value, least: bounds.least, most: bounds.most, unit });
}
