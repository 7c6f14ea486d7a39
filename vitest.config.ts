// Unit, property, case and house tests. Node by default; a component test asks for a page with
// `// @vitest-environment happy-dom` at its head.
import { defineConfig } from 'vitest/config';

const here = import.meta.dirname;

export default defineConfig({
  resolve: {
    alias: [
      // Vite reads only the first of package.json's alternatives (.ts, .tsx): let it find the ending itself.
      { find: /^#(machines|compiler|server|components|content)\//, replacement: `${here}/$1/` },
      // Outside Next this package throws on import: take the empty module that it brings for servers.
      { find: /^server-only$/, replacement: `${here}/node_modules/server-only/empty.js` },
    ],
  },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', '**/node_modules/**'],
    environment: 'node',
    testTimeout: 30_000,
    env: { TZ: 'UTC' },
    allowOnly: false,
    coverage: { provider: 'v8', include: ['machines/**', 'compiler/**', 'server/**', 'components/**'] },
  },
});
