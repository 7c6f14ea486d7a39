// One of a kind per process: the bundler may load a module once per route, and there must be one store, one cache, one lock.

declare global {
  // The global object is the only thing that all copies of a module share.
  var corsiaSingles: Map<string, unknown> | undefined;
}

/** The one value of this name in the process, made at the first call. */
export function single<T>(name: string, make: () => T): T {
  globalThis.corsiaSingles ??= new Map();
  const all = globalThis.corsiaSingles;
  if (!all.has(name)) all.set(name, make());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each name is used in one place only, with one type
  return all.get(name) as T;
}

/** Forgets a value, so that the next call makes a new one (after a failure, and in tests). */
export function forgetSingle(name: string): void {
  globalThis.corsiaSingles?.delete(name);
}
