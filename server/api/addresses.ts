// The addresses that the direct door answers; a test holds them to the folders of app. Whatever is missing here goes through the framework.
import type { Asked } from './asked';
import * as routes from './routes';

export type Handler = (asked: Asked, ...parameters: string[]) => Promise<Response>;

/** Method, address with a `*` for each parameter, handler. */
export const ADDRESSES: readonly (readonly ['GET' | 'POST' | 'DELETE', string, Handler])[] = [
  ['GET', '/healthz', (asked) => routes.getHealth(asked)],
  ['POST', '/api/attempts', (asked) => routes.postAttempt(asked)],
  ['GET', '/api/attempts/*', (asked, id = '') => routes.getAttempt(asked, id)],
  ['POST', '/api/attempts/*/steps', (asked, id = '') => routes.postStep(asked, id)],
  ['POST', '/api/attempts/*/fork', (asked, id = '') => routes.postFork(asked, id)],
  ['POST', '/api/attempts/*/understand', (asked, id = '') => routes.postUnderstand(asked, id)],
  ['GET', '/api/attempts/*/export', (asked, id = '') => routes.getExport(asked, id)],
  ['GET', '/api/attempts/*/offers', (asked, id = '') => routes.getOffers(asked, id)],
  ['GET', '/api/attempts/*/debrief', (asked, id = '') => routes.getDebrief(asked, id)],
  ['GET', '/api/attempts/*/figures/*', (asked, id = '', figure = '') => routes.getFigure(asked, id, figure)],
  ['POST', '/api/reviews', (asked) => routes.postReview(asked)],
  ['DELETE', '/api/session', (asked) => routes.deleteSession(asked)],
];
