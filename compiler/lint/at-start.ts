// What expressions and conditions of a case come to when the encounter begins and nothing has been done, as far as that can be told without playing.
import { evaluate } from '#machines/normal/rule';
import type { Condition, Expression } from '#machines/scenario/condition';
import type { Quantity, Scenario } from '#machines/scenario/scenario';

/** Reads a scenario as it stands at minute 0. NaN and null are answers too: nobody knows. */
export class AtStart {
  readonly #quantities: ReadonlyMap<string, Quantity>;
  readonly #open = new Set<string>();

  constructor(readonly scenario: Pick<Scenario, 'quantities' | 'regions' | 'patient' | 'measures'>) {
    this.#quantities = new Map(scenario.quantities.map((quantity) => [quantity.id, quantity]));
  }

  /** The number; NaN where only play can tell. */
  number(of: Expression): number {
    switch (of.op) {
      case 'quantity':
        return this.#quantity(of.id);
      case 'measure': {
        const measure = this.scenario.measures[of.id];
        return measure ? this.#once(`measure ${of.id}`, () => this.number(measure)) : Number.NaN;
      }
      case 'weight':
        return this.scenario.patient.weight;
      case 'time':
      case 'stage-time':
      case 'rate':
      case 'total':
      case 'count':
      case 'highest':
        return 0;
      case 'since':
        return Infinity;
      case 'negate':
        return -this.number(of.of);
      case 'arithmetic':
        return evaluate({ ...of, left: this.#known(of.left), right: this.#known(of.right) }, unknown);
      case 'call':
        return evaluate({ ...of, of: of.of.map((one) => this.#known(one)) }, unknown);
      case 'if': {
        const holds = this.holds(of.when);
        return holds === null ? Number.NaN : this.number(holds ? of.yes : of.no);
      }
      case 'number':
        return of.value;
      default:
        return Number.NaN;
    }
  }

  /** Whether the condition holds; null where only play can tell. */
  holds(of: Condition): boolean | null {
    switch (of.op) {
      case 'always':
        return true;
      case 'never':
      case 'event':
      case 'running':
      case 'held':
      case 'share':
      case 'times':
      case 'while':
      case 'reasoned':
      case 'window':
        return false;
      case 'in':
      case 'been':
        return of.stages.includes(this.scenario.regions.find(({ id }) => id === of.region)?.initial ?? '');
      case 'not': {
        const inner = this.holds(of.of);
        return inner === null ? null : !inner;
      }
      case 'and':
        return this.#several(of.of, of.of.length);
      case 'or':
        return this.#several(of.of, 1);
      case 'some':
        return this.#several(of.of, of.count);
      case 'compare': {
        const left = this.number(of.left);
        const right = this.number(of.right);
        if (Number.isNaN(left) || Number.isNaN(right)) return null;
        const yes: Expression = { op: 'number', value: 1 };
        const no: Expression = { op: 'number', value: 0 };
        const when = { ...of, left: this.#known(of.left), right: this.#known(of.right) };
        return evaluate({ op: 'if', when, yes, no }, unknown) === 1;
      }
      default:
        return null;
    }
  }

  #several(of: readonly Condition[], count: number): boolean | null {
    const answers = of.map((one) => this.holds(one));
    const sure = answers.filter((one) => one === true).length;
    if (sure >= count) return true;
    return sure + answers.filter((one) => one === null).length >= count ? null : false;
  }

  #quantity(id: string): number {
    const quantity = this.#quantities.get(id);
    if (!quantity) return Number.NaN;
    return this.#once(id, () => {
      // A level that is worked out at once has that value from the first tick on; others begin where they start.
      const first = quantity.regimes.find(({ when }) => when === undefined || this.holds(when) !== false);
      if (first?.kind === 'is' && (first.when === undefined || this.holds(first.when) === true))
        return this.number(first.value);
      return this.number(quantity.starts);
    });
  }

  #once(name: string, ask: () => number): number {
    if (this.#open.has(name)) return Number.NaN;
    this.#open.add(name);
    const value = ask();
    this.#open.delete(name);
    return value;
  }

  #known(of: Expression): Expression {
    return { op: 'number', value: this.number(of) };
  }
}

const unknown = (): number => Number.NaN;
