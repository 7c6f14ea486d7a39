// An order is checked against what the chart knows of the patient, and against nothing else: a warning never gives away what nobody has asked.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '#compiler/catalogue';
import { compileCase } from '#compiler/compile-case';
import { readCaseFolder } from '#compiler/disk';
import { reportText } from '#compiler/report';
import { openEncounter } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';
import { offers } from '#machines/offers';
import { makePlayable } from '#machines/playable';
import type { Warning } from '#machines/step';
import { askToConfirm } from '#machines/warnings';
import { does, header, until } from './play';

const fixtures = new URL('../../fixtures/', import.meta.url).pathname;
const words = (text: string): string => `{ en: ${text}, it: ${text} }`;
const item = (id: string, more: string): string =>
  `${id}: { name: ${words(id.split(':')[1] ?? id)}, group: all, evidence: design, ${more} }\n`;
const OWN: readonly (readonly [string, string])[] = [
  [
    'more.yaml',
    [
      item('ask:pregnant', `usual: ${words('No.')}`),
      item('ask:illnesses', 'classes: [past-history]'),
      item('ask:weight-loss', `usual: ${words('No.')}`),
      item('order:pregnancy-test', 'lead: 1 min, turnaround: 5 min, analytes: [hcg]'),
      item('order:kidney-panel', 'lead: 1 min, turnaround: 30 min, analytes: [creatinine]'),
      item('order:filtration', 'lead: 1 min, turnaround: 30 min, analytes: [egfr]'),
      item('order:contrast-scan', 'classes: [iodinated-contrast]'),
      item(
        'treat:ibuprofen',
        'classes: [nsaid], dosing: { mode: course, unit: mg, dose: [200, 800], every: 8 h, routes: [oral], presets: [ { dose: 400 mg } ] }',
      ),
      item(
        'treat:aspirin',
        'dosing: { mode: bolus, unit: mg, dose: [75, 600], routes: [oral], presets: [ { dose: 300 mg } ] }',
      ),
      item(
        'treat:meropenem',
        'dosing: { mode: course, unit: mg, dose: [250, 2000], usual: { dose: 2000, day: 6000 }, every: 8 h, routes: [iv], presets: [ { dose: 1 g, every: 8 h } ], ' +
          'renal: [ { below: 50, usual: { dose: 1000, day: 2000 }, every: 12 h }, { below: 25, usual: { dose: 500 }, advice: { en: Half the dose., it: Metà dose. } }, { below: 10, every: 24 h } ] }',
      ),
      item(
        'treat:pump',
        'dosing: { mode: infusion, unit: mg, rate-unit: mg/h, per-mL: 1, rate: [1, 100], usual: { rate: 50 }, routes: [iv], presets: [ { rate: 20 mg/h } ], renal: [ { below: 30, usual: { rate: 10 } } ] }',
      ),
    ].join(''),
  ],
  [
    'conditions.yaml',
    `pregnancy: { name: ${words('Pregnancy')}, told-by: [ask:pregnant, order:pregnancy-test], seen-in: [ { analyte: hcg, above: 25 } ], evidence: design }
asthma: { name: ${words('Asthma')}, told-by: [class:past-history], evidence: design }
weak-kidneys: { name: ${words('Kidneys')}, seen-in: [ { analyte: egfr, below: 30 } ], evidence: design }
child: { name: ${words('Child')}, ages: [0, 15], evidence: design }
`,
  ],
  [
    'cautions.yaml',
    `contraindications:
  - { what: class:nsaid, condition: pregnancy, weight: care, why: ${words('First.')}, evidence: design }
  - { what: treat:ibuprofen, condition: pregnancy, weight: avoid, why: ${words('Second.')}, evidence: design }
  - { what: class:nsaid, condition: asthma, weight: care, why: ${words('Third.')}, evidence: design }
  - { what: [class:nsaid, class:iodinated-contrast], condition: weak-kidneys, weight: care, why: ${words('Fourth.')}, evidence: design }
  - { what: treat:aspirin, condition: child, weight: avoid, why: ${words('Fifth.')}, evidence: design }
`,
  ],
];
const analytes = `creatinine: { name: ${words('Creatinine')}, unit: mg/dL, decimals: 2, normal: 0.8, plausible: [0.1, 25], evidence: design }
egfr: { name: ${words('eGFR')}, unit: mL/min, decimals: 0, normal: 100, plausible: [1, 200], evidence: design }
hcg: { name: ${words('hCG')}, unit: U/L, decimals: 0, normal: 1, plausible: [0, 300000], evidence: design }
`;
const catalogue = compileCatalogue(
  new Map([
    ...readdirSync(`${fixtures}catalogue`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name): [string, string] => {
        const text = readFileSync(`${fixtures}catalogue/${name}`, 'utf8');
        return [name, name === 'analytes.yaml' ? text + analytes : text];
      }),
    ...OWN,
  ]),
);

