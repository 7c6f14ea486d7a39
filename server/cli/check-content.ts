// `npm run -s check:content -- [--content <folder>] [--case <id>] [--json]`: every diagnostic of the catalogue and of every case.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileCase } from '#compiler/compile-case';
import type { Diagnostic } from '#compiler/diagnostic';
import { caseFolders, readCaseFolder, readCatalogue } from '#compiler/disk';
import { counts, reportJson, reportText } from '#compiler/report';

const USAGE = 'npm run -s check:content -- [--content <folder>] [--case <id>] [--json]\n';

process.exitCode = run();

/** 0: no errors · 1: an error in the content · 2: the content could not be looked at. */
function run(): number {
  const options = optionsGiven();
  if (options === null) return 2;
  const { content, only, json } = options;
  const folder = join(content, 'cases');
  const cases = existsSync(folder)
    ? caseFolders(folder).filter((id) => only === undefined || id === only)
    : [];
  if (cases.length === 0) {
    process.stderr.write(
      only === undefined ? `There are no cases in ${folder}.\n` : `There is no case ${only} in ${folder}.\n`,
    );
    return 2;
  }
  const catalogue = readCatalogue(join(content, 'catalogue'));
  const diagnostics: Diagnostic[] = [...catalogue.diagnostics];
  for (const id of cases) {
    diagnostics.push(...compileCase(readCaseFolder(join(folder, id)), catalogue).diagnostics);
  }
  const { errors, warnings, notes } = counts(diagnostics);
  if (json) process.stdout.write(reportJson(diagnostics));
  else {
    process.stdout.write(reportText(diagnostics));
    process.stdout.write(`${cases.length} cases: ${errors} errors, ${warnings} warnings, ${notes} notes\n`);
  }
  return errors > 0 ? 1 : 0;
}

function optionsGiven(): { content: string; only: string | undefined; json: boolean } | null {
  try {
    const { values } = parseArgs({
      options: {
        content: { type: 'string', default: 'content' },
        case: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    return { content: values.content, only: values.case, json: values.json };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return null;
  }
}
