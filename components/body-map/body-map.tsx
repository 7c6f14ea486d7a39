// Where to examine: the body from front, back and side, and the same parts as a list for keys and readers.
'use client';
import type { BodyPart } from '#machines/scenario/body';
import type { OfferView } from '#machines/view';
import { useState } from 'react';
import { useWords } from '../words-provider';
import { bodyViews } from './body-shapes';
import { partsOf } from './parts';

/** `chosen` is the part that is shown, null for all. Parts at which nothing is offered are outlines only. */
export function BodyMap({
  offers,
  chosen,
  choose,
}: {
  readonly offers: readonly OfferView[];
  readonly chosen: BodyPart | null;
  readonly choose: (part: BodyPart | null) => void;
}) {
  const { t } = useWords();
  const [near, setNear] = useState<BodyPart | null>(null);
  const parts = partsOf(offers);
  const fill = (part: BodyPart) => {
    if (part === chosen) return 'fill-accent';
    if (part === near) return 'fill-accent-wash';
    return parts.some(([one]) => one === part) ? 'fill-raised' : 'fill-transparent';
  };
  const toggle = (part: BodyPart) => choose(part === chosen ? null : part);
  return (
    <fieldset aria-label={t('body.title')} className="min-w-0 border-b p-2">
      {/* The list beside it does the same with keys and for readers of the screen. */}
      <svg
        viewBox="0 0 280 212"
        aria-hidden
        className="mx-auto block h-40 max-w-full text-edge md:h-44"
        stroke="currentColor"
        strokeWidth={1.3}
        strokeLinejoin="round"
      >
        {bodyViews.map(({ id, shapes }, place) => (
          <g key={id} transform={`translate(${place * 92} 0)`}>
            {shapes.map(({ part, path }) => (
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
              <path
                key={path}
                d={path}
                data-part={part}
                onClick={() => toggle(part)}
                onPointerEnter={() => setNear(part)}
                onPointerLeave={() => setNear(null)}
                className={`${fill(part)} ${parts.some(([one]) => one === part) ? 'cursor-pointer' : 'pointer-events-none'}`}
              />
            ))}
          </g>
        ))}
      </svg>
      <ul className="mt-2 flex flex-wrap justify-center gap-1">
        {parts.map(([part, count]) => (
          <li key={part}>
            <button
              type="button"
              aria-pressed={part === chosen}
              onClick={() => toggle(part)}
              onFocus={() => setNear(part)}
              onBlur={() => setNear(null)}
              onPointerEnter={() => setNear(part)}
              onPointerLeave={() => setNear(null)}
              className="min-h-6 rounded-full border border-edge px-2 text-2xs text-ink hover:border-accent hover:text-accent aria-pressed:border-accent aria-pressed:bg-accent-wash aria-pressed:font-semibold aria-pressed:text-accent"
            >
              {t(`body.${part}`)} <span className="figures text-muted">{count}</span>
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
