// Random legal walks never throw, replay gives the same bytes for ever, and the number of legal paths is known.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay, take } from '#machines/encounter';
import { offers } from '#machines/offers';
import { reveal } from '#machines/reveal';
import { score } from '#machines/score';
import type { StepInput } from '#machines/step';
import { begin, bytes, FIXTURES, FLAGSHIP, header, playableOf } from './play';

/** Everything that can be asked of a case without amounts, with waits and thoughts between. */
function alphabet(name: string): StepInput[] {
  const all = offers(playableOf(name), 'en').flatMap(({ id, verb, choices }): StepInput[] => {
    const one: StepInput =
      choices.length > 0
        ? { do: id, with: { choices: choices.slice(0, 1).map((choice) => choice.id) } }
        : { do: id };
    if (verb === 'treat') return [one, { do: id, with: { action: 'stop' } }];
    return verb === 'order' ? [one, { do: `cancel:${id}` }] : [one];
  });
  return [
    ...all,
    { do: 'wait', with: { minutes: 1 } },
    { do: 'wait', with: { minutes: 30 } },
    { do: 'wait', with: { until: 'next-result' } },
    { do: 'note:working', with: { text: 'anaphylaxis' } },
    {
      do: 'note:differential',
      with: { entries: [{ diagnosis: 'gastroenteritis', probability: 20, for: ['vomiting'], against: [] }] },
    },
    { do: 'answer:cq1', with: { options: ['a'] } },
    { do: 'finish' },
  ];
}

describe.each([...FIXTURES, FLAGSHIP])('in %s', (name) => {
  it('a random walk never throws, and its log replays to the same bytes', () => {
    const step = fc.constantFrom(...alphabet(name));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.constantFrom('1', '2', '3'), (steps, seed) => {
        const encounter = begin(name, seed);
        const log: StepInput[] = [{ do: 'begin' }];
        for (const one of steps) if (take(encounter, one).ok) log.push(one);
        const played = bytes(encounter);
        for (let time = 0; time < 2; time += 1) {
          const again = replay(playableOf(name), header(seed), log);
          expect([again.refusal, again.taken]).toEqual([null, log.length]);
          expect(bytes(again.encounter)).toBe(played);
        }
      }),
      { seed: 3, numRuns: name === FLAGSHIP ? 20 : 60 },
    );
  });

  it('looking changes nothing', () => {
    const encounter = begin(name);
    take(encounter, { do: 'order:monitoring' });
    take(encounter, { do: 'wait', with: { minutes: 3 } });
    const before = bytes(encounter);
    reveal(encounter, 'it', 2);
    score(encounter);
    expect(bytes(encounter)).toBe(before);
  });
});

describe('a log that does not fit', () => {
  it('is replayed up to its first refused step, and says so', () => {
    const log = [{ do: 'begin' }, { do: 'order:ecg' }, { do: 'order:nonsense' }, { do: 'order:chemistry' }];
    const { taken, refusal } = replay(playableOf('coupled-laboratory'), header(), log);
    expect(taken).toBe(2);
    expect(refusal?.code).toBe('unknown-item');
  });
});

/** Steps that are counted, few enough that all their sequences can be played. */
const COUNTED: { readonly [name: string]: readonly StepInput[] } = {
  'anaphylaxis-seconds': [
    { do: 'ask:onset' },
    { do: 'order:tryptase' },
    { do: 'cancel:order:tryptase' },
    { do: 'treat:stand-up' },
    { do: 'treat:lie-flat', with: { action: 'stop' } },
    { do: 'treat:lie-flat' },
    { do: 'treat:adrenaline-infusion' },
    { do: 'dispose:home' },
    { do: 'wait', with: { minutes: 15 } },
    { do: 'finish' },
  ],
  'coupled-laboratory': [
    { do: 'order:chemistry' },
    { do: 'cancel:order:chemistry' },
    { do: 'treat:insulin' },
    { do: 'treat:insulin', with: { action: 'stop' } },
    { do: 'wait', with: { until: 'next-result' } },
    { do: 'wait', with: { minutes: 30 } },
    { do: 'answer:cq1', with: { options: ['a'] } },
    { do: 'diagnose', with: { entries: ['ketoacidosis'] } },
    { do: 'finish' },
  ],
  'order-driven-stages': [
    { do: 'procedure:needle-decompression' },
    { do: 'procedure:chest-drain' },
    { do: 'order:chest-xray' },
    { do: 'cancel:order:chest-xray' },
    { do: 'dispose:ward' },
    { do: 'wait', with: { minutes: 10 } },
    { do: 'finish' },
  ],
};

/** How many sequences of each length are legal from the bedside on. */
function legalPaths(name: string, depth: number): number[] {
  const counts = Array.from({ length: depth }, () => 0);
  const visit = (log: readonly StepInput[]): void => {
    for (const step of COUNTED[name] ?? []) {
      const longer = [...log, step];
      if (replay(playableOf(name), header(), longer).taken < longer.length) continue;
      counts[log.length - 1] = (counts[log.length - 1] ?? 0) + 1;
      if (log.length < depth) visit(longer);
    }
  };
  visit([{ do: 'begin' }]);
  return counts;
}

describe('the number of legal paths', () => {
  it.each([
    ['anaphylaxis-seconds', 3, [8, 52, 334]],
    ['coupled-laboratory', 4, [5, 26, 137, 774]],
    ['order-driven-stages', 4, [6, 27, 122, 580]],
  ] as const)('of %s to depth %d', (name, depth, counts) => {
    expect(legalPaths(name, depth)).toEqual(counts);
  });
});
