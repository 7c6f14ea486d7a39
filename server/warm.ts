// Done once when the server starts, and once when the first learner comes to a bedside: what somebody would otherwise wait for.
import { health } from './health';
import { logProblem, traceOf } from './logbook';
import { single } from './single';
import { readySearch } from './understanding';

/** Opens the store and fills the shelf, so that the operator learns of trouble before a learner does. Problems are logged; the server stays up. */
export async function warm(): Promise<void> {
  try {
    await health();
  } catch (error) {
    logProblem('start', traceOf(error));
  }
}

/**
 * Readies the search, once in a process and beside everything else: its words take more memory than all the rest, which an idle
 * server need not hold, and a learner reads the case for longer than they take.
 */
export function readySearchSoon(): void {
  single('search-ready', () => {
    readySearch().catch((error: unknown) => logProblem('search', traceOf(error)));
    return true;
  });
}
