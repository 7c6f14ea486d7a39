// The browser's side of the attempt's door: opens an attempt, sends a step until it is known to be kept, reads the offers.
import { offersOf } from '#components/encounter/offer-columns';
import type { OfferColumns } from '#machines/offer-columns';
import type { ReviewRating } from '#machines/progress';
import type { Language } from '#machines/scenario/item';
import type { StepInput } from '#machines/step';
import type { EncounterView, OfferView } from '#machines/view';
import type { OpenBody, StepAnswer, StepBody, UnderstandAnswer, UnderstandBody } from '#machines/wire';

/** Why a step is not through yet; it is kept and sent again with the same key. */
export type Waiting = 'offline' | 'store' | 'busy';
export type Failed = { readonly code: 'failed'; readonly problem: string };

const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null;

// The answers below come from our own server, of one build with this code: only their kind is looked at.
const isAnswer = (value: unknown): value is StepAnswer =>
  isObject(value) &&
  isObject(value['view']) &&
  ['taken', 'refused', 'conflict'].includes(String(value['code']));
const isOffers = (value: unknown): value is OfferColumns => isObject(value) && Array.isArray(value['id']);
const isUnderstood = (value: unknown): value is UnderstandAnswer =>
  isObject(value) && Array.isArray(value['parts']);
const isView = (value: unknown): value is EncounterView => isObject(value) && Array.isArray(value['chart']);

const headers = { 'Content-Type': 'application/json' };
export const newKey = (): string => crypto.randomUUID();

/** Resolves after `ms`, or as soon as the browser is online again. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
  });
}

async function post(
  url: string,
  body: unknown,
): Promise<{ readonly status: number; readonly body: unknown; readonly after: number } | null> {
  try {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer: unknown = await response.json();
    return { status: response.status, body: answer, after: Number(response.headers.get('retry-after') ?? 0) };
  } catch {
    return null;
  }
}

const problemOf = (body: unknown): Failed => ({
  code: 'failed',
  problem: isObject(body) ? String(body['code']) : 'unexpected',
});

/** Sends one step until the server has answered for it. A lost answer is harmless: the key stays the same. */
export async function sendStep(
  attempt: string,
  body: StepBody,
  waiting: (reason: Waiting) => void,
): Promise<StepAnswer | Failed> {
  for (let tries = 0; ; tries += 1) {
    const answer = await post(`/api/attempts/${attempt}/steps`, body);
    if (answer !== null && isAnswer(answer.body)) return answer.body;
    if (answer !== null && ![429, 502, 503, 504].includes(answer.status)) return problemOf(answer.body);
    waiting(answer === null ? 'offline' : answer.status === 429 ? 'busy' : 'store');
    await pause(Math.max(answer?.after ?? 0, Math.min(8, 2 ** Math.min(tries, 3))) * 1000);
  }
}

/** Opens an attempt and begins it. */
export async function openAttempt(
  body: OpenBody,
): Promise<{ readonly attempt: string } | { readonly code: string }> {
  const opened = await post('/api/attempts', body);
  if (opened === null) return { code: 'offline' };
  if (!isObject(opened.body) || typeof opened.body['attempt'] !== 'string')
    return { code: problemOf(opened.body).problem };
  const { attempt } = opened.body;
  // Should this not arrive, the bedside offers to begin.
  await post(`/api/attempts/${attempt}/steps`, beginning(body.language));
  return { attempt };
}

/** Opens a practice attempt that goes on from a moment of this one. */
export async function forkAttempt(
  attempt: string,
  from: { readonly minute: number } | { readonly sequence: number },
): Promise<{ readonly attempt: string } | { readonly code: string }> {
  const opened = await post(`/api/attempts/${attempt}/fork`, from);
  if (opened === null) return { code: 'offline' };
  return isObject(opened.body) && typeof opened.body['attempt'] === 'string'
    ? { attempt: opened.body['attempt'] }
    : { code: problemOf(opened.body).problem };
}

/** Keeps one look at a card of the review deck; resolves to when it comes back, or to null when it could not be kept. */
export async function keepReview(caseId: string, rule: string, rating: ReviewRating): Promise<string | null> {
  const kept = await post('/api/reviews', { caseId, rule, rating });
  return kept !== null && isObject(kept.body) && typeof kept.body['due'] === 'string'
    ? kept.body['due']
    : null;
}

const beginning = (language: Language): StepBody => ({
  sequence: 0,
  key: newKey(),
  step: { do: 'begin' } satisfies StepInput,
  language,
  chartFrom: 0,
});

/** What can be done in this attempt, from the browser's own store once it has this version; null when it could not be read. */
export async function readOffers(
  attempt: string,
  language: Language,
  version: string,
): Promise<readonly OfferView[] | null> {
  try {
    const asked = new URLSearchParams({ language, v: version });
    const response = await fetch(`/api/attempts/${attempt}/offers?${asked.toString()}`);
    const offers: unknown = await response.json();
    return response.ok && isOffers(offers) ? offersOf(offers) : null;
  } catch {
    return null;
  }
}

/** What may be meant by what is typed; null when the server did not say. */
export async function understand(
  attempt: string,
  body: UnderstandBody,
  signal: AbortSignal,
): Promise<UnderstandAnswer | null> {
  try {
    const response = await fetch(`/api/attempts/${attempt}/understand`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal,
    });
    const answer: unknown = await response.json();
    return response.ok && isUnderstood(answer) ? answer : null;
  } catch {
    return null;
  }
}

/** The attempt as it stands now; null when it could not be read. */
export async function readView(attempt: string, language: Language): Promise<EncounterView | null> {
  try {
    const response = await fetch(`/api/attempts/${attempt}?language=${language}`);
    const view: unknown = await response.json();
    return response.ok && isView(view) ? view : null;
  } catch {
    return null;
  }
}

/** The view with the entries that the client held already. */
export const joined = (before: EncounterView, after: EncounterView): EncounterView =>
  after.chartFrom === 0
    ? after
    : { ...after, chartFrom: 0, chart: [...before.chart.slice(0, after.chartFrom), ...after.chart] };
