// The entry of the press's own thread: told what to press, it hands over each piece as it is ready.
import { parentPort, workerData } from 'node:worker_threads';
import { press } from './press';

/** What the thread is told when it starts. */
export interface Commission {
  readonly content: string;
  readonly only: ReadonlySet<string>;
}

async function work(): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given by press-elsewhere.ts, which is the only one to start this file
  const { content, only } = workerData as Commission;
  for await (const piece of press(content, only)) parentPort?.postMessage(piece);
}

void work();
