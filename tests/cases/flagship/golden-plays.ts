// The brief's golden traces as real orders at the bedside: each earlier by what it takes, with only what the brief lists acting.
import type { ScriptStep } from '#machines/script';
import type { Golden } from '../../fidelity/golden-traces';
import { ordersOf } from '../../fidelity/plan';
import type { Schedule } from '../../fidelity/reference-stepper';

/** The largest bolus that one order may be. */
const LARGEST_BOLUS = 3000;

/** Acts of two traces that push the pressure, at the minute of their order. */
const PUSHED: { readonly [id: string]: readonly ScriptStep[] } = {
  G8: [{ at: 12, do: 'treat:beta-blocker', with: { dose: '5 mg' } }],
  G11: [{ at: 28, do: 'procedure:intubation-propofol' }],
};

/** Heart rate of G8 with the β-blocker's own effect, which the table of the brief leaves out and its note gives. */
export const G8_HEART_RATES = [101, 103, 96, 100] as const;

/** Brings a golden trace about by orders. */
export function stepsOf({ id, schedule }: Golden): readonly ScriptStep[] {
  const { antibiotic, drained } = schedule;
  return [
    ...ordersOf({
      fluids: (schedule.fluids ?? []).flatMap(bolusesOf),
      norepinephrine: (schedule.norepinephrine ?? []).map(([at, dose]) => ({ at, dose })),
      antibiotic: antibiotic === undefined ? null : { at: antibiotic, drug: 'treat:ceftriaxone' },
      drained: drained ?? null,
      pushes: [],
      hydrocortisone: null,
    }),
    ...(PUSHED[id] ?? []),
  ].toSorted((a, b) => a.at - b.at);
}

function bolusesOf([at, mL, over]: NonNullable<Schedule['fluids']>[number]) {
  const parts = Math.ceil(mL / LARGEST_BOLUS);
  return Array.from({ length: parts }, (_part, index) => ({
    at: at + (index * over) / parts,
    mL: mL / parts,
    over: over / parts,
  }));
}
