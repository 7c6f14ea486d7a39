// What a view tells about the live clock: what the case says, no more than its base tick, and required only in an exam.
import { describe, expect, it } from 'vitest';
import { compileCase } from '#compiler/compile-case';
import { readCaseFolder, readCatalogue } from '#compiler/disk';
import { reportText } from '#compiler/report';
import { openEncounter, take } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import { reveal } from '#machines/reveal';
import type { EncounterView } from '#machines/view';
import { begin, does, FLAGSHIP, header } from './kernel/play';

const fixtures = new URL('../fixtures/', import.meta.url).pathname;
const catalogue = readCatalogue(`${fixtures}catalogue`);

/** The view of a small case at its beginning, with this in its front matter. */
function viewWith(front: string, mode: 'practice' | 'assessed'): EncounterView {
  const right = readCaseFolder(`${fixtures}wrong/_right`);
  const text = right.files.get('case.mdx') ?? '';
  const files = new Map([...right.files, ['case.mdx', text.replace('arrival:', `${front}arrival:`)]]);
  const { scenario, diagnostics } = compileCase({ ...right, files }, catalogue);
  if (!scenario) throw new Error(reportText(diagnostics));
  const encounter = openEncounter(makePlayable(scenario, catalogue.ward, 'test'), header('1', mode));
  expect(take(encounter, { do: 'begin' })).toEqual({ ok: true });
  return reveal(encounter, 'en');
}

describe('the live clock in the view', () => {
  it('is a choice of the learner where the case says nothing', () => {
    const free = { grain: 60, required: false, rate: null };
    expect(viewWith('', 'practice').clock).toEqual(free);
    expect(viewWith('', 'assessed').clock).toEqual(free);
    expect(reveal(begin(FLAGSHIP, '1', 'assessed'), 'en').clock).toEqual(free);
  });

  it('is required in assessed attempts only, where the case requires it', () => {
    const front = 'clock: { live: required, rate: 10 s }\n';
    expect(viewWith(front, 'assessed').clock).toEqual({ grain: 60, required: true, rate: 10 });
    expect(viewWith(front, 'practice').clock).toEqual({ grain: 60, required: false, rate: 10 });
  });

  it('may be proposed at a rate', () => {
    expect(viewWith('clock: { live: optional, rate: 1 min }\n', 'assessed').clock).toEqual({
      grain: 60,
      required: false,
      rate: 60,
    });
    expect(viewWith('clock: { live: optional }\n', 'practice').clock.rate).toBeNull();
  });

  it('moves in the ticks of a case of seconds, and at least once a minute in one of hours', () => {
    expect(reveal(begin('anaphylaxis-seconds'), 'en').clock.grain).toBe(5);
    expect(viewWith('tick: 1 h\n', 'practice').clock.grain).toBe(60);
  });

  it('leaves the same patient as one long wait', () => {
    const [live, once] = [begin('anaphylaxis-seconds'), begin('anaphylaxis-seconds')];
    for (const encounter of [live, once]) does(encounter, 'order:monitoring');
    const until = reveal(live, 'en').now + 300;
    while (reveal(live, 'en').now < until) does(live, 'wait', { minutes: 5 / 60 });
    while (reveal(once, 'en').now < until) does(once, 'wait', { untilMinute: until / 60 });
    const seen = (encounter: typeof live) => {
      const { sequence: _, interrupted: __, ...rest } = reveal(encounter, 'en');
      return rest;
    };
    expect(seen(live)).toEqual(seen(once));
  });
});
