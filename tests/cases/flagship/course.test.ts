// The course of the flagship beyond its golden traces: arrest and return, organ failure survived, nerves, kidneys, places and events.
import { describe, expect, it } from 'vitest';
import type { Encounter } from '#machines/encounter';
import { playScript } from '#machines/script';
import type { ScriptStep } from '#machines/script';
import { score } from '#machines/score';
import { ordersOf } from '../../fidelity/plan';
import { begin, does, FLAGSHIP, pathOf, quantity, refuses, stageOf, until } from '../../machines/kernel/play';

const LINES: ScriptStep = { at: 0, do: 'procedure:peripheral-lines' };
const CT: ScriptStep = { at: 5, do: 'order:ct-abdomen-pelvis-contrast' };

function played(steps: readonly ScriptStep[], last: number): Encounter {
  const encounter = begin(FLAGSHIP);
  expect(
    playScript(
      encounter,
      steps.toSorted((a, b) => a.at - b.at),
      { until: last },
    ),
  ).toEqual([]);
  return encounter;
}

const drainedPlan = {
  fluids: [{ at: 6, mL: 2000, over: 60 }],
  norepinephrine: [{ at: 20, dose: 0.1 }],
  antibiotic: { at: 20, drug: 'treat:meropenem' },
  drained: 250,
  pushes: [],
  hydrocortisone: null,
} as const;

const entriesOf = (encounter: Encounter, kind: string): readonly string[] =>
  encounter.chart.filter((entry) => entry.kind === kind).map(({ at, code }) => `${at / 60} ${code ?? ''}`);

describe('an arrest', () => {
  const rescue: readonly ScriptStep[] = [
    LINES,
    { at: 386, do: 'treat:cpr' },
    { at: 386, do: 'treat:epinephrine-1-mg' },
    { at: 386, do: 'treat:balanced-crystalloid', with: { dose: '1000 mL', over: '15 min' } },
    { at: 386, do: 'treat:norepinephrine', with: { rate: '0.2 mcg/kg/min' } },
  ];

  it('is reversed after eight minutes by compressions, epinephrine, running fluid and norepinephrine made ready', () => {
    const encounter = played(rescue, 393);
    expect(pathOf(encounter).slice(-2)).toEqual(['385 arrest', '393 multiorgan-failure']);
    expect(quantity(encounter, 'map')).toBeGreaterThan(50);
  });

  it.each(['treat:cpr', 'treat:epinephrine-1-mg', 'treat:balanced-crystalloid', 'treat:norepinephrine'])(
    'is not reversed without %s: he dies after twenty minutes',
    (without) => {
      const encounter = played(
        rescue.filter((step) => step.do !== without),
        405,
      );
      expect(pathOf(encounter).at(-1)).toBe('405 death');
      expect(score(encounter)).toMatchObject({ outcome: 'died', survived: false });
    },
  );

  it('ends when resuscitation is stopped, and takes no questions', () => {
    const encounter = played([LINES], 386);
    expect(refuses(encounter, { do: 'ask:pain-onset' }).code).toBe('not-now');
    does(encounter, 'tell:stop-resuscitation');
    expect(stageOf(encounter)).toBe('death');
  });
});

describe('organ failure', () => {
  it('is survived with dialysis and a ventilator when drug and drainage bring the pressure back in time', () => {
    const encounter = played(
      ordersOf({
        fluids: [{ at: 6, mL: 1007, over: 30 }],
        norepinephrine: [{ at: 424, dose: 0.11 }],
        antibiotic: { at: 20, drug: 'treat:piperacillin-tazobactam' },
        drained: 539,
        pushes: [{ at: 25, what: 'procedure:neuraxial-block' }],
        hydrocortisone: null,
      }),
      900,
    );
    expect(stageOf(encounter)).toBe('source-controlled');
    expect(stageOf(encounter, 'renal')).toBe('dialysis');
    expect(stageOf(encounter, 'respiratory')).toBe('ventilated');
    expect(score(encounter).outcome).toBe('organ-failure');
  });
});

describe('the nerves', () => {
  it('fail a day after a needle through the infected field, and further when nobody looks', () => {
    const encounter = played(
      [...ordersOf(drainedPlan), { at: 30, do: 'procedure:lumbar-puncture' }],
      45 + 36 * 60 + 70,
    );
    const [, radicular, cauda] = pathOf(encounter, 'neurological');
    expect(Number.parseInt(radicular ?? '', 10) - (45 + 24 * 60)).toBeGreaterThanOrEqual(0);
    expect(Number.parseInt(radicular ?? '', 10) - (45 + 24 * 60)).toBeLessThanOrEqual(60);
    expect(cauda).toContain('cauda-equina');
  });

  it('stay intact with treatment in time', () => {
    expect(pathOf(played(ordersOf(drainedPlan), 1440), 'neurological')).toEqual(['0 intact']);
  });
});

describe('the kidneys', () => {
  it('are injured by starch from 500 mL on', () => {
    const starch = (mL: number) =>
      stageOf(
        played([LINES, { at: 5, do: 'treat:hydroxyethyl-starch', with: { dose: `${mL} mL` } }], 90),
        'renal',
      );
    expect([starch(400), starch(500)]).toEqual(['normal', 'injury']);
  });
});

describe('his place', () => {
  it('is radiology from fifteen minutes before the images to ten after, then where he was before', () => {
    const encounter = played([LINES, { at: 5, do: 'move:resuscitation-room' }, { ...CT, at: 20 }], 120);
    expect(pathOf(encounter, 'location')).toEqual([
      '0 triage',
      '7 resuscitation',
      '45 radiology',
      '70 resuscitation',
    ]);
  });

  it('is theatre from the induction to the end of the operation, then intensive care', () => {
    expect(pathOf(played(ordersOf(drainedPlan), 400), 'location')).toEqual([
      '0 triage',
      '185 theatre',
      '295 icu',
    ]);
  });
});

describe('what befalls him', () => {
  it('is a collapse in the scanner below 55 without norepinephrine', () => {
    const encounter = played([{ ...CT, at: 110 }], 146);
    const alone = played([], 146);
    expect(quantity(encounter, 'map')).toBeLessThan(quantity(alone, 'map') - 4);
    expect(entriesOf(encounter, 'event').length).toBeGreaterThan(entriesOf(alone, 'event').length);
  });

  it('is a pocket left behind when nobody looks again within three days, until somebody does', () => {
    const left = [
      ...ordersOf(drainedPlan),
      { at: 900, do: 'treat:norepinephrine', with: { action: 'stop' } },
    ];
    const late = played(left, 5000);
    expect(quantity(late, 'crp')).toBe(150);
    expect(quantity(late, 'temperature')).toBeGreaterThan(38.3);
    does(late, 'procedure:second-look');
    until(late, 5600);
    expect(quantity(late, 'crp')).toBeLessThan(100);
    const seen = played([...left, { at: 2000, do: 'procedure:second-look' }], 5000);
    expect(quantity(seen, 'crp')).toBeLessThan(100);
  });
});
