// Stages: turned by an order, by the time spent in them, by several orders in one click, and entered again.
import { describe, expect, it } from 'vitest';
import { reveal } from '#machines/reveal';
import { begin, chartOf, does, pathOf, plain, refuses, stageOf, until } from './play';

const NAME = 'order-driven-stages';
const needle = 'procedure:needle-decompression';
const drain = 'procedure:chest-drain';

const looks = (encounter: ReturnType<typeof begin>) =>
  reveal(encounter, 'en')
    .chart.filter(({ kind }) => kind === 'look')
    .map(({ at, prose }) => `${at / 60} ${plain(prose)}`);

describe('a stage that lasts a given time', () => {
  it('turns exactly then, not a tick later', () => {
    const encounter = begin(NAME);
    until(encounter, 60);
    expect(pathOf(encounter)).toEqual(['0 simple', '10 tension', '25 dead']);
  });

  it('ends the bedside when its stage does', () => {
    const encounter = begin(NAME);
    until(encounter, 60);
    const view = reveal(encounter, 'en');
    expect(view.now / 60).toBe(25);
    expect(view.phase).toBe('closing');
    expect(view.ended).not.toBeNull();
    expect(refuses(encounter, { do: 'ask:onset' }).code).toBe('wrong-phase');
  });
});

describe('a stage that an order turns', () => {
  it('turns at the instant of the order', () => {
    const encounter = begin(NAME);
    until(encounter, 12.5);
    does(encounter, needle);
    expect(pathOf(encounter)).toEqual(['0 simple', '10 tension', '12.5 decompressed', '12.5 relieved']);
  });

  it('does not turn by an order that finds nothing to change', () => {
    const encounter = begin(NAME);
    does(encounter, needle);
    expect(pathOf(encounter)).toEqual(['0 simple']);
    until(encounter, 11);
    expect(stageOf(encounter)).toBe('tension');
  });

  it('lets a timer that is due at that second fire first', () => {
    const encounter = begin(NAME);
    until(encounter, 10);
    does(encounter, needle);
    expect(pathOf(encounter)).toEqual(['0 simple', '10 tension', '10 decompressed', '10 relieved']);
  });
});

describe('a stage of zero length', () => {
  it('is passed in the same instant and still tells its look', () => {
    const encounter = begin(NAME);
    until(encounter, 12);
    does(encounter, needle);
    expect(looks(encounter).slice(-2)).toEqual([
      '12 A hiss of air.',
      '12 He breathes again; the needle is taped in place.',
    ]);
  });
});

describe('a stage that is entered again', () => {
  it('restarts its timer and tells its look again', () => {
    const encounter = begin(NAME);
    until(encounter, 15);
    does(encounter, needle);
    until(encounter, 36);
    does(encounter, needle);
    until(encounter, 100);
    expect(pathOf(encounter)).toEqual([
      '0 simple',
      '10 tension',
      '15 decompressed',
      '15 relieved',
      '35 tension',
      '36 decompressed',
      '36 relieved',
      '56 tension',
      '71 dead',
    ]);
    expect(looks(encounter).filter((one) => one.endsWith('cannot speak.'))).toHaveLength(3);
  });

  it('counts its entries', () => {
    const encounter = begin(NAME);
    until(encounter, 15);
    does(encounter, needle);
    expect(
      reveal(encounter, 'en').chart.some(({ prose }) => plain(prose).startsWith('A second needle')),
    ).toBe(false);
    until(encounter, 36);
    does(encounter, needle);
    expect(
      reveal(encounter, 'en').chart.some(({ prose }) => plain(prose).startsWith('A second needle')),
    ).toBe(true);
  });
});

describe('orders signed in one click', () => {
  const sign = (...orders: string[]) => ({ orders: orders.map((one) => ({ do: one })) });

  it('act in listed order at one instant', () => {
    const encounter = begin(NAME);
    until(encounter, 12);
    does(encounter, 'sign', sign(needle, drain));
    expect(pathOf(encounter).slice(2)).toEqual(['12 decompressed', '12 relieved', '12 drained']);
  });

  it('offer again, after a stage has changed, the one that found nothing to change', () => {
    const encounter = begin(NAME);
    until(encounter, 12);
    does(encounter, 'sign', sign(drain, needle));
    expect(pathOf(encounter).slice(2)).toEqual(['12 decompressed', '12 relieved', '12 drained']);
  });

  it('each act once', () => {
    const encounter = begin(NAME);
    until(encounter, 12);
    does(encounter, 'sign', sign(drain, needle));
    until(encounter, 200);
    expect(pathOf(encounter).slice(4)).toEqual(['12 drained', '72 well']);
  });

  it('are not offered again after their instant', () => {
    const encounter = begin(NAME);
    until(encounter, 12);
    does(encounter, drain);
    until(encounter, 13);
    does(encounter, needle);
    expect(pathOf(encounter).slice(2)).toEqual(['13 decompressed', '13 relieved']);
  });

  it('are refused together when one of them cannot be read', () => {
    const encounter = begin(NAME);
    until(encounter, 12);
    const before = JSON.stringify(reveal(encounter, 'en'));
    expect(refuses(encounter, { do: 'sign', with: sign(needle, 'procedure:chest-drian') }).code).toBe(
      'unknown-item',
    );
    expect(JSON.stringify(reveal(encounter, 'en'))).toBe(before);
    expect(stageOf(encounter)).toBe('tension');
  });

  it('are each sampled in the stage that the one before left', () => {
    const encounter = begin(NAME);
    until(encounter, 12);
    does(encounter, 'sign', sign('order:chest-xray', needle));
    until(encounter, 30);
    expect(
      chartOf(encounter, 'order:chest-xray')
        .map(({ at, prose }) => `${at / 60} ${plain(prose)}`)
        .at(-1),
    ).toBe('16 Right lung collapsed; the mediastinum is pushed to the left.');
  });
});
