// The units of an analyte: each a UCUM unit, and the one of the other system (SI or conventional) with what turns a number into it.
import type { OtherUnit } from '#machines/scenario/item';
import type { Findings, Place } from '../diagnostic';
import { nearest } from '../language/problem';
import { isUcum, ucumFactor } from '../language/ucum';
import type { YamlFile } from '../read/yaml';
import type { AnalyteShape } from '../shape/catalogue';

/** UCUM codes by the form in which a unit is printed. */
export type UnitTable = ReadonlyMap<string, string>;

/** Where an analyte is written. */
export interface AnalyteSource {
  readonly id: string;
  readonly shape: AnalyteShape;
  readonly file: YamlFile;
}

/** How far a stated factor may lie from UCUM's, as a share of it: textbooks round to three figures. */
const TOLERANCE = 0.005;

/** The last digit of a limit should be no more than this share of it. */
const COARSE = 0.05;

/** The codes of units.yaml; a code that UCUM does not know is told and left out. */
export function readUnits(
  shape: { readonly [printed: string]: string },
  file: YamlFile,
  findings: Findings,
): UnitTable {
  const table = new Map<string, string>();
  for (const [printed, code] of Object.entries(shape)) {
    if (isUcum(code)) table.set(printed, code);
    else
      findings.error('unknown-unit', file.placeOf([printed]), {
        what: `\`${code}\`, given for "${printed}", is not a UCUM unit`,
        why: 'numbers are converted and checked by UCUM',
        help: 'write a valid code; what UCUM does not name goes into braces, such as {score}',
      });
  }
  return table;
}

/**
 * Checks the units of one analyte and works out how its numbers turn into the other system.
 * Null: only one unit is in use, or what is wrong was told.
 */
export function linkUnits(source: AnalyteSource, units: UnitTable, findings: Findings): OtherUnit | null {
  const { id, shape, file } = source;
  const from = codeOf(shape.unit, file.placeOf([id, 'unit']), id, units, findings);
  const { si, conventional } = shape;
  const system = si === undefined ? 'conventional' : 'si';
  const other = si ?? conventional;
  if (other === undefined) return null;
  const at = (key?: string): Place => file.placeOf(key === undefined ? [id, system] : [id, system, key]);
  if (si !== undefined && conventional !== undefined) {
    findings.error('other-unit-twice', file.keyPlaceOf([id, 'conventional']), {
      what: `${id} has both \`si\` and \`conventional\``,
      why: '`unit` is the unit of one system already',
      help: 'keep the one that is not the system of `unit`',
    });
    return null;
  }
  const to = codeOf(other.unit, at('unit'), id, units, findings);
  if (from === null || to === null) return null;
  if (other.unit === shape.unit) {
    findings.error('other-unit-same', at('unit'), {
      what: `${id} is reported in ${shape.unit} in both systems`,
      help: `leave \`${system}\` out where only one unit is in use`,
    });
    return null;
  }
  const times = timesOf(source, other, from, to, at, findings);
  if (times === null) return null;
  const built: OtherUnit = {
    system,
    unit: other.unit,
    decimals: other.decimals ?? 0,
    times,
    ...(other.plus === undefined ? {} : { plus: other.plus }),
  };
  tellCoarse(source, built, at('decimals'), findings);
  return built;
}

/** UCUM code of a printed unit: its row of units.yaml, or itself where it is a code. */
function codeOf(
  printed: string,
  place: Place,
  id: string,
  units: UnitTable,
  findings: Findings,
): string | null {
  const code = units.get(printed) ?? printed;
  if (isUcum(code)) return code;
  const near = nearest(printed, units.keys());
  findings.error('unknown-unit', place, {
    what: `the unit "${printed}" of ${id} is not known`,
    why: 'numbers are converted and checked by UCUM, and it has no such unit',
    help:
      near === null
        ? `write a UCUM code, or in the ward add "${printed}": <its code> to units.yaml`
        : `did you mean ${near}?`,
  });
  return null;
}

type Other = NonNullable<AnalyteShape['si']>;

function timesOf(
  { id, shape, file }: AnalyteSource,
  { unit, times: stated, plus, source, evidence }: Other,
  from: string,
  to: string,
  at: (key?: string) => Place,
  findings: Findings,
): number | null {
  const known = ucumFactor(from, to, shape['molar-mass']);
  if (stated === undefined) {
    if (known !== null && plus === undefined) return known;
    const told = plus !== undefined || shape['molar-mass'] !== undefined;
    findings.error('other-unit-kind', plus === undefined ? at('unit') : at('plus'), {
      what: `how ${shape.unit} of ${id} becomes ${unit} is not known`,
      why:
        plus === undefined
          ? 'the two are of different kinds'
          : 'two scales that do not begin at the same zero are not related by their units alone',
      help: told
        ? 'state times: what a number is multiplied by, with its source'
        : 'state molar-mass: … (g/mol) between a mass and an amount of substance, else times: … with its source',
    });
    return null;
  }
  if (source === undefined && evidence === undefined) {
    findings.error('other-unit-source', at('times'), {
      what: `the factor ${stated} of ${id} has neither source nor evidence`,
      why: 'UCUM does not vouch for it',
      help: 'add source: …, or evidence: knowledge',
    });
    return null;
  }
  // A straight line between two methods of measurement is no change of unit, and not UCUM's to confirm.
  if (known === null || plus !== undefined || Math.abs(stated - known) <= TOLERANCE * known) return stated;
  findings.error('other-unit-factor', at('times'), {
    what: `one ${shape.unit} of ${id} is ${known} ${unit} by UCUM, not ${stated}`,
    why: `the two are units of one kind${shape['molar-mass'] === undefined ? '' : ` (${shape['molar-mass']} g/mol, ${file.source.name})`}`,
    help: 'leave times out: it follows from the units',
  });
  return null;
}

/** What tells healthy from ill in one unit must do so in the other. */
function tellCoarse({ id, shape }: AnalyteSource, other: OtherUnit, place: Place, findings: Findings): void {
  const bounds = [shape.low, shape.high].flatMap((one) =>
    one === undefined ? [] : typeof one === 'number' ? [one] : [one.male, one.female],
  );
  const limits = [...bounds, shape['critical-low'] ?? [], shape['critical-high'] ?? []]
    .flat()
    .filter((one) => one !== 0);
  const turned = (limit: number): number => Math.abs(limit * other.times + (other.plus ?? 0));
  const isCoarse = (limit: number, decimals: number): boolean => {
    const share = 10 ** -decimals / turned(limit);
    const own = 10 ** -(shape.decimals ?? 0) / Math.abs(limit);
    // More than twice as coarse as it is reported, and coarse for a reader too.
    return share > COARSE && share > 2 * own;
  };
  const coarse = limits.find((limit) => isCoarse(limit, other.decimals));
  if (coarse === undefined) return;
  findings.error('other-unit-decimals', place, {
    what: `${coarse} ${shape.unit} of ${id} is ${Number(turned(coarse).toPrecision(3))} ${other.unit}, too small for ${other.decimals} decimals`,
    why: 'a value at the limit could not be told from one beyond it',
    help: `use decimals: ${[1, 2, 3, 4, 5].find((decimals) => !isCoarse(coarse, decimals)) ?? 6} or more`,
  });
}
