// Done once when the server starts: open the store, fill the shelf, ready the search, so that the operator learns of trouble before a learner does.
import { health } from './health';
import { logProblem, traceOf } from './logbook';
import { readySearch } from './understanding';

/** Opens and compiles what the first visitor would otherwise wait for. Problems are logged; the server stays up. */
export async function warm(): Promise<void> {
  try {
    await health();
    await readySearch();
  } catch (error) {
    logProblem('start', traceOf(error));
  }
}
