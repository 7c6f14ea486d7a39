// An order that is warned of is asked about in words, and comes back confirmed with its reason.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Bedside } from '#components/encounter/bedside';
import { confirmedStep, ordersOf, warningSentence } from '#components/encounter/confirm-orders';
import { WordsProvider } from '#components/words-provider';
import type { Warning } from '#machines/step';
import { bedside, english, italian, messages, offers } from './views';

const dose: Warning = {
  code: 'over-usual-dose',
  item: 'treat:ketorolac',
  order: 2,
  params: { got: 62.5, most: 30, unit: 'mg' },
  asksReason: true,
};
const pregnant: Warning = {
  code: 'contraindicated',
  item: 'treat:ketorolac',
  params: { condition: 'pregnancy', weight: 'avoid' },
  about: { en: 'Pregnancy', it: 'Gravidanza' },
  why: { en: 'It closes the ductus.', it: 'Chiude il dotto.' },
  asksReason: true,
};
const kidneys: Warning = {
  code: 'renal-interval',
  item: 'treat:gentamicin',
  params: { got: 8, least: 12, egfr: 22 },
  asksReason: true,
};
const clash: Warning = {
  code: 'interaction',
  item: 'treat:gentamicin',
  params: { other: 'treat:ketorolac' },
  why: { en: 'Both harm the kidney.', it: 'Entrambi danneggiano il rene.' },
  asksReason: true,
};
const names = (item: string): string => item.replace('treat:', '').toUpperCase();

describe('a warning', () => {
  test('is a sentence with names and numbers of the language', () => {
    expect(warningSentence(dose, english, names)).toContain('KETOROLAC: 62.5 mg');
    expect(warningSentence(dose, italian, names)).toContain('62,5 mg');
    expect(warningSentence(clash, english, names)).toBe(
      'GENTAMICIN together with KETOROLAC. Both harm the kidney.',
    );
    expect(warningSentence(clash, italian, names)).toContain('Entrambi danneggiano il rene.');
  });

  test('says what of the patient speaks against the order', () => {
    expect(warningSentence(pregnant, english, names)).toBe(
      'KETOROLAC: usually avoided. In the chart: Pregnancy. It closes the ductus.',
    );
    expect(warningSentence(pregnant, italian, names)).toBe(
      'KETOROLAC: di norma da evitare. In cartella: Gravidanza. Chiude il dotto.',
    );
    const care = { ...pregnant, params: { condition: 'pregnancy', weight: 'care' } };
    expect(warningSentence(care, english, names)).toContain('needs care');
    expect(warningSentence(kidneys, english, names)).toContain(
      'every 8 h is more often than usual with an eGFR of 22 mL/min (every 12 h)',
    );
  });

  test('opens a dialog that asks for a reason', () => {
    const page = renderToStaticMarkup(
      <WordsProvider language="en" messages={messages.en}>
        <Bedside
          view={bedside}
          offers={offers}
          take={() => undefined}
          notice={{
            kind: 'refused',
            refusal: { code: 'confirm', params: { count: 1 }, warnings: [clash] },
            step: { do: 'treat:gentamicin' },
          }}
          dismiss={() => undefined}
          figureUrl={(figure) => figure}
          understand={() => Promise.resolve(null)}
          tools={null}
        />
      </WordsProvider>,
    );
    expect(page).toContain('Both harm the kidney.');
    expect(page).toContain(messages.en['confirm.reason']);
  });
});

describe('a confirmation', () => {
  test('carries the reason with the order', () => {
    expect(
      confirmedStep({ step: { do: 'treat:x', with: { dose: '60 mg' } }, warnings: [clash] }, ' colic '),
    ).toEqual({ do: 'treat:x', with: { dose: '60 mg', confirmed: true, reason: 'colic' } });
  });

  test('is given to the warned orders only of those signed together', () => {
    const step = { do: 'sign', with: { orders: [{ do: 'order:a' }, { do: 'treat:ketorolac' }] } };
    expect(ordersOf(confirmedStep({ step, warnings: [dose] }, 'colic'))).toEqual([
      { do: 'order:a' },
      { do: 'treat:ketorolac', with: { confirmed: true, reason: 'colic' } },
    ]);
  });
});
