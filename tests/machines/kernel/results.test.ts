// Results: they come after their time, with the values and the stage of the moment of sampling.
import { describe, expect, it } from 'vitest';
import { reveal } from '#machines/reveal';
import { resultTimes } from '#machines/trace';
import { begin, chartOf, does, now, plain, quantity, refuses, until } from './play';

const reports = (encounter: ReturnType<typeof begin>, item: string) =>
  chartOf(encounter, item).filter(({ kind }) => kind === 'result' || kind === 'imaging');

describe('a report in words', () => {
  it.each([
    [2, '14 Right pneumothorax, two centimetres at the hilum.'],
    [10, '14 Right lung collapsed; the mediastinum is pushed to the left.'],
  ])('ordered at minute %d comes with the stage and delay of that moment', (at, words) => {
    const encounter = begin('order-driven-stages');
    until(encounter, at);
    does(encounter, 'order:chest-xray');
    until(encounter, 24);
    expect(reports(encounter, 'order:chest-xray').map((one) => `${one.at / 60} ${plain(one.prose)}`)).toEqual(
      [words],
    );
  });

  it('may come twice, when the case says so', () => {
    const encounter = begin('order-driven-stages');
    until(encounter, 12);
    does(encounter, 'sign', {
      orders: [{ do: 'procedure:needle-decompression' }, { do: 'procedure:chest-drain' }],
    });
    until(encounter, 80);
    does(encounter, 'order:chest-xray');
    until(encounter, 120);
    expect(reports(encounter, 'order:chest-xray').map((one) => `${one.at / 60} ${plain(one.prose)}`)).toEqual(
      ['88 The right lung is coming up.', '100 Addendum: the drain lies well.'],
    );
  });

  it('never comes when it was cancelled before', () => {
    const encounter = begin('order-driven-stages');
    does(encounter, 'order:chest-xray');
    until(encounter, 11);
    does(encounter, 'cancel:order:chest-xray');
    until(encounter, 24);
    expect(reports(encounter, 'order:chest-xray')).toEqual([]);
    expect(resultTimes(encounter)).toEqual([]);
    expect(refuses(encounter, { do: 'cancel:order:chest-xray' }).code).toBe('nothing-to-cancel');
  });
});

describe('a laboratory value', () => {
  it('is that of the sample, not of its arrival', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'treat:insulin', { rate: '0.1 U/kg/h' });
    until(encounter, 30);
    does(encounter, 'order:chemistry');
    until(encounter, 35);
    const sampled = quantity(encounter, 'glucose');
    until(encounter, 90);
    const [report] = reports(encounter, 'order:chemistry');
    expect(report?.at).toBe(90 * 60);
    expect(report?.values.find(({ analyte }) => analyte === 'glucose')?.number).toBeCloseTo(sampled, 0);
    expect(Math.abs(quantity(encounter, 'glucose') - sampled)).toBeGreaterThan(10);
  });

  it('is that of the arrival only when the case says so', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'treat:potassium-chloride', { rate: '40 mmol/h' });
    until(encounter, 60);
    const before = quantity(encounter, 'potassium');
    does(encounter, 'order:potassium-now');
    until(encounter, 64);
    const [report] = reports(encounter, 'order:potassium-now');
    expect(report?.values[0]?.number).toBeCloseTo(quantity(encounter, 'potassium'), 1);
    expect(quantity(encounter, 'potassium')).toBeGreaterThan(before);
  });

  it('is normal for this patient where the case says nothing of it', () => {
    const ofSeed = (seed: string) => {
      const encounter = begin('order-driven-stages', seed);
      does(encounter, 'order:venous-gas');
      until(encounter, 9);
      until(encounter, 10);
      return reports(encounter, 'order:venous-gas')[0]?.values ?? [];
    };
    const panels = ['1', '2', '3'].map(ofSeed);
    for (const panel of panels) {
      expect(panel.map(({ analyte, flag }) => `${analyte} ${flag}`)).toEqual([
        'ph null',
        'potassium null',
        'glucose null',
      ]);
      expect(panel[0]?.value).toBe('7.38');
    }
    expect(new Set(panels.map((panel) => panel[2]?.value)).size).toBeGreaterThan(1);
    expect(ofSeed('1')).toEqual(panels[0]);
  });

  it('two samples of one test each keep their own value', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'treat:insulin', { rate: '0.1 U/kg/h' });
    does(encounter, 'order:venous-gas');
    until(encounter, 70);
    does(encounter, 'order:venous-gas');
    until(encounter, 85);
    const values = reports(encounter, 'order:venous-gas').map(
      ({ values: all }) => all.find(({ analyte }) => analyte === 'glucose')?.number ?? 0,
    );
    expect(values).toHaveLength(2);
    expect(values[0]).toBeGreaterThan((values[1] ?? 0) + 20);
  });
});

describe('waiting for the next result', () => {
  it('ends when it arrives', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'order:venous-gas');
    does(encounter, 'order:chemistry');
    does(encounter, 'wait', { until: 'next-result' });
    expect(now(encounter)).toBe(10);
    expect(reveal(encounter, 'en').interrupted.map(({ cause }) => cause)).toContain('result');
  });

  it('is refused when nothing is due', () => {
    const encounter = begin('coupled-laboratory');
    expect(refuses(encounter, { do: 'wait', with: { until: 'next-result' } }).code).toBe('nothing-pending');
  });
});
