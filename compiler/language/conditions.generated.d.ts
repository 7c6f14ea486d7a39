// Types of the generated parser: one start rule per kind of text, each giving its tree.
import type {
  AmountNode,
  AssignmentNode,
  ConditionNode,
  EffectNode,
  EventNode,
  ExpressionNode,
} from './tree';

export interface Starts {
  readonly WholeCondition: ConditionNode;
  readonly WholeExpression: ExpressionNode;
  readonly WholeEvent: EventNode;
  readonly WholeAmount: AmountNode;
  readonly WholeAssignments: readonly AssignmentNode[];
  readonly WholeEffects: readonly EffectNode[];
}

/** Reads the whole text from one start rule; throws a `SyntaxError` (below) at the farthest place it came to. */
export function parse<S extends keyof Starts>(text: string, options: { readonly startRule: S }): Starts[S];

declare class PeggySyntaxError extends Error {
  readonly expected: readonly {
    readonly type: string;
    readonly text?: string;
    readonly description?: string;
  }[];
  readonly found: string | null;
  readonly location: {
    readonly start: { readonly offset: number };
    readonly end: { readonly offset: number };
  };
}
export { PeggySyntaxError as SyntaxError };
