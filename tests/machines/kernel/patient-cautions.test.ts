// An order is checked against what the chart knows of the patient, and against nothing else: a warning never gives away what nobody has asked.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openEncounter } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';
import { offers } from '#machines/offers';
import { makePlayable } from '#machines/playable';
import { ALL, ANSWERS, began, warned } from './cautious-ward';
import { does, header, until } from './play';

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
