// Phases: briefing, bedside, closing, debrief; what the machine does not allow in a phase or stage is refused.
import { describe, expect, it } from 'vitest';
import { openEncounter } from '#machines/encounter';
import { reveal } from '#machines/reveal';
import { begin, does, header, playableOf, refuses, until } from './play';

const NAME = 'order-driven-stages';

const BEDSIDE = [
  { do: 'ask:onset' },
  { do: 'examine:skin' },
  { do: 'order:ecg' },
  { do: 'treat:oxygen-mask' },
  { do: 'procedure:chest-drain' },
  { do: 'consult:intensive-care' },
  { do: 'tell:handover', with: { choices: ['situation'] } },
  { do: 'dispose:ward' },
  { do: 'cancel:order:ecg' },
  { do: 'wait', with: { minutes: 1 } },
  { do: 'sign', with: { orders: [{ do: 'order:ecg' }] } },
] as const;

const phaseOf = (encounter: ReturnType<typeof begin>) => reveal(encounter, 'en').phase;

describe('the briefing', () => {
  it('shows nothing of the bedside and lets time stand', () => {
    const encounter = openEncounter(playableOf(NAME), header());
    const view = reveal(encounter, 'en');
    expect(view.phase).toBe('briefing');
    expect(view.chart).toEqual([]);
    expect(view.monitor).toEqual([]);
    expect(view.now).toBe(0);
  });

  it.each([
    ...BEDSIDE,
    { do: 'finish' },
    { do: 'note:free', with: { text: 'x' } },
    { do: 'diagnose', with: { entries: ['x'] } },
    { do: 'reflect', with: { text: 'x' } },
  ])('refuses $do', (step) => {
    const encounter = openEncounter(playableOf(NAME), header());
    expect(refuses(encounter, step).code).toBe('wrong-phase');
    does(encounter, 'begin');
  });
});

describe('the bedside', () => {
  it('refuses to begin again and to reflect', () => {
    const encounter = begin(NAME);
    expect(refuses(encounter, { do: 'begin' }).code).toBe('wrong-phase');
    expect(refuses(encounter, { do: 'reflect', with: { text: 'x' } }).code).toBe('wrong-phase');
  });

  it('leads to the closing, where only thinking is left', () => {
    const encounter = begin(NAME);
    does(encounter, 'finish');
    expect(phaseOf(encounter)).toBe('closing');
    for (const step of BEDSIDE) expect(refuses(encounter, step).code).toBe('wrong-phase');
    does(encounter, 'note:problem', { text: 'a young man with chest pain' });
    does(encounter, 'diagnose', { entries: ['pneumothorax'] });
    expect(phaseOf(encounter)).toBe('closing');
  });

  it('leads past the closing when the diagnosis stands', () => {
    const encounter = begin(NAME);
    does(encounter, 'diagnose', { entries: ['pneumothorax'] });
    does(encounter, 'finish');
    expect(phaseOf(encounter)).toBe('debrief');
  });
});

describe('the debrief', () => {
  it('takes a reflection and nothing else', () => {
    const encounter = begin(NAME);
    does(encounter, 'finish');
    does(encounter, 'finish');
    expect(phaseOf(encounter)).toBe('debrief');
    const others = [
      { do: 'begin' },
      { do: 'finish' },
      { do: 'diagnose', with: { entries: ['x'] } },
      { do: 'note:free', with: { text: 'x' } },
    ];
    for (const step of [...BEDSIDE, ...others])
      expect(['wrong-phase', 'ended']).toContain(refuses(encounter, step).code);
    does(encounter, 'reflect', { text: 'earlier next time' });
  });
});

describe('a stage that forbids a verb', () => {
  it('refuses it while it lasts, and nothing else', () => {
    const encounter = begin('anaphylaxis-seconds');
    until(encounter, 12);
    expect(refuses(encounter, { do: 'ask:onset' }).code).toBe('not-now');
    does(encounter, 'examine:skin');
    until(encounter, 15);
    expect(refuses(encounter, { do: 'dispose:home' }).code).toBe('not-now');
    expect(
      refuses(encounter, { do: 'sign', with: { orders: [{ do: 'order:ecg' }, { do: 'dispose:home' }] } })
        .code,
    ).toBe('not-now');
  });
});
