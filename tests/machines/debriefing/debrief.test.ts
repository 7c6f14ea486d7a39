// What the debrief tells of a play that is over.
import { describe, expect, it } from 'vitest';
import { debrief } from '#machines/debrief';
import { score } from '#machines/score';
import { begin, does, plain, until } from '../kernel/play';

const CASE = 'anaphylaxis-seconds';

function played() {
  const encounter = begin(CASE);
  does(encounter, 'note:problem', { text: 'A young woman with hives.' });
  does(encounter, 'note:differential', {
    entries: [{ diagnosis: 'anaphylaxis', probability: 90, for: ['hives'], against: ['no wheeze'] }],
  });
  until(encounter, 4);
  does(encounter, 'treat:adrenaline-im');
  until(encounter, 20);
  does(encounter, 'diagnose', { entries: ['Anaphylaxis', 'amoxicillin'] });
  does(encounter, 'finish');
  if (encounter.phase !== 'debrief') does(encounter, 'finish');
  return encounter;
}

describe('the debrief', () => {
  const encounter = played();
  const view = debrief(encounter, 'en');

  it('carries the score, and a label and a reason for every line of it', () => {
    expect(view.sheet).toEqual(score(encounter));
    for (const { rule } of view.sheet.lines) {
      expect(plain(view.reasons[rule]?.label ?? null), rule).not.toBe('');
      expect(plain(view.reasons[rule]?.reason ?? null), rule).not.toBe('');
    }
    expect(view.sheet.diagnosis).toMatchObject({ points: 20, review: false });
  });

  it('does not tell of harm that was avoided', () => {
    expect(view.sheet.lines.some((line) => line.rule === 'p1')).toBe(false);
    expect(Object.keys(view.reasons)).not.toContain('p1');
    expect(Object.keys(view.reasons)).not.toContain('cf1');
  });

  it('lays the course out without gaps, from arrival to the end', () => {
    const { stages } = view;
    expect(stages.map((stage) => stage.from)).toEqual([0, ...stages.slice(0, -1).map((stage) => stage.to)]);
    expect(stages.at(-1)?.to).toBe(encounter.now);
    for (const stage of stages) expect(plain(stage.label)).not.toBe('');
  });

  it('names what was given and when, and the time to what mattered', () => {
    expect(view.interventions).toMatchObject([{ item: 'treat:adrenaline-im', at: 270 }]);
    const time = view.timeTo.find((one) => one.rule === 't1');
    expect(time?.at).toBe(270);
    expect(view.sheet.lines.find((line) => line.rule === 't1')).toMatchObject({
      state: 'late',
      credit: 'half',
    });
  });

  it('shows every vital of the own play from arrival to the end', () => {
    const own = view.curves.filter((curve) => curve.who === 'you');
    expect(own.map((curve) => curve.vital)).toEqual(
      encounter.playable.vitals.map((vital) => vital.quantity.id),
    );
    for (const curve of own) {
      expect(curve.points[0]?.[0]).toBe(0);
      expect(curve.points.at(-1)?.[0]).toBeGreaterThan(encounter.now - 60);
    }
  });

  it('shows the reference as far as the untreated course goes, with the seed of the attempt', () => {
    const lastOf = (who: string) =>
      view.curves.filter((one) => one.who === who).map((one) => one.points.at(-1)?.[0] ?? 0);
    const untreated = Math.max(...lastOf('untreated'));
    expect(untreated).toBeGreaterThan(encounter.now);
    expect(Math.max(...lastOf('reference'))).toBe(untreated);
    const map = (who: string) =>
      view.curves.find((one) => one.vital === 'map' && one.who === who)?.points.at(-1)?.[1];
    expect(map('untreated')).toBe(0);
    expect(map('reference')).toBeGreaterThan(60);
  });

  it('keeps the own words: problem, differential, reflection', () => {
    expect(view.problem.own).toBe('A young woman with hives.');
    expect(view.differential).toEqual([
      {
        at: 0,
        entries: [
          {
            diagnosis: 'anaphylaxis',
            probability: 90,
            for: ['hives'],
            against: ['no wheeze'],
            truth: 'right',
            relation: null,
            script: null,
          },
        ],
        brier: 0.01,
        learned: [],
      },
    ]);
    expect(view.reflection).toBeNull();
    does(encounter, 'reflect', { text: 'Sooner next time.' });
    expect(debrief(encounter, 'en').reflection).toBe('Sooner next time.');
  });

  it('lists only sources that something in it cites', () => {
    const cited = new Set([...view.sheet.lines, ...view.checkpoints].flatMap((one) => one.sources));
    expect(view.sources.length).toBeGreaterThan(0);
    for (const source of view.sources) expect(cited).toContain(source.id);
  });

  it('explains the sheet that was issued when it is given one', () => {
    const issued = { ...view.sheet, critical: [{ id: 'cf1', at: 60 }] };
    const again = debrief(encounter, 'en', issued);
    expect(again.sheet).toBe(issued);
    expect(plain(again.reasons['cf1']?.label ?? null)).not.toBe('');
  });

  it('is the same when asked twice', () => {
    expect(JSON.stringify(debrief(encounter, 'en'))).toBe(JSON.stringify(debrief(encounter, 'en')));
  });
});
