// An attempt that this version cannot continue.

/** The log of an attempt is not understood by this version of the engine, or the revision that it names is lost. */
export class Unreplayable extends Error {
  override readonly name = 'Unreplayable';
}
