// `npm run -s check:content -- [--content <folder>] [--case <id>] [--json]`: every diagnostic of the catalogue and of every case.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileCase } from '#compiler/compile-case';
import type { Diagnostic } from '#compiler/diagnostic';
import { caseFolders, readCaseFolder, readCatalogue } from '#compiler/disk';
import { counts, reportJson, reportText } from '#compiler/report';

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    case: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const catalogue = readCatalogue(join(values.content, 'catalogue'));
const diagnostics: Diagnostic[] = [...catalogue.diagnostics];
const cases = caseFolders(join(values.content, 'cases')).filter(
  (id) => values.case === undefined || id === values.case,
);
for (const id of cases) {
  diagnostics.push(...compileCase(readCaseFolder(join(values.content, 'cases', id)), catalogue).diagnostics);
}
const { errors, warnings, notes } = counts(diagnostics);
if (values.json) process.stdout.write(reportJson(diagnostics));
else {
  process.stdout.write(reportText(diagnostics));
  process.stdout.write(`${cases.length} cases: ${errors} errors, ${warnings} warnings, ${notes} notes\n`);
}
process.exitCode = errors > 0 ? 1 : 0;