/** At the bedside of a patient of whom the front matter and these texts say more. */
function began(front: string, texts: string, mode: 'practice' | 'assessed' = 'practice'): Encounter {
  const right = readCaseFolder(`${fixtures}wrong/_right`);
  const files = new Map([
    ...right.files,
    ['case.mdx', (right.files.get('case.mdx') ?? '').replace('arrival:', `${front}arrival:`)],
    ['texts.mdx', `${right.files.get('texts.mdx') ?? ''}\n${texts}\n`],
  ]);
  const { scenario, diagnostics } = compileCase({ ...right, files }, catalogue);
  if (!scenario) throw new Error(reportText(diagnostics));
  const encounter = openEncounter(makePlayable(scenario, catalogue.ward, 'test'), header('1', mode));
  does(encounter, 'begin');
  return encounter;
}

const ALL = 'conditions: [pregnancy, asthma]\n';
const ANSWERS = `<Answer to="ask:pregnant">I am.</Answer>
<Answer to="ask:illnesses">Asthma.</Answer>
<Result of="order:pregnancy-test" hcg="900" />
<Result of="order:kidney-panel" creatinine="4" />
<Result of="order:filtration" egfr="22" />`;

const warned = (encounter: Encounter, step: unknown): readonly Warning[] =>
  askToConfirm(encounter, step)?.warnings ?? [];
const about = (encounter: Encounter, id: string): readonly unknown[] =>
  warned(encounter, { do: id }).map(({ code, params }) => params['condition'] ?? code);

describe('a condition speaks against an order', () => {
  it('once the patient has told it, with the heaviest of its reasons', () => {
    const encounter = began(ALL, ANSWERS);
    expect(about(encounter, 'treat:ibuprofen')).toEqual([]);
    does(encounter, 'ask:pregnant');
    expect(warned(encounter, { do: 'treat:ibuprofen' })).toEqual([
      {
        code: 'contraindicated',
        item: 'treat:ibuprofen',
        params: { condition: 'pregnancy', weight: 'avoid' },
        about: { en: 'Pregnancy', it: 'Pregnancy' },
        why: { en: 'Second.', it: 'Second.' },
        asksReason: true,
      },
    ]);
    does(encounter, 'ask:illnesses');
    expect(warned(encounter, { do: 'treat:ibuprofen' }).map(({ asksReason }) => asksReason)).toEqual([
      true,
      false,
    ]);
  });

  it('when a value of the chart shows it, whatever the case declares, and no longer when a newer one does not', () => {
    const encounter = began(
      '',
      '<Result of="order:filtration" when="not resulted order:filtration" egfr="29" />\n<Result of="order:filtration" egfr="31" />',
    );
    does(encounter, 'order:filtration');
    expect(about(encounter, 'order:contrast-scan')).toEqual([]);
    until(encounter, 31);
    expect(about(encounter, 'order:contrast-scan')).toEqual(['weak-kidneys']);
    does(encounter, 'order:filtration');
    until(encounter, 70);
    expect(about(encounter, 'order:contrast-scan')).toEqual([]);
  });

  it('by the age of the patient, which everybody sees', () => {
    expect(about(began('', ''), 'treat:aspirin')).toEqual([]);
    const child = compiledChild();
    expect(about(child, 'treat:aspirin')).toEqual(['child']);
  });

  it('not by the usual answer of the ward, nor by what the case answers to every question', () => {
    const usual = began(ALL, '<Answer to="ask:illnesses">Asthma.</Answer>');
    does(usual, 'ask:pregnant');
    expect(about(usual, 'treat:ibuprofen')).toEqual([]);
    const deaf = began(ALL, '<Answer to="ask:*">What?</Answer>');
    does(deaf, 'ask:illnesses');
    expect(about(deaf, 'treat:ibuprofen')).toEqual([]);
  });

  it('only by the words that the case says tell it, where it says so', () => {
    const encounter = began(
      ALL,
      '<Answer to="ask:pregnant">I do not think so.</Answer>\n<Result of="order:pregnancy-test" hcg="900" tells="pregnancy" />',
    );
    does(encounter, 'ask:pregnant');
    expect(about(encounter, 'treat:ibuprofen')).toEqual([]);
    does(encounter, 'order:pregnancy-test');
    until(encounter, 10);
    expect(about(encounter, 'treat:ibuprofen')).toEqual(['pregnancy']);
  });

  it('in an assessed attempt only where the case shows alerts', () => {
    for (const [front, wanted] of [
      ['', []],
      ['alerts: yes\n', ['pregnancy']],
    ] as const) {
      const encounter = began(ALL + front, ANSWERS, 'assessed');
      does(encounter, 'ask:pregnant');
      expect(about(encounter, 'treat:ibuprofen')).toEqual(wanted);
    }
  });
});

