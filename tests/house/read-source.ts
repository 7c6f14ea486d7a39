// Reads TypeScript just far enough for the house tests: its text without comments and strings, and its imports.

export type Import = {
  readonly from: string;
  readonly line: number;
  /** True for `import type` and `export type … from`, which leave nothing behind at run time. */
  readonly typeOnly: boolean;
};

type Options = { readonly keepStrings: boolean };

const regexMayFollow = /(?:^|[=(,:;!&|?{}[\]+\-*%~^>]|\breturn|\btypeof|\bcase)\s*$/;

/** The same text with comments (and strings, unless kept) turned to spaces: lines and columns stay where they were. */
export function blankOut(source: string, { keepStrings }: Options): string {
  let out = '';
  let index = 0;
  /** Depths of `{` at which a `${` of a template closes. */
  const templates: number[] = [];
  let braces = 0;

  const take = (end: number, kept: boolean) => {
    const text = source.slice(index, end);
    out += kept ? text : text.replace(/[^\n]/g, ' ');
    index = end;
  };
  const endOf = (pattern: RegExp, from: number) => {
    pattern.lastIndex = from;
    const match = pattern.exec(source);
    return match ? match.index + match[0].length : source.length;
  };
  const template = (from: number) => {
    const end = endOf(/(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{)/y, from);
    take(end, keepStrings);
    if (source.slice(end - 2, end) === '${') templates.push(braces++);
  };

  while (index < source.length) {
    const char = source[index] ?? '';
    const two = source.slice(index, index + 2);
    if (two === '//') take(endOf(/.*/y, index), false);
    else if (two === '/*') take(endOf(/\*\//g, index + 2), false);
    else if (char === "'" || char === '"') {
      // A string ends with its line at the latest, so that an apostrophe in JSX text cannot swallow the file.
      take(endOf(char === "'" ? /(?:\\.|[^'\\\n])*'?/y : /(?:\\.|[^"\\\n])*"?/y, index + 1), keepStrings);
    } else if (char === '`') template(index + 1);
    else if (char === '/' && regexMayFollow.test(out.slice(-40))) {
      take(endOf(/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*\/?/y, index + 1), false);
    } else if (char === '}' && templates.at(-1) === braces - 1) {
      braces = templates.pop() ?? 0;
      template(index + 1);
    } else {
      if (char === '{') braces += 1;
      if (char === '}') braces -= 1;
      take(index + 1, true);
    }
  }
  return out;
}

const statement =
  /(?<![\w.$])(import|export)(\s+type\b(?!\s*(?:from\b|,)))?\s*(?:[\w$*{}\s,]*?\bfrom\s*)?(['"])([^'"\n]+)\3/g;
const typeQuery = /(?<![\w.$])(typeof\s+)?(?:import|require)\s*\(\s*(['"`])([^'"`\n]+)\2/g;

/** Every module that a file names: static, side-effect, re-exported, dynamic and required ones. */
export function importsOf(source: string): Import[] {
  const code = blankOut(source, { keepStrings: true });
  const bare = blankOut(source, { keepStrings: false });
  const lineAt = (offset: number) => code.slice(0, offset).split('\n').length;
  // What begins inside a string is text about an import, not an import.
  const real = (match: RegExpMatchArray) => /\w/.test(bare[match.index ?? 0] ?? '');
  const found: Import[] = [];
  for (const match of code.matchAll(statement)) {
    const [, , type, , from = ''] = match;
    if (real(match)) found.push({ from, line: lineAt(match.index), typeOnly: type !== undefined });
  }
  for (const match of code.matchAll(typeQuery)) {
    const [, type, , from = ''] = match;
    if (real(match)) found.push({ from, line: lineAt(match.index), typeOnly: type !== undefined });
  }
  return found.sort((a, b) => a.line - b.line);
}
