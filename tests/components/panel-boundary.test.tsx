// @vitest-environment happy-dom
// One part of a screen fails: it says so, the parts beside it go on, and another try finds what was typed.
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Debrief } from '#components/debrief/debrief';
import { Bedside } from '#components/encounter/bedside';
import { Drafts, useDraft } from '#components/encounter/drafts';
import { PanelBoundary } from '#components/panel-boundary';
import { WordsProvider } from '#components/words-provider';
import type { EncounterView } from '#machines/view';
import { bedside, debrief, english, messages, offers } from './views';

let box: HTMLElement;
let root: Root;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // React tells the console of what a boundary has caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  box = document.body.appendChild(document.createElement('div'));
  root = createRoot(box, { onCaughtError: () => undefined });
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const button = (name: string) => [...box.querySelectorAll('button')].find((one) => one.textContent === name);

let broken = false;
function Fragile() {
  const [text, change] = useDraft('fragile', '');
  if (broken) throw new Error('cannot be drawn');
  return <input aria-label="fragile" value={text} onChange={(event) => change(event.target.value)} />;
}

function draw(turn: number) {
  act(() =>
    root.render(
      <WordsProvider language="en" messages={messages.en}>
        <Drafts attempt="boundary">
          <PanelBoundary name="Chart" turn={turn}>
            <Fragile />
          </PanelBoundary>
          <p>The other part.</p>
        </Drafts>
      </WordsProvider>,
    ),
  );
}

function type(text: string) {
  const input = box.querySelector('input');
  act(() => {
    // Past React's own setter, as a person's key press comes.
    Reflect.set(HTMLInputElement.prototype, 'value', text, input);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

describe('a part that cannot be drawn', () => {
  test('says so calmly, and leaves the parts beside it alone', () => {
    broken = true;
    draw(1);
    expect(box.textContent).toContain(messages.en['panel.failed']);
    expect(box.textContent).toContain('Chart');
    expect(box.textContent).toContain('The other part.');
  });

  test('is drawn again when asked to, with what was typed', () => {
    broken = false;
    draw(1);
    type('half a sentence');
    broken = true;
    draw(2);
    expect(box.querySelector('input')).toBeNull();
    broken = false;
    act(() => button('Try again')?.click());
    expect(box.querySelector('input')?.value).toBe('half a sentence');
    expect(box.textContent).not.toContain(messages.en['panel.failed']);
  });

  test('tries again by itself with the next step, and fails again without harm', () => {
    broken = true;
    draw(1);
    draw(2);
    expect(box.textContent).toContain(messages.en['panel.failed']);
    broken = false;
    draw(3);
    expect(box.querySelector('input')).not.toBeNull();
  });
});

describe('the bedside', () => {
  const show = (view: EncounterView) =>
    act(() =>
      root.render(
        <WordsProvider language="en" messages={messages.en}>
          <Bedside
            view={view}
            offers={offers}
            take={() => undefined}
            notice={null}
            dismiss={() => undefined}
            figureUrl={(figure) => `/figures/${figure}`}
            understand={() => Promise.resolve(null)}
            tools={null}
          />
        </WordsProvider>,
      ),
    );

  test.each([
    ['the figure of the patient', { patient: { ...bedside.patient, look: [{ tag: 'none', of: null }] } }],
    ['what runs', { running: [null] }],
    ['the chart', { chart: bedside.chart.map((entry) => ({ ...entry, values: null })) }],
    ['the monitor', { monitor: bedside.monitor.map((vital) => ({ ...vital, series: null })) }],
  ])('goes on without %s', (_name, wrong) => {
    // What the wire brought has another form than the type says.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    show({ ...bedside, ...wrong } as unknown as EncounterView);
    expect(box.querySelectorAll('output').length).toBeGreaterThanOrEqual(1);
    expect(box.textContent).toContain(messages.en['panel.failed']);
    expect(box.textContent).toContain(messages.en['time.title']);
    expect(box.querySelector('[role="combobox"]')).not.toBeNull();
  });
});

test('the debrief goes on without its curves', () => {
  const Broken = (): never => {
    throw new Error('cannot be drawn');
  };
  act(() =>
    root.render(
      <WordsProvider language="en" messages={messages.en}>
        <Debrief view={debrief} words={english} names={{}} course={<Broken />} />
      </WordsProvider>,
    ),
  );
  expect(box.textContent).toContain(messages.en['panel.failed']);
  expect(box.querySelectorAll('[data-line]')).toHaveLength(debrief.sheet.lines.length);
});
