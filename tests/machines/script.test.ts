// A script waits like a patient learner: through interruptions, to the minute, and no further than the encounter goes.
import { describe, expect, it } from 'vitest';
import { openEncounter } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import type { Scenario } from '#machines/scenario/scenario';
import { playScript } from '#machines/script';
import { tinyScenario, tinyWard } from '../server/tiny-case';

const opened = (scenario: Scenario = tinyScenario()) =>
  openEncounter(makePlayable(scenario, tinyWard, 'r1'), { attempt: 'a', seed: '1', mode: 'practice' });

describe('a script', () => {
  it('begins by itself and takes each step at its minute', () => {
    const encounter = opened();
    expect(playScript(encounter, [{ at: 12, do: 'ask:onset' }])).toEqual([]);
    expect(encounter.now).toBe(12 * 60 + 30);
  });

  it('does not begin twice', () => {
    const encounter = opened();
    expect(playScript(encounter, [{ at: 0, do: 'begin' }])).toEqual([]);
    expect(encounter.sequence).toBe(1);
  });

  it('takes a step at once when its minute has passed', () => {
    const encounter = opened();
    playScript(encounter, [
      { at: 10, do: 'ask:onset' },
      { at: 5, do: 'ask:onset' },
    ]);
    expect(encounter.now).toBe(11 * 60);
  });

  it('only waits at a bare wait, and after the last step until the given minute', () => {
    const encounter = opened();
    expect(playScript(encounter, [{ at: 30, do: 'wait' }], { until: 45.5 })).toEqual([]);
    expect(encounter.now).toBe(45.5 * 60);
  });

  it('waits on when a critical result interrupts', () => {
    const scenario = tinyScenario();
    const critical = (scenario.responses['order:ct'] ?? []).map((response) => ({
      ...response,
      critical: true,
    }));
    const encounter = opened({ ...scenario, responses: { ...scenario.responses, 'order:ct': critical } });
    expect(playScript(encounter, [{ at: 0, do: 'order:ct' }], { until: 60 })).toEqual([]);
    expect(encounter.now).toBe(3600);
  });

  it('tells which steps were refused and why, and goes on', () => {
    const encounter = opened();
    const refusals = playScript(encounter, [
      { at: 0, do: 'order:nothing' },
      { at: 1, do: 'ask:onset' },
      { at: 2, do: 'treat:saline', with: { dose: '-5 mL' } },
    ]);
    expect(refusals.map(({ index, code }) => [index, code])).toEqual([
      [0, 'unknown-item'],
      [2, 'bad-quantity'],
    ]);
    expect(encounter.now).toBe(120);
  });

  it('ends where the encounter does, without waiting for ever', () => {
    const encounter = opened();
    const refusals = playScript(
      encounter,
      [
        { at: 1, do: 'finish' },
        { at: 500, do: 'ask:onset' },
      ],
      { until: 1000 },
    );
    expect(encounter.now).toBe(60);
    expect(refusals.map(({ index }) => index)).toEqual([1]);
  });
});
