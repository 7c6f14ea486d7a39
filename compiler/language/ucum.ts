// What UCUM says of codes: whether one is valid, and how many of one unit another is, by molar mass where one is a mass and one an amount of substance.
import ucum from '@lhncbc/ucum-lhc';

const valid = new Map<string, boolean>();

/** Whether a code is a UCUM unit. The empty code is the unit 1. */
export function isUcum(code: string): boolean {
  if (code === '') return true;
  let known = valid.get(code);
  if (known === undefined) {
    known = ucum.UcumLhcUtils.getInstance().validateUnitString(code).status === 'valid';
    valid.set(code, known);
  }
  return known;
}

/** International, arbitrary and anti-phospholipid units: UCUM knows their name and no size. */
const ARBITRARY = /\[(?:IU|iU|arb'U|GPL'U|MPL'U)\]/g;

/**
 * How many of `to` one `from` is; null where UCUM cannot say. Units of arbitrary size convert to multiples of themselves only.
 * @param molarMass g/mol, for a mass on one side and an amount of substance on the other
 */
export function ucumFactor(from: string, to: string, molarMass?: number): number | null {
  const [one, ...more] = from.match(ARBITRARY) ?? [];
  const [other, ...others] = to.match(ARBITRARY) ?? [];
  if (one !== other || more.length > 0 || others.length > 0) return null;
  // The unit of arbitrary size stands on both sides and cancels; any other in its place leaves the same ratio.
  const [left, right] = [from, to].map((code) => code.replace(ARBITRARY, 'g'));
  const options = molarMass === undefined || one !== undefined ? {} : { molecularWeight: molarMass };
  const { status, toVal } = ucum.UcumLhcUtils.getInstance().convertUnitTo(
    left || '1',
    1,
    right || '1',
    options,
  );
  return status === 'succeeded' && toVal !== null && toVal > 0 ? Number(toVal.toPrecision(6)) : null;
}
