// Plays a plan on the flagship through the real engine, by the orders that a learner would give.
import { take } from '#machines/encounter';
import { begin, FLAGSHIP } from '../machines/kernel/play';
import { ordersOf } from './plan';
import type { Plan } from './plan';
import type { Minute } from './reference-stepper';

export const LAST = 1440;

/** The brief's numbers of states, as the case names its stages. */
const STAGES: { readonly [stage: string]: string } = {
  compensating: 'S1',
  worsening: 'S2',
  profound: 'S3',
  'fluid-responsive': 'S4',
  stabilised: 'S5',
  'source-uncontrolled': 'S6',
  'source-controlled': 'S7',
  recovering: 'S8',
  'multiorgan-failure': 'S9',
  arrest: 'S10',
};

export interface Played {
  /** every minute up to the arrest, or to where the brief's rules and its stepper part */
  readonly minutes: readonly Minute[];
  readonly states: readonly (readonly [number, string])[];
  /** orders that the engine refused or the story declined: there must be none */
  readonly untaken: readonly string[];
}

/** Plays the orders of a plan for a day. */
export function playPlan(plan: Plan): Played {
  const encounter = begin(FLAGSHIP);
  const { book, regions } = encounter.playable;
  const course = book.region('course');
  const now = (id: string): number => encounter.q[book.slot(id)] ?? Number.NaN;
  const steps = ordersOf(plan);
  const minutes: Minute[] = [];
  const states: [number, string][] = [];
  const untaken: string[] = [];
  for (let minute = 0; minute <= LAST; minute += 1) {
    while (encounter.now < minute * 60) {
      const waited = take(encounter, { do: 'wait', with: { untilMinute: minute } });
      if (!waited.ok) throw new Error(`no wait at ${minute}: ${JSON.stringify(waited.refusal)}`);
    }
    const state = STAGES[regions[course]?.stages[encounter.stage[course] ?? 0]?.id ?? ''] ?? 'other';
    if (states.at(-1)?.[1] !== state) states.push([minute, state]);
    // In arrest the reference lets the heart beat on; on the ward the case counts in hours.
    if (state === 'S8' || state === 'S10') break;
    // The brief's rules for S9, death after 18 hours or rescue when source and drug are dealt with in time, are not in its stepper.
    if (state === 'other' || states.at(-2)?.[1] === 'S9') {
      states.pop();
      break;
    }
    minutes.push({
      map: now('map'),
      hr: now('hr'),
      lactate: now('lactate'),
      uo: now('uo'),
    });
    for (let next = steps[0]; next && next.at <= minute; next = steps[0]) {
      steps.shift();
      const answer = take(encounter, next.with ? { do: next.do, with: next.with } : { do: next.do });
      if (!answer.ok) untaken.push(`${minute} ${next.do} ${answer.refusal.code}`);
    }
  }
  for (const { kind, at, item } of encounter.chart)
    if (kind === 'declined') untaken.push(`${at / 60} ${item ?? ''} declined`);
  return { minutes, states, untaken };
}
