// @vitest-environment happy-dom
// A newcomer is shown four things, can skip them at any time, and is never shown them twice.
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FirstMinute, tourStops, useTour } from '#components/encounter/first-minute';
import { WordsProvider } from '#components/words-provider';
import { messages } from './views';

function Tour({ wanted }: { readonly wanted: boolean }) {
  const [steps, setSteps] = useState(1);
  const tour = useTour(wanted, steps);
  return (
    <div data-marked={tourStops.filter((stop) => tour.mark(stop) !== '').join(' ')}>
      <button type="button" onClick={() => setSteps(steps + 1)}>
        step
      </button>
      {tour.stop !== null && (
        <FirstMinute stop={tour.stop} place={tour.place} next={() => void tour.next()} skip={tour.skip} />
      )}
    </div>
  );
}

let place: HTMLElement;
beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  document.cookie = 'toured=; path=/; max-age=0';
  place = document.createElement('div');
  document.body.append(place);
});
afterEach(() => place.remove());

const show = (wanted: boolean) =>
  act(() =>
    createRoot(place).render(
      <WordsProvider language="en" messages={messages.en}>
        <Tour wanted={wanted} />
      </WordsProvider>,
    ),
  );
const click = (name: string) =>
  act(() => [...place.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click());
const marked = () => place.querySelector('[data-marked]')?.getAttribute('data-marked');

describe('the first minute', () => {
  test('goes through four things in place, then it is over', () => {
    show(true);
    const seen = [marked()];
    for (const stop of ['time', 'patient', 'finish']) {
      click('Next');
      expect(marked()).toBe(stop);
      seen.push(marked());
    }
    expect(new Set(seen).size).toBe(4);
    expect(place.textContent).toContain('4 of 4');
    click('I have seen it');
    expect(place.textContent).toBe('step');
  });

  test('can be skipped at its first word', () => {
    show(true);
    click('Skip');
    expect(place.textContent).toBe('step');
    expect(marked()).toBe('');
  });

  test('goes by itself once a newcomer has found the way', () => {
    show(true);
    for (let steps = 0; steps < 4; steps += 1) click('step');
    expect(place.textContent).toContain('1 of 4');
    click('step');
    expect(place.textContent).toBe('step');
    expect(marked()).toBe('');
  });

  test('is remembered as soon as it was shown, and not shown to those who know it', () => {
    show(true);
    expect(document.cookie).toContain('toured=1');
    document.cookie = 'toured=; path=/; max-age=0';
    place.replaceChildren();
    const other = document.createElement('div');
    place.replaceWith(other);
    place = other;
    show(false);
    expect(place.textContent).toBe('step');
    expect(document.cookie).not.toContain('toured=1');
  });
});
