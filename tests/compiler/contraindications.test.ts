// What speaks against an order is checked as it is written: names that are none, bounds that nothing reaches, bands that contradict their medicine.
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '#compiler/catalogue';
import type { Catalogue } from '#compiler/catalogue';

const ANALYTES = `egfr: { name: { en: eGFR, it: eGFR }, unit: mL/min, normal: 100, plausible: [1, 200], evidence: design }\n`;
const CONDITIONS = `pregnancy: { name: { en: Pregnancy, it: Gravidanza }, told-by: [ask:pregnant], evidence: design }\n`;
const QUESTION = `ask:pregnant: { name: { en: Pregnant?, it: Incinta? }, group: all, evidence: design }\n`;

const medicine = (dosing: string): string =>
  `treat:drug: { name: { en: Drug, it: Farmaco }, group: all, classes: [nsaid], evidence: design, dosing: { ${dosing} } }\n`;
const COURSE =
  'mode: course, unit: mg, dose: [100, 2000], usual: { dose: 1000, day: 3000 }, every: 8 h, presets: [ { dose: 1 g } ]';

function ward(files: { readonly [name: string]: string }): Catalogue {
  return compileCatalogue(
    new Map(
      Object.entries({
        'analytes.yaml': ANALYTES,
        'groups.yaml': 'all: { en: All, it: Tutto }\n',
        'questions/all.yaml': QUESTION,
        'treatments/all.yaml': medicine(COURSE),
        'conditions.yaml': CONDITIONS,
        ...files,
      }),
    ),
  );
}

const told = ({ diagnostics }: Catalogue): readonly string[] =>
  diagnostics.map(({ severity, code, what, help }) => `${severity} ${code}: ${what} ${help ?? ''}`.trim());

const against = (more: string): { readonly [name: string]: string } => ({
  'cautions.yaml': `contraindications:\n  - { ${more} }\n`,
});
const WHY = 'weight: avoid, why: { en: Because., it: Perché sì. }, evidence: design';

describe('a contraindication', () => {
  it('is of a class or an item, or of several with one reason', () => {
    const { ward: built, diagnostics } = ward(
      against(`what: [class:nsaid, ask:pregnant], condition: pregnancy, ${WHY}`),
    );
    expect(diagnostics).toEqual([]);
    const one = { condition: 'pregnancy', weight: 'avoid', why: { en: 'Because.', it: 'Perché sì.' } };
    expect(built.cautions?.contraindications).toEqual([
      { what: 'nsaid', ...one },
      { what: 'ask:pregnant', ...one },
    ]);
  });

  it.each([
    [
      `what: class:nsaids, condition: pregnancy, ${WHY}`,
      /warning unknown-class: .*nsaids.* Did you mean nsaid\?/,
    ],
    [
      `what: class:nsaid, condition: pregnncy, ${WHY}`,
      /error unknown-condition: .*pregnncy.* Did you mean pregnancy\?/,
    ],
    [`what: class:nsaid, condition: pregnancy, weight: never, why: { en: A. }`, /error .*weight/],
    [`what: class:nsaid, condition: pregnancy, weight: care, why: { en: A. }`, /note no-source/],
  ])('is told of when it is wrong: %s', (text, wanted) => {
    expect(told(ward(against(text))).join('\n')).toMatch(wanted);
  });
});

describe('a condition', () => {
  it.each([
    [
      'name: { en: A, it: A }, told-by: [ask:pregnent], evidence: design',
      /unknown-class: .* Did you mean ask:pregnant\?/,
    ],
    [
      'name: { en: A, it: A }, seen-in: [ { analyte: egrf, below: 3 } ], evidence: design',
      /unknown-analyte: .* Did you mean egfr\?/,
    ],
    [
      'name: { en: A, it: A }, seen-in: [ { analyte: egfr, below: 300 } ], evidence: design',
      /implausible: .*300 mL\/min/,
    ],
    [
      'name: { en: A, it: A }, seen-in: [ { analyte: egfr, above: 30, below: 20 } ], evidence: design',
      /bad-range/,
    ],
    ['name: { en: A, it: A }, seen-in: [ { analyte: egfr } ], evidence: design', /say below or above/i],
    ['name: { en: A, it: A }, ages: [12, 0], evidence: design', /bad-range/],
    ['name: { en: A, it: A }, evidence: design', /missing-key: .*no chart ever/i],
    ['name: { en: A, it: A }, told-by: [ask:pregnant], sex: female, evidence: design', /a sex but no ages/],
    ['name: { en: A }, told-by: [ask:pregnant], evidence: design', /missing-translation/],
  ])('is told of when it is wrong: %s', (text, wanted) => {
    expect(told(ward({ 'conditions.yaml': `wrong: { ${text} }\n` })).join('\n')).toMatch(wanted);
  });
});

describe('bands of kidney impairment', () => {
  const renal = (bands: string, dosing = COURSE): Catalogue =>
    ward({ 'treatments/all.yaml': medicine(`${dosing}, renal: [ ${bands} ]`) });

  it('offer the sentence that is written, or the one their amounts make', () => {
    const built = renal(
      '{ below: 50, usual: { dose: 500, day: 1000 }, every: 12 h }, { below: 30, every: 24 h, preset: { dose: 0.25 g, every: 24 h } }, { below: 10, advice: { en: Not given., it: Non si dà. } }',
    );
    expect(told(built)).toEqual([]);
    expect(built.ward.items['treat:drug']?.dosing?.renal).toEqual([
      {
        below: 50,
        usual: { dose: 500, day: 1000 },
        every: 43_200,
        preset: { dose: '500 mg', every: '12 h' },
      },
      { below: 30, every: 86_400, preset: { dose: '0.25 g', every: '24 h' } },
      { below: 10, advice: { en: 'Not given.', it: 'Non si dà.' } },
    ]);
  });

  it.each([
    [
      '{ below: 30, usual: { dose: 500 } }, { below: 50, usual: { dose: 250 } }',
      'highest filtration to the lowest',
    ],
    ['{ below: 50, usual: { dose: 1500 } }', 'A band lowers what is usual'],
    [
      '{ below: 50, usual: { day: 1000 } }, { below: 30, usual: { day: 2000 } }',
      'A band lowers what is usual',
    ],
    ['{ below: 50, usual: { dose: 50 } }', 'below what can be ordered at all'],
    ['{ below: 50, usual: { dose: 0 } }', 'contraindications'],
    ['{ below: 50, every: 6 h }', 'more often than with better kidneys'],
    ['{ below: 50, every: 24 h }, { below: 30, every: 12 h }', 'more often than with better kidneys'],
    ['{ below: 50 }', 'says nothing'],
    ['{ below: 50, usual: { dose: 250 }, preset: { dose: 500 mg } }', 'bounds refuse'],
    ['{ below: 50, usual: { dose: 500, day: 500 } }', 'above its own 500'],
    ['{ below: 50, usual: { dose: 500 }, preset: { dose: 5 mL } }', 'cannot be turned into mg'],
    ['{ below: 50, every: often }', 'often'],
  ])('are told of when they are wrong: %s', (bands, wanted) => {
    expect(told(renal(bands)).join('\n')).toContain(wanted);
  });

  it('have an interval only where doses follow each other', () => {
    const bolus = 'mode: bolus, unit: mg, dose: [100, 2000], presets: [ { dose: 1 g } ]';
    expect(told(renal('{ below: 50, every: 24 h }', bolus)).join('\n')).toContain(
      'only a course has an interval',
    );
  });
});
