// Units of the case language: clinical spellings turned into UCUM, and conversion between any two of one dimension, remembered.
import ucum from '@lhncbc/ucum-lhc';
import { convertAmount } from '#machines/quantity';

const SIGNIFICANT = 12;

/** Spellings of the ward that UCUM does not know, or reads as something else. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['mmHg', 'mm[Hg]'],
  ['cmH2O', 'cm[H2O]'],
  ['mcg', 'ug'],
  ['µg', 'ug'],
  ['μg', 'ug'],
  ['mcL', 'uL'],
  ['µL', 'uL'],
  ['μL', 'uL'],
  ['µmol', 'umol'],
  ['μmol', 'umol'],
  ['mcmol', 'umol'],
  ['U', '[IU]'],
  ['IU', '[IU]'],
  ['UI', '[IU]'],
  ['kU', '(10*3.[IU])'],
  ['mU', '(10*-3.[IU])'],
  ['mEq', 'meq'],
  ['hour', 'h'],
  ['hours', 'h'],
  ['day', 'd'],
  ['days', 'd'],
  ['week', 'wk'],
  ['weeks', 'wk'],
  ['minute', 'min'],
  ['minutes', 'min'],
  ['sec', 's'],
  ['bpm', '/min'],
  ['mOsm', 'mosm'],
  ['°C', 'Cel'],
  ['°F', '[degF]'],
  ['C', 'Cel'],
]);

const factors = new Map<string, { readonly slope: number; readonly offset: number } | null>();

function toUcum(unit: string): string {
  return unit.replaceAll(/[A-Za-zµμ%°][A-Za-z0-9µμ°]*/g, (word) => ALIASES.get(word) ?? word);
}

/** Slope and offset between two units (temperatures have one), null when no conversion exists. */
function link(from: string, to: string): { readonly slope: number; readonly offset: number } | null {
  const key = `${from} ${to}`;
  const known = factors.get(key);
  if (known !== undefined) return known;
  const library = ucum.UcumLhcUtils.getInstance();
  const one = library.convertUnitTo(toUcum(from), 1, toUcum(to));
  const two = library.convertUnitTo(toUcum(from), 2, toUcum(to));
  let found: { slope: number; offset: number } | null = null;
  if (one.status === 'succeeded' && two.status === 'succeeded' && one.toVal !== null && two.toVal !== null) {
    const slope = two.toVal - one.toVal;
    const offset = one.toVal - slope;
    found = { slope, offset: Math.abs(offset) < 1e-9 * Math.abs(slope) ? 0 : offset };
  }
  factors.set(key, found);
  return found;
}

const perKg = (unit: string): boolean => /\/kg(?![A-Za-z])/.test(unit);
const withoutKg = (unit: string): string => unit.replace(/\/kg(?![A-Za-z])/, '');

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `10³/µL` and `10*3/uL` are one unit in two spellings: this is the second. */
export function spelled(unit: string): string {
  return unit
    .replaceAll(/10(?=[⁰¹²³⁴⁵⁶⁷⁸⁹])/g, '10*')
    .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(RAISED.indexOf(digit)))
    .replaceAll(/[µμ]/g, 'u');
}

/** A unit without dimension: none, `1`. */
export function plain(unit: string | null): boolean {
  return unit === null || unit === '' || unit === '1';
}

/**
 * The same amount in another unit; with a weight (kg), amounts per kg become amounts for this patient and back.
 * Null when the dimensions differ or a unit is unknown. Rounded to 12 significant digits.
 */
export function convert(value: number, from: string, to: string, weight?: number): number | null {
  if (from === to) return value;
  const key = `${value} ${from} ${to} ${weight}`;
  let result = converted.get(key);
  if (result === undefined) {
    result = convertAnew(value, from, to, weight);
    if (converted.size >= REMEMBERED) converted.clear();
    converted.set(key, result);
  }
  return result;
}

const converted = new Map<string, number | null>();
const REMEMBERED = 10_000;

function convertAnew(value: number, from: string, to: string, weight?: number): number | null {
  const clinical = convertAmount(value, from, to, { weight });
  if (clinical !== null) return clinical;
  const found = link(from, to);
  if (found !== null) return tidy(value * found.slope + found.offset);
  if (weight === undefined || perKg(from) === perKg(to)) return null;
  const rest = link(withoutKg(from), withoutKg(to));
  if (rest === null || rest.offset !== 0) return null;
  return tidy(value * rest.slope * (perKg(from) ? weight : 1 / weight));
}

function tidy(value: number): number {
  return Number(value.toPrecision(SIGNIFICANT));
}

/** How many of `to` one `from` is; null when they differ in dimension or the scale has an offset (°C and °F). */
export function factor(from: string, to: string, weight?: number): number | null {
  if (from === to) return 1;
  const one = convert(1, from, to, weight);
  const two = convert(2, from, to, weight);
  if (one === null || two === null || Math.abs(two - 2 * one) > 1e-9 * Math.abs(one)) return null;
  return one;
}

/** Whether the unit exists. */
export function isKnownUnit(unit: string): boolean {
  return plain(unit) || convertAmount(1, unit, unit) !== null || link(unit, unit) !== null;
}

/** The unit of a product or quotient, in brackets only where they are needed. */
export function compose(left: string, by: '*' | '/', right: string): string {
  const first = /^[A-Za-zµμ%°]/.test(left) ? left : `(${left})`;
  const second = /^[A-Za-zµμ%°]+$/.test(right) ? right : `(${right})`;
  return `${first}${by === '*' ? '.' : '/'}${second}`;
}

/** Units to suggest for one that is not known. */
export const COMMON_UNITS = [
  's',
  'min',
  'h',
  'days',
  'weeks',
  'mmHg',
  'mL',
  'L',
  'mL/kg',
  'mL/h',
  'mL/min',
  'L/min',
  'g',
  'mg',
  'mcg',
  'kg',
  'mg/kg',
  'mcg/kg/min',
  'mg/h',
  'U',
  'U/h',
  'U/min',
  'mmol',
  'mmol/L',
  'mmol/h',
  'mg/dL',
  'g/dL',
  'g/L',
  'mEq',
  'mEq/L',
  '%',
  '/min',
  '/h',
  'mmHg/h',
  'mmHg/min',
  'mmHg.min',
  'cmH2O',
  'kPa',
  '°C',
  'J',
] as const;
