// The flagship on the ward's whole catalogue: what a learner asks, finds or orders beside the case's own list is still true of this patient, and counts.
import { describe, expect, it } from 'vitest';
import { begin, chartOf, does, plain, playableOf, refuses, until } from '../../machines/kernel/play';
import { score } from '#machines/score';

const FLAGSHIP = 'back-pain-and-shock';
const answer = (item: string): string => {
  const encounter = begin(FLAGSHIP);
  does(encounter, item);
  until(encounter, 90);
  return chartOf(encounter, item)
    .filter(({ kind }) => kind !== 'order')
    .map(({ prose, values }) =>
      [plain(prose), ...values.map((one) => `${one.analyte} ${one.value}`)].join(' '),
    )
    .join(' ');
};

describe('a special question or manoeuvre', () => {
  it.each([
    ['ask:shaking-chills', 'I feel feverish and I shiver'],
    ['ask:vomiting-any', 'throwing up'],
    ['ask:constipation-any', 'Nothing for six days'],
    ['ask:urine-last', 'peeing very little'],
    ['ask:steroids-use', 'dexamethasone'],
    ['ask:smoking', 'Ten cigarettes'],
    ['ask:orthopnoea', "can’t lie on my back|can't lie on my back"],
    ['examine:rebound', "can’t lie on my back|can't lie on my back"],
    ['examine:bowel-sounds', 'bowel sounds reduced'],
    ['examine:hydration', 'dry tongue'],
    ['examine:gait', 'cannot stand'],
    ['examine:skin-lesions', 'Both buttocks swollen'],
  ])('%s gets this patient’s answer', (item, words) => {
    expect(answer(item)).toMatch(new RegExp(words));
  });

  it('earns what the combined one earns', () => {
    const encounter = begin(FLAGSHIP);
    for (const item of [
      'ask:shaking-chills',
      'ask:vomiting-any',
      'ask:smoking',
      'ask:diabetes-known',
      'ask:drugs-recreational',
    ])
      does(encounter, item);
    const earned = score(encounter).lines.filter(({ points }) => points > 0);
    expect(earned.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['h3', 'h5']));
  });
});

describe('a special test', () => {
  it.each([
    ['order:haemoglobin-only', 'haemoglobin 9\\.'],
    ['order:lactate-lab', 'lactate [45]\\.'],
    ['order:serum-creatinine', 'creatinine 0\\.8'],
    ['order:platelet-count', 'platelets 26'],
    ['order:albumin-level', 'albumin 2\\.4'],
    ['order:serum-sodium', 'sodium 132'],
    ['order:ultrasound-soft-tissue', 'gas'],
    ['order:crossmatch', 'A Rh positive'],
    ['order:ct-chest-abdomen-pelvis', 'gas in the soft tissues'],
  ])('%s agrees with the case', (item, words) => {
    expect(answer(item)).toMatch(new RegExp(words));
  });

  it('prints its own panel and no more', () => {
    expect(answer('order:serum-creatinine')).not.toContain('potassium');
  });
});

describe('what is not for a man of 47', () => {
  it.each(['ask:last-period', 'ask:child-feeding', 'examine:vulva', 'examine:fontanelle'])(
    '%s is refused',
    (item) => {
      expect(refuses(begin(FLAGSHIP), { do: item }).code).toBe('not-applicable');
    },
  );
});

// Going home ends the case without a word.
describe('every item that is the same as another', () => {
  it('stands for one that the case answers', () => {
    const { sameAs = {}, responses, gates } = playableOf(FLAGSHIP).scenario;
    const gated = new Set(gates.flatMap(({ items }) => items));
    const silent = Object.entries(sameAs).filter(
      ([, other]) => other !== 'dispose:home' && !responses[other] && !gated.has(other),
    );
    expect(silent).toEqual([]);
  });
});

describe('a drug that the brief does not name', () => {
  const { scenario, ward } = playableOf(FLAGSHIP);
  const drug = (id: string) => scenario.items[id] ?? ward.items[id];
  const toVein = (id: string): boolean => drug(id)?.classes.includes('intravenous') ?? false;
  const cf2 = scenario.scoring.criticals.find(({ id }) => id === 'cf2');
  const effective = new Set([...JSON.stringify(cf2?.when).matchAll(/treat:[a-z0-9-]+/g)].map(([id]) => id));

  it('counts as effective when it covers gram-negative rods and goes into a vein, and only then', () => {
    const covering = Object.keys({ ...ward.items, ...scenario.items }).filter(
      (id) =>
        drug(id)?.classes.includes('antibacterial') &&
        drug(id)?.attributes?.['gram-negative'] === 1 &&
        toVein(id),
    );
    expect([...effective].toSorted()).toEqual(covering.toSorted());
  });

  it.each([
    ['treat:cefotaxime', 't6'],
    ['treat:imipenem-cilastatin', 't6'],
    ['treat:levofloxacin-iv', 't6'],
  ])('%s earns a part of the antibiotic', (item, rule) => {
    const encounter = begin(FLAGSHIP);
    does(encounter, 'procedure:peripheral-lines');
    until(encounter, 10);
    does(encounter, item);
    until(encounter, 60);
    expect(score(encounter).lines.find((line) => line.rule === rule)?.points).toBeGreaterThan(0);
  });

  it.each([
    ['treat:esmolol-infusion', 'p9', -8],
    ['treat:bisoprolol', 'p9', -8],
    ['treat:nicardipine', 'p10', -6],
    ['treat:furosemide-infusion', 'p11', -4],
    ['treat:ketorolac-iv', 'p7', -5],
    ['treat:prednisone', 'p8', -5],
    ['treat:propofol-bolus', 'p16', -6],
    ['treat:tenecteplase', 'p26', -3],
  ])('%s does the harm of its kin', (item, penalty, points) => {
    const encounter = begin(FLAGSHIP);
    does(encounter, 'procedure:peripheral-lines');
    until(encounter, 10);
    does(encounter, item);
    until(encounter, 80);
    expect(score(encounter).lines.find(({ rule }) => rule === penalty)?.points).toBe(points);
  });

  it('goes into no vein before there is a line', () => {
    const encounter = begin(FLAGSHIP);
    does(encounter, 'treat:cefotaxime');
    expect(chartOf(encounter, 'treat:cefotaxime').map(({ kind }) => kind)).toEqual(['declined']);
  });
});

describe('what this man has no use for', () => {
  it.each([
    'procedure:craniotomy',
    'procedure:tips',
    'procedure:defibrillation',
    'order:csf-analysis',
    'order:ct-wrist',
    'move:theatre',
  ])('%s is declined with a reason', (item) => {
    const encounter = begin(FLAGSHIP);
    does(encounter, item);
    const [entry] = chartOf(encounter, item);
    expect(entry?.kind).toBe('declined');
    expect(plain(entry?.prose ?? null)).not.toBe('');
  });

  it('does not take a place where he must not go for another name of it', () => {
    const encounter = begin(FLAGSHIP);
    does(encounter, 'dispose:surgery-ward');
    until(encounter, 30);
    expect(score(encounter).critical.map(({ id }) => id)).toContain('cf1');
  });
});
