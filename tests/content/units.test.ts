// Every analyte of the ward is in units that UCUM knows, and reads in SI and conventional units as textbooks have it, there and back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#compiler/disk';
import { isUcum } from '#compiler/language/ucum';
import { buildAnalyte } from '#compiler/link/analytes';

const {
  ward,
  units,
  analytes: shapes,
} = readCatalogue(new URL('../../content/catalogue', import.meta.url).pathname);
const analytes = Object.values(ward.analytes);
const twofold = analytes.flatMap((analyte) =>
  analyte.other ? [{ id: analyte.id, analyte, other: analyte.other }] : [],
);

describe('the units of the ward', () => {
  it('are all UCUM units', () => {
    const unknown = analytes.filter(({ unit, other }) =>
      [unit, other?.unit].some((one) => one !== undefined && !isUcum(units.get(one) ?? one)),
    );
    expect(unknown.map(({ id }) => id)).toEqual([]);
  });

  it('are all in use', () => {
    const used = new Set(analytes.flatMap(({ unit, other }) => [unit, other?.unit]));
    expect([...units.keys()].filter((printed) => !used.has(printed))).toEqual([]);
  });

  // Numbers of the textbooks, not of the code: what one reads beside the other in Italian and British reports.
  it.each([
    ['glucose', 90, 5, 'mmol/L'],
    ['creatinine', 1, 88, 'µmol/L'],
    ['urea', 60, 10, 'mmol/L'],
    ['bilirubin', 1, 17, 'µmol/L'],
    ['calcium', 10, 2.5, 'mmol/L'],
    ['magnesium', 2.43, 1, 'mmol/L'],
    ['phosphate', 3.1, 1, 'mmol/L'],
    ['uric-acid', 6, 357, 'µmol/L'],
    ['total-cholesterol', 193, 5, 'mmol/L'],
    ['triglycerides', 150, 1.69, 'mmol/L'],
    ['iron', 100, 17.9, 'µmol/L'],
    ['haemoglobin', 14.2, 142, 'g/L'],
    ['albumin', 4.2, 42, 'g/L'],
    ['wbc', 7.1, 7.1, '10⁹/L'],
    ['crp', 115, 11.5, 'mg/dL'],
    ['fibrinogen', 3, 300, 'mg/dL'],
    ['lactate', 2, 18, 'mg/dL'],
    ['pco2', 40, 5.3, 'kPa'],
    ['po2', 92, 12.3, 'kPa'],
    ['hba1c', 6.5, 48, 'mmol/mol'],
    ['hba1c', 7.5, 58, 'mmol/mol'],
    ['cortisol', 18, 497, 'nmol/L'],
    ['free-t4', 1.25, 16.1, 'pmol/L'],
    ['free-t3', 3.1, 4.8, 'pmol/L'],
    ['testosterone', 520, 18.03, 'nmol/L'],
    ['oestradiol', 100, 367, 'pmol/L'],
    ['prolactin', 10, 212, 'mU/L'],
    ['insulin-fasting', 10, 60, 'pmol/L'],
    ['pth', 65, 6.9, 'pmol/L'],
    ['aldosterone', 10, 277, 'pmol/L'],
    ['vitamin-d', 20, 50, 'nmol/L'],
    ['vitamin-b12', 200, 148, 'pmol/L'],
    ['folate', 4, 9.1, 'nmol/L'],
    ['lead-blood', 10, 0.48, 'µmol/L'],
    ['urine-albumin-creatinine', 30, 3.4, 'mg/mmol'],
    ['urine-calcium-24h', 300, 7.5, 'mmol/24 h'],
    ['salicylate-level', 30, 300, 'mg/L'],
    ['ethanol-level', 80, 17.4, 'mmol/L'],
  ])('read %s %d as %d %s', (id, number, expected, unit) => {
    const other = ward.analytes[id]?.other;
    expect(other?.unit).toBe(unit);
    expect(Number((number * (other?.times ?? 0) + (other?.plus ?? 0)).toFixed(other?.decimals))).toBe(
      expected,
    );
  });

  it('lead there and back within what rounding leaves', () => {
    fc.assert(
      fc.property(fc.constantFrom(...twofold), fc.double({ min: 0.2, max: 5, noNaN: true }), (one, share) => {
        const { analyte, other } = one;
        const around = typeof analyte.normal === 'number' && analyte.normal !== 0 ? analyte.normal : 10;
        const number = Number((around * share).toFixed(analyte.decimals));
        const there = Number((number * other.times + (other.plus ?? 0)).toFixed(other.decimals));
        const back = (there - (other.plus ?? 0)) / other.times;
        const rounding = (0.5 * 10 ** -other.decimals) / other.times;
        expect(Math.abs(back - number), one.id).toBeLessThanOrEqual(rounding * 1.000001 + 1e-9);
      }),
      { numRuns: 2000 },
    );
  });

  it('keep the two ends of every interval apart', () => {
    const merged = twofold.filter(({ analyte: { low, high }, other }) => {
      if (low === undefined || high === undefined) return false;
      const [a, b] = [low, high].map((one) =>
        (one * other.times + (other.plus ?? 0)).toFixed(other.decimals),
      );
      return Number(a) >= Number(b);
    });
    expect(merged.map(({ id }) => id)).toEqual([]);
  });

  it('are two for most of what laboratories print by mass, by substance or by count', () => {
    const single = analytes.filter(
      ({ unit, other }) => other === undefined && /^(?:[pnµm]?g|10|[pnµm]?mol|mOsm)/.test(unit),
    );
    expect(single.map(({ id }) => id).toSorted()).toMatchInlineSnapshot(`
      [
        "beta2-microglobulin",
        "bile-acids",
        "copeptin",
        "cystatin-c",
        "faecal-calprotectin",
        "faecal-elastase",
        "faecal-fat-24h",
        "faecal-haemoglobin",
        "fetal-fibronectin",
        "fructosamine",
        "homocysteine",
        "lipoprotein-a",
        "mch",
        "methotrexate-level",
        "methylmalonic-acid",
        "serum-amyloid-a",
        "shbg",
        "sperm-concentration",
        "troponin",
        "urine-protein-24h",
        "vitamin-b1",
      ]
    `);
  });
});

