// Short ways to write rules, penalties and what happened, for the tests of the score.
import type { Condition } from '#machines/scenario/condition';
import type { Credit, Penalty, Rule, Scoring } from '#machines/scenario/scenario';
import { scoreSheet } from '#machines/scoring/sheet';
import { number, witnessTo } from './fake-witness';
import type { Story, Told } from './fake-witness';
import { always } from './small-case';

export const credit = (points: number, when: Condition, label = 'full'): Credit => ({
  label,
  points: number(points),
  when,
  window: `window of ${label}`,
});

export const rule = (
  id: string,
  points: number,
  credits: readonly Credit[],
  more: Partial<Rule> = {},
): Rule => ({
  id,
  domain: 'all',
  points,
  label: '',
  reason: '',
  keyFeature: false,
  needs: always,
  credits,
  sources: ['s'],
  evidence: ['design'],
  ...more,
});

export const penalty = (
  id: string,
  points: number,
  when: Condition,
  more: Partial<Penalty> = {},
): Penalty => ({
  id,
  points,
  label: '',
  reason: '',
  when,
  unless: [],
  sources: [],
  evidence: ['design'],
  ...more,
});

/** The sheet of a case with this scoring, after this story. */
export const sheetOf = (scoring: Partial<Scoring>, story: Omit<Story, 'scoring'> = {}) =>
  scoreSheet(
    witnessTo({ ...story, scoring: { domains: [{ id: 'all', name: '', points: 100 }], ...scoring } }),
  );

/** The line of one rule. */
export const lineOf = (one: Rule, story: Omit<Story, 'scoring'> = {}) => {
  const [line] = sheetOf({ rules: [one] }, story).lines;
  if (!line) throw new Error('no line');
  return line;
};

/** Something done at a minute. */
export const at = (minute: number, item = 'order:gas'): Told => ({ minute, item });
