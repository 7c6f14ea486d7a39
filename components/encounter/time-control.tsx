// Patient time moves only when the learner acts or waits: here is where one waits, and where is said what interrupted.
'use client';
import { FastForward } from 'lucide-react';
import type { EncounterView } from '#machines/view';
import { LiveChoice } from '../live-clock/live-choice';
import type { Live } from '../live-clock/use-live-clock';
import { plain } from '../prose';
import { Button } from '../ui/button';
import { inputClass } from '../ui/field';
import type { Words } from '../words';
import { useWords } from '../words-provider';
import { useDraft } from './drafts';
import type { Take } from './take';

const spans = [5, 15, 60] as const;

/** What ended the last wait, as one sentence; null when it ran to its end. */
export function interruptionSentence(view: EncounterView, words: Words): string | null {
  const last = view.interrupted.at(-1);
  if (last === undefined) return null;
  const vital = view.monitor.find(({ id }) => id === last.about);
  const entry = view.chart.find(({ index, item }) => String(index) === last.about || item === last.about);
  const about = vital === undefined ? (entry?.title ?? '') : plain(vital.label);
  const cause = words.t(`interrupted.${last.cause}`);
  return words.t('time.interrupted', {
    clock: words.clock(view.arrival, last.at),
    cause: about === '' || last.cause === 'ended' ? cause : `${cause}: ${about}`,
  });
}

/** `live` is null where no live clock is offered; `liveChosen` is called when a rate was chosen. */
export function TimeControl({
  view,
  take,
  live,
  liveChosen,
}: {
  readonly view: EncounterView;
  readonly take: Take;
  readonly live: Live | null;
  readonly liveChosen: () => void;
}) {
  const words = useWords();
  const { t } = words;
  const [until, setUntil] = useDraft('until', '');
  const interrupted = interruptionSentence(view, words);
  return (
    <section aria-labelledby="time-title" className="rounded-lg border bg-sheet p-3">
      <div className="flex flex-wrap items-center justify-between gap-x-1 gap-y-1">
        <h2 id="time-title" className="eyebrow">
          {t('time.title')}
        </h2>
        {live !== null && <LiveChoice live={live} view={view} chosen={liveChosen} />}
      </div>
      <Button
        className="mt-2 w-full"
        disabled={view.pending.length === 0}
        onClick={() => take({ do: 'wait', with: { until: 'next-result' } })}
      >
        <FastForward aria-hidden size={15} />
        {t('time.next')}
      </Button>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        <fieldset aria-label={t('time.wait')} className="flex min-w-0 flex-[3_1_10.5rem] gap-1.5">
          {spans.map((minutes) => (
            <Button
              key={minutes}
              className="figures grow px-1!"
              aria-label={t('time.minutes.label', { count: minutes })}
              onClick={() => take({ do: 'wait', with: { minutes } })}
            >
              {t('time.minutes', { minutes })}
            </Button>
          ))}
        </fieldset>
        <form
          className="flex flex-[2_1_8rem] gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            if (until.trim() !== '') take({ do: 'wait', with: { until: until.trim().replace('.', ':') } });
            setUntil('');
          }}
        >
          <input
            className={`${inputClass} figures min-w-0 px-2!`}
            value={until}
            aria-label={t('time.until')}
            onChange={(event) => setUntil(event.target.value)}
            placeholder={words.clock(view.arrival, view.now + 1800)}
            pattern="\s*([01]?\d|2[0-3])[:.][0-5]\d\s*"
            title={t('time.until.form')}
          />
          <Button type="submit" className="px-2!" disabled={until.trim() === ''}>
            {t('time.go')}
          </Button>
        </form>
      </div>
      {interrupted !== null && (
        <p className="mt-2 border-l-3 border-caution bg-caution-wash px-2.5 py-1.5 text-sm text-caution">
          {interrupted}
        </p>
      )}
    </section>
  );
}
