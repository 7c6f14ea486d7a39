// Reads how analytes follow from each other: rules over other values of the same sample, without circles.
import type { Condition, Expression } from '#machines/scenario/condition';
import type { AnalyteRule } from '#machines/scenario/item';
import type { Findings, Phrase } from '../diagnostic';
import { nearest } from '../language/problem';
import { readExpression } from '../language/read';
import type { Scope } from '../language/scope';
import type { Path, YamlFile } from '../read/yaml';
import type { AnalyteShape, RuleShape } from '../shape/catalogue';
import { tell } from './bench';
import { itemScope } from './scope';

/** What a rule may name beside analytes: the patient, and channels of vitals that a case may have. */
const PATIENT = ['age', 'female', 'height'] as const;
export const CHANNELS = ['hr', 'map', 'sbp', 'dbp', 'spo2', 'rr', 'temperature', 'gcs'] as const;

/** Where the rules of an analyte are written. */
export interface RuleSource {
  readonly id: string;
  readonly shape: Pick<AnalyteShape, 'from'>;
  readonly file: YamlFile;
}

/** Reads the rules of all these analytes; `known` are the names of all that a rule may speak of. */
export function readRules(
  sources: readonly RuleSource[],
  known: Iterable<string>,
  findings: Findings,
): ReadonlyMap<string, readonly AnalyteRule[]> {
  const names = new Set([...known, ...PATIENT, ...CHANNELS]);
  const scope: Scope = {
    ...itemScope([], 1),
    quantities: new Map([...names].map((name) => [name, { unit: '' }])),
  };
  const rules = new Map<string, readonly AnalyteRule[]>();
  for (const source of sources) {
    const read = alternatives(source).flatMap(
      ({ given, is }) => readRule(source, given, is, names, scope, findings) ?? [],
    );
    if (read.length > 0) rules.set(source.id, read);
  }
  refuseCircles(sources, rules, findings);
  return rules;
}

interface Alternative {
  readonly given: readonly string[];
  readonly is: Phrase;
}

function alternatives({ id, shape: { from }, file }: RuleSource): readonly Alternative[] {
  if (from === undefined) return [];
  const one = (rule: RuleShape, path: Path): Alternative =>
    typeof rule === 'string'
      ? { given: [], is: file.phraseAt(path, rule) }
      : { given: rule.given ?? [], is: file.phraseAt([...path, 'is'], rule.is) };
  return Array.isArray(from)
    ? from.map((rule, index) => one(rule, [id, 'from', index]))
    : [one(from, [id, 'from'])];
}

function readRule(
  { id, file }: RuleSource,
  given: readonly string[],
  is: Phrase,
  names: ReadonlySet<string>,
  scope: Scope,
  findings: Findings,
): AnalyteRule | null {
  const unknown = given.find((name) => !names.has(name));
  if (unknown !== undefined) {
    const near = nearest(unknown, names);
    findings.error('unknown-analyte', file.placeOf([id, 'from']), {
      what: `there is no analyte ${unknown}`,
      help: near === null ? 'declare it in analytes.yaml' : `did you mean ${near}?`,
    });
    return null;
  }
  const reading = readExpression(is.text, scope);
  tell(reading.problems, is, findings);
  if (reading.value === null) return null;
  if (!isRule(reading.value)) {
    findings.error('rule-form', is.place, {
      what: `a rule of ${id} may use numbers, other analytes, the patient and functions only`,
      why: 'it is worked out for one sample, without the course of the case',
      help: 'write for example 3 * haemoglobin, or if female = 1 then … else …',
    });
    return null;
  }
  return { given, is: reading.value };
}

function isRule(of: Expression): boolean {
  switch (of.op) {
    case 'number':
    case 'weight':
      return true;
    case 'quantity':
      return !of.last;
    case 'negate':
      return isRule(of.of);
    case 'arithmetic':
      return isRule(of.left) && isRule(of.right);
    case 'call':
      return of.of.every(isRule);
    case 'if':
      return isComparison(of.when) && isRule(of.yes) && isRule(of.no);
    default:
      return false;
  }
}

function isComparison(of: Condition): boolean {
  switch (of.op) {
    case 'compare':
      return isRule(of.left) && isRule(of.right);
    case 'and':
    case 'or':
      return of.of.every(isComparison);
    case 'not':
      return isComparison(of.of);
    case 'always':
      return true;
    default:
      return false;
  }
}

/** Names that stand in an expression. */
export function namesIn(of: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(of)) for (const one of of) namesIn(one, found);
  else if (typeof of === 'object' && of !== null) {
    if ('op' in of && of.op === 'quantity' && 'id' in of && typeof of.id === 'string') found.add(of.id);
    for (const one of Object.values(of)) namesIn(one, found);
  }
  return found;
}

/** A value that needs itself would never be known. What a rule takes as given is known already. */
function refuseCircles(
  sources: readonly RuleSource[],
  rules: ReadonlyMap<string, readonly AnalyteRule[]>,
  findings: Findings,
): void {
  const needs = (id: string): readonly string[] =>
    (rules.get(id) ?? []).flatMap(({ given, is }) =>
      [...namesIn(is)].filter((name) => name !== id && !given.includes(name)),
    );
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return null;
    for (const next of needs(id)) {
      const circle = visit(next, [...path, id]);
      if (circle) return circle;
    }
    done.add(id);
    return null;
  };
  for (const { id, file } of sources) {
    const circle = visit(id, []);
    if (!circle) continue;
    findings.error('rule-circle', file.placeOf([id, 'from']), {
      what: `these analytes follow from each other in a circle: ${circle.join(' → ')}`,
      help: 'let one of them be a normal value of its own, or name it under given',
    });
    return;
  }
}
