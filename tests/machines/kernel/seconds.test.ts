// Patient time in seconds, posture, seeded chance and ticks that a stage makes longer: the anaphylaxis fixture.
import { describe, expect, it } from 'vitest';
import { begin, chartOf, does, pathOf, plain, quantity, stageOf, until } from './play';

const NAME = 'anaphylaxis-seconds';

/** Stops the drug and gives two doses: resolving soon after. */
function treated(seed: string) {
  const encounter = begin(NAME, seed);
  does(encounter, 'treat:stop-antibiotic');
  does(encounter, 'treat:lie-flat');
  does(encounter, 'treat:adrenaline-im');
  until(encounter, 4);
  does(encounter, 'treat:adrenaline-im');
  until(encounter, 30);
  return encounter;
}

describe('untreated', () => {
  it('passes through every stage at its second', () => {
    const encounter = begin(NAME);
    until(encounter, 30);
    expect(pathOf(encounter)).toEqual([
      '0 onset',
      '2 anaphylaxis',
      '6 refractory',
      '11 peri-arrest',
      '14 arrest',
      '24 dead',
    ]);
  });
});

describe('standing up', () => {
  it('drops the pressure by 15 mmHg at that instant and turns the stage', () => {
    const encounter = begin(NAME);
    until(encounter, 3);
    does(encounter, 'treat:stand-up');
    until(encounter, 3 + 4 / 60);
    const before = quantity(encounter, 'map');
    const other = begin(NAME);
    until(other, 3 + 5 / 60);
    until(encounter, 3 + 5 / 60);
    expect(stageOf(encounter)).toBe('refractory');
    // The instant comes before the tick of the same second, which goes a sixth of the way back towards its target.
    const back = 5 / 30;
    expect(quantity(other, 'map') - quantity(encounter, 'map')).toBeCloseTo(15 * (1 - back), 6);
    expect(before).toBeGreaterThan(quantity(encounter, 'map'));
  });

  it('changes nothing once adrenaline was given', () => {
    const encounter = begin(NAME);
    does(encounter, 'treat:adrenaline-im');
    until(encounter, 3);
    does(encounter, 'treat:stand-up');
    until(encounter, 3.25);
    expect(stageOf(encounter)).toBe('anaphylaxis');
    expect(stageOf(encounter, 'posture')).toBe('standing');
  });

  it('makes an examination fail, which does not count as done', () => {
    const encounter = begin(NAME);
    does(encounter, 'treat:stand-up');
    until(encounter, 0.25);
    does(encounter, 'examine:chest-auscultation');
    until(encounter, 2);
    expect(plain(chartOf(encounter, 'examine:chest-auscultation').at(-1)?.prose ?? null)).toMatch(/sways/u);
  });
});

describe('treated', () => {
  it('resolves after the second dose', () => {
    expect(stageOf(treated('1'))).toBe('resolving');
  });

  it('keeps its seconds through a stage whose ticks are a minute', () => {
    const encounter = treated('1');
    does(encounter, 'treat:oxygen-mask');
    until(encounter, 30 + 20 / 60);
    expect(chartOf(encounter, 'treat:oxygen-mask').at(-1)?.at).toBe(30 * 60 + 20);
  });
});

describe('the second wave', () => {
  const seeds = Array.from({ length: 400 }, (_, index) => `seed-${index}`);

  it('comes exactly five hours after the resolution, for the seeds that have it', () => {
    const seed = seeds.find((one) => treatedVariant(one));
    const encounter = treated(seed ?? '');
    until(encounter, 320);
    const [from] = pathOf(encounter).filter((one) => one.endsWith('resolving'));
    const [wave] = pathOf(encounter).filter((one) => one.endsWith('second-wave'));
    expect(Number(wave?.split(' ')[0]) - Number(from?.split(' ')[0])).toBeCloseTo(300, 9);
  });

  it('does not come for the others', () => {
    const seed = seeds.find((one) => !treatedVariant(one));
    const encounter = treated(seed ?? '');
    until(encounter, 400);
    expect(stageOf(encounter)).toBe('resolving');
  });

  it('comes in about one of five, and always in the same ones', () => {
    const chosen = seeds.filter((one) => treatedVariant(one));
    expect(chosen.length).toBeGreaterThan(50);
    expect(chosen.length).toBeLessThan(110);
    expect(seeds.filter((one) => treatedVariant(one))).toEqual(chosen);
  });
});

const treatedVariant = (seed: string): boolean => begin(NAME, seed).variants.get('biphasic') === 'yes';
