// The API on a bare HTTP server, in a process of its own that a test can kill. Prints its port when it listens.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import * as routes from '#server/api/routes';

const server = createServer((incoming, outgoing) => {
  void (async () => {
    const url = `http://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`;
    const headers = new Headers();
    for (const [name, value] of Object.entries(incoming.headers))
      if (typeof value === 'string') headers.set(name, value);
    const method = incoming.method ?? 'GET';
    const request = new Request(url, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: await text(incoming) }),
    });
    const [, api, attempts, id, part] = new URL(url).pathname.split('/');
    const response =
      api === 'healthz'
        ? await routes.getHealth(request)
        : attempts === undefined || id === undefined
          ? await routes.postAttempt(request)
          : part === 'steps'
            ? await routes.postStep(request, id)
            : await routes.getAttempt(request, id);
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  })();
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address !== null ? address.port : '');
});