describe('reference intervals', () => {
  const at = (id: string, sex: 'male' | 'female', age: number): string => {
    const shape = shapes.get(id);
    if (shape === undefined) throw new Error(`there is no ${id}`);
    const { low, high } = buildAnalyte(id, shape, { sex, age }, []);
    return `${low ?? ''}–${high ?? ''}`;
  };

  it.each([
    ['haemoglobin', '13.5–17.5', '12–16', '12–16'],
    ['ferritin', '30–400', '15–150', '20–300'],
    ['creatinine', '0.7–1.2', '0.5–1', '0.5–1'],
    ['troponin', '–34', '–16', '–16'],
    ['esr', '–15', '–20', '–30'],
    ['nt-probnp', '–125', '–125', '–500'],
    ['d-dimer', '–500', '–500', '–700'],
    ['testosterone', '264–916', '8–48', '8–48'],
    ['po2', '80–100', '80–100', '75–100'],
    ['qtc', '350–450', '360–460', '360–460'],
  ])(
    'of %s are those of sex and age: man of 40 %s, woman of 40 %s, woman of 76 %s',
    (id, man, woman, old) => {
      expect([at(id, 'male', 40), at(id, 'female', 40), at(id, 'female', 76)]).toEqual([man, woman, old]);
    },
  );

  it('of PSA grow with age', () => {
    expect([45, 55, 65, 75].map((age) => at('psa', 'male', age))).toEqual(['–2.5', '–3.5', '–4.5', '–6.5']);
  });
});
