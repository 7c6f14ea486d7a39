// How the learner thought: probabilities against the truth, what was known then, and what was owed once the diagnosis stood.
import { describe, expect, it } from 'vitest';
import { debrief } from '#machines/debrief';
import { brierOf } from '#machines/debriefing/reasoning';
import type { Encounter } from '#machines/encounter';
import type { DebriefView } from '#machines/ledger';
import { begin, does, FLAGSHIP, until } from '../kernel/play';

const entry = (diagnosis: string, probability?: number) => ({
  diagnosis,
  for: [],
  against: [],
  ...(probability === undefined ? {} : { probability }),
});

function ended(play: (encounter: Encounter) => void, language: 'en' | 'it' = 'en'): DebriefView {
  const encounter = begin(FLAGSHIP);
  play(encounter);
  for (let rounds = 0; encounter.phase !== 'debrief' && rounds < 3; rounds += 1) does(encounter, 'finish');
  return debrief(encounter, language);
}

describe('the Brier score', () => {
  it('is the mean squared distance of what was said from what was true', () => {
    const said = (probability: number | null, truth: 'right' | 'part' | 'wrong') => ({ probability, truth });
    expect(brierOf([said(100, 'right'), said(0, 'wrong')])).toBe(0);
    expect(brierOf([said(0, 'right'), said(100, 'wrong')])).toBe(1);
    expect(brierOf([said(50, 'right'), said(50, 'wrong')])).toBe(0.25);
    expect(brierOf([said(90, 'right'), said(20, 'wrong')])).toBe(0.025);
  });

  it('leaves out what has no probability and what is right in part', () => {
    expect(brierOf([{ probability: null, truth: 'right' }])).toBeNull();
    expect(
      brierOf([
        { probability: 100, truth: 'part' },
        { probability: 60, truth: 'right' },
      ]),
    ).toBe(0.16);
  });
});

describe('the trail of the differential', () => {
  const view = ended((encounter) => {
    does(encounter, 'ask:pain-onset');
    does(encounter, 'examine:buttocks-palpation');
    does(encounter, 'note:differential', {
      entries: [entry('septic shock', 60), entry('spondylodiscitis', 50), entry('sciatica', 20)],
    });
    does(encounter, 'order:full-blood-count');
    until(encounter, 60);
    does(encounter, 'note:differential', { entries: [entry('septic shock', 90)] });
  });

  it('says of each entry whether the key holds it, whole, in part or not', () => {
    expect(view.differential[0]?.entries.map(({ truth }) => truth)).toEqual(['right', 'part', 'wrong']);
    expect(view.differential[0]?.brier).toBe(0.1);
    expect(view.differential[1]?.brier).toBe(0.01);
  });

  it('tells what was learned since the list before', () => {
    expect(view.differential.map(({ learned }) => learned.length)).toEqual([2, 1]);
    expect(view.differential[1]?.learned).toEqual(['Full blood count']);
  });

  it('finds the illness script that an entry means', () => {
    expect(view.differential[0]?.entries[1]?.script).toBe('pyogenic-spondylodiscitis');
  });
});

describe('premature closure', () => {
  it('is judged from the moment at which half of the diagnosis stood', () => {
    const view = ended((encounter) => {
      until(encounter, 30);
      does(encounter, 'note:working', { text: 'sciatica' });
      until(encounter, 60);
      does(encounter, 'note:working', { text: 'septic shock from L5-S1 spondylodiscitis' });
      does(encounter, 'ask:recent-injections');
    });
    expect(view.closure).toMatchObject({ at: 3600, diagnosis: 'septic shock from L5-S1 spondylodiscitis' });
    const owed = view.closure?.owed ?? [];
    expect(owed.map(({ lost }) => lost)).toEqual(owed.map(({ lost }) => lost).toSorted((a, b) => b - a));
    // What was done in time after it is earned; what was not is owed.
    expect(owed.map(({ rule }) => rule)).toContain('t6');
    const lost = owed.reduce((sum, one) => sum + one.lost, 0);
    expect((view.closure?.open ?? 0) - (view.closure?.earned ?? 0)).toBeCloseTo(lost, 6);
    expect(view.closure?.earned).toBeGreaterThan(0);
  });

  it('is not spoken of where the diagnosis was never reached', () => {
    expect(ended((encounter) => does(encounter, 'diagnose', { entries: ['sciatica'] })).closure).toBeNull();
  });

  it('does not count what only stands low on a list', () => {
    const view = ended((encounter) => {
      does(encounter, 'note:differential', {
        entries: [entry('sciatica', 80), entry('septic shock', 10), entry('L5-S1 spondylodiscitis', 10)],
      });
    });
    expect(view.closure).toBeNull();
  });
});

describe('the windows of key steps', () => {
  const view = ended((encounter) => until(encounter, 5));
  const windowsOf = (rule: string) => view.timeTo.find((one) => one.rule === rule)?.windows;

  it('are told in seconds, best credit first', () => {
    expect(windowsOf('t6')).toEqual([
      { credit: 'full', from: 0, to: 3600 },
      { credit: 'half', from: 0, to: 7200 },
      { credit: 'fifth', from: 0, to: 10_800 },
    ]);
  });

  it('take the narrowest of several', () => {
    expect(windowsOf('i2')?.[0]).toEqual({ credit: 'full', from: 0, to: 2700 });
  });
});
