// A hint is asked for, costs what the case says, tells as much as its grade, and is never given in an exam.
import { describe, expect, it } from 'vitest';
import { take, type Encounter } from '#machines/encounter';
import { hintCosts, costOfHints } from '#machines/hint-costs';
import { reveal } from '#machines/reveal';
import { score } from '#machines/score';
import { begin, does, FIXTURES, FLAGSHIP, playableOf, refuses, until } from './play';

const hint = (encounter: Encounter, grade: 1 | 2 | 3 = 3) => {
  does(encounter, 'hint', { grade });
  return reveal(encounter, 'en').hints.at(-1);
};

/** Does what a hint names, with the usual dose and all that can be ticked. */
function follow(encounter: Encounter, id: string): void {
  const item = encounter.playable.item(id);
  const [preset] = item?.dosing?.presets ?? [];
  const choices = item?.choices?.map((choice) => choice.id).slice(0, item.manyChoices === true ? 40 : 1);
  does(encounter, id, preset ? { ...preset, confirmed: true } : choices && { choices });
}

describe('a hint', () => {
  it('is nowhere in the view unless it was asked for', () => {
    const encounter = begin(FLAGSHIP);
    until(encounter, 30);
    expect(reveal(encounter, 'en').hints).toEqual([]);
  });

  it('tells as much as its grade: the domain, the kind of step, the step', () => {
    const encounter = begin(FLAGSHIP);
    const [first, second, third] = ([1, 2, 3] as const).map((grade) => hint(encounter, grade));
    expect(first).toMatchObject({ grade: 1, verb: null, group: null, item: null });
    expect(second).toMatchObject({ grade: 2, domain: first?.domain, item: null });
    expect(second?.verb).not.toBeNull();
    expect(third?.item?.id.startsWith(`${second?.verb}:`)).toBe(true);
  });

  it('takes no patient time and changes nothing of the patient', () => {
    const [with_, without] = [begin(FLAGSHIP), begin(FLAGSHIP)];
    hint(with_);
    until(with_, 60);
    until(without, 60);
    const { now, monitor, chart } = reveal(with_, 'en');
    const bare = reveal(without, 'en');
    expect({ now, monitor, chart }).toEqual({ now: bare.now, monitor: bare.monitor, chart: bare.chart });
  });

  it('can be followed: what it names is taken, and the score rises far above its cost', () => {
    const encounter = begin(FLAGSHIP);
    const before = score(encounter).merit;
    const named: string[] = [];
    for (let round = 0; round < 25; round += 1) {
      const item = hint(encounter)?.item?.id ?? '';
      named.push(item);
      follow(encounter, item);
      until(encounter, reveal(encounter, 'en').now / 60 + 2);
    }
    const { merit, lines } = score(encounter);
    const cost = lines.find(({ state }) => state === 'hint')?.points ?? 0;
    expect(merit - cost).toBeGreaterThan(before + 25);
    // Cultures come before the antibiotic that would spoil them, access before what needs it.
    const place = (prefix: RegExp) => named.findIndex((item) => prefix.test(item));
    expect(place(/blood-cultures/)).toBeGreaterThan(-1);
    expect(place(/blood-cultures/)).toBeLessThan(place(/piperacillin|meropenem|ceftriaxone/));
    expect(place(/peripheral-lines/)).toBeLessThan(place(/piperacillin|meropenem|ceftriaxone/));
  });

  it('does not point at what is on its way already', () => {
    const encounter = begin(FLAGSHIP);
    const seen = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const item = hint(encounter)?.item?.id ?? '';
      expect(seen, item).not.toContain(item);
      seen.add(item);
      follow(encounter, item);
    }
  });

  it('is refused in an exam, at the end, and with a grade that does not exist', () => {
    expect(refuses(begin(FLAGSHIP, '1', 'assessed'), { do: 'hint', with: { grade: 1 } })).toMatchObject({
      code: 'not-offered',
    });
    expect(reveal(begin(FLAGSHIP, '1', 'assessed'), 'en').hintCosts).toEqual([]);
    const encounter = begin(FLAGSHIP);
    for (const grade of [0, 4, '1', null, undefined])
      expect(refuses(encounter, { do: 'hint', with: { grade } }).code).toBe('bad-choice');
    does(encounter, 'finish');
    expect(take(encounter, { do: 'hint', with: { grade: 1 } }).ok).toBe(false);
  });

  it.each(FIXTURES)('never throws and always names a step that can be taken, in %s', (name) => {
    const encounter = begin(name);
    for (let minute = 0; minute < 60 && encounter.phase === 'bedside'; minute += 5) {
      const asked = take(encounter, { do: 'hint', with: { grade: 3 } });
      const named = reveal(encounter, 'it').hints.at(-1)?.item?.id;
      expect(asked.ok ? encounter.playable.item(named ?? '')?.id : asked.refusal.code).toMatch(/:|no-hint/);
      until(encounter, minute + 5);
    }
  });
});

describe('what hints cost', () => {
  const one = { grade: 2, rule: 'r', item: 'x' } as const;
  const { scoring } = playableOf(FLAGSHIP).scenario;

  it('is what the case says, else a quarter, a half and one point', () => {
    expect(hintCosts(scoring)).toEqual([0.25, 0.5, 1]);
    expect(costOfHints({ ...scoring, hintCosts: [1, 2, 3] }, [one])).toBe(2);
  });

  it('is paid once for the same hint', () => {
    expect(costOfHints(scoring, [one, one, { ...one, grade: 3 }, { ...one, item: 'y' }])).toBe(2);
  });

  it('stands in the ledger as one line, and the sum is still the sum', () => {
    const encounter = begin(FLAGSHIP);
    const bare = score(encounter);
    expect(bare.lines.some(({ state }) => state === 'hint')).toBe(false);
    hint(encounter, 1);
    hint(encounter, 3);
    const sheet = score(encounter);
    expect(sheet.lines.filter(({ state }) => state === 'hint')).toMatchObject([
      {
        rule: 'hints',
        kind: 'merit',
        domain: null,
        points: -1.25,
        steps: [{ item: 'hint' }, { item: 'hint' }],
      },
    ]);
    expect(sheet.merit).toBe(bare.merit - 1.25);
    expect(sheet.harm).toBe(bare.harm);
    expect(sheet.merit + sheet.harm + sheet.adjustment).toBeCloseTo(sheet.total, 9);
  });
});
