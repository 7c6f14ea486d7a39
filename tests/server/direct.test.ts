// The direct door: knows every address of the API, answers as the handlers do, and leaves the rest to the framework.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADDRESSES } from '#server/api/addresses';
import { openDirectDoor, stepBefore } from '#server/api/direct';
import { leave, settle, type Place } from './ward-round';

vi.mock('#server/workshop', async () => {
  const { tinyScenario, tinyWard } = await import('./tiny-case');
  return {
    compileFolder: () => [
      {
        caseId: 'tiny-case',
        scenario: tinyScenario(),
        revision: 'rev-1',
        ward: tinyWard,
        errors: 0,
        report: '',
      },
    ],
  };
});

let place: Place;
beforeEach(() => {
  place = settle();
});
afterEach(() => leave(place));

let server: Server;
let origin = '';
beforeAll(async () => {
  server = createServer((incoming, outgoing) => {
    outgoing.end(`framework: ${incoming.method} ${incoming.url}`);
  });
  stepBefore(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterAll(() => {
  server.close();
});

describe('the direct door', () => {
  it('knows no address that app does not have', () => {
    const app = join(import.meta.dirname, '..', '..', 'app');
    const routes = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('route.ts'),
    );
    const known = routes.flatMap((file) => {
      const address = `/${file.replaceAll('\\', '/').replace('/route.ts', '')}`.replaceAll(/\[\w+\]/g, '*');
      const methods = readFileSync(join(app, file), 'utf8').matchAll(
        /export (?:const|async function|function) ([A-Z]+)\b/g,
      );
      return [...methods].map(([, method]) => `${method} ${address}`);
    });
    expect(known).toEqual(
      expect.arrayContaining(ADDRESSES.map(([method, address]) => `${method} ${address}`)),
    );
  });

  it('opens attempts, takes steps and tells views', async () => {
    const opened = await fetch(`${origin}/api/attempts`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ caseId: 'tiny-case', language: 'en' }),
    });
    expect(opened.status).toBe(201);
    expect(opened.headers.get('x-content-type-options')).toBe('nosniff');
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const { attempt } = (await opened.json()) as { attempt: string };
    const step = await fetch(`${origin}/api/attempts/${attempt}/steps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, 'sec-fetch-site': 'same-origin', cookie },
      body: JSON.stringify({ sequence: 0, key: 'key-00000000', step: { do: 'begin' }, language: 'en' }),
    });
    expect(step.status).toBe(200);
    const view = await fetch(`${origin}/api/attempts/${attempt}?language=it`, { headers: { cookie } });
    expect(await view.json()).toMatchObject({ sequence: 1, language: 'it', phase: 'bedside' });
    expect((await fetch(`${origin}/api/attempts/${attempt}?language=it`)).status).toBe(404);
  });

  it('refuses what another site sends, and what is too large', async () => {
    const send = (body: string, from: string) =>
      fetch(`${origin}/api/attempts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: from },
        body,
      }).then(({ status }) => status);
    expect(await send('{}', 'https://elsewhere.test')).toBe(403);
    expect(await send(`"${'x'.repeat(200_000)}"`, origin)).toBe(413);
  });

  it('packs large answers for who can unpack them', async () => {
    const long = ADDRESSES.find(([, address]) => address === '/healthz');
    expect(long).toBeDefined();
    vi.spyOn(await import('#server/api/routes'), 'getHealth').mockImplementation(() =>
      Promise.resolve(new Response('x'.repeat(10_000))),
    );
    const asked = async (encoding: string) => {
      const { get } = await import('node:http');
      return await new Promise<{ readonly encoding: string | undefined; readonly body: Buffer }>(
        (resolve) => {
          get(`${origin}/healthz`, { headers: { 'accept-encoding': encoding } }, (answer) => {
            const parts: Buffer[] = [];
            answer.on('data', (part: Buffer) => parts.push(part));
            answer.on('end', () => {
              resolve({ encoding: answer.headers['content-encoding'], body: Buffer.concat(parts) });
            });
          });
        },
      );
    };
    const small = await asked('gzip, br');
    expect(small.encoding).toBe('gzip');
    expect(gunzipSync(small.body).toString()).toBe('x'.repeat(10_000));
    expect((await asked('identity')).encoding).toBeUndefined();
    vi.restoreAllMocks();
  });

  it('hands pages, other methods and unknown addresses on', async () => {
    for (const [method, path] of [
      ['GET', '/en'],
      ['PUT', '/api/session'],
      ['GET', '/api/attempts/a/b/c'],
      ['GET', '/api/attempts/a%2Fb'],
    ] as const)
      expect(await (await fetch(origin + path, { method })).text()).toBe(`framework: ${method} ${path}`);
  });

  it('finds the servers of its process by itself, from their next request on', async () => {
    const another = createServer((_, outgoing) => outgoing.end('framework'));
    await new Promise<void>((resolve) => {
      another.listen(0, '127.0.0.1', resolve);
    });
    openDirectDoor();
    const address = another.address();
    const at = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    expect((await fetch(`${at}/healthz`)).headers.get('content-type')).toContain('application/json');
    expect(await (await fetch(at)).text()).toBe('framework');
    another.close();
  });
});
