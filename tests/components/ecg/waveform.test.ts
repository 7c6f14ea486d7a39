// What a drawn tracing must keep to: rate, regularity, intervals, axis and shifts, measured on the drawn voltages.
import { describe, expect, test } from 'vitest';
import { ecgOf, ecgOfTracing, type EcgSpec, type Lead, LEADS } from '#components/ecg/ecg-spec';
import { tracingOf } from '#components/ecg/waveform';
import { RHYTHMS } from '#machines/scenario/rhythm';
import { intervalsOf, ofPotassium } from '#machines/scenario/tracing';
import { recorded } from './recorded';

const step = 0.002;

/** Tops of the tall deflections of a lead, in seconds. */
function peaks(spec: EcgSpec, seconds: number, lead: Lead = 'II', least = 0.5): number[] {
  const tracing = tracingOf(spec);
  const found: number[] = [];
  for (let t = step; t < seconds; t += step) {
    const here = tracing.at(lead, t);
    if (here > least && here >= tracing.at(lead, t - step) && here > tracing.at(lead, t + step))
      found.push(t);
  }
  return found.filter((t, index) => index === 0 || t - (found[index - 1] ?? 0) > 0.15);
}
const gaps = (times: readonly number[]) => times.slice(1).map((t, index) => t - (times[index] ?? 0));
const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const spread = (list: readonly number[]) =>
  Math.sqrt(mean(list.map((one) => (one - mean(list)) ** 2))) / mean(list);

/** Milliseconds for which the wave that begins at `from` stands off the line. */
function width(spec: EcgSpec, from: number, lead: Lead): number {
  const tracing = tracingOf(spec);
  let last = from;
  for (let t = from; t < from + spec.qrs / 1000 + 0.03; t += 0.001)
    if (Math.abs(tracing.at(lead, t)) > 0.015) last = t;
  return Math.round((last - from) * 1000);
}

describe('rate and regularity', () => {
  test.each([40, 72, 109, 150])('sinus rhythm beats %i times a minute', (rate) => {
    const found = peaks(ecgOf('sinus', rate), 60);
    expect(Math.abs(found.length - rate)).toBeLessThanOrEqual(2);
    expect(spread(gaps(found))).toBeLessThan(0.03);
  });

  test('fibrillation of the atria keeps its mean rate and no two intervals', () => {
    const found = peaks(ecgOf('atrial-fibrillation', 110), 120);
    expect(Math.abs(found.length / 2 - 110)).toBeLessThanOrEqual(6);
    expect(spread(gaps(found))).toBeGreaterThan(0.12);
  });

  test('a supraventricular tachycardia is as regular as a clock', () => {
    expect(spread(gaps(peaks(ecgOf('svt', 190), 30)))).toBeLessThan(0.01);
  });

  test('Wenckebach drops every fourth beat, Mobitz II every third, at the rate that is counted', () => {
    for (const rhythm of ['av-block-2-1', 'av-block-2-2'] as const) {
      const complexes = tracingOf(ecgOf(rhythm, 60)).complexes(0, 60);
      expect(Math.abs(complexes.length - 60)).toBeLessThanOrEqual(2);
      const intervals = gaps(complexes.map(({ at }) => at));
      expect(Math.max(...intervals) / Math.min(...intervals)).toBeGreaterThan(1.5);
    }
  });

  test('in complete block atria and ventricles keep their own time', () => {
    const tracing = tracingOf(ecgOf('av-block-3', 34));
    expect(Math.abs(tracing.complexes(0, 60).length - 34)).toBeLessThanOrEqual(1);
  });
});

describe('intervals', () => {
  test.each([84, 120, 160])('a QRS of %i ms is that wide', (qrs) => {
    const conduction = qrs < 120 ? null : 'right-bundle-block';
    const spec = ecgOfTracing(recorded('sinus', { pr: 160, qrs, qtc: 420, conduction }));
    const [first] = tracingOf(spec).complexes(2, 4);
    expect(Math.abs(width(spec, first?.at ?? 0, 'II') - qrs)).toBeLessThanOrEqual(14);
  });

  test.each([130, 200, 300])('P begins %i ms before QRS', (pr) => {
    const spec = ecgOf('sinus', 70, { pr });
    const tracing = tracingOf(spec);
    const at = tracing.complexes(3, 5)[0]?.at ?? 0;
    const inP = tracing.at('II', at - pr / 1000 + 0.04);
    expect(inP).toBeGreaterThan(0.05);
    expect(Math.abs(tracing.at('II', at - pr / 1000 - 0.01))).toBeLessThan(0.01);
  });

  test('T ends at QT, by the rate', () => {
    for (const rate of [60, 100]) {
      const spec = ecgOf('sinus', rate, { qtc: 420 });
      const tracing = tracingOf(spec);
      const { at, rr } = tracing.complexes(3, 5)[0] ?? { at: 0, rr: 1 };
      const qt = 0.42 * Math.sqrt(rr);
      expect(tracing.at('II', at + qt - 0.06)).toBeGreaterThan(0.05);
      expect(Math.abs(tracing.at('II', at + qt + 0.005))).toBeLessThan(0.02);
    }
  });
});

