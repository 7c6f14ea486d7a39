// What a pharmacist looks for in the ward's conditions, contraindications and doses in kidney impairment: families whole, nothing first-line forbidden.
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#compiler/disk';
import { openEncounter } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import { readRequest } from '#machines/read-request';
import type { Item } from '#machines/scenario/item';
import type { Patient } from '#machines/scenario/scenario';
import { askToConfirm } from '#machines/warnings';
import { does, header } from '../machines/kernel/play';
import { tinyScenario } from '../server/tiny-case';

const { ward } = readCatalogue(new URL('../../content/catalogue', import.meta.url).pathname);
const { conditions = {}, cautions } = ward;
const rows = cautions?.contraindications ?? [];
const treatments = Object.values(ward.items).filter(({ verb }) => verb === 'treat');

/** What the rows say of an item in a condition: the heaviest weight, or null. */
function weightOf(id: string, condition: string): 'avoid' | 'care' | null {
  const classes = ward.items[id]?.classes ?? [];
  const found = rows.filter((row) => row.condition === condition && [id, ...classes].includes(row.what));
  if (found.length === 0) return null;
  return found.some(({ weight }) => weight === 'avoid') ? 'avoid' : 'care';
}

describe('the conditions of the ward', () => {
  it('each speak against something', () => {
    const silent = Object.keys(conditions).filter((id) => rows.every(({ condition }) => condition !== id));
    expect(silent).toEqual([]);
  });

  it('are named, and explained, in both languages', () => {
    const unnamed = Object.values(conditions).filter(({ name }) => !name.en || !name.it);
    const unexplained = rows.filter(({ why }) => !/^[A-Z].*[.?]$/.test(why.en ?? '') || !why.it);
    expect([...unnamed, ...unexplained]).toEqual([]);
  });

  it('are told by questions that have them for their subject, not by mere symptoms', () => {
    const symptoms = ['ask:palpitations', 'ask:breathlessness', 'ask:swallow-chew-fatigue', 'ask:tremor'];
    const telling = Object.values(conditions).flatMap(({ toldBy }) => toldBy);
    expect(telling.filter((name) => symptoms.includes(name))).toEqual([]);
  });
});

describe('what is done for a condition is not forbidden in it', () => {
  it.each([
    ['pregnancy', ['treat:enoxaparin', 'treat:labetalol-oral', 'treat:methyldopa', 'treat:paracetamol-oral']],
    ['pregnancy', ['treat:ceftriaxone', 'treat:insulin-basal', 'treat:aspirin-low-dose', 'treat:metformin']],
    ['pregnancy', ['treat:methotrexate-ectopic', 'treat:misoprostol-obstetric', 'treat:oxytocin-infusion']],
    ['severe-renal-impairment', ['treat:paracetamol-oral', 'treat:heparin-subcutaneous', 'treat:furosemide']],
    ['severe-renal-impairment', ['treat:sodium-zirconium', 'treat:calcium-gluconate-iv', 'treat:vancomycin']],
    ['cirrhosis', ['treat:spironolactone', 'treat:lactulose', 'treat:terlipressin', 'treat:albumin-20']],
    ['heart-failure', ['treat:bisoprolol', 'treat:ramipril', 'treat:furosemide', 'treat:eplerenone']],
    ['heart-failure', ['treat:empagliflozin', 'treat:sacubitril-valsartan', 'treat:digoxin-oral']],
    ['asthma', ['treat:salbutamol-nebulised', 'treat:prednisone', 'treat:magnesium-sulfate']],
    ['epilepsy', ['treat:levetiracetam-oral', 'treat:lorazepam-iv', 'treat:valproate-oral']],
    ['active-bleeding', ['treat:tranexamic-acid', 'treat:vitamin-k-iv', 'treat:red-cells']],
    [
      'hyperkalaemia',
      ['treat:insulin-glucose-hyperkalaemia', 'treat:calcium-gluconate-iv', 'treat:rocuronium'],
    ],
    ['hypokalaemia', ['treat:potassium-chloride-iv', 'treat:spironolactone', 'treat:magnesium-sulfate']],
    ['hyponatraemia', ['treat:hypertonic-saline-bolus', 'treat:saline', 'treat:tolvaptan']],
    ['myasthenia', ['treat:pyridostigmine', 'treat:immunoglobulin-high-dose', 'treat:ceftriaxone']],
    ['angle-closure-glaucoma', ['treat:acetazolamide', 'treat:pilocarpine-eye', 'treat:mannitol']],
    ['phaeochromocytoma', ['treat:phenoxybenzamine', 'treat:doxazosin', 'treat:phentolamine']],
    ['heparin-thrombocytopenia', ['treat:argatroban', 'treat:bivalirudin', 'treat:fondaparinux']],
    ['ketosis', ['treat:insulin-fixed-rate', 'treat:potassium-chloride-iv']],
    ['thyrotoxicosis', ['treat:methimazole', 'treat:propranolol', 'treat:hydrocortisone']],
    ['pre-excitation', ['treat:procainamide', 'treat:flecainide-iv']],
    ['raised-intracranial-pressure', ['treat:mannitol', 'treat:hypertonic-saline-bolus']],
    [
      'bradycardia-or-block',
      ['treat:atropine', 'treat:amiodarone-arrest', 'procedure:pacing-transcutaneous'],
    ],
    ['hypercapnia', ['treat:oxygen-venturi', 'procedure:bipap', 'treat:melatonin']],
  ])('%s: %j', (condition, items) => {
    expect(items.filter((id) => ward.items[id] === undefined)).toEqual([]);
    expect(items.filter((id) => weightOf(id, condition) === 'avoid')).toEqual([]);
  });
});

