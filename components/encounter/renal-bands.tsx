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
      <ul className="space-y-1 text-sm">
        {renal.map(({ below, preset, day, advice }) => (
          <li key={below} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="figures w-24 shrink-0 text-muted">
              {t('form.renal.below', { below: number(below) })}
            </span>
            {preset !== undefined && (
              <button
                type="button"
                aria-pressed={isFilled(preset)}
                onClick={() => fill(preset)}
                className="figures min-h-9 rounded-md border border-edge bg-raised px-2.5 text-sm hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:text-accent"
              >
                {sentenceOf(words, preset)}
              </button>
            )}
            {day !== undefined && (
              <span className="figures text-muted">
                {t('form.renal.day', { most: number(day), unit: unit ?? '' })}
              </span>
            )}
            {advice !== undefined && <span className="text-muted">{advice}</span>}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
