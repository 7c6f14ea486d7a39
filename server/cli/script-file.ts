// Reads a script of steps: YAML or JSON, a list or an object with `steps` and `until`.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ScriptStep } from '#machines/script';

/** Something about the call, the script or the case that cannot be read: the message is for the caller, exit code 2. */
export class Unreadable extends Error {}

/** Steps in listed order, and the minute to wait for after the last. */
export interface Script {
  readonly steps: readonly ScriptStep[];
  readonly until: number | null;
}

/** Reads a script file. Throws Unreadable with the place of what is wrong. */
export function scriptFrom(file: string): Script {
  let read: unknown;
  try {
    // JSON is YAML, so that one reader serves both.
    read = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Unreadable(
      `The script ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const steps = Array.isArray(read) ? read : field(read, 'steps');
  const until = Array.isArray(read) ? undefined : field(read, 'until');
  if (!Array.isArray(steps))
    throw new Unreadable(`The script ${file} must be a list of steps, or have one under "steps".`);
  if (until !== undefined && typeof until !== 'number')
    throw new Unreadable(`"until" in ${file} must be a number of minutes.`);
  return { steps: steps.map((step: unknown, index) => scriptStep(step, index, file)), until: until ?? null };
}

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;

function scriptStep(step: unknown, index: number, file: string): ScriptStep {
  const [at, what, detail] = [field(step, 'at'), field(step, 'do'), field(step, 'with')];
  const place = `Step ${index + 1} of ${file}`;
  if (typeof at !== 'number' || !Number.isFinite(at) || at < 0)
    throw new Unreadable(`${place} needs "at": a patient minute.`);
  if (typeof what !== 'string')
    throw new Unreadable(`${place} needs "do": what is done, such as "ask:pain-onset".`);
  if (detail === undefined || detail === null) return { at, do: what };
  if (typeof detail !== 'object' || Array.isArray(detail))
    throw new Unreadable(`"with" in ${place.toLowerCase()} must be a map of names to values.`);
  return { at, do: what, with: { ...detail } };
}
