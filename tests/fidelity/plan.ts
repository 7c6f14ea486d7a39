// A plan of treatment in the words of the reference model, and the real orders that bring it about at the bedside.
import type { ScriptStep } from '#machines/script';
import type { Schedule } from './reference-stepper';

/** Drugs and acts that push the pressure for a time; minutes are those of their lead, sizes those of the brief's tables. */
export const PUSHES = {
  'treat:beta-blocker': { lead: 3, map: -12, minutes: 90, hr: -22 },
  'treat:amiodarone': { lead: 5, map: -12, minutes: 60, hr: 0 },
  'treat:diltiazem': { lead: 5, map: -12, minutes: 60, hr: 0 },
  'treat:antihypertensive': { lead: 5, map: -15, minutes: 60, hr: 0 },
  'treat:morphine-10-mg': { lead: 5, map: -8, minutes: 45, hr: 0 },
  'treat:fentanyl': { lead: 5, map: -1, minutes: 45, hr: 0 },
  'treat:paracetamol': { lead: 20, map: -2, minutes: 30, hr: 0 },
  'procedure:neuraxial-block': { lead: 15, map: -20, minutes: 90, hr: 0 },
} as const;

export const PUSH_NAMES = [
  'treat:beta-blocker',
  'treat:amiodarone',
  'treat:diltiazem',
  'treat:antihypertensive',
  'treat:morphine-10-mg',
  'treat:fentanyl',
  'treat:paracetamol',
  'procedure:neuraxial-block',
] as const satisfies readonly (keyof typeof PUSHES)[];

export const EFFECTIVE = [
  'treat:piperacillin-tazobactam',
  'treat:meropenem',
  'treat:ceftriaxone',
  'treat:cefepime',
  'treat:amikacin',
] as const;

/** Minutes at which things begin to act. */
export interface Plan {
  readonly fluids: readonly { readonly at: number; readonly mL: number; readonly over: number }[];
  /** doses in mcg/kg/min from a minute on, 0 to stop; minutes rise */
  readonly norepinephrine: readonly { readonly at: number; readonly dose: number }[];
  readonly antibiotic: { readonly at: number; readonly drug: (typeof EFFECTIVE)[number] } | null;
  /** minute at which the pus is out: at least 200, with norepinephrine running from the order of the operation on */
  readonly drained: number | null;
  readonly pushes: readonly { readonly at: number; readonly what: keyof typeof PUSHES }[];
  readonly hydrocortisone: number | null;
}

/** From the order of the operation to the incision, and on to the pus. */
export const OPERATION = 60 + 45;

/** The plan as the reference model takes it. */
export function scheduleOf(plan: Plan): Schedule {
  return {
    fluids: plan.fluids.map(({ at, mL, over }) => [at, mL, over]),
    norepinephrine: plan.norepinephrine.map(({ at, dose }) => [at, dose]),
    ...(plan.antibiotic === null ? {} : { antibiotic: plan.antibiotic.at }),
    ...(plan.drained === null ? {} : { drained: plan.drained }),
    mods: plan.pushes.map(({ at, what }) => [at, PUSHES[what].minutes, PUSHES[what].map]),
    heart: plan.pushes.map(({ at, what }) => [at, PUSHES[what].minutes, PUSHES[what].hr]),
    ...(plan.hydrocortisone === null ? {} : { hydrocortisone: plan.hydrocortisone }),
  };
}

/** The plan as orders, each earlier by its lead, with what they need before: lines, and for the operation a surgeon, proof of gas, consent and a blood group. */
export function ordersOf(plan: Plan): ScriptStep[] {
  const steps: ScriptStep[] = [
    { at: 0, do: 'procedure:peripheral-lines' },
    { at: 0, do: 'procedure:central-venous-catheter' },
    { at: 0, do: 'order:blood-group' },
  ];
  for (const { at, mL, over } of plan.fluids)
    steps.push({
      at: at - 2,
      do: 'treat:balanced-crystalloid',
      with: { dose: `${mL} mL`, over: `${over} min` },
    });
  for (const [index, { at, dose }] of plan.norepinephrine.entries()) {
    const amounts =
      dose === 0
        ? { action: 'stop' }
        : {
            rate: `${dose} mcg/kg/min`,
            action: runsBefore(plan, index) ? 'change' : 'start',
            route: 'iv-central',
          };
    steps.push({ at: at - 5, do: 'treat:norepinephrine', with: amounts });
  }
  if (plan.antibiotic) steps.push({ at: plan.antibiotic.at - 15, do: plan.antibiotic.drug });
  for (const { at, what } of plan.pushes) steps.push({ at: at - PUSHES[what].lead, do: what });
  if (plan.hydrocortisone !== null) steps.push({ at: plan.hydrocortisone, do: 'treat:hydrocortisone' });
  if (plan.drained !== null) {
    const order = plan.drained - OPERATION;
    steps.push(
      { at: 0, do: 'order:ultrasound-buttocks' },
      { at: 30, do: 'consult:general-surgery' },
      { at: 40, do: 'tell:consent' },
      { at: order, do: 'tell:damage-control-decision' },
      { at: order, do: 'procedure:surgical-drainage' },
    );
  }
  return steps.toSorted((a, b) => a.at - b.at);
}

const runsBefore = (plan: Plan, index: number): boolean => (plan.norepinephrine[index - 1]?.dose ?? 0) > 0;
