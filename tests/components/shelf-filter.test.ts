// Cases are found by what stands on their cards, in the language of the page, and by how I stand with them.
import { describe, expect, test } from 'vitest';
import type { CaseCard } from '#machines/wire';
import { filtered, wantedOf } from '#components/shelf/filter';
import { english, italian } from './views';

const card = (id: string, over: Partial<CaseCard>): CaseCard => ({
  id,
  complaint: 'Back pain, and he cannot lie down',
  patient: { age: 47, sex: 'male' },
  setting: 'emergency-department',
  level: 'final-year',
  minutes: 40,
  languages: ['en', 'it'],
  authors: ['A. Author'],
  review: 'draft',
  my: null,
  best: null,
  role: [],
  ...over,
});
const going = { attempt: 'a', now: 60, mode: 'practice', total: null, grade: null } as const;
const cards = [
  card('back', {}),
  card('chest', { complaint: 'Perdita di coscienza', setting: 'ward', my: { ...going, phase: 'bedside' } }),
  card('child', { complaint: 'Fever', level: 'clinical', my: { ...going, phase: 'debrief' } }),
];
const found = (asked: Readonly<Record<string, string>>, words = english) =>
  filtered(cards, wantedOf(asked), words).map(({ id }) => id);

describe('the shelf', () => {
  test('shows all when nothing is asked, or only what it does not know', () => {
    expect(found({})).toHaveLength(3);
    expect(found({ standing: 'lost', other: 'x' })).toHaveLength(3);
    expect(filtered(cards, wantedOf({ q: ['a', 'b'] }), english)).toHaveLength(3);
  });

  test('finds words in any order, without accents or case, in what the card says', () => {
    expect(found({ q: 'LIE back' })).toEqual(['back']);
    expect(found({ q: 'coscienza' })).toEqual(['chest']);
    expect(found({ q: 'pronto soccorso' }, italian)).toEqual(['back', 'child']);
    expect(found({ q: 'diagnosis' })).toEqual([]);
  });

  test('by setting, level and my own standing, all together', () => {
    expect(found({ setting: 'ward' })).toEqual(['chest']);
    expect(found({ level: 'clinical' })).toEqual(['child']);
    expect(['new', 'going', 'done'].map((standing) => found({ standing }))).toEqual([
      ['back'],
      ['chest'],
      ['child'],
    ]);
    expect(found({ standing: 'new', setting: 'ward' })).toEqual([]);
  });
});
