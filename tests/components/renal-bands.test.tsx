// The order form shows what is usual by kidney function, every row alike, and a row fills the form.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { OrderForm } from '#components/encounter/order-form';
import { WordsProvider } from '#components/words-provider';
import type { OfferView } from '#machines/view';
import { messages } from './views';

const offer: OfferView = {
  id: 'treat:meropenem',
  verb: 'treat',
  name: 'Meropenem',
  group: ['Treatments'],
  words: [],
  takes: 0,
  waits: 0,
  dosing: {
    mode: 'course',
    unit: 'mg',
    rateUnit: null,
    dose: { least: 250, most: 2000 },
    rate: null,
    routes: ['iv'],
    presets: [{ dose: '1 g', every: '8 h' }],
    renal: [
      { below: 50, preset: { dose: '1 g', every: '12 h' }, day: 2000 },
      { below: 10, preset: { every: '24 h' }, advice: 'After dialysis.' },
    ],
  },
  avoided: ['Pregnancy'],
  careful: ['Asthma', 'Epilepsy'],
  choices: [],
  manyChoices: false,
};

const form = (language: 'en' | 'it', typed: { readonly [amount: string]: string } = {}): string =>
  renderToStaticMarkup(
    <WordsProvider language={language} messages={messages[language]}>
      <OrderForm
        offer={offer}
        weight={70}
        typed={typed}
        place={() => undefined}
        gather={() => undefined}
        close={() => undefined}
      />
    </WordsProvider>,
  );

/** The sentences of the rows, each with whether it stands in the form. */
const buttons = (page: string): readonly (readonly [string, boolean])[] =>
  [...page.matchAll(/<button type="button" aria-pressed="(true|false)"[^>]*>([^<]*)</g)].map(
    ([, pressed, sentence]) => [sentence ?? '', pressed === 'true'],
  );

describe('the order form', () => {
  test('lists the bands under the usual orders, and marks only what stands in the form', () => {
    expect(buttons(form('en'))).toEqual([
      ['1 g · every 8 h', true],
      ['1 g · every 12 h', false],
      ['every 24 h', false],
    ]);
    expect(buttons(form('en', { every: '12 h' })).map(([, pressed]) => pressed)).toEqual([
      false,
      true,
      false,
    ]);
    // what a row leaves open is as in the first usual order
    expect(buttons(form('en', { every: '24 h' })).map(([, pressed]) => pressed)).toEqual([
      false,
      false,
      true,
    ]);
  });

  test.each([
    [
      'en',
      [
        'eGFR &lt; 50',
        'at most 2,000 mg in 24 h',
        'After dialysis.',
        'Usually avoided in: Pregnancy.',
        'With care in: Asthma · Epilepsy.',
      ],
    ],
    [
      'it',
      [
        'eGFR &lt; 50',
        'al massimo 2000 mg nelle 24 h',
        'Di norma da evitare in caso di: Pregnancy.',
        'Cautela in caso di: Asthma · Epilepsy.',
      ],
    ],
  ] as const)('says it in words: %s', (language, wanted) => {
    const page = form(language);
    for (const text of wanted) expect(page).toContain(text);
  });
});
