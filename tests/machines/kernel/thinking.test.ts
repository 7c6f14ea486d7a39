// Notes, differentials and the final diagnosis: kept as written, recognised by their words, and changed by nothing but the learner.
import { describe, expect, it } from 'vitest';
import { reveal } from '#machines/reveal';
import { score } from '#machines/score';
import { begin, does, now, until } from './play';

describe('thinking', () => {
  it('takes no patient time', () => {
    const encounter = begin('coupled-laboratory');
    until(encounter, 5);
    does(encounter, 'note:problem', { text: 'a young man who breathes deep and fast' });
    does(encounter, 'note:differential', {
      entries: [{ diagnosis: 'DKA', probability: 80, for: ['acetone'], against: [] }],
    });
    does(encounter, 'diagnose', { entries: ['DKA'] });
    expect(now(encounter)).toBe(5);
  });

  it('keeps the newest of each and every version in the chart', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'note:working', { text: 'flu' });
    does(encounter, 'note:working', { text: 'ketoacidosis' });
    const view = reveal(encounter, 'en');
    expect(view.notes.working).toBe('ketoacidosis');
    expect(view.chart.filter(({ kind }) => kind === 'note').map(({ detail }) => detail)).toEqual([
      'flu',
      'ketoacidosis',
    ]);
  });

  it('may be changed until the end; the last diagnosis counts', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'diagnose', { entries: ['gastroenteritis'] });
    expect(score(encounter).diagnosis.points).toBe(0);
    does(encounter, 'diagnose', { entries: ['Chetoacidosi diabetica'] });
    expect(score(encounter).diagnosis.points).toBe(10);
  });

  it('does not count what is denied', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'diagnose', { entries: ['not ketoacidosis'] });
    expect(score(encounter).diagnosis).toMatchObject({ points: 0, review: true });
  });
});