describe('a dose is held against the kidneys', () => {
  const measured = (texts: string, panel: string): Encounter => {
    const encounter = began('', texts);
    does(encounter, panel);
    until(encounter, 40);
    return encounter;
  };
  const meropenem = (encounter: Encounter, dose: string, every: string): readonly unknown[] =>
    warned(encounter, { do: 'treat:meropenem', with: { dose, every } }).map(({ code, params }) => [
      code,
      params,
    ]);

  it('by the lowest band that fits, with what it leaves out taken from the one above', () => {
    const encounter = measured(ANSWERS, 'order:filtration');
    expect(meropenem(encounter, '1 g', '12 h')).toEqual([
      ['over-renal-dose', { got: 1000, most: 500, unit: 'mg', egfr: 22 }],
    ]);
    expect(meropenem(encounter, '500 mg', '8 h')).toEqual([
      ['renal-interval', { got: 8, least: 12, egfr: 22 }],
    ]);
    expect(meropenem(encounter, '500 mg', '12 h')).toEqual([]);
    expect(warned(encounter, { do: 'treat:meropenem' })[0]?.why).toEqual({
      en: 'Half the dose.',
      it: 'Metà dose.',
    });
  });

  it('with the advice of the band, or of the one above', () => {
    const encounter = measured('<Result of="order:filtration" egfr="9" />', 'order:filtration');
    expect(warned(encounter, { do: 'treat:meropenem' })[0]).toMatchObject({
      params: { egfr: 9 },
      why: { en: 'Half the dose.' },
    });
  });

  it('by the doses of a day', () => {
    const encounter = measured('<Result of="order:filtration" egfr="40" />', 'order:filtration');
    does(encounter, 'treat:meropenem', { dose: '1 g', every: '12 h' });
    expect(meropenem(encounter, '500 mg', '24 h')).toContainEqual([
      'over-renal-day',
      { got: 2500, most: 2000, unit: 'mg', egfr: 40 },
    ]);
  });

  it('by the rate of an infusion, when it is started and when it is changed', () => {
    const encounter = measured(ANSWERS, 'order:filtration');
    const faster = [{ code: 'over-renal-rate', params: { got: 20, most: 10, unit: 'mg/h', egfr: 22 } }];
    expect(warned(encounter, { do: 'treat:pump' })).toMatchObject(faster);
    does(encounter, 'treat:pump', { rate: '5 mg/h' });
    until(encounter, 60);
    expect(
      warned(encounter, { do: 'treat:pump', with: { action: 'change', rate: '20 mg/h' } }),
    ).toMatchObject(faster);
  });

  it('with the filtration worked out where only a creatinine was measured', () => {
    // 4 mg/dL, a woman of 50: 13 mL/min
    expect(meropenem(measured(ANSWERS, 'order:kidney-panel'), '1 g', '12 h')).toEqual([
      ['over-renal-dose', { got: 1000, most: 500, unit: 'mg', egfr: 13 }],
    ]);
  });

  it('not when the kidneys are well, nor when nobody has measured', () => {
    expect(meropenem(measured('', 'order:filtration'), '1 g', '8 h')).toEqual([]);
    expect(meropenem(began(ALL, ANSWERS), '1 g', '8 h')).toEqual([]);
  });

  it('and above the usual maximum of anybody it is told once', () => {
    const [only, ...more] = warned(
      measured('<Result of="order:filtration" egfr="9" />', 'order:filtration'),
      {
        do: 'treat:pump',
        with: { rate: '80 mg/h' },
      },
    );
    expect(only?.code).toBe('over-renal-rate');
    expect(more).toEqual([]);
  });
});

