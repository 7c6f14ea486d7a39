// The live clock at work: that it runs and how fast, or why it stands, with the one button that stops it and lets it go on.
'use client';
import { Pause, Play, Timer } from 'lucide-react';
import type { EncounterView } from '#machines/view';
import { Button } from '../ui/button';
import { useWords } from '../words-provider';
import { waitOf } from './live-clock';
import { standSentence } from './live-words';
import { rateText } from './rate-text';
import type { Live } from './use-live-clock';

/** Drawn only while it is on; its height stays the same whatever it says on a desk, so that nothing moves when it stops. */
export function LiveLine({ live, view }: { readonly live: Live; readonly view: EncounterView }) {
  const words = useWords();
  const { t } = words;
  const { stands, holds } = live;
  const runs = stands === null && holds === null;
  const said =
    standSentence(live, view, words) ??
    t(holds === null ? 'live.runs' : `live.holds.${holds}`, { rate: rateText(live.rate, words) });
  return (
    <section
      aria-label={t('live.title')}
      className={`relative flex items-center gap-2 overflow-hidden rounded-md border py-1 pr-1 pl-3 text-sm ${
        runs ? 'border-accent bg-accent-wash text-ink' : 'border-edge bg-raised text-muted'
      }`}
    >
      <Timer aria-hidden size={16} className={`shrink-0 ${runs ? 'text-accent' : ''}`} />
      <p className="figures min-w-0 flex-1 py-0.5">{said}</p>
      <Button
        small
        look={stands === null ? 'plain' : 'strong'}
        onClick={live.toggle}
        aria-keyshortcuts="F8"
        className="shrink-0"
      >
        {stands === null ? <Pause aria-hidden size={13} /> : <Play aria-hidden size={13} />}
        {t(stands === null ? 'live.pause' : stands === 'ready' ? 'live.start' : 'live.go')}
        <kbd className="hidden text-2xs opacity-70 md:inline">F8</kbd>
      </Button>
      {runs && (
        <span
          key={view.now}
          aria-hidden
          className="live-wait absolute inset-x-0 bottom-0 h-0.5 origin-left bg-accent"
          style={{ animationDuration: `${waitOf(live.rate, view.clock.grain) / live.rate}s` }}
        />
      )}
    </section>
  );
}
