// Amounts as doctors write them: reads "0,05 µg/kg/min" and converts between clinical units at run time, refusing whatever it would have to guess.

/** A number with its unit. Known units are in their canonical spelling (`mcg/kg/min`); unknown ones stand as written, and then convert to nothing. */
export interface Quantity {
  readonly value: number;
  readonly unit: string | null;
}

/** What a conversion may need beside the two units. */
export interface Conversion {
  /** kg, for units per kg */
  readonly weight?: number | undefined;
  /** amount of drug in one mL, in `perMlUnit`, so that volumes read as doses and back */
  readonly perMl?: number | undefined;
  readonly perMlUnit?: string | undefined;
  /** charges per molecule, so that mEq read as mmol and back */
  readonly valence?: number | undefined;
}

type Dimension =
  | 'mass'
  | 'volume'
  | 'unit'
  | 'substance'
  | 'equivalent'
  | 'time'
  | 'energy'
  | 'pressure'
  | 'share'
  | 'puff'
  | 'tablet'
  | 'drop';

interface Simple {
  readonly name: string;
  readonly dimension: Dimension;
  /** whole numbers only, so that decimal doses convert without noise */
  readonly factor: number;
}

interface Unit extends Simple {
  readonly perKg: boolean;
  /** seconds of the time below the stroke; null where there is none */
  readonly per: Simple | null;
}

const LARGEST = 1_000_000_000;
const LONGEST = 40;
const SIGNIFICANT = 12;

function spelled(dimension: Dimension, rows: readonly (readonly [number, string])[]): [string, Simple][] {
  return rows.flatMap(([factor, spellings]) => {
    const all = spellings.split(' ');
    const name = all[0] ?? '';
    return all.map((spelling): [string, Simple] => [spelling, { name, dimension, factor }]);
  });
}

/** First spelling is the canonical one. `gamma` is what Italian wards call a microgram. */
const SIMPLE: ReadonlyMap<string, Simple> = new Map([
  ...spelled('mass', [
    [1, 'ng'],
    [1e3, 'mcg ug µg μg gamma γ'],
    [1e6, 'mg'],
    [1e9, 'g gr'],
    [1e12, 'kg'],
  ]),
  ...spelled('volume', [
    [1, 'uL mcL µL μL ul'],
    [1e3, 'mL ml cc'],
    [1e5, 'dL dl'],
    [1e6, 'L l litre litres liter liters litro litri'],
  ]),
  ...spelled('unit', [
    [1, 'mU'],
    [1e3, 'U u UI ui IU iu unit units unità'],
    [1e6, 'kU'],
    [1e9, 'MU'],
  ]),
  ...spelled('substance', [
    [1, 'umol mcmol µmol μmol'],
    [1e3, 'mmol'],
    [1e6, 'mol'],
  ]),
  ...spelled('equivalent', [[1, 'mEq meq']]),
  ...spelled('time', [
    [1, 's sec second seconds secondo secondi'],
    [60, 'min mins minute minutes minuto minuti'],
    [3600, 'h hr hrs hour hours ora ore'],
    [86_400, 'day d days die giorno giorni 24h'],
    [604_800, 'week weeks settimana settimane'],
  ]),
  ...spelled('energy', [[1, 'J j']]),
  // 1 mmHg = 1.359 51 cmH2O
  ...spelled('pressure', [
    [100_000, 'cmH2O cmh2o'],
    [135_951, 'mmHg mmhg'],
  ]),
  ...spelled('share', [[1, '%']]),
  ...spelled('puff', [[1, 'puff puffs spruzzo spruzzi']]),
  ...spelled('tablet', [[1, 'tablet tablets cp cpr compressa compresse']]),
  ...spelled('drop', [[1, 'drop drops gtt goccia gocce']]),
]);

function simple(text: string): Simple | null {
  // `mU` and `MU` differ by a thousand million, so only other spellings are read without regard to case.
  if (/^mu$/i.test(text)) return SIMPLE.get(text) ?? null;
  return SIMPLE.get(text) ?? SIMPLE.get(text.toLowerCase()) ?? null;
}