describe('what every pharmacist stops is stopped', () => {
  it.each([
    ['pregnancy', ['treat:ramipril', 'treat:warfarin', 'treat:valproate-oral', 'treat:mmr-vaccine']],
    [
      'severe-renal-impairment',
      ['treat:ibuprofen', 'treat:metformin', 'treat:dabigatran', 'treat:pethidine'],
    ],
    ['asthma', ['treat:propranolol', 'treat:timolol-eye', 'treat:adenosine']],
    ['long-qt', ['treat:haloperidol', 'treat:moxifloxacin', 'treat:methadone', 'treat:ondansetron']],
    ['parkinson-disease', ['treat:metoclopramide', 'treat:haloperidol', 'treat:levosulpiride']],
    ['hyperkalaemia', ['treat:suxamethonium', 'treat:spironolactone', 'treat:potassium-citrate']],
    ['myasthenia', ['treat:gentamicin', 'treat:ciprofloxacin', 'treat:magnesium-sulfate']],
    ['mri-unsafe-implant', ['order:mri-brain', 'order:mri-lumbosacral-spine', 'order:mri-knee']],
    ['thrombocytopenia', ['procedure:lumbar-puncture', 'order:liver-biopsy', 'treat:alteplase-stroke']],
    ['infancy', ['treat:carbocisteine', 'treat:promethazine', 'treat:loperamide']],
    ['heparin-thrombocytopenia', ['treat:enoxaparin', 'treat:therapeutic-heparin', 'treat:warfarin']],
  ])('%s: %j', (condition, items) => {
    expect(items.filter((id) => weightOf(id, condition) !== 'avoid')).toEqual([]);
  });

  it.each([
    ['urinary-retention', 'treat:atropine'],
    ['pregnancy', 'order:ct-abdomen-pelvis-contrast'],
    ['severe-renal-impairment', 'order:ct-pulmonary-angiography'],
    ['hypercapnia', 'treat:oxygen-reservoir-mask'],
  ])('but in %s %s is only thought over, for it may have to be done', (condition, id) => {
    expect(weightOf(id, condition)).toBe('care');
  });
});

describe('what does not go together', () => {
  const clash = (one: string, other: string): boolean => {
    const is = (id: string, name: string): boolean => [id, ...(ward.items[id]?.classes ?? [])].includes(name);
    return (cautions?.interactions ?? []).some(
      (row) => (is(one, row.one) && is(other, row.other)) || (is(one, row.other) && is(other, row.one)),
    );
  };

  it.each([
    ['treat:levofloxacin-oral', 'treat:ferrous-sulfate'],
    ['treat:ticagrelor', 'treat:clarithromycin-oral'],
    ['treat:tacrolimus', 'treat:diltiazem-oral'],
    ['treat:olanzapine', 'treat:lorazepam-iv'],
    ['treat:lamotrigine', 'treat:valproate-oral'],
    ['treat:prednisone', 'treat:ibuprofen'],
    ['treat:mmr-vaccine', 'treat:infliximab'],
    ['treat:apomorphine', 'treat:ondansetron'],
    ['treat:amiodarone-oral', 'treat:flecainide-oral'],
    ['treat:gliclazide', 'treat:co-trimoxazole-oral'],
  ])('%s and %s do not', (one, other) => {
    expect([clash(one, other), clash(other, one)]).toEqual([true, true]);
  });

  it.each([
    ['treat:norepinephrine', 'treat:hydrocortisone'],
    ['treat:piperacillin-tazobactam', 'treat:vancomycin'],
    ['treat:aspirin-low-dose', 'treat:atorvastatin'],
    ['treat:furosemide', 'treat:ramipril'],
    ['treat:rocuronium', 'treat:ketamine-dissociative'],
    ['treat:levodopa-carbidopa', 'treat:rasagiline'],
    ['treat:bisoprolol', 'treat:salbutamol-nebulised'],
  ])('%s and %s go together every day', (one, other) => {
    expect([clash(one, other), clash(other, one)]).toEqual([false, false]);
  });
});

