// The API's handlers, from request to answer; app/api names their addresses and nothing more.
import { gunzipSync } from 'node:zlib';
import { LANGUAGES, type Language } from '#machines/scenario/item';
import type { Mode } from '#machines/wire';
import {
  debriefOf,
  figureOf,
  forgetLearner,
  openAttempt,
  revisionOf,
  takeStep,
  viewAttempt,
  type SentStep,
} from '../attempts';
import { forkAttempt, type ForkPoint } from '../forks';
import { cameByHttps, FIGURE_POLICY } from '../headers';
import { exportOf } from '../export';
import { health } from '../health';
import { packedOffers, tagOf } from '../packed-offers';
import { keepReview, ratingOf } from '../review';
import { cookieFor, forgottenCookie, learnerOf, newLearner } from '../session';
import { understandIn } from '../understanding';
import { answering, json, Problem } from './answer';
import type { Asked } from './asked';
import { bodyOf, requirePatience, requireSameOrigin } from './guard';

const KEY = /^[\w-]{8,64}$/;
const CASE_ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const STATUS = { taken: 200, refused: 422, conflict: 409 } as const;
const MOST_CHART = 1_000_000;

/** `POST /api/attempts` {caseId, language, mode?} → 201 {attempt}; makes a learner of a visitor. */
export function postAttempt(request: Asked): Promise<Response> {
  return answering(request, async () => {
    requireSameOrigin(request);
    const known = learnerOf(request.headers);
    requirePatience(request, known);
    const body = fields(await bodyOf(request));
    const { caseId } = body;
    if (typeof caseId !== 'string') throw new Problem('malformed', { at: 'caseId' });
    const language = languageOf(body.language);
    const mode = modeOf(body.mode);
    const learner = known ?? newLearner();
    const opened = CASE_ID.test(caseId) ? await openAttempt(caseId, { language, mode, learner }) : null;
    if (opened === null) throw new Problem('not-found');
    const https = cameByHttps(request.url, request.headers);
    return json(201, opened, known === null ? { 'Set-Cookie': cookieFor(learner, https) } : {});
  });
}

/** `POST /api/attempts/[id]/fork` {sequence} or {minute} → 201 {attempt}: a practice attempt that goes on from there; 409 `not-yet` in an exam. */
export function postFork(request: Asked, attempt: string): Promise<Response> {
  return answering(request, async () => {
    requireSameOrigin(request);
    const learner = learnerOf(request.headers);
    requirePatience(request, learner);
    const forked = found(await forkAttempt(attempt, learner, forkPoint(await bodyOf(request))));
    if (forked === 'not-yet') throw new Problem('not-yet');
    return json(201, forked);
  });
}

/** `GET /api/attempts/[id]?language&chartFrom` → EncounterView. */
export function getAttempt(request: Asked, attempt: string): Promise<Response> {
  return answering(request, async () => {
    const asked = new URL(request.url).searchParams;
    const chartFrom = chartFromOf(Number(asked.get('chartFrom') ?? '0'));
    const language = languageOf(asked.get('language'));
    const learner = learnerOf(request.headers);
    return json(200, found(await viewAttempt(attempt, learner, language, chartFrom)));
  });
}

/** `POST /api/attempts/[id]/steps` StepBody → StepAnswer. */
export function postStep(request: Asked, attempt: string): Promise<Response> {
  return answering(request, async () => {
    requireSameOrigin(request);
    const learner = learnerOf(request.headers);
    requirePatience(request, learner);
    const sent = sentStep(await bodyOf(request));
    const answer = found(await takeStep(attempt, learner, sent));
    return json(STATUS[answer.code], answer);
  });
}

/** `POST /api/attempts/[id]/understand` UnderstandBody → UnderstandAnswer; takes nothing. */
export function postUnderstand(request: Asked, attempt: string): Promise<Response> {
  return answering(request, async () => {
    requireSameOrigin(request);
    const learner = learnerOf(request.headers);
    requirePatience(request, learner);
    const { text, language } = fields(await bodyOf(request));
    if (typeof text !== 'string') throw new Problem('malformed', { at: 'text' });
    return json(200, found(await understandIn(attempt, learner, text, languageOf(language))));
  });
}

/** `GET /api/attempts/[id]/offers?language&v` → OfferColumns, the same for every play of a revision; for ever where `v` is its tag. */
export function getOffers(request: Asked, attempt: string): Promise<Response> {
  return answering(request, async () => {
    const learner = learnerOf(request.headers);
    const asked = new URL(request.url).searchParams;
    const language = languageOf(asked.get('language'));
    const tag = found(await tagOf(attempt, learner, language));
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      ETag: `"${tag}"`,
      'Cache-Control': asked.get('v') === tag ? 'private, max-age=31536000, immutable' : 'private, no-cache',
      Vary: 'Accept-Encoding',
    };
    if (request.headers.get('if-none-match') === headers.ETag)
      return new Response(null, { status: 304, headers });
    const packed = found(await packedOffers(attempt, learner, language));
    if (!/\bgzip\b/.test(request.headers.get('accept-encoding') ?? ''))
      return new Response(new Uint8Array(gunzipSync(packed)), { headers });
    return new Response(new Uint8Array(packed), { headers: { ...headers, 'Content-Encoding': 'gzip' } });
  });
}

