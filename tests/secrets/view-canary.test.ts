// A learner is told only what was revealed: a word of its own in every hidden field of a case, looked for after every step in all that is sent.
import { describe, expect, it } from 'vitest';
import { openEncounter, take } from '#machines/encounter';
import type { Encounter } from '#machines/encounter';
import { offers } from '#machines/offers';
import { reveal } from '#machines/reveal';
import type { StepInput } from '#machines/step';
import { begin, does, header, playableOf, until } from '../machines/kernel/play';
import { allCanaries, canariesIn } from './canaries';
import { CANARY_PLAY, mustTell, PROBES } from './canary-play';

const NAME = 'canary';

/** Everything that is sent to a learner in a language. */
const sent = (encounter: Encounter, language: 'en' | 'it'): string => {
  const refusals = PROBES.map((probe) => {
    const answer = take(encounter, probe);
    return answer.ok ? null : answer.refusal;
  });
  // What a learner typed in a probe comes back; that is the learner's own.
  const said = JSON.stringify(refusals).replaceAll(/qxcheckpoin\b/gu, '');
  return JSON.stringify(reveal(encounter, language)) + said;
};

describe('the canary case', () => {
  it('holds a canary in more fields than this play reveals', () => {
    const revealed = new Set(CANARY_PLAY.flatMap(({ en, it: inItalian = [] }) => [...en, ...inItalian]));
    const all = allCanaries();
    for (const word of revealed) expect(all, word).toContain(word);
    expect(all.size).toBeGreaterThan(revealed.size + 100);
  });
});

describe.each(['en', 'it'] as const)('what is sent in %s', (language) => {
  it('before the beginning holds no canary but the place', () => {
    const encounter = openEncounter(playableOf(NAME), header());
    const place = language === 'en' ? 'qxplacelabel1' : 'qxplacelabel1it';
    expect([...canariesIn(sent(encounter, language))].filter((word) => word !== place)).toEqual([]);
  });

  it('after each step holds what that step revealed, and nothing more', () => {
    const encounter = openEncounter(playableOf(NAME), header());
    // A place that a learner has been shown, and text without translation, may stand in both languages.
    const allowed = new Set<string>();
    for (const act of CANARY_PLAY) {
      takeOrWait(encounter, act.step);
      const must = mustTell(act, language);
      for (const word of [...must, ...(act.may ?? [])]) allowed.add(word);
      const found = canariesIn(sent(encounter, language));
      expect(
        [...found].filter((word) => !allowed.has(word)),
        `too early after ${JSON.stringify(act.step)}`,
      ).toEqual([]);
      expect(
        must.filter((word) => !found.has(word)),
        `not told by ${JSON.stringify(act.step)}`,
      ).toEqual([]);
    }
  });

  it('as offers is the same for every play and holds nothing hidden', () => {
    const listed = JSON.stringify(offers(playableOf(NAME), language));
    expect([...canariesIn(listed)]).toEqual([]);
  });
});

describe('a question that is not open yet', () => {
  it('is refused like one that does not exist', () => {
    const encounter = begin(NAME);
    const refusal = (id: string) => take(encounter, { do: `answer:${id}`, with: { options: ['qxoptiona'] } });
    expect(refusal('qxcheckpoint')).toMatchObject({ ok: false, refusal: { code: 'unknown-checkpoint' } });
    expect(refusal('qxcheckpoinx')).toMatchObject({ ok: false, refusal: { code: 'unknown-checkpoint' } });
  });
});

describe('a stage that is not shown', () => {
  it('is not named when a wait ends by it, nor when it forbids a verb', () => {
    const encounter = begin(NAME);
    until(encounter, 29);
    take(encounter, { do: 'wait', with: { minutes: 30 } });
    expect([...canariesIn(JSON.stringify(reveal(encounter, 'en').interrupted))]).toEqual([]);
    until(encounter, 39);
    take(encounter, { do: 'wait', with: { minutes: 30 } });
    expect([...canariesIn(JSON.stringify(reveal(encounter, 'en').interrupted))]).toEqual([]);
    const refused = take(encounter, { do: 'move:radiology' });
    expect(refused.ok).toBe(false);
    expect([...canariesIn(JSON.stringify(refused))]).toEqual([]);
  });
});

/** Takes a step that must be taken; a wait goes on through what interrupts it. */
function takeOrWait(encounter: Encounter, step: StepInput): void {
  const minute = step.with?.['untilMinute'];
  if (typeof minute === 'number') until(encounter, minute);
  else does(encounter, step.do, step.with);
}
