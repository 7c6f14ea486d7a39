// One measure at a time: progress on stderr, a limit of time for each, and a refusal in place of the figures that did not come.
import { loadavg } from 'node:os';

/** A figure beside its bar. */
export interface Held {
  readonly value: number;
  readonly bar: string;
  readonly met: boolean;
}

export const atMost = (value: number, bar: number): Held => ({ value, bar: `≤ ${bar}`, met: value <= bar });
export const atLeast = (value: number, bar: number): Held => ({ value, bar: `≥ ${bar}`, met: value >= bar });

/** The value below which a share of the values lies, to one decimal. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(10 * (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)) / 10;
};

const load = () => Number((loadavg()[0] ?? 0).toFixed(1));
const tell = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** Runs stages within one limit for all; each gives its figures, or says why there are none. */
export class Stages {
  private readonly end: number;

  constructor(seconds: number) {
    this.end = performance.now() + 1000 * seconds;
  }

  /** `work` is told by the signal when its time is up, and how many milliseconds it has. */
  async run(
    name: string,
    seconds: number,
    work: (signal: AbortSignal, ms: number) => Promise<object>,
  ): Promise<object> {
    const begin = performance.now();
    const before = load();
    const ms = Math.min(1000 * seconds, this.end - begin);
    const limit = new AbortController();
    tell(`${name} …`);
    let timer: NodeJS.Timeout | undefined;
    try {
      if (ms <= 0) throw new Error('no time was left for it');
      const late = new Promise<never>((_, refuse) => {
        timer = setTimeout(() => {
          refuse(new Error(`it did not end within ${Math.round(ms / 1000)} s`));
          limit.abort();
        }, ms);
      });
      const working = work(limit.signal, ms);
      // What fails after its time is up has been told already.
      working.catch(() => {});
      const figures = await Promise.race([working, late]);
      const took = Math.round((performance.now() - begin) / 100) / 10;
      tell(`${name}: ${took} s, load ${before} to ${load()}`);
      return { ...figures, seconds: took, load: [before, load()] };
    } catch (error) {
      const refused = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
      tell(`${name}: no figures: ${refused}`);
      return { refused, met: false, load: [before, load()] };
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Paths of all figures that miss their bar, and of the stages without figures. */
export function missed(figures: unknown, path = ''): readonly string[] {
  if (typeof figures !== 'object' || figures === null) return [];
  const own = 'met' in figures && figures.met === false ? [path] : [];
  return [
    ...own,
    ...Object.entries(figures).flatMap(([name, part]) =>
      missed(part, path === '' ? name : `${path}.${name}`),
    ),
  ];
}
