// Holds a YAML file against its schema; every problem is told where it stands, in words of the case language.
import type { z } from 'zod';
import type { Findings } from '../diagnostic';
import { nearest } from '../language/problem';
import type { Path, YamlFile } from '../read/yaml';

/** The checked value, or null when the file does not fit (the reasons are then among the findings). */
export function checkYaml<T>(file: YamlFile, shape: z.ZodType<T>, findings: Findings): T | null {
  if (file.faults.length > 0) return null;
  const result = shape.safeParse(file.value ?? {}, { reportInput: true });
  if (result.success) return result.data;
  for (const issue of result.error.issues) report(file, issue, [], shape, findings);
  return null;
}

function report(
  file: YamlFile,
  issue: z.core.$ZodIssue,
  above: Path,
  shape: z.ZodType,
  findings: Findings,
): void {
  const path: Path = [
    ...above,
    ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step)),
  ];
  const name = path.length === 0 ? 'the file' : `\`${path.join(' › ')}\``;
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const known = keysAt(shape, path);
      const near = nearest(key, known);
      findings.error('unknown-key', file.keyPlaceOf([...path, key]), {
        what: `${path.length === 0 ? 'this file' : name} has no "${key}"`,
        help:
          near === null
            ? known.length === 0
              ? 'delete it'
              : `it may have: ${known.join(', ')}`
            : `did you mean ${near}?`,
      });
    }
    return;
  }
  if (issue.code === 'invalid_union') {
    const best = issue.errors.toSorted((a, b) => deepest(b) - deepest(a))[0];
    if (best !== undefined && deepest(best) > 0) {
      for (const inner of best) report(file, inner, path, shape, findings);
      return;
    }
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  if (missing) {
    const key = String(path.at(-1) ?? '');
    findings.error('missing-key', file.keyPlaceOf(path.slice(0, -1)), {
      what: `${path.length > 1 ? `\`${path.slice(0, -1).join(' › ')}\`` : 'this file'} needs "${key}"`,
      help: `add ${key}: …`,
    });
    return;
  }
  findings.error('wrong-value', file.placeOf(path), {
    what: `${name}: ${plain(issue)}`,
    help: 'see docs/case-language.md for the form of this value',
  });
}

function deepest(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(
    0,
    ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)),
  );
}

const EXPECTED: { readonly [type: string]: string } = {
  string: 'a text (an amount with its unit, such as 5 min)',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list [ … ]',
  object: 'a map { … }',
  record: 'a map { … }',
};

function plain(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${EXPECTED[issue.expected] ?? issue.expected} is expected here`;
    case 'invalid_value':
      return `it is one of: ${issue.values.map(String).join(', ')}`;
    case 'invalid_union':
      return 'this form is not known here';
    case 'too_small':
      return `at least ${String(issue.minimum)} is expected`;
    case 'too_big':
      return `at most ${String(issue.maximum)} is expected`;
    case 'invalid_key':
      return 'this name is not allowed; names are lower case with hyphens';
    default:
      return issue.message;
  }
}

/** Keys that the schema knows at a path, for did-you-mean. */
function keysAt(shape: z.ZodType, path: Path): string[] {
  let at: unknown = shape;
  for (const step of path) at = inside(at, String(step));
  const shapes = alternatives(at);
  return [...new Set(shapes.flatMap((option) => Object.keys(shapeOf(option))))];
}

function inside(schema: unknown, key: string): unknown {
  for (const option of alternatives(schema)) {
    const known = shapeOf(option)[key];
    if (known !== undefined) return known;
    const definition = definitionOf(option);
    const next = definition['valueType'] ?? definition['element'];
    if (next !== undefined) return next;
  }
  return null;
}

/** The schemas behind optional wrappers and unions. */
function alternatives(schema: unknown): unknown[] {
  const definition = definitionOf(schema);
  if (definition['innerType'] !== undefined) return alternatives(definition['innerType']);
  if (Array.isArray(definition['options'])) return definition['options'].flatMap(alternatives);
  return [schema];
}

function definitionOf(schema: unknown): Record<string, unknown> {
  return record(member(schema, 'def'));
}

function shapeOf(schema: unknown): Record<string, unknown> {
  return record(definitionOf(schema)['shape']);
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Reflect.get(value, key) : undefined;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}