describe('doses in kidney impairment', () => {
  const without = (name: string, but: readonly string[] = []): readonly string[] =>
    treatments
      .filter(({ classes, dosing }) => classes.includes(name) && dosing?.mode === 'course')
      .filter(({ id, dosing }) => dosing?.renal === undefined && !but.includes(id))
      .map(({ id }) => id);

  it.each([
    ['allergy-carbapenem', []],
    // inhaled: hardly taken up
    ['allergy-aminoglycoside', ['treat:tobramycin-inhaled']],
    // cleared by the liver or the gut, or given as one dose
    ['allergy-cephalosporin', ['treat:cefaclor']],
    ['allergy-penicillin', ['treat:oxacillin', 'treat:phenoxymethylpenicillin']],
    ['allergy-quinolone', ['treat:moxifloxacin', 'treat:prulifloxacin']],
    ['direct-anticoagulant', []],
    ['gabapentinoid', []],
    ['sglt2-inhibitor', []],
    // unfractionated heparin is not cleared by the kidney
    ['allergy-heparin', ['treat:heparin-subcutaneous']],
    ['methotrexate', []],
  ])('are known for every %s given as a course, but %j', (name, but) => {
    expect(without(name, but)).toEqual([]);
  });

  const bands = treatments.flatMap(({ id, dosing }) => (dosing?.renal ?? []).map((band) => ({ id, band })));

  it('always have something to show: a sentence, a maximum of the day or advice', () => {
    const blank = bands.filter(
      ({ band: { preset, usual, advice } }) => !preset && usual?.day === undefined && !advice,
    );
    expect(blank).toEqual([]);
  });

  it('offer no sentence where the medicine is contraindicated', () => {
    const offered = bands.filter(
      ({ band: { preset, advice } }) =>
        preset && /^(contraindicated|not recommended)/i.test(advice?.en ?? ''),
    );
    expect(offered).toEqual([]);
  });

  it.each([50, 70, 100])('can be ordered as they are offered for an adult of %d kg', (weight) => {
    const tiny = tinyScenario();
    const playable = makePlayable({ ...tiny, patient: { ...tiny.patient, weight } }, ward, 'test');
    const refused = bands.flatMap(({ id, band: { preset } }) => {
      const { label: _label, ...amounts } = preset ?? {};
      return readRequest(playable, id, amounts).ok ? [] : [`${id} ${JSON.stringify(amounts)}`];
    });
    expect(refused).toEqual([]);
  });

  it('never lower a loading dose', () => {
    const loading = treatments.filter(({ id }) => id.endsWith('-loading') && !id.includes('digoxin'));
    expect(loading.filter(({ dosing }) => dosing?.renal !== undefined).map(({ id }) => id)).toEqual([]);
  });
});

describe('at the bedside of this ward', () => {
  const patient = (more: Partial<Patient>): Encounter => {
    const tiny = tinyScenario();
    const scenario = { ...tiny, patient: { ...tiny.patient, ...more } };
    const encounter = openEncounter(makePlayable(scenario, ward, 'test'), header('1', 'practice'));
    does(encounter, 'begin');
    return encounter;
  };
  const told = (encounter: Encounter, item: Item['id']): readonly string[] =>
    (askToConfirm(encounter, { do: item })?.warnings ?? []).flatMap(({ code, params }) =>
      code === 'contraindicated' ? [String(params['condition'])] : [],
    );

  it.each([
    [1, 'treat:carbocisteine', ['infancy']],
    [2, 'treat:carbocisteine', []],
    [11, 'treat:tramadol-oral', ['childhood']],
    [12, 'treat:tramadol-oral', []],
    [15, 'treat:aspirin-analgesic', ['under-16']],
    [16, 'treat:aspirin-analgesic', []],
    [74, 'treat:lorazepam-oral', []],
    [75, 'treat:lorazepam-oral', ['old-age']],
  ])('a patient of %d years who gets %s: %j', (age, id, expected) => {
    expect(told(patient({ age }), id)).toEqual(expected);
  });

  it('contraception is asked about where there may be a child, and not of men', () => {
    const valproate = (age: number, sex: 'male' | 'female'): readonly string[] =>
      told(patient({ age, sex }), 'treat:valproate-oral');
    expect(valproate(25, 'female')).toEqual(['childbearing-age']);
    expect(valproate(25, 'male')).toEqual([]);
    expect(valproate(60, 'female')).toEqual([]);
  });

  it('a condition that nobody has asked about is not spoken of', () => {
    expect(told(patient({ conditions: ['asthma', 'pregnancy'] }), 'treat:propranolol')).toEqual([]);
  });
});
