// What a case says of an analyte anywhere, so that every report of it agrees: levels of its name, and values that some result states.
import type { Condition, Expression } from '../scenario/condition';
import type { Scenario } from '../scenario/scenario';

/** A value that some result of the case states for an analyte while a condition holds. */
export interface Statement {
  /** item whose result states it; null for a level or vital */
  readonly item: string | null;
  /** null: always */
  readonly when: Condition | null;
  readonly value:
    | { readonly number: Expression; readonly prefix: '<' | '>' | null }
    | { readonly text: string };
}

/**
 * Statements by analyte, in the order in which they are asked: the level of that name first, then results by item id and file order.
 * Values under review (`flag`) and manoeuvres that fail say nothing about the patient.
 */
export function statementsOf(scenario: Scenario): ReadonlyMap<string, readonly Statement[]> {
  const statements = new Map<string, Statement[]>();
  const add = (analyte: string, statement: Statement): void => {
    const known = statements.get(analyte);
    if (known) known.push(statement);
    else statements.set(analyte, [statement]);
  };
  for (const [name, number] of Object.entries(scenario.facts ?? {}))
    add(name, { item: null, when: null, value: { number, prefix: null } });
  const items = Object.keys(scenario.responses).toSorted((a, b) => (a < b ? -1 : 1));
  for (const item of items) {
    for (const response of scenario.responses[item] ?? []) {
      if (response.fails) continue;
      for (const { analyte, value, flagged } of response.values ?? []) {
        if (flagged || 'usual' in value) continue;
        add(analyte, {
          item,
          when: response.when,
          value: 'text' in value ? value : { number: value.number, prefix: value.prefix ?? null },
        });
      }
    }
  }
  return statements;
}
