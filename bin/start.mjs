// `npm start`: installs what is missing, builds if stale, serves. PORT chooses the port, HOST or --host the address.
import { build, buildIsStale, ensureInstalled, requireNode, runTool } from './project.mjs';

function optionValue(/** @type {string} */ name) {
  const index = process.argv.indexOf(name);
  if (index >= 0) return process.argv[index + 1];
  return process.argv.find((argument) => argument.startsWith(`${name}=`))?.slice(name.length + 1);
}

const port = optionValue('--port') ?? process.env.PORT ?? '3000';
const host = optionValue('--host') ?? process.env.HOST;

if (!/^\d+$/.test(port) || Number(port) > 65535) {
  console.error(`PORT must be a number from 0 to 65535, not "${port}".`);
  process.exit(1);
}

requireNode();
ensureInstalled();

if (buildIsStale()) {
  console.log('Building Corsia …');
  const code = await build();
  if (code !== 0) {
    console.error('The build failed (the reason is above), so nothing is served.');
    process.exit(code);
  }
} else {
  console.log('The build is up to date.');
}

console.log(`Serving Corsia on http://${host ?? 'localhost'}:${port} (Ctrl-C stops it) …`);
process.exit(
  await runTool('next', 'next', ['start', '-p', port, ...(host ? ['-H', host] : [])], {
    env: { NODE_ENV: 'production' },
  }),
);
