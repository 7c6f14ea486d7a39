// Ten thousand hostile and broken payloads: each gets a clear answer, none a 500, and none does any harm.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as routes from '#server/api/routes';
import { Browser, leave, newKey, settle, type Place } from '../server/ward-round';

vi.mock('#server/workshop', async () => {
  const { tinyScenario, tinyWard } = await import('../server/tiny-case');
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
const browser = new Browser();
const complaints: string[] = [];
beforeAll(() => {
  place = settle();
  vi.spyOn(console, 'error').mockImplementation((line: unknown) => {
    complaints.push(String(line));
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await leave(place);
});

const valid: readonly unknown[] = [
  { do: 'ask:onset' },
  { do: 'order:lactate' },
  { do: 'cancel:order:lactate' },
  { do: 'treat:saline', with: { dose: '500 mL', over: '15 min', route: 'iv' } },
  { do: 'treat:norepinephrine', with: { rate: '0.05 mcg/kg/min' } },
  { do: 'treat:norepinephrine', with: { action: 'stop' } },
  { do: 'sign', with: { orders: [{ do: 'order:ct' }, { do: 'treat:saline', with: { dose: '1 L' } }] } },
  { do: 'note:free', with: { text: 'words' } },
  {
    do: 'note:differential',
    with: { entries: [{ diagnosis: 'sepsis', probability: 70, for: ['fever'], against: [] }] },
  },
  { do: 'diagnose', with: { entries: ['septic shock'] } },
  { do: 'answer:cq1', with: { options: ['a'] } },
  { do: 'wait', with: { minutes: 1 } },
  { do: 'wait', with: { until: 'next-result' } },
  { do: 'dispose:icu' },
];

const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    -1e308,
    1e-320,
    2 ** 53,
    '',
    ' ',
    '0',
    '-5 mL',
    '1e999 mL',
    'NaN mL',
    '∞ mL',
    '5 parsecs',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'order:__proto__',
    'order:constructor',
    'ask:',
    ':',
    '::',
    'cancel:',
    'cancel:cancel:order:ct',
    'answer:',
    'answer:__proto__',
    'note:',
    'sign',
    'begin',
    'finish',
    '../../x',
    '%00',
    '\u0000',
    '\ud800',
    '🩸'.repeat(50),
    'a'.repeat(5_000),
    '1'.repeat(400),
    "' or 1=1 --",
    '<script>',
    '${x}',
    '{{x}}',
    [],
    {},
    [[[[]]]],
    { __proto__: null },
    { do: null },
    { length: 1e9 },
  ),
  fc.jsonValue({ maxDepth: 4 }),
);

/** A valid step with one of its values or keys replaced, removed, wrapped or repeated. */
function mutated(step: unknown, path: number, value: unknown, how: number): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(step));
  const places: [Record<string, unknown>, string][] = [];
  const walk = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push([node as Record<string, unknown>, key]);
      walk((node as Record<string, unknown>)[key]);
    }
  };
  walk(copy);
  const place = places[path % places.length];
  if (place === undefined) return value;
  const [node, key] = place;
  if (how % 5 === 0) delete node[key];
  else if (how % 5 === 1) node[key] = [node[key], node[key]];
  else if (how % 5 === 2) node[(JSON.stringify(value) ?? '').slice(0, 50)] = node[key];
  else node[key] = value;
  return copy;
}

const hostileStep = fc.oneof(
  nasty,
  fc.record({ do: nasty, with: nasty }, { requiredKeys: [] }),
  fc.tuple(fc.constantFrom(...valid), fc.nat(30), nasty, fc.nat(4)).map((of) => mutated(...of)),
);

const EXPECTED = new Set([200, 400, 409, 413, 415, 422]);

describe('a hostile client', () => {
  it('gets an answer to ten thousand broken steps, and the attempt goes on', {
    timeout: 240_000,
  }, async () => {
    let attempt = await browser.play([{ do: 'begin' }]);
    let sequence = 1;
    const seen = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(hostileStep, async (step) => {
        const { status, body } = await browser.step(attempt, sequence, step);
        seen.set(status, (seen.get(status) ?? 0) + 1);
        expect(EXPECTED).toContain(status);
        if (status === 200) sequence += 1;
        // Some of them are legal and end the play, or make it long: then the next patient is seen.
        if (sequence > 60 || ('view' in body && body.view.phase !== 'bedside')) {
          attempt = await browser.play([{ do: 'begin' }]);
          sequence = 1;
        }
      }),
      { numRuns: 10_000, seed: 20261122 },
    );
    expect(seen.get(422)).toBeGreaterThan(5_000);
    expect((await browser.step(attempt, sequence, { do: 'ask:onset' })).status).toBe(200);
    expect(complaints).toEqual([]);
  });

  it('gets an answer to broken bodies, types, queries and addresses', { timeout: 120_000 }, async () => {
    const attempt = await browser.play([{ do: 'begin' }]);
    const broken = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.json(),
      fc
        .record(
          {
            sequence: nasty,
            key: fc.oneof(nasty, fc.constant('key-12345678')),
            step: nasty,
            language: nasty,
            chartFrom: nasty,
          },
          { requiredKeys: [] },
        )
        .map((body) => JSON.stringify(body)),
    );
    const address = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom('x'.repeat(22), '..', '%2e%2e', attempt.slice(1), `${attempt}0`),
    );
    await fc.assert(
      fc.asyncProperty(broken, address, async (body, strange) => {
        const statuses = [
          (await browser.send(attempt, body)).status,
          (await browser.open(body)).status,
          (
            await browser.send(strange, {
              sequence: 0,
              key: newKey(),
              step: {},
              language: 'en',
              chartFrom: 0,
            })
          ).status,
          (
            await browser.view(
              attempt,
              `language=${encodeURIComponent(body)}&chartFrom=${encodeURIComponent(strange)}`,
            )
          ).status,
          (await routes.getFigure(browser.request('GET', '/x'), attempt, strange)).status,
          (
            await routes.getOffers(
              browser.request('GET', `/x?language=${encodeURIComponent(strange)}`),
              strange,
            )
          ).status,
        ];
        for (const status of statuses) expect(status).toBeLessThan(500);
      }),
      { numRuns: 1_500, seed: 20261122 },
    );
    expect((await browser.view(attempt)).body.sequence).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('cannot forge, swap or mangle its cookie', async () => {
    const attempt = await browser.play([{ do: 'begin' }]);
    const good = browser.cookie ?? '';
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 33, max: 126 }), async (index, code) => {
        const forged = good.slice(0, index) + String.fromCharCode(code) + good.slice(index + 1);
        const thief = new Browser();
        thief.cookie = forged;
        expect((await thief.view(attempt)).status).toBe(forged === good ? 200 : 404);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });
});
