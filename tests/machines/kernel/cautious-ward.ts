// A small ward whose orders some patients should not have, and a patient of it, for the tests of warnings.
import { readdirSync, readFileSync } from 'node:fs';
import { compileCatalogue } from '#compiler/catalogue';
import { compileCase } from '#compiler/compile-case';
import { readCaseFolder } from '#compiler/disk';
import { reportText } from '#compiler/report';
import { openEncounter } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import type { Warning } from '#machines/step';
import { askToConfirm } from '#machines/warnings';
import { does, header } from './play';

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
export function began(front: string, texts: string, mode: 'practice' | 'assessed' = 'practice'): Encounter {
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

/** What the front matter of the patient says. */
export const ALL = 'conditions: [pregnancy, asthma]\n';
/** What the patient and the reports say. */
export const ANSWERS = `<Answer to="ask:pregnant">I am.</Answer>
<Answer to="ask:illnesses">Asthma.</Answer>
<Result of="order:pregnancy-test" hcg="900" />
<Result of="order:kidney-panel" creatinine="4" />
<Result of="order:filtration" egfr="22" />`;

/** The warnings that stand against a step. */
export const warned = (encounter: Encounter, step: unknown): readonly Warning[] =>
  askToConfirm(encounter, step)?.warnings ?? [];
