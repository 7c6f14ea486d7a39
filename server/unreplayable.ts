// An attempt that this version cannot continue.

/** The log of an attempt is not understood by this version of the engine, or the revision that it names is lost. */
export class Unreplayable extends Error {
  override readonly name = 'Unreplayable';
  /** By name: the bundler may have several copies of this class in one process. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'Unreplayable';
  }
}
