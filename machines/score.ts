// The score of an encounter, at any moment of it.
import type { Encounter } from './encounter';
import { witnessOf } from './kernel/witness';
import type { ScoreSheet } from './ledger';
import { scoreSheet } from './scoring/sheet';

/** Scores the encounter as it stands; meant for its end. Changes nothing. */
export function score(encounter: Encounter): ScoreSheet {
  return scoreSheet(witnessOf(encounter));
}
