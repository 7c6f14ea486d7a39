// What scoring may ask of an encounter that has been played: facts and questions, nothing of how the kernel keeps them.
import type { Condition, Expression } from '../scenario/condition';
import type { Ward } from '../scenario/item';
import type { Scenario } from '../scenario/scenario';
import type { DifferentialEntry } from '../step';

/** One event of the log: the step's sequence number, its patient time in seconds and the item. */
export interface Occurred {
  readonly sequence: number;
  readonly at: number;
  readonly item: string;
}

/** Answers about one encounter as it stands at the end of its log. Times are seconds of patient time since arrival. */
export interface Witness {
  /** whether the condition holds at the end of the log */
  holds(condition: Condition): boolean;
  value(expression: Expression): number;
  /** the second at which the condition first held (events, logic and windows taken together); null: never */
  since(condition: Condition): number | null;
  /** events named inside the condition that happened inside the windows around them, in order of time */
  behind(condition: Condition): readonly Occurred[];
  readonly scenario: Scenario;
  readonly ward: Ward;
  readonly revision: string;
  readonly now: number;
  /** the final diagnosis as typed, one entry per diagnosis; empty when none was given */
  readonly finalEntries: readonly string[];
  /** the step that gave the final diagnosis in force */
  readonly finalStep: Occurred | null;
  readonly differentials: readonly { readonly at: number; readonly entries: readonly DifferentialEntry[] }[];
  readonly working: readonly { readonly at: number; readonly text: string }[];
  readonly problem: string | null;
  readonly reflection: string | null;
  /** options chosen, by checkpoint */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  /** euro of everything ordered */
  readonly cost: number;
  /** mL of blood drawn for tests */
  readonly blood: number;
  /** steps in the log */
  readonly steps: number;
  /** hints that were asked for, with the rule and item that each had in mind */
  readonly hints: readonly {
    readonly at: number;
    readonly sequence: number;
    readonly grade: 1 | 2 | 3;
    readonly rule: string;
    readonly item: string;
  }[];
  readonly died: boolean;
}
