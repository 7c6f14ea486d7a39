// What is awaited shows the time that the ward would say, never one that only some findings have: a culture that grows reports early.
import { describe, expect, it } from 'vitest';
import { reveal } from '#machines/reveal';
import { begin, does, FLAGSHIP, until } from '../machines/kernel/play';

const dueAt = (encounter: ReturnType<typeof begin>, item: string): number | null | undefined => {
  const line = reveal(encounter, 'en').pending.find((one) => one.item === item);
  return line && line.dueAt !== null ? line.dueAt / 60 : line?.dueAt;
};

describe('the time at which a result is said to be due', () => {
  it('does not depend on what will be found', () => {
    const times = [2, 11].map((minute) => {
      const encounter = begin('order-driven-stages');
      until(encounter, minute);
      does(encounter, 'order:chest-xray');
      return (dueAt(encounter, 'order:chest-xray') ?? 0) - minute;
    });
    // 12 minutes in the one stage and 4 in the other; the ward's usual quarter of an hour is shown for both.
    expect(times).toEqual([15, 15]);
  });

  it('is not told for what comes only sometimes, once the usual time has passed', () => {
    const encounter = begin('order-driven-stages');
    until(encounter, 12);
    does(encounter, 'sign', {
      orders: [{ do: 'procedure:needle-decompression' }, { do: 'procedure:chest-drain' }],
    });
    until(encounter, 80);
    does(encounter, 'order:chest-xray');
    until(encounter, 96);
    expect(dueAt(encounter, 'order:chest-xray')).toBeNull();
  });

  it('is exact for what comes whatever is found', () => {
    const encounter = begin('coupled-laboratory');
    does(encounter, 'order:venous-gas');
    until(encounter, 5);
    expect(dueAt(encounter, 'order:venous-gas')).toBe(10);
  });

  it('does not say before it that the blood cultures of the flagship will grow', () => {
    const encounter = begin(FLAGSHIP);
    does(encounter, 'procedure:peripheral-lines');
    does(encounter, 'order:blood-cultures');
    const before = dueAt(encounter, 'order:blood-cultures');
    until(encounter, 60);
    expect(dueAt(encounter, 'order:blood-cultures')).toBe(before);
  });
});