/** `mcg/kg/min` → its parts; null when a part is unknown, doubled or out of place. */
function readUnit(text: string): Unit | null {
  const [first = '', ...below] = text.replaceAll(/\s+/g, '').split('/');
  const top = simple(first);
  if (top === null || below.length > 2) return null;
  let perKg = false;
  let per: Simple | null = null;
  for (const part of below) {
    const unit = simple(part);
    if (unit === null) return null;
    if (unit.name === 'kg' && !perKg) perKg = true;
    else if (unit.dimension === 'time' && per === null) per = unit;
    else return null;
  }
  return { ...top, perKg, per };
}

function spell(unit: Unit): string {
  return `${unit.name}${unit.perKg ? '/kg' : ''}${unit.per === null ? '' : `/${unit.per.name}`}`;
}

/**
 * Reads an amount with or without a unit; null where it is not one amount that can be read in one way.
 *
 * Decimal point or decimal comma. No sign, no exponent, at most 40 characters, below a thousand million.
 * `1.000` and `1,000` are refused: one half of the world reads 1 and the other half 1000, and a dose is not guessed
 * (`0.125` is read: no thousand begins with 0). A number, as JSON carries it, is an amount without a unit.
 */
export function parseQuantity(text: unknown): Quantity | null {
  if (typeof text === 'number') {
    return Number.isFinite(text) && text >= 0 && text < LARGEST ? { value: text, unit: null } : null;
  }
  if (typeof text !== 'string' || text.length > LONGEST) return null;
  const match = /^(\d+(?:[.,]\d+)?)\s*((?!e\d)[^\d\s.,+-][^]*)?$/i.exec(text.trim());
  if (match === null) return null;
  const [, digits = '', rest] = match;
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return null;
  const value = Number(digits.replace(',', '.'));
  if (!(value < LARGEST)) return null;
  if (rest === undefined) return { value, unit: null };
  const unit = readUnit(rest);
  return { value, unit: unit === null ? rest : spell(unit) };
}

/** Whether the unit can be converted at all. */
export function isUnit(unit: string): boolean {
  return readUnit(unit) !== null;
}

/** How much of one dimension is one of another: drug in a volume, charges on a substance. Null where nothing links them. */
function bridge(from: Unit, to: Unit, by: Conversion): number | null {
  if (from.dimension === to.dimension) return 1;
  if (from.dimension === 'equivalent' && to.dimension === 'substance') {
    return positive(by.valence) ? 1e3 / by.valence : null;
  }
  if (from.dimension === 'substance' && to.dimension === 'equivalent') {
    return positive(by.valence) ? by.valence / 1e3 : null;
  }
  if (!positive(by.perMl) || by.perMlUnit === undefined) return null;
  const drug = readUnit(by.perMlUnit);
  if (drug === null || drug.perKg || drug.per !== null) return null;
  // base units: 1000 uL in the mL that holds perMl of the drug
  if (from.dimension === 'volume') {
    const left = bridge(drug, to, { valence: by.valence });
    return left === null ? null : (by.perMl * drug.factor * left) / 1e3;
  }
  if (to.dimension === 'volume') {
    const left = bridge(from, drug, { valence: by.valence });
    return left === null ? null : (left * 1e3) / (by.perMl * drug.factor);
  }
  return null;
}

function positive(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value > 0;
}

/**
 * The same amount in another unit: mass, volume, units of activity, substance, time; per kg, per time; volumes as
 * doses (and back) where the concentration is known. Rounded to 12 significant digits, so that 0.1 stays 0.1.
 * Null when a unit is unknown, the dimensions differ, or the weight, concentration or valence needed is missing.
 */
export function convertAmount(value: number, from: string, to: string, by: Conversion = {}): number | null {
  const source = readUnit(from);
  const target = readUnit(to);
  if (source === null || target === null || !Number.isFinite(value)) return null;
  if ((source.per === null) !== (target.per === null)) return null;
  const link = bridge(source, target, by);
  if (link === null) return null;
  let up = source.factor * (target.per?.factor ?? 1);
  let down = target.factor * (source.per?.factor ?? 1);
  if (source.perKg !== target.perKg) {
    if (!positive(by.weight)) return null;
    if (source.perKg) up *= by.weight;
    else down *= by.weight;
  }
  const result = (value * up * link) / down;
  return Number.isFinite(result) ? Number(result.toPrecision(SIGNIFICANT)) : null;
}
