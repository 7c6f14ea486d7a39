// What the grammar makes of a text before any name is looked up: nodes with their place, as `conditions.peggy` builds them.
import type { Comparison } from '#machines/scenario/condition';

/** Where a node stands in the text read: offset of its first character and its length. */
export interface Spot {
  readonly at: number;
  readonly length: number;
}

export interface WordNode extends Spot {
  readonly is: 'word';
  readonly name: string;
}

/** `verb:name/part`, `class:name`, `name`, `region/stage`. */
export interface RefNode extends Spot {
  readonly is: 'ref';
  readonly verb: string | null;
  readonly name: string;
  readonly part: string | null;
}

export interface AmountNode extends Spot {
  readonly is: 'amount';
  readonly value: number;
  readonly unit: string | null;
}

export interface ClockNode extends Spot {
  readonly hours: number;
  readonly minutes: number;
}

export type EventWord =
  | 'asked'
  | 'done'
  | 'ordered'
  | 'given'
  | 'stopped'
  | 'resulted'
  | 'reached'
  | 'declined'
  | 'chosen'
  | 'answered'
  | 'suspected'
  | 'diagnosed'
  | 'noted'
  | 'happened'
  | 'finished';

/** Word null: a bare item, as `on=` allows. */
export interface EventNode extends Spot {
  readonly is: 'event';
  readonly kind: EventWord | null;
  readonly refs: readonly RefNode[];
}

export interface WindowNode extends Spot {
  readonly is:
    | 'within'
    | 'between'
    | 'at'
    | 'within-after'
    | 'within-of'
    | 'between-after'
    | 'no-later'
    | 'after'
    | 'before';
  readonly from: AmountNode | null;
  readonly to: AmountNode | null;
  readonly anchor: ConditionNode | null;
}

export type Quantifier = number | 'all' | 'any' | 'none';

export type ConditionNode =
  | (Spot & { readonly is: 'always' | 'never' | 'practice' | 'assessed' })
  | (Spot & { readonly is: 'logic'; readonly by: 'and' | 'or'; readonly of: readonly ConditionNode[] })
  | (Spot & { readonly is: 'not'; readonly of: ConditionNode })
  | EventNode
  | (Spot & { readonly is: 'running'; readonly refs: readonly RefNode[] })
  | (Spot & { readonly is: 'in'; readonly been: boolean; readonly refs: readonly RefNode[] })
  | (Spot & { readonly is: 'variant'; readonly name: WordNode; readonly value: WordNode })
  | (Spot & { readonly is: 'clock'; readonly from: ClockNode; readonly to: ClockNode })
  | (Spot & { readonly is: 'reasoned'; readonly count: number })
  | (Spot & {
      readonly is: 'each';
      readonly how: Quantifier;
      readonly kind: EventWord;
      readonly refs: readonly RefNode[];
    })
  | (Spot & { readonly is: 'some'; readonly how: Quantifier; readonly of: readonly ConditionNode[] })
  | (Spot & {
      readonly is: 'times';
      readonly count: number;
      readonly apart: AmountNode | null;
      readonly of: readonly ConditionNode[];
    })
  | (Spot & {
      readonly is: 'compare';
      readonly left: ExpressionNode;
      readonly by: Comparison;
      readonly right: ExpressionNode;
    })
  /** a number where a condition belongs; a problem for the checker to explain */
  | (Spot & { readonly is: 'number'; readonly of: ExpressionNode })
  | (Spot & { readonly is: 'held'; readonly of: ConditionNode; readonly amount: AmountNode })
  | (Spot & {
      readonly is: 'share';
      readonly of: ConditionNode;
      readonly share: number;
      readonly from: AmountNode;
      readonly to: AmountNode;
    })
  | (Spot & { readonly is: 'window'; readonly of: ConditionNode; readonly window: WindowNode })
  | (Spot & { readonly is: 'while'; readonly of: ConditionNode; readonly during: ConditionNode });

export type ExpressionNode =
  | AmountNode
  | (Spot & { readonly is: 'name'; readonly name: string; readonly last: boolean })
  | (Spot & { readonly is: 'time' | 'weight' })
  | (Spot & { readonly is: 'since'; readonly of: ConditionNode })
  | (Spot & { readonly is: 'stage-time'; readonly region: WordNode })
  | (Spot & { readonly is: 'entries'; readonly stage: RefNode })
  | (Spot & {
      readonly is: 'sum';
      readonly of: 'rate' | 'total' | 'dose';
      readonly refs: readonly RefNode[];
    })
  | (Spot & {
      readonly is: 'count';
      readonly kind: EventWord;
      readonly distinct: boolean;
      readonly refs: readonly RefNode[];
    })
  | (Spot & {
      readonly is: 'highest';
      readonly attribute: WordNode;
      readonly kind: EventWord;
      readonly refs: readonly RefNode[];
      readonly window: WindowNode | null;
    })
  | (Spot & { readonly is: 'requested'; readonly of: 'rate' | 'dose' | 'volume' | 'minutes' })
  | (Spot & { readonly is: 'negate'; readonly of: ExpressionNode })
  | (Spot & {
      readonly is: 'arithmetic';
      readonly by: '+' | '-' | '*' | '/';
      readonly left: ExpressionNode;
      readonly right: ExpressionNode;
    })
  | (Spot & { readonly is: 'call'; readonly name: WordNode; readonly of: readonly ExpressionNode[] })
  | (Spot & {
      readonly is: 'if';
      readonly when: ConditionNode;
      readonly yes: ExpressionNode;
      readonly no: ExpressionNode;
    })
  /** a condition where a number belongs; a problem for the checker to explain */
  | (Spot & { readonly is: 'boolean'; readonly of: ConditionNode });

export interface AssignmentNode extends Spot {
  readonly is: 'assignment';
  readonly quantity: WordNode;
  readonly to: ExpressionNode;
}

export type TailNode =
  | (Spot & { readonly is: 'for'; readonly amount: AmountNode })
  | (Spot & { readonly is: 'after'; readonly amount: AmountNode })
  | (Spot & { readonly is: 'while-running' })
  | (Spot & { readonly is: 'when'; readonly condition: ConditionNode });

export interface EffectNode extends Spot {
  readonly is: 'effect';
  readonly quantity: WordNode;
  readonly by: ExpressionNode;
  readonly tails: readonly TailNode[];
}
