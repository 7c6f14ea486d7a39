// Who a browser is: an anonymous learner id in a signed cookie. No name, no address, no password.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { signingKey } from './secret';

export const COOKIE = 'corsia';
/** a year, renewed by nothing: the cookie says who, not since when */
const MAX_AGE = 365 * 24 * 3600;
const FORM = /^v1\.([\w-]{22})\.([\w-]{43})$/;

const signature = (id: string) => createHmac('sha256', signingKey()).update(`v1.${id}`).digest('base64url');

/** A new learner, known by 128 random bits. */
export const newLearner = (): string => randomBytes(16).toString('base64url');

/** What the cookie of a learner holds. */
export const sealed = (learner: string): string => `v1.${learner}.${signature(learner)}`;

/** The learner whom a cookie names, or null when it is missing, malformed or not signed by us. Throws StoreUnavailable. */
export function unsealed(value: string | undefined): string | null {
  const [, id, given] = FORM.exec(value ?? '') ?? [];
  if (id === undefined || given === undefined) return null;
  return timingSafeEqual(Buffer.from(given), Buffer.from(signature(id))) ? id : null;
}

/** The learner of a request by its Cookie header, or null. */
export function learnerOf(headers: Pick<Headers, 'get'>): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === COOKIE) return unsealed(value);
  }
  return null;
}

/** Set-Cookie that makes a browser this learner. */
export function cookieFor(learner: string, https: boolean): string {
  return `${COOKIE}=${sealed(learner)}; Path=/; Max-Age=${MAX_AGE}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
}

/** Set-Cookie that makes a browser no one. */
export const forgottenCookie = (https: boolean): string =>
  `${COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
