// Sessions and guards: who may act, from where, how fast and with how much.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '#server/api/answer';
import { bodyOf, MOST_BYTES, requireSameOrigin } from '#server/api/guard';
import { contentSecurityPolicy } from '#server/headers';
import { Buckets } from '#server/rate';
import { signingKey } from '#server/secret';
import { COOKIE, cookieFor, learnerOf, newLearner, sealed, unsealed } from '#server/session';
import { forgetSingle } from '#server/single';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corsia-session-'));
  vi.stubEnv('CORSIA_DATA', folder);
  vi.stubEnv('CORSIA_SECRET', '');
  forgetSingle('signing-key');
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetSingle('signing-key');
  rmSync(folder, { recursive: true, force: true });
});

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'passed';
  } catch (error) {
    return error instanceof Problem ? error.code : 'another error';
  }
};

describe('the cookie', () => {
  it('names its learner, and only as we signed it', () => {
    const learner = newLearner();
    const value = sealed(learner);
    expect(unsealed(value)).toBe(learner);
    expect(unsealed(value.replace('v1.', 'v2.'))).toBeNull();
    expect(unsealed(`v1.${newLearner()}.${value.split('.')[2] ?? ''}`)).toBeNull();
    expect(unsealed(`${value}x`)).toBeNull();
    expect(unsealed(undefined)).toBeNull();
    expect(unsealed('')).toBeNull();
    expect(unsealed('v1.é.ü')).toBeNull();
  });

  it('is refused when it was signed with another key', () => {
    const value = sealed('a'.repeat(22));
    vi.stubEnv('CORSIA_SECRET', 'another secret of the institution');
    forgetSingle('signing-key');
    expect(unsealed(value)).toBeNull();
  });

  it('is found among others in the Cookie header', () => {
    const learner = newLearner();
    expect(learnerOf(new Headers({ cookie: `a=b; ${COOKIE}=${sealed(learner)}; c=d` }))).toBe(learner);
    expect(learnerOf(new Headers())).toBeNull();
  });

  it('is out of reach of scripts and other sites, and goes over https only where we came by https', () => {
    expect(cookieFor('a'.repeat(22), true)).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    expect(cookieFor('a'.repeat(22), false)).toMatch(/; HttpOnly; SameSite=Lax$/);
  });
});

describe('the signing key', () => {
  it('is made once, for its owner only', () => {
    const key = signingKey();
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    forgetSingle('signing-key');
    expect(signingKey()).toEqual(key);
    expect(readFileSync(join(folder, 'secret'), 'utf8').length).toBeGreaterThanOrEqual(32);
  });

  it('is not replaced when it is damaged', () => {
    writeFileSync(join(folder, 'secret'), 'short');
    expect(() => signingKey()).toThrow(/too short/);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe('short');
  });
});

describe('a mutation', () => {
  const from = (headers: Record<string, string>) =>
    codeOf(() => {
      requireSameOrigin(new Request('http://corsia.test/api/attempts', { method: 'POST', headers }));
    });

  it.each([
    [{ host: 'corsia.test', origin: 'http://corsia.test' }, 'passed'],
    [{ host: 'corsia.test', origin: 'http://corsia.test', 'sec-fetch-site': 'same-origin' }, 'passed'],
    [{ host: 'inner:3000', 'x-forwarded-host': 'corsia.test', origin: 'https://corsia.test' }, 'passed'],
    [{ host: 'corsia.test' }, 'passed'],
    [{ host: 'corsia.test', origin: 'https://evil.test' }, 'foreign-origin'],
    [{ host: 'corsia.test', origin: 'null' }, 'foreign-origin'],
    [{ host: 'corsia.test', origin: 'http://corsia.test.evil.test' }, 'foreign-origin'],
    [{ host: 'corsia.test', 'sec-fetch-site': 'cross-site' }, 'foreign-origin'],
    [{ host: 'corsia.test', 'sec-fetch-site': 'same-site' }, 'foreign-origin'],
    [{ host: 'corsia.test', origin: 'http://corsia.test', 'sec-fetch-site': 'cross-site' }, 'foreign-origin'],
  ])('with %o: %s', (headers, expected) => {
    expect(from(headers)).toBe(expected);
  });

  const body = async (content: string | ReadableStream<Uint8Array>, headers: Record<string, string>) => {
    const request = new Request('http://corsia.test/', {
      method: 'POST',
      body: content,
      headers,
      duplex: 'half',
    } as RequestInit);
    return await bodyOf(request).catch((error: unknown) => (error instanceof Problem ? error.code : error));
  };
  const json = { 'content-type': 'application/json' };

  it('carries JSON and nothing else', async () => {
    expect(await body('{"a":1}', { 'content-type': 'application/json; charset=utf-8' })).toEqual({ a: 1 });
    expect(await body('{"a":1}', { 'content-type': 'text/plain' })).toBe('not-json');
    expect(await body('{"a":1}', { 'content-type': 'application/x-www-form-urlencoded' })).toBe('not-json');
    expect(await body('{"a":', json)).toBe('malformed');
    expect(await body('', json)).toBe('malformed');
  });

  it('carries 64 kB at most, also when it does not say its length, and is not read further', async () => {
    expect(await body(`"${'x'.repeat(MOST_BYTES)}"`, json)).toBe('too-large');
    expect(await body(`"${'x'.repeat(1000)}"`, { ...json, 'content-length': String(MOST_BYTES + 1) })).toBe(
      'too-large',
    );
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 16_384;
        controller.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    expect(await body(endless, json)).toBe('too-large');
    expect(sent).toBeLessThan(4 * MOST_BYTES);
  });
});

describe('the rate limit', () => {
  it('lets a burst through, then as much as the rate allows, and says when to come again', () => {
    let now = 0;
    const buckets = new Buckets({ rate: 0.5, burst: 3 }, 10, () => now);
    expect([1, 2, 3].map(() => buckets.take('a'))).toEqual([null, null, null]);
    expect(buckets.take('a')).toBe(2);
    expect(buckets.take('b')).toBeNull();
    now = 2;
    expect(buckets.take('a')).toBeNull();
    expect(buckets.take('a')).toBe(2);
  });

  it('does not fill up faster when its clock goes backwards', () => {
    let now = 100;
    const buckets = new Buckets({ rate: 1, burst: 1 }, 10, () => now);
    expect(buckets.take('a')).toBeNull();
    now = 50;
    expect(buckets.take('a')).toBe(1);
    now = 50.5;
    expect(buckets.take('a')).toBe(1);
  });

  it('keeps a bounded number of buckets', () => {
    const buckets = new Buckets({ rate: 1, burst: 1 }, 2, () => 0);
    for (const key of ['a', 'b', 'c']) buckets.take(key);
    expect(buckets.take('c')).toBe(1);
    expect(buckets.take('a')).toBeNull();
  });
});

describe('the policy of a page', () => {
  it('runs scripts by nonce only, without eval in production', () => {
    const policy = contentSecurityPolicy('abc', true);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toMatch(/unsafe-(eval|inline)/);
    expect(policy).toContain("frame-ancestors 'none'");
  });
});
