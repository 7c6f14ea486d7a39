// Encounters kept ready in memory, so that a step need not replay its whole log. Bounded; what is dropped is replayed when asked for.
import type { Encounter } from '#machines/encounter';
import { single } from './single';
import type { AttemptRow } from './store/tables';

/** An attempt's encounter with what is needed to take its next step. */
export interface Ready {
  readonly encounter: Encounter;
  /** the header as it was read with the log */
  row: AttemptRow;
  /** steps of the log that are in the encounter */
  taken: number;
  /** keys of those steps */
  readonly keys: Set<string>;
}

interface Kept {
  readonly ready: Ready;
  readonly bytes: number;
}

const MOST = 400;
const MOST_BYTES = 96 * 1024 * 1024;

/** Least recently used first out, by number and by estimated size. */
export class Encounters {
  private readonly kept = new Map<string, Kept>();
  private bytes = 0;

  constructor(
    private readonly most = MOST,
    private readonly mostBytes = MOST_BYTES,
  ) {}

  get size(): number {
    return this.kept.size;
  }

  get(attempt: string): Ready | null {
    return this.kept.get(attempt)?.ready ?? null;
  }

  /** Keeps it as the most recently used, with its present size. */
  keep(attempt: string, ready: Ready): void {
    this.drop(attempt);
    const bytes = sizeOf(ready);
    this.kept.set(attempt, { ready, bytes });
    this.bytes += bytes;
    for (const oldest of this.kept.keys()) {
      if ((this.kept.size <= this.most && this.bytes <= this.mostBytes) || oldest === attempt) break;
      this.drop(oldest);
    }
  }

  /** Forgets all of a learner's. */
  dropOf(learner: string): void {
    for (const [attempt, { ready }] of this.kept) if (ready.row.learner === learner) this.drop(attempt);
  }

  /** Forgets it: the next use replays the log. */
  drop(attempt: string): void {
    const kept = this.kept.get(attempt);
    if (kept === undefined) return;
    this.kept.delete(attempt);
    this.bytes -= kept.bytes;
  }
}

/** Rough bytes of an encounter: its recorded vitals, and what comes with each chart entry and step. */
function sizeOf({ encounter, taken }: Ready): number {
  return 60_000 + encounter.history.byteLength + encounter.chart.length * 600 + taken * 400;
}

/** The encounters of this process. */
export const theEncounters = (): Encounters => single('encounters', () => new Encounters());

/** Runs one piece of work at a time for each name, in the order in which they came. */
export class Locks {
  private readonly last = new Map<string, Promise<void>>();

  async run<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(name) ?? Promise.resolve();
    const { promise: done, resolve: release } = withResolvers();
    this.last.set(name, done);
    await before;
    try {
      return await work();
    } finally {
      release();
      if (this.last.get(name) === done) this.last.delete(name);
    }
  }
}

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** One lock per attempt, for all routes and pages of this process. */
export const theLocks = (): Locks => single('locks', () => new Locks());
