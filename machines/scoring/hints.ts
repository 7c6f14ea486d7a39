// What hints cost, as a line of the ledger: taken from what was earned, for it is no harm.
import { costOfHints } from '../hint-costs';
import type { LedgerLine } from '../ledger';
import type { Scoring } from '../scenario/scenario';
import type { Witness } from './witness';

/** Id of the line; no rule of a case has it, for ids of rules are the case's own words and this one has no text there. */
export const HINTS = 'hints';

/** One line for all hints; none when none was asked for. */
export function hintLines(scoring: Scoring, { hints }: Witness): readonly LedgerLine[] {
  const last = hints.at(-1);
  if (last === undefined) return [];
  return [
    {
      rule: HINTS,
      kind: 'merit',
      domain: null,
      points: 0 - costOfHints(scoring, hints),
      most: 0,
      credit: null,
      state: 'hint',
      steps: hints.map(({ sequence, at }) => ({ sequence, at, item: 'hint' })),
      at: last.at,
      window: '',
      keyFeature: false,
      sources: [],
      evidence: ['design'],
    },
  ];
}
