// The medicines of the ward as a pharmacist checks them: sentences within their own maxima, families complete, limits that hold, warnings that come.
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#compiler/disk';
import { openEncounter, take } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import { convertAmount, parseQuantity } from '#machines/quantity';
import { readRequest } from '#machines/read-request';
import type { Dosing, Item } from '#machines/scenario/item';
import type { Patient } from '#machines/scenario/scenario';
import { askToConfirm } from '#machines/warnings';
import { bytes, chartOf, does, header, plain } from '../machines/kernel/play';
import { tinyScenario } from '../server/tiny-case';

const { ward } = readCatalogue(new URL('../../content/catalogue', import.meta.url).pathname);
const treatments = Object.values(ward.items).filter(({ verb }) => verb === 'treat');

/** A patient of this ward at the bedside. */
function patient(more: Partial<Patient> = {}, mode: 'practice' | 'assessed' = 'practice'): Encounter {
  const tiny = tinyScenario();
  const scenario = { ...tiny, patient: { ...tiny.patient, ...more } };
  const encounter = openEncounter(makePlayable(scenario, ward, 'test'), header('1', mode));
  does(encounter, 'begin');
  return encounter;
}

interface Sentence {
  readonly item: Item;
  readonly dosing: Dosing;
  readonly with: { readonly [key: string]: string };
}

const sentences = treatments.flatMap((item): Sentence[] => {
  const { dosing } = item;
  if (!dosing || dosing.mode === 'device' || dosing.mode === 'once') return [];
  return dosing.presets.map((preset) => {
    const { label: _label, ...amounts } = preset;
    return { item, dosing, with: amounts };
  });
});

const amountAt = (text: string, unit: string, weight: number): number => {
  const quantity = parseQuantity(text);
  return quantity === null
    ? Number.NaN
    : (convertAmount(quantity.value, quantity.unit ?? unit, unit, { weight }) ?? Number.NaN);
};

describe('the order sentences of the ward', () => {
  it('stay at or below the usual maximum of a dose, a rate and a day, for an adult of 70 kg', () => {
    const above = sentences.flatMap(({ item, dosing, with: amounts }) => {
      const { usual = {}, unit = '', rateUnit = '' } = dosing;
      const dose = amounts['dose'] === undefined ? 0 : amountAt(amounts['dose'], unit, 70);
      const rate = amounts['rate'] === undefined ? 0 : amountAt(amounts['rate'], rateUnit, 70);
      const hours = amountAt(amounts['every'] ?? `${(dosing.every ?? 86_400) / 3600} h`, 'h', 70);
      const day = dosing.mode === 'course' ? (dose * 24) / hours : dose;
      const broken = [
        dose <= (usual.dose ?? Infinity) + 1e-9,
        rate <= (usual.rate ?? Infinity) + 1e-9,
        day <= (usual.day ?? Infinity) + 1e-9,
      ].includes(false);
      return broken ? [`${item.id} ${JSON.stringify(amounts)}`] : [];
    });
    expect(above).toEqual([]);
  });

  it.each([50, 70, 100])('can be ordered as they are offered for an adult of %d kg', (weight) => {
    const tiny = tinyScenario();
    const playable = makePlayable({ ...tiny, patient: { ...tiny.patient, weight } }, ward, 'test');
    const refused = sentences.flatMap(({ item, with: amounts }) => {
      const read = readRequest(playable, item.id, amounts);
      return read.ok ? [] : [`${item.id} ${JSON.stringify(amounts)} ${JSON.stringify(read.refusal)}`];
    });
    expect(refused).toEqual([]);
  });

  it('name only routes that the medicine has', () => {
    const strange = sentences.filter(
      ({ dosing, with: { route } }) => route !== undefined && !dosing.routes.includes(route),
    );
    expect(strange.map(({ item }) => item.id)).toEqual([]);
  });
});

