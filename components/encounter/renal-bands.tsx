// Usual orders by kidney function, from the ward's list: the same rows for every patient, none of them marked.
'use client';
import type { OfferDosing, OfferPreset } from '#machines/view';
import { useWords } from '../words-provider';
import { sentenceOf } from './order-draft';

/** `fill` takes over the amounts of a row; `isFilled` says whether they stand in the form. */
export function RenalBands({
  dosing,
  fill,
  isFilled,
}: {
  readonly dosing: OfferDosing;
  readonly fill: (preset: OfferPreset) => void;
  readonly isFilled: (preset: OfferPreset) => boolean;
}) {
  const words = useWords();
  const { t, number } = words;
  const { renal = [], unit } = dosing;
  if (renal.length === 0) return null;
  return (
    <fieldset className="mb-4">
      <legend className="eyebrow mb-1">{t('form.renal')}</legend>
      <ul className="space-y-1.5 text-sm">
        {renal.map(({ below, preset, day, advice }) => (
          <li key={below} className="grid grid-cols-[8.5rem_1fr] items-baseline gap-x-2">
            <span className="figures text-muted">{t('form.renal.below', { below: number(below) })}</span>
            <div>
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                {preset !== undefined && (
                  <button
                    type="button"
                    aria-pressed={isFilled(preset)}
                    onClick={() => fill(preset)}
                    className="figures min-h-9 rounded-md border border-edge bg-raised px-2.5 text-left text-sm hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent"
                  >
                    {sentenceOf(words, preset)}
                  </button>
                )}
                {day !== undefined && (
                  <span className="figures text-xs text-muted">
                    {t('form.renal.day', { most: number(day), unit: unit ?? '' })}
                  </span>
                )}
              </div>
              {advice !== undefined && <p className="mt-0.5 text-xs text-muted">{advice}</p>}
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
