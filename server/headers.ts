// The headers that keep a learner's browser to ourselves: what may run, load, frame and be sent on.

/**
 * Content-Security-Policy of a page. Scripts run with this answer's nonce or are loaded by one that did; nothing inline,
 * nothing from elsewhere, no eval (development needs it: React rebuilds stacks of server errors with it).
 */
export function contentSecurityPolicy(nonce: string, production: boolean): string {
  const script = `'self' 'nonce-${nonce}' 'strict-dynamic'${production ? '' : " 'unsafe-eval'"}`;
  const style = production ? `'self' 'nonce-${nonce}'` : "'self' 'unsafe-inline'";
  return [
    "default-src 'self'",
    `script-src ${script}`,
    `style-src ${style}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** For answers that are no pages: they load nothing and are shown nowhere. */
export const BARE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** A drawing may style itself and do nothing else. */
export const FIGURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/** Sent with every page and every answer. */
export const SECURITY_HEADERS: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['X-Frame-Options', 'DENY'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
];

/** Sent too where the learner came by https. */
export const STRICT_TRANSPORT: readonly [string, string] = ['Strict-Transport-Security', 'max-age=31536000'];

/** Did the learner's browser come by https, here or at the proxy before us? */
export function cameByHttps(url: string, headers: Pick<Headers, 'get'>): boolean {
  const forwarded = headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return forwarded === undefined || forwarded === '' ? url.startsWith('https:') : forwarded === 'https';
}
