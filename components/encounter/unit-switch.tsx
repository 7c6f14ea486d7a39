// Chooses the units of laboratory values: as reported, SI, conventional.
'use client';
import { useId } from 'react';
import { useWords } from '../words-provider';
import { unitChoices, useUnits } from './unit-choice';

export function UnitSwitch() {
  const { t } = useWords();
  const [units, choose] = useUnits();
  const name = useId();
  return (
    <fieldset className="flex items-stretch text-xs">
      <legend className="sr-only">{t('results.units.title')}</legend>
      {unitChoices.map((choice) => (
        <label
          key={choice}
          className="-ml-px flex min-h-8 cursor-pointer items-center border border-edge bg-raised px-2.5 font-medium first-of-type:rounded-l-md last-of-type:rounded-r-md hover:text-accent has-checked:relative has-checked:border-accent has-checked:bg-accent-wash has-checked:text-accent has-focus-visible:relative has-focus-visible:outline-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name={name}
            value={choice}
            checked={units === choice}
            onChange={() => choose(choice)}
            className="sr-only"
          />
          {t(`results.units.${choice}`)}
        </label>
      ))}
    </fieldset>
  );
}
