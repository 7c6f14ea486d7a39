// What is typed finds what is meant: either language, accents, hyphens and typing errors forgiven, verbs understood.
import { describe, expect, test } from 'vitest';
import type { OfferView } from '#machines/view';
import { indexOffers } from '#components/encounter/offer-search';

const offer = (
  id: string,
  name: string,
  words: readonly string[],
  group: readonly string[] = [],
): OfferView => ({
  id,
  verb: id.split(':')[0] ?? '',
  name,
  group,
  words,
  takes: 30,
  waits: 0,
  dosing: null,
  choices: [],
  manyChoices: false,
});

const offers = [
  offer('ask:pain-onset', 'When did the pain start?', ['onset', 'pain onset', 'inizio dolore', 'dolore']),
  offer('ask:fever', 'Fever, chills?', ['febbre', 'brividi']),
  offer('order:blood-cultures', 'Blood cultures, two sets', ['emocolture', 'cultures']),
  offer('order:full-blood-count', 'Full blood count', ['emocromo', 'cbc', 'fbc']),
  offer('treat:norepinephrine', 'Norepinephrine', ['noradrenalina', 'levophed', 'noradrenaline']),
  offer('treat:piperacillin-tazobactam', 'Piperacillin-tazobactam', ['tazocin', 'pip-tazo']),
  offer('consult:general-surgery', 'General surgery', ['chirurgo', 'chirurgia generale', 'surgeon']),
  offer('examine:pain', 'Pain on movement', ['dolore al movimento']),
];
const index = await indexOffers(offers);
const first = (query: string) => index.find(query)[0]?.id;

describe('the act bar', () => {
  test.each([
    ['emocolture', 'order:blood-cultures'],
    ['Emocoltùre', 'order:blood-cultures'],
    ['noradrenalina', 'treat:norepinephrine'],
    ['norepinefrine', 'treat:norepinephrine'],
    ['piptazo', 'treat:piperacillin-tazobactam'],
    ['piperacilin', 'treat:piperacillin-tazobactam'],
    ['chirurg', 'consult:general-surgery'],
    ['cbc', 'order:full-blood-count'],
    ['ask onset', 'ask:pain-onset'],
    ['chiedi dolore', 'ask:pain-onset'],
    ['call surgeon', 'consult:general-surgery'],
  ])('%s finds %s', (query, id) => expect(first(query)).toBe(id));

  test('a verb favours and does not exclude', () => {
    const found = index.find('examine dolore').map(({ id }) => id);
    expect(found[0]).toBe('examine:pain');
    expect(found).toContain('ask:pain-onset');
  });

  test('finds what has been added since, and what was there', async () => {
    const more = offer('ask:pain-worse', 'What makes it worse?', ['aggravating', 'peggiora']);
    const grown = await indexOffers([...offers, more], await indexOffers(offers));
    expect(grown.find('peggiora')[0]?.id).toBe('ask:pain-worse');
    expect(grown.find('emocolture').map(({ id }) => id)).toEqual(['order:blood-cultures']);
  });

  test('no longer finds what is offered no more', async () => {
    const fewer = await indexOffers(offers.slice(1), await indexOffers(offers));
    expect(fewer.find('onset')).toEqual([]);
  });

  test('knows whether anything has every word that was typed', () => {
    expect(index.fits('blood cult')).toBe(true);
    expect(index.fits('chiedi dolore')).toBe(true);
    expect(index.fits('blood moon')).toBe(false);
    expect(index.find('blood moon')).not.toEqual([]);
    expect(index.fits('  ')).toBe(false);
  });

  test('finds nothing for nothing, and nothing for nonsense', () => {
    expect(index.find('   ')).toEqual([]);
    expect(index.find('qqqxyz')).toEqual([]);
  });
});
