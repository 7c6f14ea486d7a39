// The content check from outside: what it prints and how it ends.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;
const check = (...options: string[]) =>
  spawnSync('npx', ['tsx', '--conditions=react-server', 'server/cli/check-content.ts', ...options], {
    cwd: root,
    encoding: 'utf8',
  });

describe('check:content', () => {
  it('tells every diagnostic as JSON and ends well where there is no error', () => {
    const { stdout, status } = check(
      '--content',
      'tests/fixtures',
      '--case',
      'order-driven-stages',
      '--json',
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ errors: 0, diagnostics: expect.any(Array) as unknown });
  });

  it('ends with 2 where there is nothing to check', () => {
    const { stderr, status } = check('--content', 'tests/fixtures/nowhere');
    expect(status).toBe(2);
    expect(stderr).toContain('There are no cases');
  });
});
