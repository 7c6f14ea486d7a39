// Runs the press in a thread of its own: compiling takes seconds, and nobody who plays may wait for it. Its memory goes with it.
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Pressed } from './press';
import type { Commission } from './press-thread';

/** As `press`, in another thread. Throws what stopped the thread. */
export async function* pressElsewhere(
  content: string,
  only: ReadonlySet<string>,
): AsyncGenerator<Pressed, void, undefined> {
  const commission: Commission = { content, only };
  const thread = new Worker(new URL('./press-thread.ts', import.meta.url), {
    workerData: commission,
    // Trees of text live for one case: with room for the young, a quarter of the time is saved.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  thread.unref();
  try {
    // Pieces that arrive while one is being kept wait in line. An error of the thread ends the loop by throwing.
    for await (const [piece] of on(thread, 'message', { close: ['exit'] })) yield piece;
  } finally {
    await thread.terminate();
  }
}
