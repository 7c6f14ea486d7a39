// What every part of linking works with: the scope of names, the texts, the findings, and readers for the forms of the language.
import type { Condition, EventRef, Expression } from '#machines/scenario/condition';
import type { Item } from '#machines/scenario/item';
import type { Findings, Phrase, Place } from '../diagnostic';
import { nearest, type Problem, type Reading } from '../language/problem';
import { readCondition, readDuration, readEvent, readExpression } from '../language/read';
import type { Scope } from '../language/scope';
import { has, valueOf, type Tag } from '../read/tag';
import type { Texts } from './texts';

export const ALWAYS: Condition = { op: 'always' };
export const ZERO: Expression = { op: 'number', value: 0 };

/** Turns problems of the condition language into diagnostics at their place in the file. */
export function tell(problems: readonly Problem[], phrase: Phrase, findings: Findings): void {
  for (const problem of problems) {
    const start = phrase.place.start + Math.min(problem.offset, phrase.text.length);
    const place: Place = { file: phrase.place.file, start, end: start + Math.max(1, problem.length) };
    findings.add(problem.severity, problem.code, place, { what: problem.message, help: problem.help });
  }
}

export class Bench {
  constructor(
    readonly scope: Scope,
    readonly texts: Texts,
    readonly findings: Findings,
    readonly items: ReadonlyMap<string, Item>,
    readonly sources: ReadonlySet<string>,
  ) {}

  /** The same bench for conditions about these items, where `requested dose` has a unit. */
  about(items: readonly string[]): Bench {
    return new Bench({ ...this.scope, subject: items }, this.texts, this.findings, this.items, this.sources);
  }

  read<T>(phrase: Phrase, reading: Reading<T>): T | null {
    tell(reading.problems, phrase, this.findings);
    if (allFinite(reading.value)) return reading.value;
    this.findings.error('not-finite', phrase.place, {
      what: `"${phrase.text.slice(0, 40)}" works out to a number without end`,
      help: 'check divisions by zero, and numbers with too many digits',
    });
    return null;
  }

  condition(phrase: Phrase | null, absent: Condition = ALWAYS): Condition {
    return phrase === null ? absent : (this.read(phrase, readCondition(phrase.text, this.scope)) ?? absent);
  }

  expression(phrase: Phrase, unit?: string): Expression {
    return this.read(phrase, readExpression(phrase.text, this.scope, unit)) ?? ZERO;
  }

  event(phrase: Phrase | null): EventRef | undefined {
    return phrase === null ? undefined : (this.read(phrase, readEvent(phrase.text, this.scope)) ?? undefined);
  }

  /** Seconds. */
  duration(phrase: Phrase | null): number | undefined {
    return phrase === null ? undefined : (this.read(phrase, readDuration(phrase.text)) ?? undefined);
  }

  /** A plain number in an attribute. */
  number(phrase: Phrase | null): number | undefined {
    if (phrase === null) return undefined;
    const text = phrase.text.trim();
    if (/^-?\d+(\.\d+)?$/.test(text) && Number.isFinite(Number(text))) return Number(text);
    this.findings.error('number', phrase.place, {
      what: `"${text}" is not a number`,
      help: 'write digits with a point for decimals, 1.5',
    });
    return undefined;
  }

  /** Items named by an item, a class, a set or a list of these; sorted, without doubles. */
  itemList(phrase: Phrase | null): readonly string[] {
    if (phrase === null) return [];
    const found = new Set<string>();
    for (const { text, place } of splitList(phrase)) {
      for (const item of expand(text, this.scope) ?? []) found.add(item);
      if (expand(text, this.scope) === null) this.unknown('item', text, place, namesOf(this.scope));
    }
    return [...found].sort();
  }

  /** Keys of sources, each of which must be declared. */
  sourceList(tag: Tag): readonly string[] {
    const phrase = valueOf(tag, 'source');
    if (phrase === null) return [];
    return splitList(phrase).flatMap(({ text, place }) => {
      if (this.sources.has(text)) return [text];
      this.unknown('source', text, place, this.sources);
      return [];
    });
  }

  /** The id of a tag; an error when it is not kebab-case. */
  id(tag: Tag): string {
    const phrase = valueOf(tag, 'id');
    if (phrase === null) return '';
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(phrase.text)) {
      this.findings.error('bad-name', phrase.place, {
        what: `"${phrase.text}" is no name`,
        help: 'write lower-case letters, digits and hyphens',
      });
    }
    return phrase.text;
  }

  flag(tag: Tag, name: string): boolean {
    return has(tag, name);
  }

  unknown(kind: string, name: string, place: Place, among: Iterable<string>): void {
    const near = nearest(name, among);
    this.findings.error(`unknown-${kind}`, place, {
      what: `there is no ${kind} ${name}`,
      help: near === null ? `check the spelling, or declare it` : `did you mean ${near}?`,
    });
  }

  /** Refuses a second tag with the same id. */
  unique<T extends { readonly id: string }>(
    entries: readonly { readonly tag: Tag; readonly value: T }[],
  ): readonly T[] {
    const seen = new Set<string>();
    for (const { tag, value } of entries) {
      if (seen.has(value.id)) {
        this.findings.error('duplicate-id', valueOf(tag, 'id')?.place ?? tag.place, {
          what: `there are two <${tag.name}> with the id ${value.id}`,
          help: 'give one of them another id',
        });
      }
      seen.add(value.id);
    }
    return entries.map(({ value }) => value);
  }
}

/** Whether all numbers in a value are finite: no scenario can hold others. */
export function allFinite(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every(allFinite);
}

/** The entries of `a, b`, `(a, b)` or `a b`, each with its place. */
export function splitList(phrase: Phrase): readonly Phrase[] {
  const out: Phrase[] = [];
  for (const match of phrase.text.matchAll(/[^\s,()]+/g)) {
    const start = phrase.place.start + match.index;
    out.push({ text: match[0], place: { file: phrase.place.file, start, end: start + match[0].length } });
  }
  return out;
}

/** Items behind a name, or null when nothing has it. */
export function expand(name: string, scope: Scope): readonly string[] | null {
  if (scope.items.has(name)) return [name];
  return scope.classes.get(name) ?? scope.sets.get(name) ?? null;
}

export function namesOf(scope: Scope): readonly string[] {
  return [...scope.items.keys(), ...scope.classes.keys(), ...scope.sets.keys()];
}
