// Done once when the server starts: open the store and fill the shelf, so that the operator learns of trouble before a learner does.
import { health } from './health';
import { logProblem, traceOf } from './logbook';

/** Opens and compiles what the first visitor would otherwise wait for. Problems are logged; the server stays up. */
export async function warm(): Promise<void> {
  try {
    await health();
  } catch (error) {
    logProblem('start', traceOf(error));
  }
}
