// The words beside a tracing: what is seen, in both languages, and the callipers' arithmetic.
import { describe, expect, test } from 'vitest';
import en from '#content/words/en.json';
import it from '#content/words/it.json';
import { measured } from '#components/ecg/callipers';
import { describeEcg, shiftedLeads } from '#components/ecg/describe-ecg';
import { ecgOfValues } from '#components/ecg/ecg-of-values';
import { ecgOf } from '#components/ecg/ecg-spec';
import { stripsOf } from '#components/ecg/sheet-layout';
import { makeWords } from '#components/words';
import { RHYTHMS } from '#machines/scenario/rhythm';
import type { ValueView } from '#machines/view';

const value = (analyte: string, number: number): ValueView => ({
  analyte,
  name: analyte,
  value: String(number),
  number,
  unit: '',
  low: null,
  high: null,
  flag: null,
  note: null,
});

describe('a tracing in words', () => {
  test('names the leads of an inferior elevation and their mirror', () => {
    const { up, down } = shiftedLeads(ecgOf('sinus', 70, { st: { inferior: 3 } }));
    expect(up).toEqual(['II', 'III', 'aVF']);
    expect(down).toContain('aVL');
  });

  test.each(RHYTHMS)('says something of %s in both languages, and never its name', (rhythm) => {
    for (const [language, table] of [
      ['en', en],
      ['it', it],
    ] as const) {
      const said = describeEcg(ecgOf(rhythm, 80), makeWords(language, table)).join(' ');
      expect(said.length).toBeGreaterThan(20);
      expect(said).not.toMatch(
        /\{|\.\w+-\w|fibrilla|flutter|tachycard|tachicard|infarct|infarto|sinus|asystol|asistol/i,
      );
    }
  });
});

describe('the tracing of a report', () => {
  test('is drawn from what the report measured', () => {
    const spec = ecgOfValues([
      value('ventricular-rate', 109),
      value('pr-interval', 148),
      value('qrs-duration', 88),
      value('qtc', 431),
    ]);
    expect(spec).toMatchObject({ rhythm: 'sinus', rate: 109, pr: 148, qrs: 88, qtc: 431, spread: 'normal' });
    expect(ecgOfValues([value('ventricular-rate', 50), value('qrs-duration', 130)])?.spread).toBe(
      'left-bundle-block',
    );
  });

  test('exists only for a report with a ventricular rate', () => {
    expect(ecgOfValues([value('lactate', 4)])).toBeNull();
  });

  test('has twelve leads and a rhythm strip on the paper', () => {
    const strips = stripsOf(ecgOf('sinus', 80));
    expect(strips.length).toBe(13);
    expect(new Set(strips.map(({ lead }) => lead)).size).toBe(12);
    expect(strips.every(({ path }) => path.startsWith('M') && !path.includes('NaN'))).toBe(true);
  });
});

test('callipers measure time, rate and height', () => {
  expect(measured({ left: 40, right: 60, top: 110, bottom: 120 })).toEqual({ ms: 800, rate: 75, mv: 1 });
  expect(measured({ left: 40, right: 40, top: 1, bottom: 1 }).rate).toBeNull();
});
