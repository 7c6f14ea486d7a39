// Soft warnings: what speaks against an order is told before it is placed, and it is placed when the learner says why.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileCatalogue } from '#compiler/catalogue';
import { compileCase } from '#compiler/compile-case';
import { readCaseFolder } from '#compiler/disk';
import { reportText } from '#compiler/report';
import { openEncounter } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import { askToConfirm } from '#machines/warnings';
import { begin, bytes, chartOf, does, header, until } from './play';

const fixtures = new URL('../../fixtures/', import.meta.url).pathname;
const CAUTIONS = `one-of: [class:nsaid]
interactions:
  - { one: class:nsaid, other: "treat:gentamicin", why: { en: Both harm the kidney., it: Entrambi danneggiano il rene. }, evidence: knowledge }
`;
const item = (name: string, classes: string, dosing: string): string =>
  `treat:${name}: { name: { en: ${name} }, group: treatments/drugs, classes: [${classes}], lead: 5 min, dosing: ${dosing}, evidence: design }\n`;
const ITEMS = [
  item(
    'ketorolac',
    'nsaid',
    '{ mode: bolus, unit: mg, dose: [5, 60], usual: { dose: 30, day: 90 }, routes: [iv], presets: [ { dose: 30 mg } ] }',
  ),
  item(
    'diclofenac',
    'nsaid',
    '{ mode: bolus, unit: mg, dose: [25, 75], routes: [im], presets: [ { dose: 75 mg } ] }',
  ),
  item(
    'gentamicin',
    'aminoglycoside',
    '{ mode: course, unit: mg, dose: [80, 500], every: 24 h, usual: { day: 400 }, routes: [iv], presets: [ { dose: 320 mg, every: 24 h } ] }',
  ),
  item(
    'amoxicillin',
    'allergy-penicillin',
    '{ mode: course, unit: g, dose: [1, 2], every: 8 h, routes: [iv], presets: [ { dose: 1 g, every: 8 h } ] }',
  ),
  item(
    'pressor',
    'vasopressor',
    '{ mode: infusion, unit: mg, rate-unit: mcg/kg/min, per-mL: 0.1 mg, rate: [0.01, 3], usual: { rate: 1 }, routes: [iv], presets: [ { rate: 0.1 mcg/kg/min } ] }',
  ),
  'ask:drug-allergies: { name: { en: "Any allergies?" }, group: history, classes: [allergies], evidence: design }\n',
].join('');

const catalogue = compileCatalogue(
  new Map([
    ...readdirSync(`${fixtures}catalogue`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => [name, readFileSync(`${fixtures}catalogue/${name}`, 'utf8')] as const),
    ['treatments/more.yaml', ITEMS] as const,
    ['cautions.yaml', CAUTIONS] as const,
  ]),
);

function began(mode: 'practice' | 'assessed' = 'practice', front = ''): Encounter {
  const right = readCaseFolder(`${fixtures}wrong/_right`);
  const text = right.files.get('case.mdx') ?? '';
  const files = new Map([
    ...right.files,
    ['case.mdx', text.replace('arrival:', `allergies: [penicillin]\n${front}arrival:`)],
  ]);
  const { scenario, diagnostics } = compileCase({ ...right, files }, catalogue);
  if (!scenario) throw new Error(reportText(diagnostics));
  const encounter = openEncounter(makePlayable(scenario, catalogue.ward, 'test'), header('1', mode));
  does(encounter, 'begin');
  return encounter;
}

const codes = (encounter: Encounter, step: unknown): readonly string[] =>
  (askToConfirm(encounter, step)?.warnings ?? []).map(({ code }) => code);

