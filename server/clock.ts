// The server's clocks. Wall time is only ever written down; nothing is decided by it, so it may jump in either direction.

/** Wall time as ISO 8601 in UTC, for the log. */
export const wallTime = (): string => new Date().toISOString();

/** Seconds of a clock that never goes backwards, for limits and caches. */
export const steadySeconds = (): number => performance.now() / 1000;
