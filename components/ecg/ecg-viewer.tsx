// The electrocardiogram opened large: zoom, callipers, and what it shows in words.
'use client';
import { Minus, Plus, Ruler } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../ui/button';
import { useWords } from '../words-provider';
import { Callipers, measured, type Span } from './callipers';
import { describeEcg } from './describe-ecg';
import { EcgSheet } from './ecg-sheet';
import type { EcgSpec } from './ecg-spec';

const zooms = [100, 150, 200, 300] as const;
/** Laid by the first beats of the rhythm strip, where there is something to measure. */
const laid: Span = { left: 40, right: 60, top: 110, bottom: 120 };

export function EcgViewer({ spec }: { readonly spec: EcgSpec }) {
  const words = useWords();
  const { t, number } = words;
  const id = useId();
  const [zoom, setZoom] = useState(0);
  const [span, setSpan] = useState<Span | null>(null);
  const { ms, rate, mv } = measured(span ?? laid);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <fieldset aria-label={t('ecg.zoom')} className="flex items-center gap-1">
          <Button
            small
            aria-label={t('ecg.smaller')}
            disabled={zoom === 0}
            onClick={() => setZoom(Math.max(0, zoom - 1))}
          >
            <Minus aria-hidden size={15} />
          </Button>
          <output className="figures w-12 text-center text-sm">{zooms[zoom]} %</output>
          <Button
            small
            aria-label={t('ecg.larger')}
            disabled={zoom === zooms.length - 1}
            onClick={() => setZoom(Math.min(zooms.length - 1, zoom + 1))}
          >
            <Plus aria-hidden size={15} />
          </Button>
        </fieldset>
        <Button small aria-pressed={span !== null} onClick={() => setSpan(span === null ? laid : null)}>
          <Ruler aria-hidden size={15} />
          {t('ecg.callipers')}
        </Button>
        {span !== null && (
          <output className="figures text-sm font-medium">
            {t('ecg.measured', {
              ms: number(ms, 0),
              rate: rate === null ? '–' : number(rate, 0),
              mv: number(mv, 2),
            })}
          </output>
        )}
      </div>
      {/* A sheet larger than its frame scrolls inside it; the frame can be reached and scrolled with the keyboard. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */}
      <section
        tabIndex={0}
        aria-label={t('ecg.frame')}
        className="max-h-[62dvh] overflow-auto rounded-sm border border-edge"
      >
        {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
        <div className={['w-full', 'w-[150%]', 'w-[200%]', 'w-[300%]'][zoom]}>
          <EcgSheet spec={spec} label={t('ecg.title')} describedBy={`${id}-text`} className="min-w-[44rem]">
            {span !== null && <Callipers span={span} move={setSpan} />}
          </EcgSheet>
        </div>
      </section>
      {span !== null && <p className="text-xs text-muted">{t('ecg.callipers.how')}</p>}
      <details id={`${id}-text`} className="text-sm">
        <summary className="w-fit text-accent">{t('ecg.text')}</summary>
        <ul className="mt-1 list-disc pl-5">
          {describeEcg(spec, words).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      <p className="text-xs text-muted">{t('ecg.synthetic')}</p>
    </div>
  );
}
