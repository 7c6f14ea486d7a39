// The headless door: one JSON object for a script that can be read, a clear message and exit code 2 for what cannot.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ScoreSheet } from '#machines/ledger';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'corsia-play-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function play(...args: string[]) {
  const command = ['--conditions=react-server', '--import', 'tsx', 'server/cli/play.ts'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CORSIA_CONTENT: 'tests/fixtures' },
  });
  return { status, stdout, stderr };
}

function script(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

interface Played {
  readonly case: string;
  readonly revision: string;
  readonly seed: string;
  readonly refusals: readonly { readonly index: number; readonly code: string }[];
  readonly trace: readonly { readonly minute: number; readonly vitals: Readonly<Record<string, number>> }[];
  readonly stages: readonly { readonly minute: number; readonly id: string; readonly region: string }[];
  readonly results: readonly unknown[];
  readonly outcome: string;
  readonly score: ScoreSheet;
}

describe('the command line', { timeout: 60_000 }, () => {
  it('plays YAML and JSON alike, with one JSON object as its whole output', () => {
    const steps = '[{ "at": 1, "do": "order:nothing" }, { "at": 30, "do": "wait" }]';
    const json = play(
      'anaphylaxis-seconds',
      '--script',
      script('a.json', steps),
      '--seed',
      '7',
      '--every',
      '5',
      '--json',
    );
    const same = script('a.yaml', 'until: 30\nsteps:\n  - { at: 1, do: "order:nothing" }\n');
    const yaml = play('anaphylaxis-seconds', '--script', same, '--seed', '7', '--every', '5', '--json');
    expect(json.status).toBe(0);
    const played = JSON.parse(json.stdout) as Played;
    expect(played).toMatchObject({
      case: 'anaphylaxis-seconds',
      seed: '7',
      refusals: [{ index: 0, code: 'unknown-item' }],
    });
    expect(played.revision).toMatch(/^[0-9a-f]{32}/);
    expect(played.trace.map(({ minute }) => minute).slice(0, 3)).toEqual([0, 5, 10]);
    expect(played.stages[0]).toMatchObject({ minute: 0 });
    expect(played.score.domains.length).toBeGreaterThan(0);
    expect(played.score.lines.length).toBeGreaterThan(0);
    expect(JSON.parse(yaml.stdout)).toEqual(played);
  });

  it.each([
    ['no case', [], 'play -- <case-id>'],
    ['an unknown case', ['no-such-case', '--script', 'x'], 'no case "no-such-case"'],
    ['a missing script', ['anaphylaxis-seconds', '--script', '/nowhere.yaml'], 'cannot be read'],
    ['an unknown option', ['anaphylaxis-seconds', '--sript', 'x'], '--sript'],
    [
      'a number that is none',
      ['anaphylaxis-seconds', '--walkthrough', 'x', '--every', 'often'],
      'no walkthrough "x"',
    ],
  ])('says what is wrong with %s and exits with 2', (_, args, message) => {
    const { status, stdout, stderr } = play(...args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
  });

  it.each([
    ['{ at: 1', 'cannot be read'],
    ['just words', 'must be a list of steps'],
    ['[{ do: "begin" }]', 'needs "at"'],
    ['[{ at: 1 }]', 'needs "do"'],
    ['[{ at: 1, do: begin, with: 5 }]', '"with"'],
  ])('says what is wrong with the script %s', (text, message) => {
    const { status, stderr } = play('anaphylaxis-seconds', '--script', script('wrong.yaml', text));
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
