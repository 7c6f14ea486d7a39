// What would earn most now: the open rule of highest weight with a step towards it that is possible at this moment.
import type { Condition } from '../scenario/condition';
import type { Rule, Scenario } from '../scenario/scenario';
import { clamp } from '../scoring/points';
import { gateOf } from './orders';
import { checkRequest } from './requests';
import type { State } from './state';
import { again, isUnderWay, wanted, wasDone } from './wanted';
import { occurrencesOf } from './windows';

/** A rule that can still earn points, and the item that would be a step towards it. */
export interface OpenRule {
  readonly rule: string;
  readonly item: string;
  /** points that are still to be had */
  readonly open: number;
}

/** Verbs whose items a learner can ask for. */
const VERBS = new Set(['ask', 'examine', 'order', 'treat', 'procedure', 'consult', 'tell', 'move']);
/**
 * The rule to hint at, or null when nothing more can be earned by a step now. `legal` says whether a verb may be used. Key steps
 * come before others that weigh the same; then the case's order.
 */
export function openRule(state: State, legal: (verb: string) => boolean): OpenRule | null {
  const expert = expertItems(state.playable.scenario);
  const choose = (items: readonly string[]): string | null => chosenFrom(items, expert, state, legal);
  const open = state.playable.scenario.scoring.rules.flatMap((rule): readonly Candidate[] => {
    const found = openIn(rule, state, choose);
    return found === null ? [] : [{ rule, ...found }];
  });
  const best = heaviest(open);
  if (best === null) return null;
  // What has to come before that step would be lost by it: it is named first.
  const first = heaviest(
    open.filter(({ credit, item }) => item !== best.item && closedBy(credit, best.item, state)),
  );
  const { rule, item, points } = first ?? best;
  return { rule: rule.id, item, open: points };
}

interface Candidate {
  readonly rule: Rule;
  readonly credit: Condition;
  readonly item: string;
  /** points that are still to be had */
  readonly points: number;
}

function heaviest(open: readonly Candidate[]): Candidate | null {
  return open.reduce<Candidate | null>((best, one) => {
    if (best === null || one.points > best.points) return one;
    return one.points === best.points && one.rule.keyFeature && !best.rule.keyFeature ? one : best;
  }, null);
}

/** Whether a condition asks for something before an event of this item that has not happened yet. */
function closedBy(of: Condition, item: string, state: State): boolean {
  switch (of.op) {
    case 'and':
    case 'or':
    case 'some':
      return of.of.some((one) => closedBy(one, item, state));
    case 'times':
      return closedBy(of.of, item, state);
    case 'window': {
      const { window } = of;
      const anchored =
        window.kind === 'until' &&
        again(window.anchor).includes(item) &&
        occurrencesOf(window.anchor, state, null).length === 0;
      return anchored || closedBy(of.of, item, state);
    }
    default:
      return false;
  }
}

function openIn(
  rule: Rule,
  state: State,
  choose: (items: readonly string[]) => string | null,
): Omit<Candidate, 'rule'> | null {
  const { book } = state.playable;
  const worthOf = (credit: Rule['credits'][number]): number =>
    clamp(book.preparedNumber(credit.points)(state), 0, rule.points);
  const needs = book.prepared(rule.needs)(state);
  const holding = rule.credits.filter((credit) => book.prepared(credit.when)(state));
  const earned = needs ? Math.max(0, ...holding.map(worthOf)) : 0;
  const better = rule.credits
    .filter((credit) => worthOf(credit) > earned)
    .toSorted((a, b) => worthOf(b) - worthOf(a));
  for (const credit of better) {
    const whole: Condition = { op: 'and', of: [rule.needs, credit.when] };
    const item = choose(wanted(whole, state, null) ?? []);
    if (item !== null) return { item, credit: credit.when, points: worthOf(credit) - earned };
  }
  return null;
}

/** Items of the reference path in its order; empty where the case has none. */
function expertItems({ debrief }: Scenario): readonly string[] {
  const { reference, walkthroughs } = debrief;
  const steps =
    reference !== undefined && Object.hasOwn(walkthroughs, reference) ? walkthroughs[reference]?.steps : [];
  const signed = (step: {
    readonly do: string;
    readonly with?: { readonly [name: string]: unknown };
  }): string[] => {
    const orders: unknown = step.with?.['orders'];
    return Array.isArray(orders) ? orders.flatMap(namesIn) : [step.do];
  };
  return [...new Set((steps ?? []).flatMap(signed))];
}

const namesIn = (order: unknown): string[] =>
  typeof order === 'object' && order !== null && 'do' in order && typeof order.do === 'string'
    ? [order.do]
    : [];

/**
 * The one of several items to name. Of many that would count (any drug of a class) it is the one that the reference path takes;
 * a question or a manoeuvre may also be one that the case answers in its own words. Where it would be declined for now, the
 * first procedure that the reference path does before it. Without a reference path any will do. Null: none is possible now.
 */
function chosenFrom(
  items: readonly string[],
  expert: readonly string[],
  state: State,
  legal: (verb: string) => boolean,
): string | null {
  const { responses } = state.playable.scenario;
  const known = items.filter((id) => expert.length === 0 || expert.includes(id));
  const own = items.filter((id) => /^(ask|examine):/.test(id) && Object.hasOwn(responses, id));
  for (const id of [...known, ...own]) {
    if (possible(id, state, legal)) return id;
    const item = state.playable.item(id);
    if (!item || gateOf(state, item, { item: id, action: 'start' }) === null) continue;
    const before = expert
      .slice(0, Math.max(0, expert.indexOf(id)))
      .filter((one) => one.startsWith('procedure:'));
    // What makes it possible may be on its way already.
    if (before.some((one) => isUnderWay(one, state))) continue;
    const next = before.find((one) => !wasDone(one, state) && possible(one, state, legal));
    if (next !== undefined) return next;
  }
  return null;
}

/** Whether a request for the item would be taken now, start something, and is not on its way, running or said already. */
function possible(id: string, state: State, legal: (verb: string) => boolean): boolean {
  const item = state.playable.item(id);
  if (!item || !VERBS.has(item.verb) || !legal(item.verb)) return false;
  if (isUnderWay(id, state) || state.running.some((one) => one.item.id === id)) return false;
  if (item.verb === 'tell' && wasDone(id, state)) return false;
  const request = { item: id, action: 'start' } as const;
  return checkRequest(state, request).ok && gateOf(state, item, request) === null;
}
