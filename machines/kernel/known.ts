// What the chart knows of the patient: conditions that somebody was told of or that a value shows, and how well the kidneys filter.
import { filtrationRate } from '../kidneys';
import type { Item, PatientCondition } from '../scenario/item';
import type { Entry, State } from './state';

/** A number of the chart; `<15` is known to be below 15, and not to be above anything. */
export interface Seen {
  readonly value: number;
  readonly prefix: '<' | '>' | null;
}

/** Whether an item is meant by a name: its own, or that of one of its classes. */
export function isOf(item: Item, name: string): boolean {
  return item.id === name || item.classes.includes(name.replace(/^class:/, ''));
}

/** Whether a number is known to be below a bound. */
export const isBelow = ({ value, prefix }: Seen, bound: number): boolean =>
  prefix !== '>' && (value < bound || (prefix === '<' && value <= bound));

const isAbove = ({ value, prefix }: Seen, bound: number): boolean =>
  prefix !== '<' && (value > bound || (prefix === '>' && value >= bound));

/**
 * Whether a learner who has read the chart knows that the patient has a condition: by age and sex, by the latest values, or because the case's
 * own answer has told it. What the case only declares is not known; nor is anything by an answer that is usual in this ward.
 */
export function isKnown(state: State, condition: PatientCondition): boolean {
  const { age, sex } = state.playable.scenario.patient;
  const { ages } = condition;
  const fits = condition.sex === undefined || condition.sex === sex;
  if (ages !== undefined && fits && age >= ages[0] && age < ages[1] + 1) return true;
  return isSeen(state, condition) || isTold(state, condition);
}

function isSeen(state: State, { seenIn }: PatientCondition): boolean {
  return seenIn.some(({ analyte, below, above }) => {
    const seen = analyte === 'egfr' ? filtrationOf(state) : latest(state, analyte);
    return (
      seen !== null &&
      (below === undefined || isBelow(seen, below)) &&
      (above === undefined || isAbove(seen, above))
    );
  });
}

/** Where the case says which of its answers tell a condition (`tells`), only these do; else its answer to an item that the ward names. */
function isTold(state: State, { id, toldBy }: PatientCondition): boolean {
  const { scenario } = state.playable;
  if (!(scenario.patient.conditions ?? []).includes(id)) return false;
  const named = Object.values(scenario.responses).some((all) => all.some((one) => one.tells?.includes(id)));
  return state.chart.some((entry) =>
    named ? (entry.response?.tells?.includes(id) ?? false) : answersOneOf(state, entry, toldBy),
  );
}

/** Whether an entry is the case's own answer to one of these items, and no failure nor what it answers to everything. */
function answersOneOf({ playable }: State, entry: Entry, names: readonly string[]): boolean {
  const item = entry.item === null ? undefined : playable.item(entry.item);
  const { response } = entry;
  if (item === undefined || response === null || response.fails) return false;
  const truth = playable.standsFor(item);
  if (!(playable.scenario.responses[truth.id] ?? []).includes(response)) return false;
  return names.some((name) => isOf(item, name) || isOf(truth, name));
}

/** The newest number of an analyte in the chart, in the analyte's unit. */
function latest(state: State, analyte: string): Seen | null {
  for (const { values } of state.chart.toReversed()) {
    const found = numberIn(values, analyte);
    if (found !== null) return found;
  }
  return null;
}

function numberIn(values: Entry['values'], analyte: string): Seen | null {
  const found = values.find((value) => value.analyte === analyte);
  return found === undefined || found.number === null ? null : { value: found.number, prefix: found.prefix };
}

/** The newest filtration in the chart in mL/min: as a report prints it, else worked out from its creatinine. Null where nobody has measured. */
export function filtrationOf(state: State): Seen | null {
  for (const { values } of state.chart.toReversed()) {
    const printed = numberIn(values, 'egfr') ?? numberIn(values, 'creatinine-clearance');
    if (printed !== null) return printed;
    const creatinine = inMgPerDl(state, numberIn(values, 'creatinine'));
    const worked = creatinine === null ? null : filtrationRate(creatinine, state.playable.scenario.patient);
    if (worked !== null) return { value: worked, prefix: null };
  }
  return null;
}

/** A creatinine in mg/dL; null where the case measures it in a unit that cannot be turned into it. */
function inMgPerDl({ playable }: State, seen: Seen | null): number | null {
  const analyte = playable.scenario.analytes['creatinine'] ?? playable.ward.analytes['creatinine'];
  if (seen === null || analyte === undefined) return null;
  if (analyte.unit === 'mg/dL') return seen.value;
  const { other } = analyte;
  return other?.unit === 'mg/dL' ? seen.value * other.times + (other.plus ?? 0) : null;
}
