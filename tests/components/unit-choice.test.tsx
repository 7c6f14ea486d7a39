// @vitest-environment happy-dom
// The learner chooses the units of laboratory values once, for every value, on this device; the view stays as it came.
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ResultsTable, ValueRows } from '#components/encounter/results-table';
import { inUnits } from '#components/encounter/unit-choice';
import { WordsProvider } from '#components/words-provider';
import type { ChartEntry, ValueView } from '#machines/view';
import { messages } from './views';

const glucose: ValueView = {
  analyte: 'glucose',
  name: 'Glucose',
  value: '149',
  number: 149,
  unit: 'mg/dL',
  low: 70,
  high: 140,
  flag: 'high',
  note: null,
  other: { system: 'si', value: '8.3', number: 8.3, unit: 'mmol/L', low: 3.9, high: 7.8 },
};
const lactate: ValueView = {
  ...glucose,
  analyte: 'lactate',
  name: 'Lactate',
  value: '5.2',
  number: 5.2,
  unit: 'mmol/L',
  low: 0.5,
  high: 2,
  other: { system: 'conventional', value: '46.8', number: 46.8, unit: 'mg/dL', low: 4.5, high: 18 },
};
const alt: ValueView = {
  ...glucose,
  analyte: 'alt',
  name: 'ALT',
  value: '44',
  number: 44,
  unit: 'U/L',
  low: null,
};
delete (alt as { other?: unknown }).other;

const entry: ChartEntry = {
  index: 0,
  at: 600,
  kind: 'result',
  item: 'order:chemistry',
  title: 'Chemistry',
  prose: null,
  values: [glucose, lactate, alt],
  figure: null,
  detail: null,
  critical: false,
  code: null,
};

let place: HTMLElement;
let root: Root;
beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  localStorage.clear();
  place = document.createElement('div');
  document.body.append(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
});

function show(language: 'en' | 'it' = 'en') {
  root = createRoot(place);
  act(() =>
    root.render(
      <WordsProvider language={language} messages={messages[language]}>
        <ResultsTable entries={[entry]} arrival={0} />
        <ValueRows values={entry.values} caption="Chemistry" />
      </WordsProvider>,
    ),
  );
}
const choose = (label: string) =>
  act(() => {
    const found = [...place.querySelectorAll('label')].find(({ textContent }) => textContent === label);
    found?.querySelector('input')?.click();
  });
const rows = (table: number) =>
  [...(place.querySelectorAll('table')[table]?.querySelectorAll('tbody tr:has(td)') ?? [])].map(
    ({ textContent }) => textContent ?? '',
  );

describe('the units of laboratory values', () => {
  test('are those of the report until something else is chosen', () => {
    show();
    expect(place.querySelector<HTMLInputElement>('input:checked')?.value).toBe('reported');
    expect(rows(0)[0]).toContain('70–140 mg/dL');
    expect(rows(0)[1]).toContain('0.5–2.0 mmol/L');
  });

  test('change together in the table and in the entry: value, range and unit; what has one unit keeps it', () => {
    show();
    choose('SI');
    for (const table of [0, 1]) {
      expect(rows(table)[0]).toContain('8.3');
      expect(rows(table)[0]).toContain('3.9–7.8');
      expect(rows(table)[0]).toContain('mmol/L');
      expect(rows(table)[1]).toContain('5.2');
      expect(rows(table)[2]).toContain('U/L');
    }
    choose('Conventional');
    for (const table of [0, 1]) {
      expect(rows(table)[0]).toContain('149');
      expect(rows(table)[1]).toContain('46.8');
      expect(rows(table)[1]).toContain('4.5–18.0');
    }
    choose('As reported');
    expect(rows(0)[1]).toContain('5.2');
  });

  test('are remembered by this device', () => {
    show();
    choose('SI');
    act(() => root.unmount());
    show();
    expect(place.querySelector<HTMLInputElement>('input:checked')?.value).toBe('si');
    expect(rows(0)[0]).toContain('8.3');
  });

  test('are one group of radio buttons with a name, in either language', () => {
    show('it');
    const group = place.querySelector('fieldset');
    expect(group?.querySelector('legend')?.textContent).toBe('Unità degli esami di laboratorio');
    const radios = [...(group?.querySelectorAll('input') ?? [])];
    expect(radios.map(({ type }) => type)).toEqual(['radio', 'radio', 'radio']);
    expect(new Set(radios.map(({ name }) => name)).size).toBe(1);
    choose('SI');
    expect(rows(0)[0]).toContain('8,3');
  });

  test('leave the view itself as it came', () => {
    const before = JSON.stringify(glucose);
    expect(inUnits(glucose, 'si')).toMatchObject({ value: '8.3', unit: 'mmol/L', flag: 'high' });
    expect(inUnits(glucose, 'conventional')).toBe(glucose);
    expect(inUnits(alt, 'si')).toBe(alt);
    expect(JSON.stringify(glucose)).toBe(before);
  });
});
