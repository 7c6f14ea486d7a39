// The rubric of the flagship: the spectrum factor of its antibiotics, and every harm and critical fail brought about by orders.
import { describe, expect, it } from 'vitest';
import { playScript } from '#machines/script';
import type { ScriptStep } from '#machines/script';
import { score } from '#machines/score';
import type { ScoreSheet } from '#machines/ledger';
import { begin, FLAGSHIP, playableOf } from '../../machines/kernel/play';

const LINES: ScriptStep = { at: 0, do: 'procedure:peripheral-lines' };
const FLUID: ScriptStep = {
  at: 5,
  do: 'treat:balanced-crystalloid',
  with: { dose: '1000 mL', over: '30 min' },
};
const PRESSOR: ScriptStep = { at: 20, do: 'treat:norepinephrine', with: { rate: '0.1 mcg/kg/min' } };
const GAS: ScriptStep = { at: 6, do: 'order:ultrasound-buttocks' };
const DRAINED: readonly ScriptStep[] = [
  LINES,
  FLUID,
  { at: 5, do: 'treat:meropenem' },
  { at: 5, do: 'order:blood-group' },
  GAS,
  PRESSOR,
  { at: 30, do: 'consult:general-surgery' },
  { at: 40, do: 'procedure:surgical-drainage' },
];

function sheetOf(steps: readonly ScriptStep[], until: number): ScoreSheet {
  const encounter = begin(FLAGSHIP);
  const refusals = playScript(
    encounter,
    steps.toSorted((a, b) => a.at - b.at),
    { until },
  );
  expect(refusals).toEqual([]);
  return score(encounter);
}

const linesOf = (sheet: ScoreSheet, kind: 'merit' | 'harm') =>
  new Map(sheet.lines.filter((line) => line.kind === kind).map((line) => [line.rule, line]));

describe('the spectrum factor of the first antibiotics', () => {
  it.each([
    [['piperacillin-tazobactam', 'vancomycin'], 1],
    [['meropenem'], 1],
    [['ceftriaxone', 'metronidazole', 'vancomycin'], 1],
    [['piperacillin-tazobactam'], 0.85],
    [['ceftriaxone', 'oxacillin'], 0.65],
    [['ceftriaxone'], 0.65],
    [['amoxicillin-clavulanate'], 0.56],
    [['gentamicin'], 0.275],
    [['vancomycin'], 0],
    [['cefazolin'], 0],
  ] as const)('%j earns that part of the points', (drugs, factor) => {
    const sheet = sheetOf([LINES, ...drugs.map((drug) => ({ at: 5, do: `treat:${drug}` }))], 130);
    expect(linesOf(sheet, 'merit').get('t6')?.points).toBeCloseTo(7 * factor, 2);
  });

  it('falls to 0.65 when gas is reported and anaerobes are still not covered an hour later', () => {
    const steps = [LINES, GAS, { at: 5, do: 'treat:cefepime' }, { at: 5, do: 'treat:vancomycin' }];
    const factor = (all: readonly ScriptStep[]) =>
      (linesOf(sheetOf(all, 130), 'merit').get('t6')?.points ?? 0) / 7;
    expect(factor(steps)).toBeCloseTo(0.65, 3);
    expect(factor([...steps, { at: 30, do: 'treat:metronidazole' }])).toBeCloseTo(1, 3);
    expect(factor([...steps, { at: 100, do: 'treat:metronidazole' }])).toBeCloseTo(0.65, 3);
  });

  it('is worth half after an hour and a fifth after two', () => {
    const at = (minute: number) =>
      linesOf(sheetOf([LINES, { at: minute - 15, do: 'treat:meropenem' }], 200), 'merit').get('t6')?.points;
    expect([at(60), at(61), at(120), at(121), at(180), at(181)]).toEqual([7, 3.5, 3.5, 1.4, 1.4, 0]);
  });
});

