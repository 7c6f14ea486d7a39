// Usual effects: what a treatment does where the case leaves it to the ward, with its onset, peak and end, and in proportion to the dose.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileCatalogue, type Catalogue } from '#compiler/catalogue';
import { compileCase } from '#compiler/compile-case';
import { readCaseFolder } from '#compiler/disk';
import { reportText } from '#compiler/report';
import { openEncounter } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import { quantitiesNow } from '#machines/trace';
import { does, header, until } from './play';

const fixtures = new URL('../../fixtures/', import.meta.url).pathname;
const item = (name: string, classes: string, dosing: string): string =>
  `treat:${name}: { name: { en: ${name} }, group: treatments/drugs, classes: [${classes}], lead: 0 min, dosing: ${dosing}, evidence: design }\n`;
const ITEMS = [
  item(
    'slower',
    'slowing',
    '{ mode: bolus, unit: mg, dose: [1, 50], routes: [iv], presets: [ { dose: 5 mg } ] }',
  ),
  item(
    'dripped',
    'dripping',
    '{ mode: infusion, unit: mg, rate-unit: mg/h, rate: [1, 50], routes: [iv], presets: [ { rate: 10 mg/h } ] }',
  ),
  item('other', 'slowing', '{ mode: bolus, unit: mg, dose: [1, 50], routes: [iv] }'),
].join('');
const EFFECTS = `class:slowing:
  - { hr: -20, after: 2 min, peak: 10 min, for: 60 min, evidence: design }
treat:dripped:
  - { hr: 10, after: 1 min, peak: 5 min, evidence: design }
`;
const VITALS = 'vitals: { hr: { unit: /min, starts: 80, towards: "80", lag: 1 s } }\n';

function ward(effects: string): Catalogue {
  return compileCatalogue(
    new Map([
      ...readdirSync(`${fixtures}catalogue`, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => [name, readFileSync(`${fixtures}catalogue/${name}`, 'utf8')] as const),
      ['treatments/more.yaml', ITEMS] as const,
      ['effects.yaml', effects] as const,
    ]),
  );
}

function compiled(physiology: string, catalogue: Catalogue): ReturnType<typeof compileCase> {
  const right = readCaseFolder(`${fixtures}wrong/_right`);
  const files = new Map([
    ...right.files,
    ['physiology.yaml', physiology],
    ['course.mdx', (right.files.get('course.mdx') ?? '').replace('when="map < 60"', 'on="done order:ecg"')],
  ]);
  return compileCase({ ...right, files }, catalogue);
}

function began(physiology: string, catalogue: Catalogue = ward(EFFECTS)): Encounter {
  const { scenario, diagnostics } = compiled(physiology, catalogue);
  if (scenario === null) throw new Error(reportText(diagnostics));
  const encounter = openEncounter(makePlayable(scenario, catalogue.ward, 'test'), header());
  does(encounter, 'begin');
  return encounter;
}

function hrAt(encounter: Encounter, minute: number): number {
  until(encounter, minute);
  return Math.round(quantitiesNow(encounter)['hr'] ?? Number.NaN);
}

const toldOf = (physiology: string, effects = EFFECTS): readonly string[] => {
  const catalogue = ward(effects);
  return [...catalogue.diagnostics, ...compiled(physiology, catalogue).diagnostics]
    .filter(({ severity }) => severity === 'error')
    .map(({ code, file, what, help }) => `${file} ${code}: ${what} → ${help}`);
};

