// The API on a bare HTTP server, in a process of its own that a test can kill. Prints its port when it listens.
import { createServer } from 'node:http';
import { stepBefore } from '#server/api/direct';

const server = createServer((_, outgoing) => {
  outgoing.writeHead(404).end();
});
stepBefore(server);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' && address !== null ? address.port : '');
});
