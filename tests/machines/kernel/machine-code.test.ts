// The tick as machine code and the tick by the interpreter are one program: every number must be the same.
import { describe, expect, it } from 'vitest';
import { openEncounter, take } from '#machines/encounter';
import type { Playable } from '#machines/playable';
import { FIXTURES, FLAGSHIP, playableOf } from './play';

/** A play that meets stops of every kind: orders, effects, flows, stages, alarms and checkpoints. */
function numbersOf(playable: Playable): readonly number[] {
  const encounter = openEncounter(playable, { attempt: 'a', seed: 'machine-code', mode: 'practice' });
  const items = [...Object.keys(playable.scenario.items), ...Object.keys(playable.ward.items)].toSorted();
  take(encounter, { do: 'begin' });
  for (let step = 0; step < 120 && encounter.phase === 'bedside'; step += 1) {
    const item = items[(step * 37) % items.length] ?? '';
    take(encounter, { do: item });
    take(encounter, { do: 'wait', with: { minutes: (step % 7) + 1 } });
  }
  take(encounter, { do: 'wait', with: { minutes: 2000 } });
  const width = playable.vitals.length + 1;
  return [
    ...encounter.q,
    ...encounter.held,
    ...encounter.history.slice(0, encounter.historyRows * width),
    encounter.now,
  ];
}

describe('a tick as machine code', () => {
  it.each([FLAGSHIP, ...FIXTURES])('gives every number of %s as the interpreter does', (id) => {
    const playable = playableOf(id);
    expect(playable.ticks).not.toBeNull();
    expect(numbersOf(playable)).toEqual(numbersOf({ ...playable, ticks: null }));
  });
});