/** `GET /api/attempts/[id]/figures/[figure]` → the drawing, once it stands in the chart. */
export function getFigure(request: Asked, attempt: string, figure: string): Promise<Response> {
  return answering(request, async () => {
    const learner = learnerOf(request.headers);
    const { type, bytes } = found(await figureOf(attempt, learner, figure));
    const headers = {
      'Content-Type': type,
      'Cache-Control': 'private, max-age=3600',
      'Content-Security-Policy': FIGURE_POLICY,
    };
    return new Response(new Uint8Array(bytes), { headers });
  });
}

/** `GET /api/attempts/[id]/debrief?language` → DebriefView; 409 `not-yet` before the end. */
export function getDebrief(request: Asked, attempt: string): Promise<Response> {
  return answering(request, async () => {
    const learner = learnerOf(request.headers);
    const language = languageOf(new URL(request.url).searchParams.get('language'));
    found(await revisionOf(attempt, learner));
    const view = await debriefOf(attempt, learner, language);
    if (view === null) throw new Problem('not-yet');
    return json(200, view);
  });
}

/** `POST /api/reviews` {caseId, rule, rating 1–4} → {due}: one look at a card of the review deck is kept. */
export function postReview(request: Asked): Promise<Response> {
  return answering(request, async () => {
    requireSameOrigin(request);
    const learner = learnerOf(request.headers);
    requirePatience(request, learner);
    const { caseId, rule, rating: sent } = fields(await bodyOf(request));
    const rating = ratingOf(sent);
    if (typeof caseId !== 'string' || typeof rule !== 'string' || rating === null)
      throw new Problem('malformed', { at: 'rating' });
    return json(200, found(await keepReview(learner, caseId, rule, rating)));
  });
}

/** `GET /api/attempts/[id]/export` → the attempt as a file: header, log and issued sheet, never the scenario; 409 before the end. */
export function getExport(request: Asked, attempt: string): Promise<Response> {
  return answering(request, async () => {
    const exported = found(await exportOf(attempt, learnerOf(request.headers)));
    if (exported === 'not-yet') throw new Problem('not-yet');
    return json(200, exported, {
      'Content-Disposition': `attachment; filename="corsia-${exported.case}-${exported.attempt}.json"`,
    });
  });
}

/** `DELETE /api/session` → 200; the attempts stay without an owner, the browser is no one again. */
export function deleteSession(request: Asked): Promise<Response> {
  return answering(request, async () => {
    requireSameOrigin(request);
    const learner = learnerOf(request.headers);
    requirePatience(request, learner);
    if (learner !== null) await forgetLearner(learner);
    const https = cameByHttps(request.url, request.headers);
    return json(200, { code: 'forgotten' }, { 'Set-Cookie': forgottenCookie(https) });
  });
}

/** `GET /healthz` → {ok, store, cases, build}; 503 when learners could not play. */
export function getHealth(request: Asked): Promise<Response> {
  return answering(request, async () => {
    const state = await health();
    return json(state.ok ? 200 : 503, state);
  });
}

function found<T>(value: T | null): T {
  if (value === null) throw new Problem('not-found');
  return value;
}

function fields(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Problem('malformed', { at: 'body' });
  return { ...body };
}

function languageOf(value: unknown): Language {
  const language = LANGUAGES.find((one) => one === value);
  if (language === undefined) throw new Problem('malformed', { at: 'language' });
  return language;
}

function forkPoint(body: unknown): ForkPoint {
  const { sequence, minute } = fields(body);
  const valid = (value: unknown): value is number =>
    typeof value === 'number' && value >= 0 && value <= MOST_CHART;
  if (valid(sequence) && Number.isInteger(sequence) && minute === undefined) return { sequence };
  if (valid(minute) && sequence === undefined) return { minute };
  throw new Problem('malformed', { at: 'sequence' });
}

function modeOf(value: unknown): Mode {
  if (value === undefined || value === 'practice') return 'practice';
  if (value === 'assessed') return 'assessed';
  throw new Problem('malformed', { at: 'mode' });
}

function chartFromOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > MOST_CHART)
    throw new Problem('malformed', { at: 'chartFrom' });
  return value;
}

function sentStep(body: unknown): SentStep {
  const { sequence, key, step, language, chartFrom } = fields(body);
  if (typeof sequence !== 'number' || !Number.isInteger(sequence) || sequence < 0)
    throw new Problem('malformed', { at: 'sequence' });
  if (typeof key !== 'string' || !KEY.test(key)) throw new Problem('malformed', { at: 'key' });
  return { sequence, key, step, language: languageOf(language), chartFrom: chartFromOf(chartFrom ?? 0) };
}
