// What every mutation must pass before anyone looks at it: same site, not too fast, JSON, not too large.
import { settings } from '../env';
import { Buckets } from '../rate';
import { single } from '../single';
import { Problem } from './answer';
import type { Asked } from './asked';

/** Most bytes of a body. */
export const MOST_BYTES = 64 * 1024;

/** Refuses a request that another site sent through the learner's browser. Programs that are no browsers send neither header. */
export function requireSameOrigin(request: Asked): void {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') throw new Problem('foreign-origin');
  const origin = request.headers.get('origin');
  if (origin === null) return;
  const asked = [request.headers.get('x-forwarded-host')?.split(',')[0]?.trim(), request.headers.get('host')];
  if (!URL.canParse(origin) || !asked.includes(new URL(origin).host)) throw new Problem('foreign-origin');
}

/** Counts a mutation of a learner; a visitor without a session counts by address. Refuses what comes too fast. */
export function requirePatience(request: Asked, learner: string | null): void {
  const { rate } = settings();
  const wait =
    learner === null
      ? single('rate-by-address', () => new Buckets({ rate: rate * 2, burst: rate * 12 })).take(
          request.headers.get('x-forwarded-for') ?? '',
        )
      : single('rate-by-learner', () => new Buckets({ rate, burst: rate * 6 })).take(learner);
  if (wait !== null) throw new Problem('too-many', { seconds: wait });
}

/** The body as JSON. Refuses another content type, more than 64 kB (without reading on) and what is not JSON. */
export async function bodyOf(request: Asked): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Problem('not-json');
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES)
    throw new Problem('too-large', { most: MOST_BYTES });
  const text = await textWithin(request.body, MOST_BYTES);
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    throw new Problem('malformed', { at: 'body' });
  }
}

async function textWithin(body: Asked['body'], most: number): Promise<string> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  // Leaving the loop early tells the sender to stop.
  for await (const part of body) {
    length += part.byteLength;
    if (length > most) throw new Problem('too-large', { most });
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}
