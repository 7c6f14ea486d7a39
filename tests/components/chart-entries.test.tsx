// @vitest-environment happy-dom
// A long chart opens at its end without waiting for its beginning, and then holds all of it.
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ChartEntries } from '#components/encounter/chart-entries';
import { WordsProvider } from '#components/words-provider';
import type { ChartEntry } from '#machines/view';
import { bedside, messages } from './views';

const [one] = bedside.chart;
const long: readonly ChartEntry[] =
  one === undefined ? [] : Array.from({ length: 60 }, (_, index) => ({ ...one, index, at: 60 * index }));

const entries = (atEnd: boolean) => (
  <WordsProvider language="en" messages={messages.en}>
    <ChartEntries
      shown={long}
      asTable={false}
      arrival={0}
      freshFrom={long.length}
      atEnd={atEnd}
      figureUrl={(figure) => `/figures/${figure}`}
      enlarge={() => undefined}
    />
  </WordsProvider>
);
const idsIn = (page: string) => [...page.matchAll(/id="entry-(\d+)"/g)].map(([, id]) => Number(id));

test('the first picture of a long chart is its end', () => {
  const first = idsIn(renderToStaticMarkup(entries(true)));
  expect(first.length).toBeLessThan(long.length);
  expect(first).toEqual(long.slice(-first.length).map(({ index }) => index));
});

test('a chart that is read from its beginning comes whole', () => {
  expect(idsIn(renderToStaticMarkup(entries(false)))).toEqual(long.map(({ index }) => index));
});

test('once it is drawn, all of it is there', () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const place = document.createElement('div');
  const root = createRoot(place);
  act(() => root.render(entries(true)));
  expect(idsIn(place.innerHTML)).toEqual(long.map(({ index }) => index));
  act(() => root.unmount());
});
