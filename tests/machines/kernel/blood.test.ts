// The blood that tests take: tubes shared by what is drawn at one second, counted when it is drawn and told in the score sheet.
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#compiler/disk';
import { openEncounter } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';
import { offers } from '#machines/offers';
import { makePlayable } from '#machines/playable';
import { reveal } from '#machines/reveal';
import { score } from '#machines/score';
import { tinyScenario } from '../../server/tiny-case';
import { does, header, until } from './play';

const { ward } = readCatalogue(new URL('../../../content/catalogue', import.meta.url).pathname);
const playable = makePlayable(tinyScenario(), ward, 'test');

function began(): Encounter {
  const encounter = openEncounter(playable, header());
  does(encounter, 'begin');
  return encounter;
}

/** mL drawn after these orders of one signature and ten minutes. */
function drawn(...orders: string[]): number | undefined {
  const encounter = began();
  does(encounter, 'sign', { orders: orders.map((one) => ({ do: one })) });
  until(encounter, 11);
  return score(encounter).blood;
}

describe('blood drawn for tests', () => {
  it('is that of one tube for tests that share it', () => {
    expect(drawn('order:full-blood-count')).toBe(3);
    expect(drawn('order:full-blood-count', 'order:reticulocyte-count', 'order:hba1c')).toBe(3);
  });

  it('is a further tube for more tests than one is enough for', () => {
    const six = ['full-blood-count', 'reticulocyte-count', 'hba1c', 'esr', 'g6pd', 'malaria-film'];
    expect(drawn(...six.map((name) => `order:${name}`))).toBe(6);
  });

  it('is a tube of each kind', () => {
    expect(drawn('order:full-blood-count', 'order:renal-function')).toBe(3 + 5);
    expect(drawn('order:haemolysis-screen')).toBe(3 + 5);
  });

  it('is not shared by a test that states its own volume', () => {
    expect(drawn('order:blood-cultures', 'order:blood-cultures-third-set')).toBe(40 + 20);
  });

  it('is drawn again at another time', () => {
    const encounter = began();
    does(encounter, 'order:full-blood-count');
    until(encounter, 20);
    does(encounter, 'order:full-blood-count');
    until(encounter, 40);
    expect(score(encounter).blood).toBe(6);
  });

  it('is not drawn before its time, nor for what was cancelled', () => {
    const encounter = began();
    does(encounter, 'order:full-blood-count');
    expect(score(encounter).blood).toBeUndefined();
    does(encounter, 'order:full-blood-count', { action: 'stop' });
    until(encounter, 20);
    expect(score(encounter).blood).toBeUndefined();
  });

  it('is not counted for urine and swabs', () => {
    expect(drawn('order:urine-culture', 'order:throat-swab-culture')).toBeUndefined();
  });
});

describe('an offer', () => {
  const sample = (id: string, language: 'en' | 'it') =>
    offers(playable, language).find((offer) => offer.id === id)?.sample;

  it('says what the test takes, in the language of the learner', () => {
    expect(sample('order:full-blood-count', 'it')).toEqual([{ name: 'sangue in EDTA', volume: 3 }]);
    expect(sample('order:blood-cultures', 'en')).toMatchObject([{ volume: 40 }]);
  });

  it('says nothing where nothing is taken', () => {
    expect(sample('order:ecg', 'en')).toBeUndefined();
    expect(sample('order:tuberculin-skin-test', 'en')).toBeUndefined();
  });
});

describe('the chart', () => {
  it('says what the sample of an order goes into, and nothing for what takes none', () => {
    const encounter = began();
    does(encounter, 'order:coagulation');
    does(encounter, 'order:ecg');
    const details = (id: string) =>
      reveal(encounter, 'it')
        .chart.filter(({ kind, item }) => kind === 'order' && item === id)
        .map(({ detail }) => detail);
    expect(details('order:coagulation')).toEqual([
      'sangue in citrato, 2,7 mL (sodio citrato 1:9, tappo azzurro, riempita fino al segno)',
    ]);
    expect(details('order:ecg')).toEqual([null]);
  });
});
