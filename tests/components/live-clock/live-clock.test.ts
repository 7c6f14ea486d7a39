// The live clock keeps patient time true, sends one wait at a time, stands still when it should and never jumps; in time that the test makes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, type LiveClock, look, newClock, readRate, waitOf } from '#components/live-clock/live-clock';

const MINUTE = 60;

interface World {
  /** ms that a wait takes to be answered */
  readonly answers?: number;
  readonly grain?: number;
  readonly busy?: (at: number) => boolean;
  readonly held?: (at: number) => boolean;
}

/** Lets the clock run from `from` to `to` ms, looked at every 250 ms; gives the waits it sent. */
function run(start: LiveClock, from: number, to: number, world: World = {}) {
  const { answers = 20, grain = MINUTE, busy = () => false, held = () => false } = world;
  const waits: { readonly at: number; readonly seconds: number }[] = [];
  let clock = start;
  let free = 0;
  for (let at = from; at <= to; at += 250) {
    const seen = look(clock, { at, busy: at < free || busy(at), held: held(at) }, grain);
    clock = seen.clock;
    if (seen.wait === null) continue;
    expect(at, 'two waits under way').toBeGreaterThanOrEqual(free);
    free = at + answers;
    waits.push({ at, seconds: seen.wait });
  }
  return { clock, waits, passed: waits.reduce((sum, { seconds }) => sum + seconds, 0) };
}

describe('a live clock that runs', () => {
  test.each([
    [1, 60],
    [10, 60],
    [60, 60],
    [60, 5],
    [10, 5],
    [90, 60],
    [3600, 60],
  ])('lets %d s of patient time pass in each second, in grains of %d s', (rate, grain) => {
    const minutes = 10;
    const { waits, passed } = run(newClock(rate, null), 0, minutes * 60_000, { grain });
    const length = waitOf(rate, grain);
    expect(passed).toBeGreaterThan(minutes * 60 * rate - length - rate);
    expect(passed).toBeLessThanOrEqual(minutes * 60 * rate);
    expect(waits.every(({ seconds }) => seconds % grain === 0)).toBe(true);
  });

  test('sends no more than one wait a second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3600 }), fc.integer({ min: 1, max: 60 }), (rate, grain) => {
        const { waits } = run(newClock(rate, null), 0, 20_000, { grain });
        expect(waits.length).toBeLessThanOrEqual(20);
      }),
    );
  });

  test('stays true while its own waits are slow', () => {
    const { passed } = run(newClock(60, null), 0, 60_000, { answers: 800 });
    expect(passed).toBeGreaterThanOrEqual(58 * MINUTE);
  });

  test('never has two waits under way, and falls back rather than jumps behind a slow server', () => {
    const { waits } = run(newClock(60, null), 0, 60_000, { answers: 7_000 });
    expect(waits.length).toBeGreaterThan(5);
    expect(Math.max(...waits.map(({ seconds }) => seconds))).toBe(2 * MINUTE);
  });

  test('does not count the time that a step of the learner is under way: the step has its own', () => {
    const { passed } = run(newClock(60, null), 0, 30_000, { busy: (at) => at >= 10_100 && at < 20_100 });
    expect(passed).toBeGreaterThanOrEqual(18 * MINUTE);
    expect(passed).toBeLessThanOrEqual(21 * MINUTE);
  });

  test('waits while it is held, and goes on with what it had', () => {
    const held = (at: number) => at > 500 && at < 60_500;
    const { waits } = run(newClock(60, null), 0, 61_750, { held });
    expect(waits.map(({ seconds }) => seconds)).toEqual([MINUTE]);
    expect(waits[0]?.at).toBeGreaterThan(60_500);
  });

  test('does not age the patient while the computer slept', () => {
    const { clock } = run(newClock(60, null), 0, 500);
    const seen = look(clock, { at: 3_600_000, busy: false, held: false }, MINUTE);
    expect(seen.wait).toBe(MINUTE);
    expect(seen.clock.owed).toBeLessThan(MINUTE);
    const back = look(clock, { at: -5_000, busy: false, held: false }, MINUTE);
    expect(back.wait).toBeNull();
  });
});

describe('a live clock that stands', () => {
  test('sends nothing, whatever the reason', () => {
    for (const why of ['hand', 'interrupted', 'refused', 'connection', 'hidden'] as const)
      expect(run(after(newClock(60, null), { kind: 'stand', why }), 0, 60_000).waits).toEqual([]);
    expect(run(newClock(0, null), 0, 60_000).waits).toEqual([]);
    expect(run(newClock(60, 'ready'), 0, 60_000).waits).toEqual([]);
  });

  test('goes on without a jump: what it owed when it stopped is forgotten', () => {
    const { clock } = run(newClock(60, null), 0, 750);
    expect(clock.owed).toBeGreaterThan(40);
    const again = after(after(clock, { kind: 'stand', why: 'interrupted' }), { kind: 'go' });
    const { waits } = run(again, 600_000, 602_000);
    expect(waits[0]).toEqual({ at: 601_000, seconds: MINUTE });
  });

  test('keeps its first reason', () => {
    const stood = after(newClock(60, null), { kind: 'stand', why: 'refused' });
    expect(after(stood, { kind: 'stand', why: 'hidden' }).stands).toBe('refused');
  });

  test('sends nothing while a wait that it sent before is still on its way', () => {
    const sent = look({ ...newClock(60, null), owed: 60 }, { at: 0, busy: false, held: false }, MINUTE);
    expect(sent.wait).toBe(MINUTE);
    const stood = after(sent.clock, { kind: 'stand', why: 'connection' });
    const { waits } = run(after(stood, { kind: 'go' }), 0, 30_000, { busy: () => true });
    expect(waits).toEqual([]);
  });

  test('starts when a rate is chosen', () => {
    const set = after(newClock(0, 'ready'), { kind: 'set', rate: 60 });
    expect(run(set, 0, 5_000).passed).toBeGreaterThanOrEqual(4 * MINUTE);
  });
});

test('a rate that was kept is read, and nothing else', () => {
  expect(['10', '60', '3600'].map(readRate)).toEqual([10, 60, 3600]);
  expect([undefined, '', '0', '-1', '1.5', '4000', 'x', 'Infinity'].map(readRate)).toEqual([
    0, 0, 0, 0, 0, 0, 0, 0,
  ]);
});