describe('the usual maximum of a medicine', () => {
  // A device is set to the patient, and `once` has no amount: everything that is measured out has a maximum.
  const dosed = treatments.filter(({ dosing }) => dosing && !['device', 'once'].includes(dosing.mode));

  it('is known for everything that is measured out, without exception', () => {
    const silent = dosed.filter(({ dosing }) => Object.keys(dosing?.usual ?? {}).length === 0);
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it('lies within what can be ordered at all, or nobody would ever hear of it', () => {
    const outside = dosed.filter(({ dosing }) => {
      const { usual = {}, dose, rate } = dosing ?? {};
      const beyond = (value: number | undefined, limits: { least: number; most: number } | undefined) =>
        value !== undefined && limits !== undefined && (value > limits.most || value < limits.least);
      return beyond(usual.dose, dose) || beyond(usual.rate, rate);
    });
    expect(outside.map(({ id }) => id)).toEqual([]);
  });
});

describe('the families of the ward’s medicines are complete', () => {
  const family = (pattern: RegExp, but: readonly string[], name: string): readonly string[] =>
    treatments
      .filter(({ id, name: { en = '' } }) => pattern.test(en.toLowerCase()) && !but.includes(id))
      .filter(({ classes }) => !classes.includes(name))
      .map(({ id }) => id);

  it.each([
    [/cillin\b/, 'allergy-penicillin', []],
    [/\bcef/, 'allergy-cephalosporin', []],
    [/penem\b/, 'allergy-carbapenem', []],
    [/floxacin/, 'allergy-quinolone', []],
    [/thromycin/, 'allergy-macrolide', []],
    [/cycline\b/, 'allergy-tetracycline', []],
    [/^(vanco|teico|dalba|orita)/, 'allergy-glycopeptide', []],
    [/conazole\b/, 'allergy-azole', []],
    [/heparin\b|parin\b/, 'allergy-heparin', []],
    [
      /statin\b/,
      'statin',
      [
        'treat:nystatin-oral',
        'treat:imipenem-cilastatin',
        'treat:imipenem-relebactam',
        'treat:somatostatin-infusion',
      ],
    ],
    [/pril,/, 'ace-inhibitor', []],
    [/sartan,/, 'sartan', []],
    [/triptan/, 'triptan', []],
    [/aspirin/, 'allergy-salicylate', []],
    [/paracetamol/, 'paracetamol', ['treat:acetylcysteine-iv']],
    [
      /^(morphine|fentanyl|oxycodone|tramadol|tapentadol|methadone|pethidine|remifentanil|buprenorphine)/,
      'opioid',
      [],
    ],
  ])('%s is %s', (pattern, name, but) => {
    expect(family(pattern, but, name)).toEqual([]);
  });

  it('says what every antibacterial covers, or that it does not count', () => {
    const GROUPS = ['gram-negative', 'staphylococci', 'anaerobes', 'mrsa', 'esbl'];
    const unsaid = treatments.filter(
      ({ classes, attributes = {} }) =>
        classes.includes('antibacterial') &&
        !classes.includes('ineffective-antibiotic') &&
        GROUPS.some((group) => !(attributes[group] !== undefined && attributes[group] <= 1)),
    );
    expect(unsaid.map(({ id }) => id)).toEqual([]);
  });
});

describe('the order form of the ward blocks', () => {
  it.each([
    [{ do: 'treat:gentamicin', with: { dose: '400 mL' } }, 'bad-unit'],
    [{ do: 'treat:norepinephrine', with: { rate: '5 mg' } }, 'bad-unit'],
    [{ do: 'treat:insulin-rapid-sc', with: { dose: '6 mg' } }, 'bad-unit'],
    [{ do: 'treat:potassium-chloride-iv', with: { rate: '10 mmol/h', route: 'oral' } }, 'bad-route'],
    [{ do: 'treat:benzathine-penicillin', with: { dose: '2.4 MU', route: 'iv' } }, 'bad-route'],
    [{ do: 'treat:potassium-chloride-iv', with: { rate: '60 mmol/h' } }, 'out-of-bounds'],
    [{ do: 'treat:morphine-oral-immediate', with: { dose: '5 g' } }, 'out-of-bounds'],
    [{ do: 'treat:fentanyl-intranasal', with: { dose: '50 mg' } }, 'out-of-bounds'],
    [{ do: 'treat:digoxin-oral', with: { dose: '125 mg' } }, 'out-of-bounds'],
  ])('%j: %s, in practice and when assessed', (step, code) => {
    for (const mode of ['practice', 'assessed'] as const) {
      const encounter = patient({}, mode);
      const before = bytes(encounter);
      expect(take(encounter, step)).toMatchObject({ ok: false, refusal: { code } });
      expect(bytes(encounter)).toBe(before);
    }
  });
});

const codes = (encounter: Encounter, step: unknown): readonly string[] =>
  (askToConfirm(encounter, step)?.warnings ?? []).map(({ code }) => code);

describe('the order form of the ward warns', () => {
  it.each([
    [
      { do: 'treat:methotrexate-low-dose', with: { dose: '15 mg', every: '24 h', route: 'oral' } },
      'over-usual-day',
    ],
    [
      { do: 'treat:paracetamol-oral', with: { dose: '1000 mg', every: '4 h', route: 'oral' } },
      'over-usual-day',
    ],
    [{ do: 'treat:digoxin-oral', with: { dose: '0.5 mg', every: '12 h' } }, 'over-usual-day'],
    [
      { do: 'treat:potassium-chloride-iv', with: { rate: '20 mmol/h', route: 'iv-central' } },
      'over-usual-rate',
    ],
    [{ do: 'treat:amikacin', with: { dose: '2400 mg', every: '24 h' } }, 'over-usual-dose'],
  ])('%j: %s', (step, code) => {
    expect(codes(patient(), step)).toContain(code);
    expect(codes(patient({}, 'assessed'), step)).toEqual([]);
  });

  it('of a methotrexate that is given weekly not at all', () => {
    expect(codes(patient(), { do: 'treat:methotrexate-low-dose' })).toEqual([]);
  });

  it.each([
    ['treat:linezolid', 'treat:sertraline'],
    ['treat:nitroglycerin-infusion', 'treat:sildenafil'],
    ['treat:meropenem', 'treat:valproate-oral'],
    ['treat:verapamil-oral', 'treat:bisoprolol'],
    ['treat:warfarin', 'treat:co-trimoxazole-oral'],
    ['treat:azathioprine', 'treat:allopurinol'],
    ['treat:levodopa-carbidopa', 'treat:metoclopramide'],
    ['treat:simvastatin', 'treat:clarithromycin-oral'],
    ['treat:haloperidol', 'treat:ondansetron-oral'],
    ['treat:spironolactone', 'treat:potassium-oral'],
  ])('of %s beside %s, whichever comes first', (one, other) => {
    for (const [first, then] of [
      [one, other],
      [other, one],
    ]) {
      const encounter = patient();
      does(encounter, String(first));
      expect(codes(encounter, { do: then })).toEqual(['interaction']);
    }
  });

  it.each([
    ['treat:paracetamol', 'treat:paracetamol-oral'],
    ['treat:apixaban', 'treat:enoxaparin-therapeutic'],
    ['treat:ramipril', 'treat:enalapril'],
  ])('of %s and %s at once as the same twice', (one, other) => {
    const encounter = patient();
    does(encounter, one);
    expect(codes(encounter, { do: other })).toContain('same-class');
  });

  it('not of a heparin bolus with the infusion that follows it', () => {
    const encounter = patient();
    does(encounter, 'treat:heparin-bolus');
    expect(codes(encounter, { do: 'treat:therapeutic-heparin' })).toEqual([]);
  });
});

describe('a known allergy', () => {
  const allergic = (...allergies: string[]): Encounter => {
    const encounter = patient({ allergies });
    does(encounter, 'ask:allergies');
    return encounter;
  };
  const why = (encounter: Encounter, id: string): string | null | undefined => {
    const warnings = askToConfirm(encounter, { do: id })?.warnings ?? [];
    return warnings.length === 0 ? null : warnings[0]?.why?.en;
  };

  it.each(['ask:allergies', 'ask:ample', 'ask:allergy-food-latex', 'ask:allergy-detail'])(
    'is known to the chart from %s, and from nothing else',
    (question) => {
      const encounter = patient({ allergies: ['penicillin'] });
      does(encounter, 'ask:past-history');
      expect(codes(encounter, { do: 'treat:oral-amoxicillin' })).toEqual([]);
      does(encounter, question);
      expect(codes(encounter, { do: 'treat:oral-amoxicillin' })).toEqual(['allergy']);
    },
  );

  it('to penicillin reaches its relatives in degrees, and leaves the others alone', () => {
    const encounter = allergic('penicillin');
    expect(codes(encounter, { do: 'treat:piperacillin-tazobactam' })).toEqual(['allergy']);
    expect(why(encounter, 'treat:piperacillin-tazobactam')).toBeUndefined();
    expect(why(encounter, 'treat:cefalexin')).toMatch(/side chain of ampicillin/);
    expect(why(encounter, 'treat:cefazolin')).toMatch(/side chain of its own/);
    expect(why(encounter, 'treat:ceftriaxone')).toMatch(/2 in 100/);
    expect(why(encounter, 'treat:meropenem')).toMatch(/fewer than 1 in 100/i);
    expect(why(encounter, 'treat:aztreonam')).toBeNull();
    expect(why(encounter, 'treat:vancomycin')).toBeNull();
  });

  it('to one medicine counts for its family', () => {
    expect(why(allergic('treat:oral-amoxicillin'), 'treat:ceftriaxone')).toMatch(/2 in 100/);
  });

  it.each([
    ['sulfonamide', 'treat:furosemide', 'unlikely'],
    ['aztreonam', 'treat:ceftazidime', 'side chain of aztreonam'],
    ['salicylate', 'treat:ketorolac-iv', 'asthma or hives'],
  ])('to %s is told about %s', (allergy, id, words) => {
    expect(why(allergic(allergy), id)).toMatch(words);
  });

  it('to contrast medium is told before the scan', () => {
    expect(codes(allergic('iodinated-contrast'), { do: 'order:ct-pulmonary-angiography' })).toEqual([
      'allergy',
    ]);
    expect(codes(allergic('iodinated-contrast'), { do: 'order:ct-head' })).toEqual([]);
  });
});

describe('what a patient answers when the case says nothing', () => {
  it.each([
    [29, 'Two weeks ago'],
    [74, 'Years ago'],
    [8, 'not had any yet'],
  ])('fits a woman of %d', (age, words) => {
    const encounter = patient({ sex: 'female', age });
    does(encounter, 'ask:last-period');
    expect(plain(chartOf(encounter, 'ask:last-period')[0]?.prose ?? [])).toMatch(words);
  });
});
