// Runs before every page: a fresh nonce, the strict Content-Security-Policy that names it, and the other security headers.
import { NextResponse, type NextRequest } from 'next/server';
import { cameByHttps, contentSecurityPolicy, SECURITY_HEADERS, STRICT_TRANSPORT } from '#server/headers';

/** Next reads the nonce from the request's policy and puts it on its own scripts; pages find it as `x-nonce`. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, process.env.NODE_ENV === 'production');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of SECURITY_HEADERS) response.headers.set(name, value);
  if (cameByHttps(request.url, request.headers)) response.headers.set(...STRICT_TRANSPORT);
  return response;
}

/** Answers of /api and /healthz bring their own headers; static files need none of this. */
export const config = { matcher: ['/((?!api/|healthz|_next/static|_next/image).*)'] };