describe('what is offered', () => {
  it('says of anybody in whom it is avoided and what is usual by kidney function', () => {
    const listed = offers(began('', '').playable, 'it');
    const offer = (id: string) => listed.find((one) => one.id === id);
    expect(offer('treat:ibuprofen')).toMatchObject({
      avoided: ['Pregnancy'],
      careful: ['Asthma', 'Kidneys'],
    });
    expect(offer('treat:pump')).not.toHaveProperty('avoided');
    expect(offer('treat:meropenem')?.dosing?.renal).toEqual([
      { below: 50, preset: { dose: '1000 mg', every: '12 h' }, day: 2000 },
      { below: 25, preset: { dose: '500 mg' }, advice: 'Metà dose.' },
      { below: 10, preset: { every: '24 h' } },
    ]);
  });

  it('is the same whatever the patient has', () => {
    for (const language of ['en', 'it'] as const)
      expect(offers(began(ALL, ANSWERS).playable, language)).toEqual(
        offers(began('', '').playable, language),
      );
  });
});

describe('a warning', () => {
  /** Steps, and what each may teach about the patient. */
  const STEPS: { readonly [step: string]: readonly string[] } = {
    'ask:pregnant': ['pregnancy'],
    'ask:illnesses': ['asthma'],
    'order:pregnancy-test': ['pregnancy'],
    'order:kidney-panel': ['weak-kidneys', 'kidneys'],
    'order:filtration': ['weak-kidneys', 'kidneys'],
    'ask:weight-loss': [],
    'examine:skin': [],
    'treat:aspirin': [],
  };
  const ORDERS = ['treat:ibuprofen', 'treat:aspirin', 'treat:meropenem', 'treat:pump', 'order:contrast-scan'];
  const OF_THE_PATIENT = [
    'contraindicated',
    'over-renal-dose',
    'over-renal-rate',
    'over-renal-day',
    'renal-interval',
  ];

  it('tells nothing that no answer and no report in the chart has told', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(STEPS)), fc.boolean(), (steps, waits) => {
        const encounter = began(ALL, ANSWERS);
        for (const step of steps) does(encounter, step);
        if (waits) until(encounter, 60);
        const learnt = new Set(
          steps.filter((step) => step.startsWith('ask') || waits).flatMap((step) => STEPS[step] ?? []),
        );
        const told = ORDERS.flatMap((id) => warned(encounter, { do: id })).filter(({ code }) =>
          OF_THE_PATIENT.includes(code),
        );
        for (const { params } of told) expect(learnt).toContain(params['condition'] ?? 'kidneys');
        // and what was learnt is warned of
        const named = new Set(told.map(({ params }) => params['condition'] ?? 'kidneys'));
        expect(named).toEqual(learnt);
      }),
      { numRuns: 60 },
    );
  });
});

/** The same patient at ten years. */
function compiledChild(): Encounter {
  const adult = began('', '');
  const { scenario, ward } = adult.playable;
  const child = makePlayable({ ...scenario, patient: { ...scenario.patient, age: 10 } }, ward, 'test');
  const encounter = openEncounter(child, header('1', 'practice'));
  does(encounter, 'begin');
  return encounter;
}
