// Failures of the store as the rest of the server knows them.

/** `unreachable`: try again · `full`: no room · `corrupt`: refused, a person must look · `foreign`: not ours, or newer than we are. */
export type StoreFailure = 'unreachable' | 'full' | 'corrupt' | 'foreign';

/** The store cannot be read or written. `message` is for the operator; learners get the code `store-unavailable`. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** By name: the bundler may have several copies of this class in one process, and the store is shared by all. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'StoreUnavailable';
  }
  constructor(
    readonly failure: StoreFailure,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';

/** Turns an error of a driver into a StoreUnavailable that says what the operator can do. */
export function asUnavailable(error: unknown, place: string): StoreUnavailable {
  if (error instanceof StoreUnavailable) return error;
  const code = codeOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return new StoreUnavailable(
      'corrupt',
      `${place} is damaged (${reason}). It was left as it is: restore a backup.`,
      {
        cause: error,
      },
    );
  if (/^(SQLITE_FULL|53100)/.test(code))
    return new StoreUnavailable('full', `${place} has no room left (${reason}).`, { cause: error });
  return new StoreUnavailable('unreachable', `${place} cannot be read or written (${reason}).`, {
    cause: error,
  });
}
