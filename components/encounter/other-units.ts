// Laboratory values in the other system of units: SI where the laboratory reports conventional units, and the other way round. For reading only.
import type { ValueView } from '#machines/view';

interface Conversion {
  readonly analytes: readonly string[];
  /** the unit that is reported, the other one, and by what a number is multiplied */
  readonly from: string;
  readonly to: string;
  readonly times: number;
  readonly decimals: number;
}

// Factors follow from molar masses; a value in a unit that is not listed stays as it is.
const conversions: readonly Conversion[] = [
  { analytes: ['haemoglobin', 'albumin', 'total-protein'], from: 'g/dL', to: 'g/L', times: 10, decimals: 0 },
  { analytes: ['creatinine'], from: 'mg/dL', to: 'µmol/L', times: 88.42, decimals: 0 },
  { analytes: ['urea'], from: 'mg/dL', to: 'mmol/L', times: 0.1665, decimals: 1 },
  {
    analytes: [
      'glucose',
      'fasting-glucose',
      'glucose-1-hour',
      'glucose-2-hours',
      'csf-glucose',
      'pleural-glucose',
    ],
    from: 'mg/dL',
    to: 'mmol/L',
    times: 0.0555,
    decimals: 1,
  },
  {
    analytes: ['bilirubin', 'bilirubin-direct', 'bilirubin-indirect'],
    from: 'mg/dL',
    to: 'µmol/L',
    times: 17.1,
    decimals: 0,
  },
  { analytes: ['calcium'], from: 'mg/dL', to: 'mmol/L', times: 0.2495, decimals: 2 },
  { analytes: ['magnesium'], from: 'mg/dL', to: 'mmol/L', times: 0.4114, decimals: 2 },
  { analytes: ['phosphate'], from: 'mg/dL', to: 'mmol/L', times: 0.3229, decimals: 2 },
  { analytes: ['iron'], from: 'µg/dL', to: 'µmol/L', times: 0.1791, decimals: 1 },
  { analytes: ['cortisol'], from: 'µg/dL', to: 'nmol/L', times: 27.59, decimals: 0 },
  { analytes: ['uric-acid'], from: 'mg/dL', to: 'µmol/L', times: 59.48, decimals: 0 },
  {
    analytes: ['total-cholesterol', 'hdl-cholesterol', 'ldl-cholesterol', 'non-hdl-cholesterol'],
    from: 'mg/dL',
    to: 'mmol/L',
    times: 0.02586,
    decimals: 1,
  },
  { analytes: ['triglycerides'], from: 'mg/dL', to: 'mmol/L', times: 0.01129, decimals: 1 },
  { analytes: ['pco2', 'po2', 'venous-pco2'], from: 'mmHg', to: 'kPa', times: 0.1333, decimals: 1 },
  {
    analytes: ['lactate', 'venous-lactate', 'csf-lactate'],
    from: 'mmol/L',
    to: 'mg/dL',
    times: 9.008,
    decimals: 0,
  },
];

// Both ways of writing µ stand in catalogues.
const sameUnit = (a: string, b: string): boolean => a.replaceAll('μ', 'µ') === b.replaceAll('μ', 'µ');

const conversionOf = ({ analyte, unit, number }: ValueView): Conversion | null =>
  number === null
    ? null
    : (conversions.find(({ analytes, from }) => analytes.includes(analyte) && sameUnit(from, unit)) ?? null);

/** Whether a value can be told in another unit. */
export const hasOther = (value: ValueView): boolean => conversionOf(value) !== null;

/** The value with its range in the other unit; unchanged when there is none. Its flag is the laboratory's own. */
export function inOther(value: ValueView): ValueView {
  const conversion = conversionOf(value);
  if (conversion === null || value.number === null) return value;
  const { to, times, decimals } = conversion;
  const change = (number: number) => Number((number * times).toFixed(decimals));
  const number = change(value.number);
  const sign = /^[<>≤≥]/.exec(value.value)?.[0] ?? '';
  return {
    ...value,
    number,
    value: `${sign}${number.toFixed(decimals)}`,
    unit: to,
    low: value.low === null ? null : change(value.low),
    high: value.high === null ? null : change(value.high),
  };
}
