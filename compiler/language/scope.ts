// What the names in a condition may mean: everything a case and the catalogue have declared, as the reader looks it up.
import type { Dosing } from '#machines/scenario/item';

export interface ScopeItem {
  readonly dosing?: Dosing;
  readonly phases: readonly string[];
  readonly choices: readonly string[];
  readonly classes: readonly string[];
  readonly attributes: Readonly<Record<string, number>>;
}

export interface Scope {
  /** by item id, `verb:name` */
  readonly items: ReadonlyMap<string, ScopeItem>;
  /** `class:vasopressor` → item ids */
  readonly classes: ReadonlyMap<string, readonly string[]>;
  /** set name → item ids, already expanded */
  readonly sets: ReadonlyMap<string, readonly string[]>;
  /** levels and vitals */
  readonly quantities: ReadonlyMap<string, { readonly unit: string }>;
  readonly measures: ReadonlySet<string>;
  /** region → stages */
  readonly regions: ReadonlyMap<string, readonly string[]>;
  readonly events: ReadonlySet<string>;
  /** variant → values */
  readonly variants: ReadonlyMap<string, readonly string[]>;
  /** checkpoint → options */
  readonly checkpoints: ReadonlyMap<string, readonly string[]>;
  readonly diagnoses: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  /** kg */
  readonly weight: number;
  /** items that `requested …` is about, in a gate, timing or effect; absent: amounts compared with it are taken as written */
  readonly subject?: readonly string[];
}
