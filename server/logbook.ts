// What the operator reads: one JSON line per problem, without personal data and without a word of a case.

/** Writes one line to standard error. `about` may hold codes, counts and paths of this machine, never a learner's words. */
export function logProblem(
  code: string,
  about: Readonly<Record<string, string | number | boolean>> = {},
): void {
  console.error(JSON.stringify({ level: 'problem', code, ...about }));
}

/** The kind and place of an unknown error: its message might quote what a learner wrote, so it is left out. */
export function traceOf(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    error: error.name,
    where: frames
      .slice(0, 4)
      .map((line) => line.trim())
      .join(' < '),
  };
}