const HARMS: readonly (readonly [string, readonly ScriptStep[], number])[] = [
  ['p1', [{ at: 5, do: 'dispose:home' }], 20],
  ['p2', [], 181],
  ['p3', [{ at: 5, do: 'procedure:lumbar-puncture' }], 30],
  ['p4', [{ at: 5, do: 'procedure:neuraxial-block' }], 30],
  ['p5', [{ at: 5, do: 'treat:diclofenac-im' }], 30],
  ['p6', [{ at: 5, do: 'treat:dexamethasone-im' }], 30],
  ['p7', [{ at: 5, do: 'treat:nsaid' }], 30],
  ['p8', [LINES, { at: 5, do: 'treat:methylprednisolone' }], 30],
  ['p9', [LINES, { at: 5, do: 'treat:beta-blocker' }], 30],
  ['p10', [LINES, { at: 5, do: 'treat:diltiazem' }], 30],
  ['p11', [LINES, { at: 5, do: 'treat:furosemide' }], 30],
  ['p12', [LINES, { at: 5, do: 'treat:hydroxyethyl-starch' }], 30],
  ['p13', [LINES, { at: 25, do: 'order:ct-abdomen-pelvis-contrast' }], 90],
  ['p14', [{ at: 5, do: 'order:mri-lumbosacral-spine' }], 175],
  ['p15', [{ at: 120, do: 'order:ct-abdomen-pelvis-contrast' }], 175],
  ['p16', [LINES, { at: 5, do: 'procedure:intubation-propofol' }], 30],
  ['p17', [LINES, { at: 5, do: 'treat:morphine-10-mg' }], 30],
  [
    'p18',
    [
      LINES,
      { at: 5, do: 'treat:balanced-crystalloid', with: { dose: '3000 mL', over: '60 min' } },
      { at: 70, do: 'treat:balanced-crystalloid', with: { dose: '3000 mL', over: '60 min' } },
    ],
    140,
  ],
  ['p19', [LINES, { at: 5, do: 'treat:dopamine' }], 30],
  [
    'p20',
    [
      LINES,
      FLUID,
      { at: 5, do: 'procedure:central-venous-catheter' },
      { at: 40, do: 'treat:norepinephrine', with: { rate: '2 mcg/kg/min', route: 'iv-central' } },
    ],
    150,
  ],
  ['p21', [LINES, { at: 5, do: 'treat:red-cells' }], 70],
  ['p22', [{ at: 5, do: 'procedure:bedside-aspiration' }], 30],
  ['p23', [{ at: 5, do: 'procedure:laparotomy' }], 130],
  ['p24', [LINES, FLUID, { at: 5, do: 'treat:meropenem' }, PRESSOR], 721],
  ['p25', [{ at: 5, do: 'dispose:ordinary-ward' }], 20],
  ['p26', [LINES, { at: 5, do: 'treat:therapeutic-heparin' }], 30],
  ['p27', [...DRAINED, { at: 200, do: 'tell:treatment-duration', with: { choices: ['2-weeks'] } }], 210],
];

describe('each harm', () => {
  it('of the rubric is tried here', () => {
    const { penalties } = playableOf(FLAGSHIP).scenario.scoring;
    expect(HARMS.map(([id]) => id)).toEqual(penalties.map(({ id }) => id));
  });

  it.each(HARMS)('%s is counted when it is done', (id, steps, until) => {
    const { points = 0 } = linesOf(sheetOf(steps, until), 'harm').get(id) ?? {};
    expect(points).toBeLessThan(0);
  });

  it('is not counted in the first hours of an expert', () => {
    expect(linesOf(sheetOf(DRAINED, 170), 'harm').size).toBe(0);
  });
});

const CRITICAL: readonly (readonly [string, readonly ScriptStep[], number])[] = [
  ['cf1', [{ at: 5, do: 'dispose:short-observation' }], 20],
  ['cf2', [], 181],
  [
    'cf3',
    [
      LINES,
      FLUID,
      { at: 5, do: 'treat:meropenem' },
      PRESSOR,
      { at: 60, do: 'order:ct-abdomen-pelvis-contrast' },
    ],
    365,
  ],
  ['cf4', [{ at: 5, do: 'procedure:neuraxial-block' }], 30],
  ['cf5', [{ at: 5, do: 'treat:dexamethasone-im' }], 30],
  ['cf6', [LINES, { at: 60, do: 'procedure:intubation-propofol' }], 120],
  ['cf7', [], 410],
  ['cf8', [{ at: 5, do: 'tell:hold-antibiotic', with: { choices: ['until-mri'] } }], 65],
];

describe('each critical fail', () => {
  it.each(CRITICAL)('%s fails the case', (id, steps, until) => {
    const sheet = sheetOf(steps, until);
    expect(sheet.critical.map((one) => one.id)).toContain(id);
    expect(sheet.passed).toBe(false);
  });

  it('needs its event: a late start alone is no withholding, and a surgeon called in time no omission', () => {
    const late = sheetOf([LINES, { at: 60, do: 'treat:meropenem' }], 100);
    expect(late.critical).toEqual([]);
    const called = sheetOf(
      [
        ...DRAINED.slice(0, 6),
        { at: 60, do: 'order:ct-abdomen-pelvis-contrast' },
        { at: 300, do: 'consult:general-surgery' },
      ],
      400,
    );
    expect(called.critical).toEqual([]);
  });
});
