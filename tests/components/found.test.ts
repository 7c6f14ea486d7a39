// What the one bar shows: what was understood, what matches by its letters, or the nearest; never anything that is not offered.
import { describe, expect, test } from 'vitest';
import type { OfferView } from '#machines/view';
import type { UnderstoodCandidate, UnderstoodPart } from '#machines/wire';
import { findings } from '#components/encounter/found';
import { narrowed, treeOf } from '#components/encounter/offer-tree';

const offer = (id: string, name: string, group: readonly string[] = ['Any']): OfferView => ({
  id,
  verb: id.split(':')[0] ?? '',
  name,
  group,
  words: [],
  takes: 0,
  waits: 0,
  dosing: null,
  choices: [],
  manyChoices: false,
});
const offers = [
  offer('treat:norepinephrine', 'Norepinephrine'),
  offer('order:blood-cultures', 'Blood cultures'),
  offer('order:full-blood-count', 'Full blood count'),
  offer('order:prothrombin-time', 'Prothrombin time'),
  offer('examine:temperature', 'Temperature'),
];
const byId = new Map(offers.map((one) => [one.id, one]));
const of = (...ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
const candidate = (
  item: string,
  score: number,
  typed: UnderstoodCandidate['with'] = null,
  what = item,
): UnderstoodCandidate => ({ verb: item.split(':')[0] ?? '', item, score, with: typed, do: what });
const part = (
  text: string,
  confident: boolean,
  ...candidates: readonly UnderstoodCandidate[]
): UnderstoodPart => ({ text, confident, asks: false, candidates });
const ids = (found: ReturnType<typeof findings>) =>
  found.parts.map(({ rows }) => rows.map(({ offer: { id } }) => id));

describe('what is found in the bar', () => {
  test('is what was plainly meant, with the amounts that were typed', () => {
    const answer = {
      parts: [part('norad 0.1', true, candidate('treat:norepinephrine', 1, { rate: '0.1' }))],
    };
    const found = findings('norad 0.1', answer, [], byId);
    expect(ids(found)).toEqual([['treat:norepinephrine']]);
    expect(found.parts[0]?.rows[0]?.typed).toEqual({ rate: '0.1' });
    expect(found.fits).toBe(true);
  });

  test('keeps the best first when it is found by its letters too', () => {
    const answer = {
      parts: [
        part(
          'full blood count',
          true,
          candidate('order:full-blood-count', 1),
          candidate('order:blood-cultures', 0.8),
        ),
      ],
    };
    expect(ids(findings('full blood count', answer, of('order:full-blood-count'), byId))).toEqual([
      ['order:full-blood-count', 'order:blood-cultures'],
    ]);
  });

  test('is what begins with these letters while a single word is not finished', () => {
    const answer = { parts: [part('temp', true, candidate('order:prothrombin-time', 0.88))] };
    expect(ids(findings('temp', answer, of('examine:temperature'), byId))).toEqual([
      ['examine:temperature', 'order:prothrombin-time'],
    ]);
  });

  test('keeps what was typed with a word that is not finished', () => {
    const answer = {
      parts: [part('nor 0.1', false, candidate('treat:norepinephrine', 0.5, { rate: '0.1' }))],
    };
    const [one] = findings('nor 0.1', answer, of('treat:norepinephrine'), byId).parts[0]?.rows ?? [];
    expect(one?.typed).toEqual({ rate: '0.1' });
  });

  test('is one list for each thing when several are asked for', () => {
    const answer = {
      parts: [
        part('cultures', true, candidate('order:blood-cultures', 1)),
        part('fbc', true, candidate('order:full-blood-count', 1), candidate('order:prothrombin-time', 0.4)),
      ],
    };
    expect(ids(findings('cultures and fbc', answer, [], byId))).toEqual([
      ['order:blood-cultures'],
      ['order:full-blood-count', 'order:prothrombin-time'],
    ]);
  });

  test('is the nearest, and says that it does not fit, when nothing does', () => {
    const answer = { parts: [part('zzz', false, candidate('order:blood-cultures', 0.35))] };
    const found = findings('zzz', answer, [], byId);
    expect(ids(found)).toEqual([['order:blood-cultures']]);
    expect(found.fits).toBe(false);
    expect(findings('zzz', { parts: [part('zzz', false)] }, [], byId)).toMatchObject({
      parts: [],
      fits: false,
    });
  });

  test('is not what shares some words with it: nothing is chosen by "have you ever" alone', () => {
    const answer = { parts: [{ ...part('have you ever flown a zeppelin?', false), asks: true }] };
    const found = findings(
      'have you ever flown a zeppelin?',
      answer,
      of('order:full-blood-count'),
      byId,
      false,
    );
    expect(found).toEqual({ parts: [], fits: false, plain: false, asks: true });
  });

  test('may be taken before it was seen only when it is plainly meant', () => {
    const sure = { parts: [part('full blood count', true, candidate('order:full-blood-count', 1))] };
    const near = { parts: [part('blood', false, candidate('order:full-blood-count', 0.7))] };
    expect(findings('full blood count', sure, [], byId).plain).toBe(true);
    expect(findings('blood', near, of('order:full-blood-count'), byId, true)).toMatchObject({
      fits: true,
      plain: false,
    });
  });

  test('is said to be only the nearest when the server is silent and no letters say all that was typed', () => {
    const local = of('order:full-blood-count');
    expect(findings('full', null, local, byId, true).fits).toBe(true);
    const found = findings('full moon', null, local, byId, false);
    expect(ids(found)).toEqual([['order:full-blood-count']]);
    expect(found.fits).toBe(false);
    expect(findings('moon', null, [], byId).fits).toBe(false);
  });

  test('is what matches by its letters alone when the server does not answer', () => {
    expect(ids(findings('full', null, of('order:full-blood-count'), byId))).toEqual([
      ['order:full-blood-count'],
    ]);
  });

  test('stops and takes back by the step that was understood', () => {
    const answer = {
      parts: [
        part('stop norad', true, candidate('treat:norepinephrine', 1, { action: 'stop' })),
        part('no cultures', true, candidate('order:blood-cultures', 1, null, 'cancel:order:blood-cultures')),
      ],
    };
    const rows = findings('stop norad, no cultures', answer, [], byId).parts.flatMap((one) => one.rows);
    expect(rows.map(({ action, step }) => [action, step])).toEqual([
      ['stop', { do: 'treat:norepinephrine', with: { action: 'stop' } }],
      ['cancel', { do: 'cancel:order:blood-cultures' }],
    ]);
  });

  test('never holds what is not offered', () => {
    const answer = { parts: [part('secret', true, candidate('ask:secret', 1))] };
    expect(findings('secret', answer, [], byId).parts).toEqual([]);
  });
});

describe('the browsable lists', () => {
  const listed = [
    offer('order:ct-head', 'CT head', ['Investigations', 'Imaging', 'CT']),
    offer('order:chest-film', 'Chest film', ['Investigations', 'Imaging', 'X-ray']),
    offer('order:sodium', 'Sodium', ['Investigations', 'Chemistry']),
  ];

  test('leave out a first level that all share, count what is below, and are sorted by name', () => {
    const { branches, count } = treeOf(listed, 'en');
    expect(count).toBe(3);
    expect(branches.map((branch) => [branch.name, branch.count])).toEqual([
      ['Chemistry', 1],
      ['Imaging', 2],
    ]);
    expect(branches[1]?.branches.map(({ name }) => name)).toEqual(['CT', 'X-ray']);
  });

  test('show at once what is below when few first levels hold many', () => {
    const many = Array.from({ length: 60 }, (_, place) =>
      offer(
        `order:${place}`,
        `Test ${place}`,
        place < 50 ? ['Tests', place % 2 ? 'Blood' : 'Urine'] : ['Nursing', 'Care'],
      ),
    );
    expect(treeOf(many, 'en').branches.map(({ name, count }) => [name, count])).toEqual([
      ['Nursing', 10],
      ['Blood', 25],
      ['Urine', 25],
    ]);
  });

  test('are narrowed by beginnings of words, names before groups', () => {
    const names = (typed: string) => narrowed(listed, typed).map(({ name }) => name);
    expect(names('ch')).toEqual(['Chest film', 'Sodium']);
    expect(names('ima ct')).toEqual(['CT head']);
    expect(names('hest')).toEqual([]);
    expect(names(' ')).toHaveLength(3);
  });
});
