// What the live clock says of itself when it stands.
import type { EncounterView } from '#machines/view';
import type { Words } from '../words';
import { interruptionSentence } from '../encounter/time-control';
import { rateText } from './rate-text';
import type { Live } from './use-live-clock';

/** Why it stands still; null while it runs. */
export function standSentence({ stands, rate }: Live, view: EncounterView, words: Words): string | null {
  if (stands === null) return null;
  const interrupted = stands === 'interrupted' ? interruptionSentence(view, words) : null;
  return interrupted ?? words.t(`live.stands.${stands}`, { rate: rateText(rate, words) });
}

/** What a screen reader is told: that it has stopped by itself, unless the announcer says so anyway or the learner did it. */
export const stopSentence = (live: Live | null, { t }: Words): string | null =>
  live === null ||
  live.rate === 0 ||
  live.stands === null ||
  ['hand', 'ready', 'interrupted'].includes(live.stands)
    ? null
    : t('live.stopped');
