// How fast one learner may send: a bucket of tokens each, refilled by a clock that never goes backwards, bounded in number.
import { steadySeconds } from './clock';

interface Bucket {
  tokens: number;
  at: number;
}

export interface Limit {
  /** tokens per second in the long run */
  readonly rate: number;
  /** tokens that may be saved up */
  readonly burst: number;
}

/** Buckets by key; the longest unused are dropped first, which can only ever be in a sender's favour. */
export class Buckets {
  private readonly buckets = new Map<string, Bucket>();
  constructor(
    private readonly limit: Limit,
    private readonly most = 20_000,
    private readonly clock: () => number = steadySeconds,
  ) {}

  /** Takes one token; gives null, or the seconds (whole, at least 1) after which to come again. */
  take(key: string): number | null {
    const now = this.clock();
    const { rate, burst } = this.limit;
    const before = this.buckets.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + Math.max(0, now - before.at) * rate);
    this.buckets.delete(key);
    this.buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    if (this.buckets.size > this.most) {
      const [oldest] = this.buckets.keys();
      if (oldest !== undefined) this.buckets.delete(oldest);
    }
    return tokens >= 1 ? null : Math.max(1, Math.ceil((1 - tokens) / rate));
  }
}