describe('the leads', () => {
  test('obey Einthoven: I and III make II, the augmented leads cancel out', () => {
    const tracing = tracingOf(ecgOf('sinus', 80, { axis: 20, st: { inferior: 2 } }));
    for (let t = 1; t < 2.5; t += 0.017) {
      expect(tracing.at('I', t) + tracing.at('III', t)).toBeCloseTo(tracing.at('II', t), 6);
      expect(tracing.at('aVR', t) + tracing.at('aVL', t) + tracing.at('aVF', t)).toBeCloseTo(0, 6);
    }
  });

  test.each([
    [0, 'I'],
    [60, 'II'],
    [90, 'aVF'],
  ] as const)('an axis of %i° is tallest in %s', (axis, tallest) => {
    const tracing = tracingOf(ecgOf('sinus', 60, { axis }));
    const at = (tracing.complexes(2, 4)[0]?.at ?? 0) + 0.04;
    const limb = ['I', 'II', 'III', 'aVL', 'aVF'] as const;
    const heights = limb.map((lead) => tracing.at(lead, at) / (lead.startsWith('aV') ? 0.866 : 1));
    expect(limb[heights.indexOf(Math.max(...heights))]).toBe(tallest);
  });

  test('an inferior infarction lifts III above II and lowers aVL', () => {
    const tracing = tracingOf(ecgOf('sinus', 70, { st: { inferior: 3 } }));
    const j = (tracing.complexes(2, 4)[0]?.at ?? 0) + 0.09 + 0.04;
    expect(tracing.at('III', j)).toBeGreaterThan(tracing.at('II', j));
    expect(tracing.at('II', j)).toBeGreaterThan(0.1);
    expect(tracing.at('aVL', j)).toBeLessThan(-0.1);
    expect(Math.abs(tracing.at('V1', j))).toBeLessThan(0.05);
  });
});

describe('what a case gives', () => {
  /** mV in a lead, 60 ms after the J point of a beat, against the line before P. */
  const afterJ = (spec: EcgSpec, lead: Lead) => {
    const tracing = tracingOf(spec);
    const at = tracing.complexes(2, 4)[0]?.at ?? 0;
    return tracing.at(lead, at + spec.qrs / 1000 + 0.06) - tracing.at(lead, at - 0.005);
  };
  const inferior = ecgOfTracing(
    recorded('sinus', { st: [{ territory: 'inferior', mm: 3 }], q: ['inferior'] }),
  );

  test('ST stands at its millimetres 60 ms after J in the lead that shows most', () => {
    expect(afterJ(inferior, 'III')).toBeCloseTo(0.3, 1);
    for (const mm of [1, 2, 4]) {
      const spec = ecgOfTracing(recorded('sinus', { st: [{ territory: 'anterior', mm }] }));
      expect(Math.abs(afterJ(spec, 'V3') - mm / 10)).toBeLessThan(0.06);
    }
    const depressed = ecgOfTracing(recorded('sinus', { st: [{ territory: 'lateral', mm: -2 }] }));
    expect(afterJ(depressed, 'V6')).toBeCloseTo(-0.2, 1);
  });

  test('an inferior elevation is mirrored in aVL, with a Q wave in III and none in I', () => {
    expect(afterJ(inferior, 'aVL')).toBeLessThan(-0.1);
    expect(afterJ(inferior, 'III')).toBeGreaterThan(afterJ(inferior, 'II'));
    const tracing = tracingOf(inferior);
    const at = (tracing.complexes(2, 4)[0]?.at ?? 0) + 0.018;
    expect(tracing.at('III', at)).toBeLessThan(-0.1);
    expect(tracing.at('I', at)).toBeGreaterThan(-0.05);
  });

  test('inverted T in a territory leaves the other leads upright, and the limb leads go on adding up', () => {
    const spec = ecgOfTracing(recorded('sinus', { t: { shape: 'inverted', in: ['inferior'] } }));
    const tracing = tracingOf(spec);
    const { at, rr } = tracing.complexes(2, 4)[0] ?? { at: 0, rr: 1 };
    const top = at + (spec.qtc / 1000) * Math.sqrt(rr) - 0.09;
    expect(tracing.at('III', top)).toBeLessThan(-0.1);
    expect(tracing.at('V4', top)).toBeGreaterThan(0.1);
    expect(tracing.at('I', top) + tracing.at('III', top)).toBeCloseTo(tracing.at('II', top), 6);
  });

  test('a block of the right bundle gives V1 a second R and V6 a broad S', () => {
    const tracing = tracingOf(
      ecgOfTracing(recorded('sinus', { qrs: 140, conduction: 'right-bundle-block' })),
    );
    const at = (tracing.complexes(2, 4)[0]?.at ?? 0) + 0.14 * 0.67;
    expect(tracing.at('V1', at)).toBeGreaterThan(0.5);
    expect(tracing.at('V6', at)).toBeLessThan(-0.2);
  });

  test('R grows and S shrinks from V1 to V5', () => {
    const tracing = tracingOf(ecgOfTracing(recorded('sinus')));
    const from = tracing.complexes(2, 4)[0]?.at ?? 0;
    const heights = (['V1', 'V2', 'V3', 'V4'] as const).map((lead) => {
      let most = 0;
      for (let t = from; t < from + 0.09; t += step) most = Math.max(most, tracing.at(lead, t));
      return most;
    });
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  });
});

