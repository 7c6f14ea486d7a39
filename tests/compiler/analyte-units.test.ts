// The units of an analyte are UCUM units of one quantity, its numbers turn into the other system as UCUM says, and its limits stand in order.
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '#compiler/catalogue';
import { compileCase } from '#compiler/compile-case';
import { readCaseFolder, readCatalogue } from '#compiler/disk';
import { reportText } from '#compiler/report';

const UNITS = `"µmol/L": umol/L
"mIU/L": "m[IU]/L"
"IU/mL": "[IU]/mL"
"kIU/L": "k[IU]/L"
"10³/µL": 10*3/uL
"10⁹/L": 10*9/L
mmHg: "mm[Hg]"
`;

/** A catalogue of one analyte, sugar, with these keys. */
function compiled(keys: string, units = UNITS) {
  return compileCatalogue(
    new Map([
      ['analytes.yaml', `sugar: { name: { en: Sugar, it: Zucchero }, evidence: design, ${keys} }\n`],
      ['units.yaml', units],
      ['sources.yaml', 'master-equation: { cite: Invented for tests. }\n'],
    ]),
  );
}
const told = (keys: string, units?: string): string => reportText(compiled(keys, units).diagnostics);
const SUGAR = 'unit: mg/dL, normal: 90, low: 70, high: 140';

describe('the other unit', () => {
  it.each([
    [`${SUGAR}, molar-mass: 180.16, si: { unit: mmol/L, decimals: 1 }`, 1 / 18.016],
    ['unit: mmol/L, normal: 1, molar-mass: 90.08, conventional: { unit: mg/dL }', 9.008],
    ['unit: mg/dL, normal: 1, molar-mass: 113.12, si: { unit: µmol/L }', 88.4017],
    ['unit: mmHg, normal: 40, si: { unit: kPa, decimals: 1 }', 0.13332],
    ['unit: g/dL, normal: 14, si: { unit: g/L }', 10],
    ['unit: 10³/µL, normal: 7, si: { unit: 10⁹/L, decimals: 1 }', 1],
    ['unit: IU/mL, normal: 7, si: { unit: kIU/L }', 1],
    ['unit: ng/mL, normal: 10, si: { unit: mIU/L, times: 21.2, evidence: knowledge }', 21.2],
  ])('follows by UCUM: %s', (keys, times) => {
    const { ward, diagnostics } = compiled(keys);
    expect(reportText(diagnostics)).toBe('');
    expect(ward.analytes['sugar']?.other?.times).toBeCloseTo(times, 4);
  });

  it('may be another scale, with its own zero and a source', () => {
    const { ward, diagnostics } = compiled(
      'unit: "%", decimals: 1, normal: 5.3, si: { unit: mmol/mol, times: 10.931, plus: -23.52, source: master-equation }',
    );
    expect(reportText(diagnostics)).toBe('');
    expect(ward.analytes['sugar']?.other).toMatchObject({ times: 10.931, plus: -23.52, system: 'si' });
  });

  it('is none where one unit is in use', () => {
    expect(compiled('unit: U/L, normal: 20').ward.analytes['sugar']?.other).toBeUndefined();
  });
});

describe('refused, at its place, with what to do', () => {
  it.each([
    ['no unit of UCUM', 'unit: mgdL, normal: 90', 'he unit "mgdL" of sugar is not known'],
    ['a slip of the pen', 'unit: mIUL, normal: 90', 'Did you mean mIU/L?'],
    ['another kind', `${SUGAR}, si: { unit: mmHg }`, 'State molar-mass: … (g/mol)'],
    ['a molar mass that is missing', `${SUGAR}, si: { unit: mmol/L }`, 'other-unit-kind'],
    [
      'a factor that UCUM contradicts',
      `${SUGAR}, molar-mass: 180.16, si: { unit: mmol/L, decimals: 1, times: 0.555, evidence: knowledge }`,
      'is 0.0555062 mmol/L by UCUM, not 0.555',
    ],
    ['a factor without source', `${SUGAR}, si: { unit: mIU/L, times: 2 }`, 'neither source nor evidence'],
    ['an offset without slope', 'unit: "%", normal: 5, si: { unit: mmol/mol, plus: -23 }', 'State times'],
    ['both systems', `${SUGAR}, si: { unit: g/L }, conventional: { unit: mg/L }`, 'other-unit-twice'],
    ['the same unit again', `${SUGAR}, si: { unit: mg/dL }`, 'other-unit-same'],
    [
      'decimals that hide the interval',
      'unit: mg/dL, decimals: 1, normal: 1, low: 0.7, high: 1.2, si: { unit: g/L }',
      'Use decimals: 3 or more',
    ],
    [
      'limits the wrong way round',
      'unit: mg/dL, normal: 90, low: 140, high: 70',
      'High of sugar (70) is below low (140)',
    ],
    [
      'an interval of one sex beyond what is plausible',
      'unit: mg/dL, normal: 9, high: { male: 20, female: 8 }, plausible: [0, 10]',
      'The highest plausible value of sugar (10) is below high (20)',
    ],
    [
      'a band of age beyond a critical limit',
      'unit: mg/dL, normal: 90, high: 140, critical-high: 400, ages: [ { ages: [0, 2], high: 500 } ]',
      'for a male patient of 0 to 2 years',
    ],
  ])('%s', (_, keys, words) => {
    const text = told(keys);
    expect(text).toContain(words);
    expect(text).toMatch(/^catalogue\/analytes\.yaml:1:\d+ error /);
  });

  it('a code of units.yaml that UCUM does not have', () => {
    const text = told('unit: drop, normal: 1', 'drop: "[drp"\n');
    expect(text).toContain('catalogue/units.yaml:1:7 error unknown-unit');
  });

  it('the unit of an analyte that a case adds', () => {
    const folder = new URL('../fixtures/', import.meta.url).pathname;
    const right = readCaseFolder(`${folder}wrong/_right`);
    const files = new Map([
      ...right.files,
      ['analytes.yaml', 'odd: { name: { en: Odd }, unit: quux, normal: 1, evidence: design }\n'] as const,
    ]);
    const { scenario, diagnostics } = compileCase({ ...right, files }, readCatalogue(`${folder}catalogue`));
    expect(scenario).toBeNull();
    expect(reportText(diagnostics)).toContain('he unit "quux" of odd is not known');
  });
});
