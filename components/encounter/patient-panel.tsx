// What the patient looks like now, in words and as a drawing.
'use client';
import { memo } from 'react';
import type { PatientView } from '#machines/view';
import { Prose } from '../prose';
import { useWords } from '../words-provider';
import { PatientFigure } from './patient-figure';

export const PatientPanel = memo(function PatientPanel({ patient }: { readonly patient: PatientView }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="look-title" className="rounded-lg border bg-sheet p-3">
      <h2 id="look-title" className="eyebrow mb-2">
        {t('look.title')}
      </h2>
      <div className="gap-4 max-md:sm:flex">
        <div className="mx-auto w-full max-w-60 shrink-0">
          <PatientFigure figure={patient.figure} attached={patient.attached} />
        </div>
        <Prose of={patient.look} className="story mt-2 min-w-0 text-base leading-snug" />
      </div>
    </section>
  );
});
