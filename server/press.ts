// The press: what a content folder compiles to, in the form in which it is kept. Runs in a thread of its own while learners play.
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Scenario } from '#machines/scenario/scenario';
import { faceOf } from './face';
import { logProblem } from './logbook';
import type { PublishedRevision } from './store/store';
import { compileFolder, type CompiledCase } from './workshop';

/** A ward comes before the first case that is linked against it. */
export type Pressed =
  | { readonly kind: 'ward'; readonly ward: string; readonly json: string }
  | {
      readonly kind: 'case';
      readonly caseId: string;
      readonly errors: number;
      /** null when there are errors */
      readonly printed: Omit<PublishedRevision, 'wardJson' | 'publishedAt'> | null;
    };

/** Compiles the cases of a content folder, all or `only` some, and gives each as soon as it is ready. */
export async function* press(
  content: string,
  only: ReadonlySet<string> | null,
): AsyncGenerator<Pressed, void, undefined> {
  let ward: string | null = null;
  for await (const compiled of compileFolder(content, only)) {
    if (compiled.scenario !== null && compiled.ward.revision !== ward) {
      ward = compiled.ward.revision;
      yield { kind: 'ward', ward, json: JSON.stringify(compiled.ward) };
    }
    yield await printed(content, compiled);
  }
}

async function printed(content: string, compiled: CompiledCase): Promise<Pressed> {
  const { caseId, revision, scenario, ward, errors } = compiled;
  if (scenario === null || revision === null) return { kind: 'case', caseId, errors, printed: null };
  return {
    kind: 'case',
    caseId,
    errors,
    printed: {
      revision,
      caseId,
      scenario: JSON.stringify(scenario),
      face: JSON.stringify(faceOf(scenario)),
      ward: ward.revision,
      figures: await figuresOf(content, scenario),
    },
  };
}

async function figuresOf(content: string, scenario: Scenario): Promise<PublishedRevision['figures']> {
  const folder = join(content, 'cases', scenario.id, 'figures');
  const read = Object.values(scenario.figures).map(async ({ id, file }) => {
    try {
      // A name from a case is never a way out of its folder.
      if (basename(file) !== file) throw new Error('not a file name');
      return [{ figure: id, type: typeOf(file), bytes: await readFile(join(folder, file)) }];
    } catch {
      logProblem('figure-missing', { case: scenario.id, figure: id });
      return [];
    }
  });
  return (await Promise.all(read)).flat();
}

function typeOf(file: string): string {
  const types: Readonly<Record<string, string>> = {
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.webp': 'image/webp',
  };
  return types[extname(file).toLowerCase()] ?? 'application/octet-stream';
}
