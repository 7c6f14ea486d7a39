// What a case leaves unsaid: values within the interval, of one person throughout, in agreement with each other and with what is declared.
import { describe, expect, it } from 'vitest';
import { analytesOf, numberOf, sampleOf, type Person } from './patients';

const MAN: Person = { sex: 'male', age: 47 };
const WOMAN: Person = { sex: 'female', age: 30 };
const OLD_WOMAN: Person = { sex: 'female', age: 70 };
const PEOPLE: readonly Person[] = [MAN, WOMAN, OLD_WOMAN, { sex: 'male', age: 84 }, { sex: 'male', age: 19 }];
const SEEDS = Array.from({ length: 1000 }, (_one, index) => `seed ${index}`);

describe('a normal value', () => {
  it.each(PEOPLE)('lies within the reference interval of a $sex of $age, for every seed', (person) => {
    const analytes = analytesOf(person);
    const outside = new Set<string>();
    for (const seed of SEEDS.slice(0, 250)) {
      const sample = sampleOf(person, seed);
      for (const [id, { low = -Infinity, high = Infinity }] of analytes) {
        const number = sample.value(id)?.number ?? null;
        if (number !== null && (number < low || number > high)) outside.add(`${id} ${number}`);
      }
    }
    expect([...outside]).toEqual([]);
  });

  it('is the same whenever the same attempt is replayed, and another for another patient', () => {
    const of = (seed: string) => numberOf(sampleOf(MAN, seed), 'platelets');
    expect(of('a')).toBe(of('a'));
    expect(new Set(SEEDS.slice(0, 50).map(of)).size).toBeGreaterThan(20);
  });

  it('differs between two samples of one patient by no more than a measurement does', () => {
    for (const seed of SEEDS.slice(0, 200)) {
      const values = [60, 7200, 86_400].map((at) => numberOf(sampleOf(MAN, seed, at), 'sodium'));
      expect(Math.max(...values) - Math.min(...values)).toBeLessThanOrEqual(2);
    }
    const potassium = SEEDS.slice(0, 50).map((seed) => numberOf(sampleOf(MAN, seed, 60), 'potassium'));
    const repeated = SEEDS.slice(0, 50).map((seed) => numberOf(sampleOf(MAN, seed, 600), 'potassium'));
    expect(repeated).not.toEqual(potassium);
  });

  it('of what a patient cannot have is words, not a number', () => {
    expect(sampleOf(OLD_WOMAN, 'a').value('beta-hcg')).toEqual({
      number: null,
      text: 'not-applicable',
      prefix: null,
    });
    expect(numberOf(sampleOf(WOMAN, 'a'), 'beta-hcg')).toBeLessThanOrEqual(5);
  });
});

/** Identities that hold on the printed numbers of every patient. `within` is what rounding may leave. */
const IDENTITIES: readonly {
  readonly of: string;
  readonly from: readonly string[];
  readonly is: (...values: readonly number[]) => number;
  readonly within: number;
}[] = [
  { of: 'haematocrit', from: ['haemoglobin'], is: (hb = 0) => 3 * hb, within: 0.51 },
  { of: 'mcv', from: ['haematocrit', 'rbc'], is: (hct = 0, rbc = 1) => (10 * hct) / rbc, within: 1 },
  { of: 'mch', from: ['haemoglobin', 'rbc'], is: (hb = 0, rbc = 1) => (10 * hb) / rbc, within: 0.11 },
  {
    of: 'lymphocytes',
    from: ['neutrophils', 'monocytes', 'eosinophils', 'basophils'],
    is: (...others) => 100 - others.reduce((sum, one) => sum + one, 0),
    within: 0.001,
  },
  {
    of: 'neutrophils-absolute',
    from: ['wbc', 'neutrophils'],
    is: (w = 0, n = 0) => (w * n) / 100,
    within: 0.01,
  },
  {
    of: 'anion-gap',
    from: ['sodium', 'chloride', 'hco3'],
    is: (na = 0, cl = 0, hco3 = 0) => na - cl - hco3,
    within: 0.51,
  },
  {
    of: 'bilirubin-indirect',
    from: ['bilirubin', 'bilirubin-direct'],
    is: (t = 0, d = 0) => t - d,
    within: 0.001,
  },
  {
    of: 'non-hdl-cholesterol',
    from: ['total-cholesterol', 'hdl-cholesterol'],
    is: (total = 0, hdl = 0) => total - hdl,
    within: 0.001,
  },
  {
    of: 'ph',
    from: ['hco3', 'pco2'],
    is: (hco3 = 0, pco2 = 1) => 6.1 + Math.log10(hco3 / (0.0301 * pco2)),
    within: 0.0051,
  },
];

describe('values of one sample agree', () => {
  it.each(IDENTITIES)('$of follows $from', ({ of, from, is, within }) => {
    for (const person of PEOPLE) {
      for (const seed of SEEDS) {
        const sample = sampleOf(person, seed);
        const wanted = is(...from.map((id) => numberOf(sample, id)));
        expect(Math.abs(numberOf(sample, of) - wanted), seed).toBeLessThanOrEqual(within);
      }
    }
  });

  it('the filtration rate is that of creatinine, age and sex (CKD-EPI 2021)', () => {
    // Worked by hand from the published equation: 142 × (Scr/κ)^−1.2 × 0.9938^age (× 1.012).
    expect(numberOf(sampleOf({ sex: 'male', age: 60 }, 'a', 60, { creatinine: 1.8 }), 'egfr')).toBe(43);
    expect(numberOf(sampleOf({ sex: 'female', age: 60 }, 'a', 60, { creatinine: 1.8 }), 'egfr')).toBe(32);
    expect(numberOf(sampleOf({ sex: 'female', age: 25 }, 'a', 60, { creatinine: 0.6 }), 'egfr')).toBe(128);
  });
});

describe('what the case declares', () => {
  it('of haemoglobin reaches the whole count', () => {
    const sample = sampleOf(WOMAN, 'a', 60, { haemoglobin: 7.2, mcv: 68 });
    expect(numberOf(sample, 'haematocrit')).toBe(22);
    expect(numberOf(sample, 'rbc')).toBeCloseTo(3.24, 1);
    expect(numberOf(sample, 'mch')).toBeLessThan(24);
  });

  it('of the haematocrit reaches haemoglobin', () => {
    expect(numberOf(sampleOf(MAN, 'a', 60, { haematocrit: 24 }), 'haemoglobin')).toBe(8);
  });

  it('of one kind of white cell leaves the rest to the others', () => {
    for (const [id, number] of [
      ['neutrophils', 94],
      ['lymphocytes', 82],
    ] as const) {
      const sample = sampleOf(MAN, 'a', 60, { [id]: number });
      const kinds = ['neutrophils', 'lymphocytes', 'monocytes', 'eosinophils', 'basophils'];
      expect(kinds.reduce((sum, kind) => sum + numberOf(sample, kind), 0)).toBe(100);
    }
  });

  it('of bicarbonate opens the gap and is breathed against', () => {
    const sample = sampleOf(MAN, 'a', 60, { hco3: 8 });
    expect(numberOf(sample, 'anion-gap')).toBeGreaterThan(24);
    expect(numberOf(sample, 'pco2')).toBe(20);
    expect(numberOf(sample, 'ph')).toBeLessThan(7.25);
  });
});