describe('a usual effect', () => {
  const taken = `${VITALS}usual-effects: [hr]\n`;

  it('comes on at its onset, is whole at its peak, and is over at its end', () => {
    const encounter = began(taken);
    does(encounter, 'treat:slower', { dose: '5 mg' });
    expect([1, 3, 7, 11, 40, 61].map((minute) => hrAt(encounter, minute))).toEqual([80, 70, 64, 60, 60, 80]);
  });

  it('is in proportion to the dose, and at most twice that of the usual one', () => {
    const peak = (dose: string): number => {
      const encounter = began(taken);
      does(encounter, 'treat:slower', { dose });
      return hrAt(encounter, 20);
    };
    expect(['2.5 mg', '5 mg', '7.5 mg', '10 mg', '50 mg'].map(peak)).toEqual([70, 60, 50, 40, 40]);
  });

  it('of an infusion follows its rate, and goes with it', () => {
    const encounter = began(taken);
    does(encounter, 'treat:dripped', { rate: '10 mg/h' });
    expect(hrAt(encounter, 10)).toBe(90);
    does(encounter, 'treat:dripped', { action: 'change', rate: '20 mg/h' });
    expect(hrAt(encounter, 20)).toBe(100);
    does(encounter, 'treat:dripped', { action: 'change', rate: '5 mg/h' });
    expect(hrAt(encounter, 30)).toBe(85);
    does(encounter, 'treat:dripped', { action: 'stop' });
    expect(hrAt(encounter, 32)).toBe(80);
  });

  it('of a rate that was stopped before it set in never sets in', () => {
    const encounter = began(taken);
    does(encounter, 'treat:dripped', { rate: '20 mg/h' });
    until(encounter, 2);
    does(encounter, 'treat:dripped', { action: 'stop' });
    does(encounter, 'treat:dripped', { rate: '10 mg/h' });
    expect(hrAt(encounter, 12)).toBe(90);
  });

  it('is not that of an item of which the case speaks itself, not even to say that it does nothing', () => {
    const own = began(`${taken}effects: { treat:slower: [ { hr: -5, for: 30 min } ], treat:other: [] }\n`);
    does(own, 'treat:slower', { dose: '5 mg' });
    does(own, 'treat:other', { dose: '5 mg' });
    expect(hrAt(own, 11)).toBe(75);
    const formula = began(
      'vitals: { hr: { unit: /min, starts: 80, towards: "80 - 1 * total of treat:slower", lag: 1 s } }\nusual-effects: all\n',
    );
    does(formula, 'treat:slower', { dose: '5 mg' });
    expect(hrAt(formula, 11)).toBe(75);
  });

  it('is nothing to a case that does not take it over', () => {
    const encounter = began(VITALS);
    does(encounter, 'treat:slower', { dose: '5 mg' });
    expect(hrAt(encounter, 11)).toBe(80);
  });
});

describe('the author is told of', () => {
  it('a quantity that the case lacks or has in another unit', () => {
    expect(toldOf(`${VITALS}usual-effects: [map]\n`)).toEqual([
      'physiology.yaml unknown-quantity: This case has no level or vital map. → Declare it, or take it from the list.',
    ]);
    expect(
      toldOf(
        'vitals: { temperature: { unit: K, starts: 310, towards: "310", lag: 1 min } }\nusual-effects: all\n',
      ),
    ).toEqual([expect.stringContaining('physiology.yaml unit: Usual effects on temperature are in Cel')]);
  });

  it('an item that is not there, times out of order, and an effect that never ends', () => {
    const effects = [
      'treat:slwer: [ { hr: 1, for: 1 h, evidence: design } ]',
      'treat:dripped: [ { hr: 1, after: 10 min, peak: 5 min, evidence: design } ]',
      'treat:other: [ { hr: 1, evidence: design } ]',
      'class:slowing: [ { hrr: 1, for: 1 h, evidence: design } ]',
    ].join('\n');
    expect(toldOf(VITALS, effects)).toEqual([
      'effects.yaml unknown-item: No item is treat:slwer or has this class. → Did you mean treat:slower?',
      expect.stringContaining('effects.yaml times'),
      expect.stringContaining('effects.yaml endless-effect: An effect of treat:other'),
      'effects.yaml unknown-quantity: Usual effects know no hrr. → Did you mean hr?',
    ]);
  });
});
