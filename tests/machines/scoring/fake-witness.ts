// A witness over a plain list of events, so that scoring can be held to its rules without a kernel.
import type { Condition, EventKind, Expression, Window } from '#machines/scenario/condition';
import type { Occurred, Witness } from '#machines/scoring/witness';
import { scenarioWith, ward } from './small-case';
import type { Sketch } from './small-case';

export interface Told {
  readonly minute: number;
  readonly kind?: EventKind;
  readonly item: string;
}

export interface Story extends Sketch {
  readonly events?: readonly Told[];
  /** minute at which the story ends */
  readonly ends?: number;
  readonly hints?: Witness['hints'];
  readonly died?: boolean;
  readonly final?: readonly string[];
  /** value of the measure `m` */
  readonly measure?: number;
}

export const event = (kind: EventKind, ...items: readonly string[]): Condition => ({
  op: 'event',
  event: { kind, items },
});
export const done = (...items: readonly string[]): Condition => event('done', ...items);
export const within = (minutes: number, of: Condition, from = 0): Condition => ({
  op: 'window',
  of,
  window: { kind: 'between', from: from * 60, to: minutes * 60 },
});
export const number = (value: number): Expression => ({ op: 'number', value });

/** Answers for events, logic, windows of fixed times, and windows around an event. */
export function witnessTo(story: Story): Witness {
  const events = (story.events ?? []).map((told, place) => ({
    kind: told.kind ?? 'done',
    occurred: { sequence: place + 1, at: told.minute * 60, item: told.item },
  }));
  const now = (story.ends ?? 1000) * 60;

  function inside(window: Window, at: number): boolean {
    if (window.kind === 'between') return at >= window.from && at <= window.to;
    const anchors = behind(window.anchor).map((one) => one.at);
    if (window.kind === 'until') {
      const [first] = anchors;
      return first === undefined ? !window.must : at <= first + window.plus - (window.open ? 0.5 : 0);
    }
    return anchors.some((one) => at >= one + window.from && (window.to === null || at <= one + window.to));
  }
  function behind(of: Condition): readonly Occurred[] {
    switch (of.op) {
      case 'event':
        return events
          .filter(({ kind, occurred }) => kind === of.event.kind && of.event.items.includes(occurred.item))
          .map(({ occurred }) => occurred);
      case 'and':
      case 'or':
        return of.of.flatMap(behind).toSorted((a, b) => a.at - b.at);
      case 'window':
        return behind(of.of).filter((one) => inside(of.window, one.at));
      default:
        return [];
    }
  }
  function since(of: Condition): number | null {
    switch (of.op) {
      case 'always':
      case 'share':
        return 0;
      // As the kernel does it: outside a window a comparison is known only as it stands at the end.
      case 'compare':
        return of.left.op === 'time' && now / 60 >= value(of.right) ? now : null;
      case 'and':
        return of.of.reduce<number | null>((latest, one) => {
          const at = since(one);
          return latest === null || at === null ? null : Math.max(latest, at);
        }, 0);
      case 'or':
        return of.of
          .map(since)
          .reduce((first, at) => (first === null || (at !== null && at < first) ? at : first), null);
      case 'not':
        return since(of.of) === null ? 0 : null;
      case 'window': {
        if (of.of.op === 'and') return since({ op: 'and', of: of.of.of.map((one) => ({ ...of, of: one })) });
        return behind(of)[0]?.at ?? null;
      }
      default:
        return behind(of)[0]?.at ?? null;
    }
  }
  function value(of: Expression): number {
    switch (of.op) {
      case 'number':
        return of.value;
      case 'measure':
        return story.measure ?? 0;
      case 'count':
        return new Set(behind({ op: 'event', event: of.event }).map((one) => one.item)).size;
      case 'arithmetic':
        return of.by === '-' ? value(of.left) - value(of.right) : value(of.left) * value(of.right);
      default:
        return Number.NaN;
    }
  }
  return {
    holds: (condition) => since(condition) !== null,
    value,
    since,
    behind,
    scenario: scenarioWith(story),
    ward,
    revision: 'r',
    now,
    finalEntries: story.final ?? [],
    finalStep: story.final ? { sequence: 99, at: now, item: 'diagnose' } : null,
    differentials: [],
    working: [],
    problem: null,
    reflection: null,
    answers: new Map(),
    cost: 12,
    blood: 0,
    steps: events.length,
    hints: story.hints ?? [],
    died: story.died ?? false,
  };
}
