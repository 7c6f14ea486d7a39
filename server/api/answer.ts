// Answers of the API: JSON, never cached by others, with the security headers; problems as codes with parameters.
import type { ProblemAnswer, ProblemCode } from '#machines/wire';
import { BARE_POLICY, cameByHttps, SECURITY_HEADERS, STRICT_TRANSPORT } from '../headers';
import { logProblem, traceOf } from '../logbook';
import { StoreUnavailable } from '../store/failure';
import { Unreplayable } from '../unreplayable';
import type { Asked } from './asked';

const STATUS: { readonly [code in ProblemCode]: number } = {
  malformed: 400,
  'foreign-origin': 403,
  'not-found': 404,
  'not-yet': 409,
  unreplayable: 409,
  'too-large': 413,
  'not-json': 415,
  'too-many': 429,
  unexpected: 500,
  'store-unavailable': 503,
};

/** A problem that ends the handling of a request with an answer of its own. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly code: ProblemCode,
    readonly params: ProblemAnswer['params'] = {},
  ) {
    super(code);
  }
}

/** Below this, packing an answer costs the server more time than the network saves. */
export const WORTH_PACKING = 4096;

/** A JSON answer. */
export function json(status: number, body: unknown, more: Readonly<Record<string, string>> = {}): Response {
  const text = JSON.stringify(body);
  const caching = more['Cache-Control'] ?? 'private, no-store';
  return new Response(text, {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      ...more,
      'Cache-Control': text.length < WORTH_PACKING ? `${caching}, no-transform` : caching,
    },
  });
}

/** An answer with nothing but its code. */
export function problem(code: ProblemCode, params: ProblemAnswer['params'] = {}): Response {
  const answer: ProblemAnswer = { code, params };
  const wait = code === 'too-many' ? params.seconds : code === 'store-unavailable' ? 5 : undefined;
  return json(STATUS[code], answer, wait === undefined ? {} : { 'Retry-After': String(wait) });
}

/** Handles a request; whatever goes wrong becomes an answer, and what nobody expected one line in the operator's log. */
export async function answering(request: Asked, handle: () => Promise<Response>): Promise<Response> {
  const response = await handle().catch((error: unknown) => {
    if (error instanceof Problem) return problem(error.code, error.params);
    if (error instanceof StoreUnavailable) {
      logProblem('store-unavailable', { failure: error.failure });
      return problem('store-unavailable');
    }
    if (error instanceof Unreplayable) return problem('unreplayable');
    logProblem('unexpected', { method: request.method, ...traceOf(error) });
    return problem('unexpected');
  });
  for (const [name, value] of SECURITY_HEADERS) response.headers.set(name, value);
  if (!response.headers.has('Content-Security-Policy'))
    response.headers.set('Content-Security-Policy', BARE_POLICY);
  if (cameByHttps(request.url, request.headers)) response.headers.set(...STRICT_TRANSPORT);
  return response;
}
