// The worked plays of the fixture cases come true: stages at their minute, outcome, score, critical fails and refusals.
import { describe, expect, it } from 'vitest';
import { openEncounter } from '#machines/encounter';
import { score } from '#machines/score';
import { playScript } from '#machines/script';
import { stagePath } from '#machines/trace';
import { compiledCase, FIXTURES, header, playableOf } from './play';

/** `>= 95`, `<= 0` or `< 20`. */
function within(total: number, band: unknown): boolean {
  if (band === undefined) return true;
  if (typeof band !== 'string') throw new Error('a band of scores is a text');
  const [, by, bound] = /^(<=|>=|<|>) (\d+)$/u.exec(band) ?? [];
  if (bound === undefined) throw new Error(`not a band of scores: ${band}`);
  const wanted = Number(bound);
  return by === '<'
    ? total < wanted
    : by === '<='
      ? total <= wanted
      : by === '>'
        ? total > wanted
        : total >= wanted;
}

const PLAYS = FIXTURES.flatMap((name) =>
  Object.values(compiledCase(name).plays.plays).map((play) => ({ name, id: play.id, play })),
);

describe('a worked play', () => {
  it.each(PLAYS)('$id of $name comes true', ({ name, play }) => {
    const encounter = openEncounter(playableOf(name), header(play.seed ?? '1'));
    const refusals = playScript(encounter, play.steps);
    const sheet = score(encounter);
    const { stages = {}, outcome, passed, critical = [], score: band } = play.expect;
    expect(refusals).toEqual([]);
    const entered = Object.fromEntries(stagePath(encounter).map(({ id, minute }) => [id, minute]));
    expect(entered).toMatchObject(stages ?? {});
    expect(sheet.outcome).toBe(outcome);
    expect(sheet.passed).toBe(passed);
    expect(sheet.critical.map(({ id }) => id)).toEqual(critical);
    expect(within(sheet.total, band), `a score of ${sheet.total}`).toBe(true);
  });
});
