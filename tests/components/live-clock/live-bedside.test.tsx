// @vitest-environment happy-dom
// At the bedside the live clock sends ordinary waits, stops at what interrupts and says why, and is silent about its ticks.
import { act, useEffect, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeSentence } from '#components/encounter/announcer';
import { Bedside } from '#components/encounter/bedside';
import type { Notice } from '#components/encounter/take';
import { WordsProvider } from '#components/words-provider';
import type { StepInput } from '#machines/step';
import type { EncounterView } from '#machines/view';
import { bedside, english, messages, offers } from '../views';

const quiet: EncounterView = { ...bedside, interrupted: [], checkpoints: [] };
let taken: StepInput[] = [];
let place: HTMLElement;
let root: Root;
/** Shows another view or notice, as the server's answer would. */
let show: (view: EncounterView, notice?: Notice | null) => void = () => undefined;
let settled = true;

function Stage({ first, rate }: { readonly first: EncounterView; readonly rate: number }) {
  const [{ view, notice }, set] = useState<{ view: EncounterView; notice: Notice | null }>({
    view: first,
    notice: null,
  });
  useEffect(() => {
    show = (next, said = null) => set({ view: next, notice: said });
  }, []);
  return (
    <WordsProvider language="en" messages={messages.en}>
      <Bedside
        view={view}
        offers={offers}
        take={take}
        understand={none}
        notice={notice}
        dismiss={nothing}
        figureUrl={String}
        tools={null}
        liveDoor={doors[rate] ?? null}
      />
    </WordsProvider>
  );
}
const take = (...steps: readonly StepInput[]) => void taken.push(...steps);
const none = () => Promise.resolve(null);
const nothing = () => undefined;
const door = (rate: number) => ({ rate, settled: () => settled });
const doors: { readonly [rate: number]: ReturnType<typeof door> } = { 0: door(0), 60: door(60) };

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance'] });
  taken = [];
  settled = true;
  document.cookie = 'live=; path=/; max-age=0';
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  vi.useRealTimers();
});

const open = (first: EncounterView, rate = 0) => act(() => root.render(<Stage first={first} rate={rate} />));
const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });
const press = (name: string) =>
  act(() =>
    [...place.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(name))?.click(),
  );
const line = () => place.querySelector('section[aria-label="Live clock"]')?.textContent ?? '';
const minutes = () => taken.map((step) => step.with?.['minutes']);

function choose(rate: number) {
  const select = place.querySelector('select');
  if (select === null) throw new Error('no choice of a live clock');
  act(() => {
    select.value = String(rate);
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

describe('the live clock at the bedside', () => {
  test('is off until it is chosen, and kept on this device', () => {
    open(quiet);
    pass(120_000);
    expect(taken).toEqual([]);
    expect(line()).toBe('');
    choose(60);
    pass(5_100);
    expect(document.cookie).toContain('live=60');
    expect(taken.length).toBeGreaterThanOrEqual(4);
    expect(taken.every((step) => step.do === 'wait')).toBe(true);
    expect(new Set(minutes())).toEqual(new Set([1]));
    expect(line()).toContain('1 min each second');
  });

  test('stands on another day until it is let run', () => {
    open(quiet, 60);
    pass(10_000);
    expect(taken).toEqual([]);
    press('Start');
    pass(2_500);
    expect(taken.length).toBe(2);
  });

  test('stops by button and by key, and keeps the focus where it was', () => {
    open(quiet, 60);
    press('Start');
    pass(2_100);
    const input = place.querySelector('input');
    act(() => input?.focus());
    act(() => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8' })));
    const sent = taken.length;
    pass(10_000);
    expect(taken.length).toBe(sent);
    expect(line()).toContain('Nothing happens while you think');
    expect(document.activeElement).toBe(input);
  });

  test.each([
    ['an alarm', { interrupted: [{ at: 3360, cause: 'alarm', about: '' }] }, null, 'an alarm'],
    ['a refusal', {}, { kind: 'refused', refusal: { code: 'no-hint', params: {} } }, 'a step was not taken'],
    ['a lost connection', {}, { kind: 'retrying', reason: 'offline' }, 'connection was lost'],
    ['another tab', {}, { kind: 'conflict' }, 'another tab'],
  ] as const)('%s stops it, it says why, and goes on only when it is let', (_, change, notice, why) => {
    open(quiet, 60);
    press('Start');
    pass(1_100);
    act(() => show({ ...quiet, now: quiet.now + 60, sequence: quiet.sequence + 1, ...change }, notice));
    const sent = taken.length;
    pass(20_000);
    expect(taken.length).toBe(sent);
    expect(line()).toContain(why);
    press('Resume');
    pass(1_200);
    expect(taken.length).toBe(sent + 1);
    expect(minutes().at(-1)).toBe(1);
  });

  test('stops when nobody has touched the page for ten minutes', () => {
    open(quiet, 60);
    press('Start');
    for (let half = 0; half < 3; half += 1) {
      pass(300_000);
      act(() => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' })));
    }
    expect(line()).toContain('Time runs by itself');
    pass(601_000);
    const sent = taken.length;
    pass(60_000);
    expect(taken.length).toBe(sent);
    expect(line()).toContain('nobody has touched');
  });

  test('leaves the last steps of a long attempt to the learner', () => {
    open({ ...quiet, sequence: 4_000 }, 60);
    press('Start');
    pass(10_000);
    expect(taken).toEqual([]);
    expect(line()).toContain('nearly as long as one can be');
  });

  test('sends nothing while a step is under way', () => {
    open(quiet, 60);
    press('Start');
    settled = false;
    pass(20_000);
    expect(taken).toEqual([]);
  });

  test('waits while a window is open', () => {
    open(quiet, 60);
    press('Start');
    const window_ = document.createElement('dialog');
    window_.setAttribute('open', '');
    document.body.append(window_);
    pass(20_000);
    expect(taken).toEqual([]);
    expect(line()).toContain('window is open');
    window_.remove();
    pass(1_500);
    expect(taken.length).toBe(1);
  });

  test('runs from the beginning where the exam requires it, and cannot be switched off', () => {
    open({ ...quiet, mode: 'assessed', clock: { grain: 60, required: true, rate: 10 } });
    expect(place.querySelector('select')).toBeNull();
    pass(12_300);
    expect(minutes()).toEqual([1, 1]);
    expect(line()).toContain('10 s each second');
  });
});

test('a tick of the live clock is not told; what comes with it is', () => {
  const later = { ...quiet, now: quiet.now + 60 };
  expect(changeSentence(quiet, later, english, true)).toBeNull();
  expect(changeSentence(quiet, later, english)).not.toBeNull();
  const alarmed = { ...later, interrupted: [{ at: later.now, cause: 'alarm' as const, about: '' }] };
  expect(changeSentence(quiet, alarmed, english, true)).toContain('an alarm');
});
