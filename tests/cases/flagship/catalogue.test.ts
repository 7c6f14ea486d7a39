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
