// Compiles the content folder for the library and the command line: each case by itself, so that none can hide another.
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Catalogue } from '#compiler/catalogue';
import { compileCase, type CasePlays } from '#compiler/compile-case';
import { caseFolders, readCaseFolder, readCatalogue } from '#compiler/disk';
import { counts, reportText } from '#compiler/report';
import type { Ward } from '#machines/scenario/item';
import type { Scenario } from '#machines/scenario/scenario';
import { logProblem, traceOf } from './logbook';

/** A case as it stands on disk. */
export interface CompiledCase {
  readonly caseId: string;
  /** null when there are errors */
  readonly scenario: Scenario | null;
  readonly revision: string | null;
  readonly ward: Ward;
  readonly errors: number;
  /** its errors as text, for people */
  readonly report: string;
  /** its worked plays */
  readonly plays: CasePlays | null;
}

/** Compiles the cases of a content folder one by one, in order of their ids; lets others work between two cases. `only`: no others than these. */
export async function* compileFolder(
  content: string,
  only: ReadonlySet<string> | null = null,
): AsyncGenerator<CompiledCase, void, undefined> {
  const catalogue = readCatalogue(join(content, 'catalogue'));
  const broken = counts(catalogue.diagnostics).errors;
  if (broken > 0) logProblem('catalogue-has-errors', { errors: broken });
  for (const caseId of caseFolders(join(content, 'cases'))) {
    if (only !== null && !only.has(caseId)) continue;
    yield compileFrom(content, caseId, catalogue);
    await setImmediate();
  }
}

/** Compiles one case of a content folder; null when there is no such folder. */
export function compileOne(content: string, caseId: string): CompiledCase | null {
  if (!caseFolders(join(content, 'cases')).includes(caseId)) return null;
  return compileFrom(content, caseId, readCatalogue(join(content, 'catalogue')));
}

function compileFrom(content: string, caseId: string, catalogue: Catalogue): CompiledCase {
  const { ward } = catalogue;
  try {
    const { scenario, revision, diagnostics, plays } = compileCase(
      readCaseFolder(join(content, 'cases', caseId)),
      catalogue,
    );
    return {
      caseId,
      scenario,
      revision,
      ward,
      errors: counts(diagnostics).errors,
      report: reportText(diagnostics.filter(({ severity }) => severity === 'error')),
      plays,
    };
  } catch (error) {
    // A folder that cannot be read, or a fault of the compiler: the other cases are none the worse for it.
    logProblem('case-unreadable', { case: caseId, ...traceOf(error) });
    const report = `${caseId} cannot be read: ${error instanceof Error ? error.message : String(error)}\n`;
    return { caseId, scenario: null, revision: null, ward, errors: 1, report, plays: null };
  }
}
