// Checkpoints: a question opens when its condition holds, pauses a wait, is answered once or not at all, and never says what is right.
import { describe, expect, it } from 'vitest';
import { reveal } from '#machines/reveal';
import { plain } from '#machines/texts';
import { begin, does, now, refuses, until } from './play';

describe('a checkpoint', () => {
  it('is not there before it opens', () => {
    const encounter = begin('anaphylaxis-seconds');
    until(encounter, 3);
    expect(reveal(encounter, 'en').checkpoints).toEqual([]);
    expect(refuses(encounter, { do: 'answer:cq1', with: { options: ['a'] } }).code).toBe(
      'unknown-checkpoint',
    );
  });

  it('pauses the wait in which it opens', () => {
    const encounter = begin('anaphylaxis-seconds');
    until(encounter, 3);
    does(encounter, 'wait', { minutes: 30 });
    expect(now(encounter)).toBe(4);
    expect(reveal(encounter, 'en').interrupted.map(({ cause, about }) => [cause, about])).toEqual([
      ['checkpoint', 'cq1'],
    ]);
  });

  it('may be left unanswered', () => {
    const encounter = begin('anaphylaxis-seconds');
    until(encounter, 8);
    expect(now(encounter)).toBe(8);
    expect(reveal(encounter, 'en').checkpoints.map(({ id, answered }) => [id, answered])).toEqual([
      ['cq1', null],
    ]);
  });

  it('stands in the chart with the words of what was answered, in the language of the view', () => {
    const encounter = begin('anaphylaxis-seconds');
    until(encounter, 4);
    does(encounter, 'answer:cq1', { options: ['b'] });
    for (const language of ['en', 'it'] as const) {
      const { chart, checkpoints } = reveal(encounter, language);
      const words = plain(checkpoints[0]?.options.find(({ id }) => id === 'b')?.text ?? []);
      expect(words.length).toBeGreaterThan(1);
      expect(chart.find(({ code }) => code === 'answered')?.detail).toBe(words);
    }
  });

  it('is answered once, with options that it has', () => {
    const encounter = begin('anaphylaxis-seconds');
    until(encounter, 4);
    expect(refuses(encounter, { do: 'answer:cq1', with: { options: ['z'] } }).code).toBe('bad-choice');
    expect(refuses(encounter, { do: 'answer:cq1', with: { options: [] } }).code).toBe('bad-choice');
    expect(refuses(encounter, { do: 'answer:cq1', with: { options: ['a', 'b'] } }).code).toBe('bad-choice');
    does(encounter, 'answer:cq1', { options: ['b'] });
    expect(reveal(encounter, 'en').checkpoints[0]?.answered).toEqual(['b']);
    expect(refuses(encounter, { do: 'answer:cq1', with: { options: ['a'] } }).code).toBe('already-answered');
  });

  it('takes several options only where the case says so', () => {
    const encounter = begin('coupled-laboratory');
    until(encounter, 60);
    does(encounter, 'answer:cq1', { options: ['a', 'b'] });
    expect(reveal(encounter, 'en').checkpoints[0]?.answered).toEqual(['a', 'b']);
  });

  it('never says in the view which option is right', () => {
    const encounter = begin('anaphylaxis-seconds');
    until(encounter, 4);
    does(encounter, 'answer:cq1', { options: ['a'] });
    const [shown] = reveal(encounter, 'en').checkpoints;
    expect(Object.keys(shown ?? {}).toSorted()).toEqual(['answered', 'id', 'many', 'options', 'text']);
    for (const option of shown?.options ?? []) expect(Object.keys(option).toSorted()).toEqual(['id', 'text']);
  });

  it('is asked in an assessed attempt only where the case says so', () => {
    const quiet = begin('anaphylaxis-seconds', '1', 'assessed');
    until(quiet, 10);
    expect(reveal(quiet, 'en').checkpoints).toEqual([]);
    const asked = begin('coupled-laboratory', '1', 'assessed');
    until(asked, 61);
    expect(reveal(asked, 'en').checkpoints).toHaveLength(1);
  });
});
