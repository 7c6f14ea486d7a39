// How a typed final diagnosis earns its points.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeDiagnosis } from '#machines/diagnosis/judge';
import type { DiagnosisKey } from '#machines/scenario/scenario';
import { scoreSheet } from '#machines/scoring/sheet';
import { done, witnessTo } from './fake-witness';
import { always, noKey, ward } from './small-case';

const part = (id: string, accepts: DiagnosisKey['components'][number]['accepts']) => ({
  id,
  name: '',
  points: 1.5,
  accepts,
});

const key: DiagnosisKey = {
  ...noKey,
  components: [
    part('shock', [
      { phrases: ['septic shock'], share: 1 },
      { phrases: ['shock settico'], share: 1 },
      { phrases: ['sepsis'], share: 0.5 },
      { phrases: ['sepsi'], share: 0.5 },
    ]),
    part('spine', [
      { phrases: ['spondylodiscitis', 'L5-S1'], share: 1 },
      { phrases: ['spondylodiscitis'], share: 0.5 },
    ]),
    part('buttocks', [{ phrases: ['gluteal abscess'], share: 1 }]),
    part('germ', [
      { phrases: ['E. coli'], share: 1 },
      { phrases: ['gram-negative'], share: 0.5 },
      { phrases: ['culture pending', 'gram-negative'], share: 1, when: { op: 'not', of: done('report') } },
    ]),
  ],
  partial: [
    { accepts: [{ phrases: ['septic shock', 'spondylodiscitis'], share: 1 }], points: 3, feedback: '' },
    { accepts: [{ phrases: ['psoas abscess'], share: 1 }], points: 1, feedback: '' },
    { accepts: [{ phrases: ['sciatica'], share: 1 }], points: 0, feedback: '' },
  ],
};

const judged = (entries: readonly string[]) =>
  judgeDiagnosis(key, entries, { ward, holds: (when) => when.op === 'not' || when.op === 'always' });

describe('the final diagnosis', () => {
  it('earns each component once, whichever entry names it', () => {
    const result = judged([
      'Septic shock',
      'spondylodiscitis',
      'of L5-S1',
      'gluteal abscesses, E. coli',
      'sepsis',
    ]);
    expect(result).toMatchObject({ points: 6, partial: null, review: false });
    expect(result.components.map((one) => one.matched)).toEqual([
      'septic shock',
      'spondylodiscitis + L5-S1',
      'gluteal abscess',
      'E. coli',
    ]);
  });

  it('earns half for the half of a component', () => {
    expect(judged(['sepsi grave', 'spondylodiscitis']).components.map((one) => one.points)).toEqual([
      0.75, 0.75, 0, 0,
    ]);
  });

  it('earns the better partial answer, whose words must stand in one entry', () => {
    expect(judged(['septic shock from spondylodiscitis'])).toMatchObject({ points: 3, partial: 0 });
    expect(judged(['septic shock', 'spondylodiscitis'])).toMatchObject({ points: 2.25, partial: null });
    expect(judged(['psoas abscess'])).toMatchObject({ points: 1, partial: 1 });
  });

  it('that earns nothing still finds its feedback', () => {
    expect(judged(['Sciatica'])).toMatchObject({ points: 0, partial: 2 });
    expect(judged(['something else'])).toMatchObject({ points: 0, partial: null });
    expect(judged(['sepsis', 'sciatica'])).toMatchObject({ points: 0.75, partial: null });
  });

  it('takes a phrase under a condition only while it holds', () => {
    const entries = ['Gram-negative sepsis, culture pending'];
    expect(judged(entries).components[3]?.points).toBe(1.5);
    expect(judgeDiagnosis(key, entries, { ward, holds: () => false }).components[3]?.points).toBe(0.75);
  });

  it('does not count what it denies, and asks for a teacher', () => {
    expect(judged(['not septic shock'])).toMatchObject({ points: 0, review: true });
    expect(judged(['septic shock', 'no gluteal abscess'])).toMatchObject({ points: 1.5, review: true });
    expect(judged(['Gram-negative septic shock'])).toMatchObject({ points: 2.25, review: false });
  });

  it('may be chosen from the list', () => {
    expect(judged(['septic-shock', 'gluteal-abscess'])).toMatchObject({ points: 3 });
    expect(judged(['__proto__', 'constructor'])).toMatchObject({ points: 0 });
  });

  it('earns the same in any order and any case', () => {
    const entries = ['septic shock', 'spondylodiscitis', 'L5-S1', 'gluteal abscess', 'E. coli', 'no idea'];
    fc.assert(
      fc.property(fc.shuffledSubarray(entries), fc.boolean(), (some, upper) => {
        const typed = some.map((entry) => (upper ? entry.toUpperCase() : entry));
        expect(judged(typed).points).toBe(judged(some.toSorted()).points);
      }),
    );
  });

  it('never throws, and never earns more than its components', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 6 }), (entries) => {
        const { points } = judged(entries);
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(6);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the rule that takes its points from the diagnosis', () => {
  const rules = [
    {
      id: 'd2',
      domain: 'reasoning',
      points: 6,
      label: '',
      reason: '',
      keyFeature: true,
      needs: always,
      credits: [],
      by: 'diagnosis' as const,
      sources: [],
      evidence: [],
    },
  ];
  const sheet = (final?: readonly string[]) =>
    scoreSheet(witnessTo({ scoring: { rules, diagnosis: key }, ends: 90, ...(final ? { final } : {}) }));

  it('names the step and its time', () => {
    expect(sheet(['septic shock', 'E. coli']).lines[0]).toMatchObject({
      points: 3,
      state: 'partial',
      at: 5400,
      steps: [{ sequence: 99, item: 'diagnose' }],
    });
    expect(
      sheet(['septic shock', 'spondylodiscitis L5-S1', 'gluteal abscess', 'E. coli']).lines[0],
    ).toMatchObject({
      points: 6,
      state: 'earned',
      credit: 'full',
    });
    expect(sheet().lines[0]).toMatchObject({ points: 0, state: 'missed', at: null, steps: [] });
  });
});
