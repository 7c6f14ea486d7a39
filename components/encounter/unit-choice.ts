// Which units laboratory values are read in: as reported, SI or conventional. A setting of this device; the log and the server know nothing of it.
'use client';
import { useSyncExternalStore } from 'react';
import type { ValueView } from '#machines/view';

export const unitChoices = ['reported', 'si', 'conventional'] as const;
export type UnitChoice = (typeof unitChoices)[number];

const KEY = 'units';
const listeners = new Set<() => void>();
// Where storage is full or forbidden the choice lives as long as the page, here.
let held: UnitChoice | null = null;

function kept(): UnitChoice {
  if (held !== null) return held;
  try {
    const stored = localStorage.getItem(KEY);
    return unitChoices.find((one) => one === stored) ?? 'reported';
  } catch {
    return 'reported';
  }
}

function keep(choice: UnitChoice): void {
  try {
    localStorage.setItem(KEY, choice);
    held = null;
  } catch {
    held = choice;
  }
  for (const tell of listeners) tell();
}

/** Changes in this page, and in another tab of this device. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** The choice of this device and how to change it. */
export function useUnits(): readonly [UnitChoice, (choice: UnitChoice) => void] {
  const choice = useSyncExternalStore(subscribe, kept, () => 'reported' as const);
  return [choice, keep];
}

/** A value as it is read under a choice; unchanged where its unit is of that system or the only one in use. */
export function inUnits(value: ValueView, choice: UnitChoice): ValueView {
  const { other } = value;
  if (other?.system !== choice) return value;
  const { value: text, number, unit, low, high } = other;
  return { ...value, value: text, number, unit, low, high };
}
