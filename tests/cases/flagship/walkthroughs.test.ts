// The worked plays of the flagship case come true: stages, outcome, score and critical fails are those that the case promises.
import { describe, expect, it } from 'vitest';
import { compileCase } from '#compiler/compile-case';
import type { CasePlay } from '#compiler/compile-case';
import { readCaseFolder, readCatalogue } from '#compiler/disk';
import { openEncounter } from '#machines/encounter';
import { makePlayable } from '#machines/playable';
import { score } from '#machines/score';
import { playScript } from '#machines/script';
import { stagePath } from '#machines/trace';
import { FLAGSHIP, header } from '../../machines/kernel/play';

const content = new URL('../../../content/', import.meta.url).pathname;
const catalogue = readCatalogue(`${content}catalogue`);
const { scenario, revision, plays } = compileCase(readCaseFolder(`${content}cases/${FLAGSHIP}`), catalogue);
if (scenario === null || revision === null || catalogue.ward === null)
  throw new Error('the flagship case does not compile');
const playable = makePlayable(scenario, catalogue.ward, revision);

function play({ steps }: CasePlay) {
  const encounter = openEncounter(playable, header());
  const refusals = playScript(encounter, steps);
  const entered = new Map(stagePath(encounter).map(({ id, minute }) => [id, minute]));
  return { encounter, refusals, entered, sheet: score(encounter) };
}

function stagesOf(promised: unknown): readonly (readonly [string, number])[] {
  if (typeof promised !== 'object' || promised === null) return [];
  return Object.entries(promised).map(([stage, minute]) => [stage, Number(minute)]);
}

/** `>= 95`, `< 20` or `60..75`. */
function within(total: number, text: string): boolean {
  const range = /^(\d+)\.\.(\d+)$/.exec(text);
  if (range) return total >= Number(range[1]) && total <= Number(range[2]);
  const [, by, bound] = /^(<|<=|>|>=) (\d+)$/.exec(text) ?? [];
  if (bound === undefined) throw new Error(`not a band of scores: ${text}`);
  const wanted = Number(bound);
  if (by === '<') return total < wanted;
  if (by === '<=') return total <= wanted;
  return by === '>' ? total > wanted : total >= wanted;
}

describe.each(Object.values(plays.plays))('$id', (casePlay) => {
  const { refusals, entered, sheet } = play(casePlay);
  const { stages = {}, outcome, score: band, passed, critical = [], refusals: refused = 0 } = casePlay.expect;

  it('is taken by the bedside as promised', () => {
    expect(refusals.length, JSON.stringify(refusals)).toBe(refused);
  });

  it('enters its stages at the promised minutes, one minute more or less', () => {
    for (const [stage, minute] of stagesOf(stages))
      expect(Math.abs((entered.get(stage) ?? Number.NaN) - minute), stage).toBeLessThanOrEqual(1);
  });

  it('ends and scores as promised', () => {
    expect(sheet.outcome).toBe(outcome);
    expect(within(sheet.total, String(band)), `${sheet.total} for ${String(band)}`).toBe(true);
    expect(sheet.passed).toBe(passed);
    expect(sheet.critical.map(({ id }) => id)).toEqual(critical);
  });
});

describe('what the plays teach', () => {
  const total = (id: string): number => {
    const casePlay = plays.plays[id];
    return casePlay ? play(casePlay).sheet.total : Number.NaN;
  };

  it('the expert path beats the published course, which beats every other', () => {
    const [expert, published] = [total('expert'), total('source-like')];
    expect(expert).toBeGreaterThan(published + 20);
    const others = Object.keys(plays.plays).filter((id) => id !== 'expert' && id !== 'source-like');
    expect(Math.max(...others.map(total))).toBeLessThan(published - 20);
  });

  it('the debrief shows the expert path and the untreated course beside the learner’s own', () => {
    expect(scenario.debrief.reference).toBe('expert');
    expect(scenario.debrief.untreated).toBe('idle');
  });
});
