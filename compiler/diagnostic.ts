// What the compiler says to an author: a message with code, severity and place, and the list that collects them.
import type { SourceText } from './source-text';

export type Severity = 'error' | 'warning' | 'note';

/** One message. Lines and columns count from 1; the end is exclusive. `what` is the finding, `why` its reason, `help` what to do. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly case: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly what: string;
  readonly why?: string;
  readonly help: string;
}

/** A stretch of a file, as character offsets (the end is exclusive). */
export interface Place {
  readonly file: SourceText;
  readonly start: number;
  readonly end: number;
}

/** A short text of the author together with where it stands, so that a problem inside it can be shown to the character. */
export interface Phrase {
  readonly text: string;
  readonly place: Place;
}

export interface Message {
  readonly what: string;
  readonly why?: string;
  readonly help: string;
}

/** Collects diagnostics of one case (or of the catalogue); nothing is thrown. */
export class Findings {
  private readonly found: Diagnostic[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly subject: string) {}

  error(code: string, place: Place, message: Message): void {
    this.add('error', code, place, message);
  }

  warning(code: string, place: Place, message: Message): void {
    this.add('warning', code, place, message);
  }

  note(code: string, place: Place, message: Message): void {
    this.add('note', code, place, message);
  }

  /** Adds a message whose severity was decided elsewhere; the same message at the same place is kept once. */
  add(severity: Severity, code: string, place: Place, message: Message): void {
    const start = place.file.positionOf(place.start);
    const end = place.file.positionOf(Math.max(place.start, place.end));
    const key = `${place.file.name}:${place.start}:${code}:${message.what}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.found.push({
      code,
      severity,
      case: this.subject,
      file: place.file.name,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      what: sentence(message.what),
      ...(message.why === undefined ? {} : { why: sentence(message.why) }),
      help: sentence(message.help),
    });
  }

  get hasErrors(): boolean {
    return this.found.some((diagnostic) => diagnostic.severity === 'error');
  }

  /** All diagnostics, by file, line and column. */
  sorted(): readonly Diagnostic[] {
    return this.found.toSorted(byPlace);
  }
}

/** A message as a sentence: a capital where it begins with an ordinary word, a full stop where it has no end. */
function sentence(text: string): string {
  const begun = /^[a-z]+,? /.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return /[.?!…]$/.test(begun) ? begun : `${begun}.`;
}

/** Order of diagnostics: case, file, line, column, code. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    compare(a.case, b.case) ||
    compare(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compare(a.code, b.code)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
