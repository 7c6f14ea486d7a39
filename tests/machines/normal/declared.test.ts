// What a case declares of an analyte answers wherever that analyte is reported, also in panels that the case never mentions.
import { describe, expect, it } from 'vitest';
import { compileCase } from '#compiler/compile-case';
import { readCaseFolder, readCatalogue } from '#compiler/disk';
import { reportText } from '#compiler/report';
import { openEncounter } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import { reveal } from '#machines/reveal';
import { chartOf, does, header, until } from '../kernel/play';

const fixtures = new URL('../../fixtures/', import.meta.url).pathname;
const catalogue = readCatalogue(`${fixtures}catalogue`);
const right = readCaseFolder(`${fixtures}wrong/_right`);

const ANALYTES = `crp: { name: { en: CRP }, unit: mg/L, decimals: 0, high: 5, normal: 2, evidence: design }
half: { name: { en: Half of CRP }, unit: mg/L, decimals: 0, high: 5, normal: 1, from: crp / 2, evidence: design }
prostate: { name: { en: Prostate marker }, unit: ng/mL, decimals: 1, high: 4, normal: 1, only: { sex: male }, evidence: design }
beat: { name: { en: Beats }, unit: /min, decimals: 0, low: 60, high: 100, normal: 70, from: { given: [hr], is: hr }, evidence: design }
`;
const ITEMS = `order:one: { name: { en: One }, group: investigations, lead: 0 s, turnaround: 1 min, analytes: [crp], evidence: design }
order:panel: { name: { en: Panel }, group: investigations, lead: 0 s, turnaround: 1 min, cost: 3, analytes: [half, crp, prostate, beat], evidence: design }
`;

function began(files: { readonly [name: string]: string }): Encounter {
  const all = new Map([
    ...right.files,
    ...Object.entries({ 'analytes.yaml': ANALYTES, 'items.yaml': ITEMS, ...files }),
  ]);
  const { scenario, diagnostics } = compileCase({ ...right, files: all }, catalogue);
  if (!scenario) throw new Error(reportText(diagnostics));
  const encounter = openEncounter(makePlayable(scenario, catalogue.ward, 'test'), header());
  does(encounter, 'begin');
  return encounter;
}

/** Values of the panel's last report, by analyte. */
function panel(encounter: Encounter): { readonly [analyte: string]: string } {
  does(encounter, 'order:panel');
  until(encounter, reveal(encounter, 'en').now / 60 + 2);
  const report = chartOf(encounter, 'order:panel').findLast(({ kind }) => kind === 'result');
  return Object.fromEntries((report?.values ?? []).map(({ analyte, value }) => [analyte, value]));
}

describe('a value that one result states', () => {
  it('is reported by every other panel, and carried on by rules', () => {
    const values = panel(
      began({ 'texts.mdx': '<Opening>In.</Opening>\n<Result of="order:one" crp="120" />' }),
    );
    expect(values['crp']).toBe('120');
    expect(values['half']).toBe('60');
  });

  it('is not believed elsewhere while the laboratory doubts it', () => {
    const texts = '<Opening>In.</Opening>\n<Result of="order:one" crp="120" flag="crp" />';
    expect(Number(panel(began({ 'texts.mdx': texts }))['crp'])).toBeLessThanOrEqual(5);
  });

  it('holds while its condition does', () => {
    const encounter = began({
      'texts.mdx':
        '<Opening>In.</Opening>\n<Result of="order:one" when="time >= 10 min" crp="120" />\n<Result of="order:one" crp="40" />',
    });
    expect(panel(encounter)['crp']).toBe('40');
    until(encounter, 10);
    expect(panel(encounter)['crp']).toBe('120');
  });
});

describe('a level or vital', () => {
  const physiology = `vitals:
  map: { unit: mmHg, starts: 80, towards: "80", lag: 5 min }
  pulse: { channel: hr, label: HR, unit: /min, starts: 131, towards: "131", lag: 5 min, seen: always }
levels:
  crp: { unit: mg/dL, starts: 10, do: [ { rises: "1" } ] }
`;

  it('answers the analyte of its name live and in its unit, in panels that the case does not mention', () => {
    const encounter = began({ 'physiology.yaml': physiology });
    const first = Number(panel(encounter)['crp']);
    expect(first).toBeGreaterThanOrEqual(100);
    until(encounter, 30);
    expect(Number(panel(encounter)['crp'])).toBeGreaterThan(first + 200);
  });

  it('answers rules that take its channel as given', () => {
    expect(panel(began({ 'physiology.yaml': physiology }))['beat']).toBe('131');
    expect(Number(panel(began({}))['beat'])).toBeLessThanOrEqual(100);
  });
});

describe('an analyte that the patient cannot have', () => {
  it('is answered in words', () => {
    expect(panel(began({}))['prostate']).toBe('Not applicable');
  });
});

describe('a case', () => {
  it('may change the price of a ward item and take another out of its setting', () => {
    const encounter = began({
      'items.yaml': `${ITEMS}order:ecg: { cost: 70 }\norder:ketones: { withheld: { en: Not at night. } }\n`,
    });
    expect(encounter.playable.item('order:ecg')?.cost).toBe(70);
    expect(Object.keys(encounter.playable.scenario.withheld)).toEqual(['order:ketones']);
  });
});

describe('a value in two systems of units', () => {
  const told = (crp: string, language: 'en' | 'it' = 'en') => {
    const encounter = began({
      'analytes.yaml': ANALYTES.replace(
        'unit: mg/L, decimals: 0, high: 5, normal: 2,',
        'unit: mg/dL, decimals: 0, high: 140, normal: 95, molar-mass: 180.16, si: { unit: mmol/L, decimals: 1 },',
      ),
      'texts.mdx': `<Opening>In.</Opening>\n<Result of="order:one" crp="${crp}" />`,
    });
    does(encounter, 'order:one');
    until(encounter, 3);
    return reveal(encounter, language).chart.flatMap(({ values }) => values)[0];
  };

  it('comes with both, each with its range and the decimal sign of the language', () => {
    const other = { system: 'si', number: 8.3, unit: 'mmol/L', low: null, high: 7.8 };
    expect(told('149')).toMatchObject({ value: '149', unit: 'mg/dL', flag: 'high', other });
    expect(told('149')?.other?.value).toBe('8.3');
    expect(told('149', 'it')?.other?.value).toBe('8,3');
  });

  it('keeps the sign of what lies beyond measurement, and stays words where it is words', () => {
    expect(told('<10')?.other?.value).toBe('<0.6');
    expect(told('haemolysed')?.other).toBeUndefined();
  });

  it('may be written by the author in either', () => {
    expect(told('10 mmol/L')).toMatchObject({ value: '180', other: { value: '10.0' } });
  });

  it('may be a level in either', () => {
    const encounter = began({
      'analytes.yaml': ANALYTES.replace(
        'unit: mg/L, decimals: 0, high: 5, normal: 2,',
        'unit: mg/dL, decimals: 0, high: 140, normal: 95, molar-mass: 180.16, si: { unit: mmol/L, decimals: 1 },',
      ),
      'physiology.yaml':
        'vitals:\n  map: { unit: mmHg, starts: 80, towards: "80", lag: 5 min }\nlevels:\n  crp: { unit: mmol/L, starts: 10 }\n',
    });
    expect(panel(encounter)['crp']).toBe('180');
  });
});
