// The direct door: in production the API is answered before the framework sees the request, which would cost ten times the step itself.
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { single } from '../single';
import { ADDRESSES, type Handler } from './addresses';
import { WORTH_PACKING } from './answer';
import type { Asked } from './asked';

const packed = promisify(gzip);

/** Puts the direct door before every HTTP server of this process from its next request on. Whatever it does not know goes on to the framework. */
export function openDirectDoor(): void {
  single('direct-door', () => {
    const known = new WeakSet<Server>();
    channel('http.server.request.start').subscribe((message) => {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- documented shape of this channel's messages
      const { server } = message as { readonly server: Server };
      if (known.has(server)) return;
      known.add(server);
      stepBefore(server);
    });
    return true;
  });
}

/** Asks the direct door first, then the listeners that were there. */
export function stepBefore(server: Server): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever listens to `request` is a RequestListener
  const others = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const found = handlerOf(incoming.method ?? '', incoming.url ?? '');
    if (found !== null) void answer(incoming, outgoing, ...found);
    else for (const other of others) other.call(server, incoming, outgoing);
  });
}

const PATTERNS = ADDRESSES.map(
  ([method, address, handler]) =>
    [method, new RegExp(`^${address.replaceAll('*', '([\\w.~-]+)')}$`), handler] as const,
);

/** The handler of an address with its parameters; null when it is none of ours. */
function handlerOf(method: string, url: string): readonly [Handler, readonly string[]] | null {
  const [path = ''] = url.split('?', 1);
  for (const [its, pattern, handler] of PATTERNS) {
    if (its !== method) continue;
    const [, ...parameters] = pattern.exec(path) ?? [''];
    if (pattern.test(path)) return [handler, parameters];
  }
  return null;
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handler: Handler,
  parameters: readonly string[],
): Promise<void> {
  try {
    const response = await handler(askedOf(incoming), ...parameters);
    const bytes = Buffer.from(await response.arrayBuffer());
    for (const [name, value] of response.headers) outgoing.appendHeader(name, value);
    const body = await withEncoding(bytes, incoming, outgoing);
    outgoing.setHeader('Content-Length', body.byteLength);
    outgoing.writeHead(response.status);
    outgoing.end(body);
  } catch {
    // Handlers turn every problem into an answer: what is left is a connection that broke.
    outgoing.destroy();
  }
}

function askedOf(incoming: IncomingMessage): Asked {
  const { headers, socket } = incoming;
  return {
    method: incoming.method ?? 'GET',
    url: `http://${headers.host ?? 'localhost'}${incoming.url ?? '/'}`,
    headers: {
      get(name) {
        const value = headers[name];
        if (value === undefined) return name === 'x-forwarded-for' ? (socket.remoteAddress ?? null) : null;
        return Array.isArray(value) ? value.join(', ') : value;
      },
    },
    body: incoming,
  };
}

async function withEncoding(
  bytes: Buffer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<Buffer> {
  if (bytes.byteLength < WORTH_PACKING || outgoing.hasHeader('Content-Encoding')) return bytes;
  outgoing.setHeader('Vary', 'Accept-Encoding');
  if (!/\bgzip\b/.test(incoming.headers['accept-encoding'] ?? '')) return bytes;
  outgoing.setHeader('Content-Encoding', 'gzip');
  return await packed(bytes, { level: 4 });
}