describe('an order is warned of', () => {
  it.each([
    [{ do: 'treat:ketorolac', with: { dose: '60 mg' } }, ['over-usual-dose']],
    [{ do: 'treat:pressor', with: { rate: '1.5 mcg/kg/min' } }, ['over-usual-rate']],
    [{ do: 'treat:gentamicin', with: { dose: '240 mg', every: '8 h' } }, ['over-usual-day']],
    [{ do: 'treat:ketorolac' }, []],
    [{ do: 'treat:pressor', with: { rate: '1 mcg/kg/min' } }, []],
  ])('when it is more than usual: %j', (step, wanted) => {
    expect(codes(began(), step)).toEqual(wanted);
  });

  it('when doses of a day add up to more than usual', () => {
    const encounter = began();
    for (const minute of [0, 30, 60]) {
      until(encounter, minute);
      does(encounter, 'treat:ketorolac');
    }
    expect(askToConfirm(encounter, { do: 'treat:ketorolac' })?.warnings).toEqual([
      {
        code: 'over-usual-day',
        item: 'treat:ketorolac',
        params: { got: 120, most: 90, unit: 'mg' },
        asksReason: true,
      },
    ]);
    until(encounter, 26 * 60);
    expect(codes(encounter, { do: 'treat:ketorolac' })).toEqual([]);
  });

  it('when a running infusion is raised above the usual', () => {
    const encounter = began();
    does(encounter, 'treat:pressor');
    until(encounter, 10);
    expect(
      codes(encounter, { do: 'treat:pressor', with: { action: 'change', rate: '2 mcg/kg/min' } }),
    ).toEqual(['over-usual-rate']);
    expect(codes(encounter, { do: 'treat:pressor', with: { rate: '0.2 mcg/kg/min' } })).toEqual([]);
    expect(codes(encounter, { do: 'treat:pressor', with: { action: 'stop' } })).toEqual([]);
  });

  it('when the patient is allergic and somebody has asked', () => {
    const encounter = began();
    expect(codes(encounter, { do: 'treat:amoxicillin' })).toEqual([]);
    does(encounter, 'ask:drug-allergies');
    expect(codes(encounter, { do: 'treat:amoxicillin' })).toEqual(['allergy']);
    expect(codes(encounter, { do: 'treat:gentamicin' })).toEqual([]);
  });

  it('when the same test is still awaited, and no longer once it is here', () => {
    const encounter = began();
    does(encounter, 'order:venous-gas');
    expect(codes(encounter, { do: 'order:venous-gas' })).toEqual(['duplicate']);
    until(encounter, 60);
    expect(codes(encounter, { do: 'order:venous-gas' })).toEqual([]);
  });

  it('when another of its class acts, or what it does not go with', () => {
    const encounter = began();
    does(encounter, 'treat:ketorolac');
    until(encounter, 20);
    expect(codes(encounter, { do: 'treat:diclofenac' })).toEqual(['same-class']);
    expect(askToConfirm(encounter, { do: 'treat:gentamicin' })?.warnings).toEqual([
      {
        code: 'interaction',
        item: 'treat:gentamicin',
        params: { other: 'treat:ketorolac' },
        why: { en: 'Both harm the kidney.', it: 'Entrambi danneggiano il rene.' },
        asksReason: true,
      },
    ]);
    until(encounter, 7 * 60);
    expect(codes(encounter, { do: 'treat:diclofenac' })).toEqual([]);
  });

  it('also about what is signed together with it', () => {
    const asked = askToConfirm(began(), {
      do: 'sign',
      with: { orders: [{ do: 'treat:gentamicin' }, { do: 'treat:ketorolac' }] },
    });
    expect(asked?.warnings?.map(({ code, order }) => [code, order])).toEqual([['interaction', 2]]);
  });
});

describe('a warning', () => {
  const large = (more: object) => ({ do: 'treat:ketorolac', with: { dose: '60 mg', ...more } });

  it('is answered by a confirmation with its reason, which stands in the chart', () => {
    const encounter = began();
    expect(askToConfirm(encounter, large({}))).toMatchObject({ code: 'confirm', params: { count: 1 } });
    expect(askToConfirm(encounter, large({ confirmed: true }))?.code).toBe('confirm');
    const told = large({ confirmed: true, reason: 'renal colic, one dose' });
    expect(askToConfirm(encounter, told)).toBeNull();
    does(encounter, told.do, told.with);
    expect(chartOf(encounter, 'treat:ketorolac')[0]?.detail).toMatch(/ · reason: renal colic, one dose$/);
  });

  it('needs no reason where the same again may simply be meant', () => {
    const encounter = began();
    does(encounter, 'order:venous-gas');
    expect(askToConfirm(encounter, { do: 'order:venous-gas', with: { confirmed: true } })).toBeNull();
  });

  it('changes nothing and is never in the way of a script or a log', () => {
    const encounter = began();
    const before = bytes(encounter);
    askToConfirm(encounter, large({}));
    expect(bytes(encounter)).toBe(before);
    does(encounter, 'treat:ketorolac', { dose: '60 mg' });
  });

  it('is shown in an assessed attempt only where the case says so', () => {
    expect(askToConfirm(began('assessed'), large({}))).toBeNull();
    expect(askToConfirm(began('assessed', 'alerts: yes\n'), large({}))?.code).toBe('confirm');
    expect(askToConfirm(began('assessed', 'alerts: no\n'), large({}))).toBeNull();
  });

  it('leaves what would be refused anyway to its refusal', () => {
    expect(askToConfirm(began(), { do: 'treat:ketorolac', with: { dose: '61 mg' } })).toBeNull();
    expect(askToConfirm(began(), { do: 'treat:nothing' })).toBeNull();
    expect(askToConfirm(began(), null)).toBeNull();
  });

  it('is about the amounts of a fixture too', () => {
    const encounter = begin('coupled-laboratory');
    expect(codes(encounter, { do: 'treat:potassium-chloride', with: { rate: '40 mmol/h' } })).toEqual([
      'over-usual-rate',
    ]);
  });
});
