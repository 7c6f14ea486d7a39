// A file as the author wrote it, which knows the line and column of every character.

export interface SourceText {
  readonly name: string;
  readonly text: string;
  /** Line and column, both from 1, of a character offset; offsets past the end mean the end. */
  positionOf(offset: number): { readonly line: number; readonly column: number };
}

/** Wraps the text of a file. `name` is the path inside the case folder. */
export function sourceText(name: string, text: string): SourceText {
  let starts: number[] | null = null;
  return {
    name,
    text,
    positionOf(offset) {
      starts ??= lineStarts(text);
      const at = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
