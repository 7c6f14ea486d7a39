// Diagnostics as an author reads them in a terminal, and as a program reads them.
import { byPlace, type Diagnostic } from './diagnostic';

/** One message a line, by case, file and line: `case/file:line:column severity code: what. why. → help`. */
export function reportText(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .toSorted(byPlace)
    .map((diagnostic) => {
      const { severity, code, file, line, column, what, why, help } = diagnostic;
      const reason = why === undefined ? '' : ` ${why}`;
      return `${diagnostic.case}/${file}:${line}:${column} ${severity} ${code}: ${what}${reason} → ${help}\n`;
    })
    .join('');
}

/** `{ errors, warnings, notes, diagnostics }` */
export function reportJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify({ ...counts(diagnostics), diagnostics: diagnostics.toSorted(byPlace) }, null, 2)}\n`;
}

/** How many messages of each severity. */
export function counts(diagnostics: readonly Diagnostic[]): {
  errors: number;
  warnings: number;
  notes: number;
} {
  const of = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), notes: of('note') };
}