describe('potassium', () => {
  const highest = (spec: EcgSpec, lead: Lead) => {
    const tracing = tracingOf(spec);
    const at = tracing.complexes(3, 6)[0]?.at ?? 3;
    let most = 0;
    for (let t = at + spec.qrs / 1000 + 0.05; t < at + 0.5; t += 0.004)
      most = Math.max(most, tracing.at(lead, t));
    return most;
  };
  const at = (potassium: number) => {
    const { rhythm, ...more } = ofPotassium(potassium);
    return ecgOfTracing(recorded(rhythm, { ...more, qrs: intervalsOf(rhythm).qrs ?? null }));
  };

  test('first peaks T, then flattens P and lengthens PR, then loses P and widens QRS, then leaves a sine wave', () => {
    expect(highest(at(6), 'V3')).toBeGreaterThan(2 * highest(at(4), 'V3'));
    expect([at(7).p < 0.5, at(7).p > 0, at(7).pr > 200]).toEqual([true, true, true]);
    expect([at(8).p, at(8).qrs > 140, at(8).spread, at(8).peaked]).toEqual([0, true, 'slow', true]);
    expect(at(9).rhythm).toBe('sine-wave');
  });
});

test('the intervals that a machine prints of a rhythm are those that are drawn', () => {
  for (const rhythm of RHYTHMS) {
    const { pr, qrs, qtc } = intervalsOf(rhythm);
    const drawn = ecgOf(rhythm, 70);
    expect([rhythm, drawn.pr, drawn.qrs, drawn.qtc]).toEqual([
      rhythm,
      pr ?? drawn.pr,
      qrs ?? drawn.qrs,
      qtc ?? drawn.qtc,
    ]);
  }
});

describe('every rhythm', () => {
  test.each(RHYTHMS)('%s draws the same tracing again, and never a number out of bounds', (rhythm) => {
    const [one, again] = [tracingOf(ecgOf(rhythm, 90)), tracingOf(ecgOf(rhythm, 90))];
    for (const lead of LEADS)
      for (let t = 0; t < 6; t += 0.03) {
        const value = one.at(lead, t);
        expect(Math.abs(value)).toBeLessThan(4);
        expect(again.at(lead, t)).toBe(value);
      }
  });

  test('without a heart beat there is no complex, with one there is', () => {
    for (const rhythm of RHYTHMS) {
      const beats = tracingOf(ecgOf(rhythm, 80)).complexes(0, 10).length;
      expect(beats > 0, rhythm).toBe(!['vf', 'asystole'].includes(rhythm));
    }
    expect(
      tracingOf(ecgOf('pea', 50))
        .complexes(0, 20)
        .every(({ output }) => output === 0),
    ).toBe(true);
  });

  test('times may go backwards', () => {
    const tracing = tracingOf(ecgOf('sinus', 75));
    const before = tracing.at('II', 1.234);
    tracing.at('II', 500);
    expect(tracing.at('II', 1.234)).toBe(before);
  });
});
