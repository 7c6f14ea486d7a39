// The first minute of a newcomer: four things to know, each beside its part of the screen, to be skipped at any time and shown once.
'use client';
import { useEffect, useState } from 'react';
import { Button } from '../ui/button';
import { useWords } from '../words-provider';

export const tourStops = ['act', 'time', 'patient', 'finish'] as const;
export type TourStop = (typeof tourStops)[number];

/** After so many steps a newcomer has found the way without it. */
const STEPS_ALONE = 5;

/** The stop that is shown, and how to go on; null once it is over, was never wanted, or `steps` (of the log) went on without it. */
export function useTour(wanted: boolean, steps: number) {
  const [begun] = useState(steps);
  const [place, setPlace] = useState(wanted ? 0 : tourStops.length);
  useEffect(() => {
    // Seen is seen: also when the page is left in the middle of it.
    if (wanted) document.cookie = `toured=1; path=/; max-age=31536000; samesite=lax`;
  }, [wanted]);
  const stop = steps - begun < STEPS_ALONE ? (tourStops[place] ?? null) : null;
  return {
    stop,
    place,
    /** Goes to the next stop, and gives it. */
    next: (): TourStop | null => {
      setPlace(place + 1);
      return tourStops[place + 1] ?? null;
    },
    skip: () => setPlace(tourStops.length),
    /** Marks the part of the screen that the present stop is about. */
    mark: (of: TourStop): string =>
      of === stop ? 'rounded-lg outline-3 outline-offset-2 outline-accent' : '',
  };
}

export function FirstMinute({
  stop,
  live = false,
  place,
  next,
  skip,
}: {
  readonly stop: TourStop;
  /** time runs by itself here */
  readonly live?: boolean;
  readonly place: number;
  readonly next: () => void;
  readonly skip: () => void;
}) {
  const { t } = useWords();
  const last = place === tourStops.length - 1;
  return (
    <section
      aria-label={t('tour.title')}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-accent bg-accent-wash px-4 py-2.5"
    >
      <p className="eyebrow w-full sm:w-auto">
        {t('tour.place', { place: place + 1, of: tourStops.length })}
      </p>
      <p className="story min-w-[16rem] flex-1 text-base" aria-live="polite">
        {t(live && stop === 'time' ? 'tour.live' : `tour.${stop}`)}
      </p>
      <div className="flex gap-2">
        {!last && (
          <Button small look="quiet" onClick={skip}>
            {t('tour.skip')}
          </Button>
        )}
        <Button small look="strong" onClick={last ? skip : next}>
          {t(last ? 'tour.done' : 'tour.next')}
        </Button>
      </div>
    </section>
  );
}
