// What the live clock says of itself: how fast it runs, and why it stands or waits.
import type { EncounterView } from '#machines/view';
import type { Words } from '../words';
import { interruptionSentence } from '../encounter/time-control';
import type { Live } from './use-live-clock';

/** "10 s each second", "as in life". */
export const rateText = (rate: number, { t, span }: Words): string =>
  rate === 1 ? t('live.real') : t('live.rate', { span: span(rate) });

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
