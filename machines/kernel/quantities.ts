// Levels and vitals: each regime of the scenario becomes one small update, applied once a tick in the order of dependency.
import type { Quantity, Regime } from '../scenario/scenario';
import type { Book } from './book';
import { numberOf, testOf } from './compile';
import type { Test } from './compile';
import type { State } from './state';

/** Computes one quantity for a tick of `dt` minutes, `base` being the length of the case's base tick in minutes. */
export type Update = (state: State, dt: number) => void;

type Step = (state: State, value: number, dt: number) => number;

/** exp(−dt/minutes) or the like is the same for every tick of one length, so the last one is kept. */
function perTick(factor: (dt: number) => number): (dt: number) => number {
  let known = Number.NaN;
  let result = 0;
  return (dt) => {
    if (dt !== known) {
      known = dt;
      result = factor(dt);
    }
    return result;
  };
}

function clamp(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value;
}

function stepOf(regime: Regime, slot: number, pushed: boolean, base: number, book: Book): Step {
  switch (regime.kind) {
    case 'is': {
      const value = numberOf(regime.value, book);
      return pushed ? (state) => value(state) + (state.effectSum[slot] ?? 0) : (state) => value(state);
    }
    case 'rises': {
      const rate = numberOf(regime.perMinute, book);
      return (state, value, dt) => value + rate(state) * dt;
    }
    case 'decays': {
      const { minutes } = regime;
      const factor = perTick((dt) => Math.exp(-dt / minutes));
      return (_state, value, dt) => value * factor(dt);
    }
    case 'towards': {
      const target = numberOf(regime.target, book);
      const { lag } = regime;
      const least = regime.least ?? -Infinity;
      const most = regime.most ?? Infinity;
      const ticks = lag / base;
      // A longer tick goes as far as the base ticks it stands for would have gone towards a target at rest.
      const share = perTick((dt) => 1 - Math.max(0, 1 - base / lag) ** (dt / base));
      return (state, value, dt) => {
        const goal = clamp(target(state) + (pushed ? (state.effectSum[slot] ?? 0) : 0), least, most);
        return dt === base && ticks >= 1
          ? value + (goal - value) / ticks
          : value + (goal - value) * share(dt);
      };
    }
  }
}

/** Update of one quantity. `pushed`: some item or event has an effect on it. */
export function updateOf(quantity: Quantity, pushed: boolean, base: number, book: Book): Update {
  const slot = book.slot(quantity.id);
  const least = quantity.least ?? -Infinity;
  const most = quantity.most ?? Infinity;
  const bounded = quantity.least !== undefined || quantity.most !== undefined;
  const steps = quantity.regimes.map((regime) => ({
    test: regime.when ? testOf(regime.when, book) : null,
    step: stepOf(regime, slot, pushed, base, book),
  }));
  const [only] = steps;
  if (!only) return () => undefined;
  if (steps.length === 1 && only.test === null) {
    const { step } = only;
    if (!bounded) {
      return (state, dt) => {
        state.q[slot] = step(state, state.q[slot] ?? 0, dt);
      };
    }
    return (state, dt) => {
      state.q[slot] = clamp(step(state, state.q[slot] ?? 0, dt), least, most);
    };
  }
  const tests: (Test | null)[] = steps.map((one) => one.test);
  const changes: Step[] = steps.map((one) => one.step);
  return (state, dt) => {
    for (let i = 0; i < changes.length; i += 1) {
      const test = tests[i];
      if (test && !test(state)) continue;
      const change = changes[i];
      if (change) state.q[slot] = clamp(change(state, state.q[slot] ?? 0, dt), least, most);
      return;
    }
  };
}
