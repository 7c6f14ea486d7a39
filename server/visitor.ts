// Who looks at a page, by the cookie of the request that Next is answering.
import { cookies, headers } from 'next/headers';
import { cameByHttps } from './headers';
import { COOKIE, newLearner, sealed, unsealed } from './session';
import { StoreUnavailable } from './store/failure';

/** The learner of the present request, or null: also when the signing key cannot be read, so that the shelf still shows. */
export async function currentLearner(): Promise<string | null> {
  const jar = await cookies();
  try {
    return unsealed(jar.get(COOKIE)?.value);
  } catch (error) {
    if (error instanceof StoreUnavailable) return null;
    throw error;
  }
}

/** The learner of the present request; a new one gets a cookie. In server actions only. Throws StoreUnavailable. */
export async function ensureLearner(): Promise<string> {
  const known = await currentLearner();
  if (known !== null) return known;
  const learner = newLearner();
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  jar.set(COOKIE, sealed(learner), {
    path: '/',
    maxAge: 365 * 24 * 3600,
    httpOnly: true,
    sameSite: 'lax',
    secure: cameByHttps('', asked),
  });
  return learner;
}
