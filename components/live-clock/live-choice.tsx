// Whether patient time runs by itself, and how fast: in plain words, kept on this device; where the case requires it, only said.
'use client';
import { Timer } from 'lucide-react';
import type { EncounterView } from '#machines/view';
import { useWords } from '../words-provider';
import { usualRates } from './live-clock';
import { rateText } from './rate-text';
import type { Live } from './use-live-clock';

/** `chosen` is called when a rate was chosen. */
export function LiveChoice({
  live,
  view,
  chosen,
}: {
  readonly live: Live;
  readonly view: EncounterView;
  readonly chosen: () => void;
}) {
  const words = useWords();
  const { t } = words;
  if (live.required) return <p className="text-xs text-muted">{t('live.required')}</p>;
  const proposed = view.clock.rate ?? 0;
  const rates = [...new Set([...usualRates, proposed, live.rate])]
    .filter((rate) => rate > 0)
    .toSorted((a, b) => a - b);
  return (
    <label className="flex min-w-0 items-center gap-1 text-muted">
      <Timer aria-hidden size={14} className="shrink-0" />
      <span className="sr-only">{t('live.title')}</span>
      <select
        value={live.rate}
        onChange={(event) => {
          live.set(Number(event.target.value));
          chosen();
        }}
        className="min-h-8 min-w-0 rounded-md border border-edge bg-raised px-1.5 text-xs text-ink"
      >
        <option value={0}>{t('live.off')}</option>
        {rates.map((rate) => (
          <option key={rate} value={rate}>
            {rateText(rate, words)}
          </option>
        ))}
      </select>
    </label>
  );
}
