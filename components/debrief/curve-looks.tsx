// How each line of a chart is drawn, never by colour alone, and the legend that says which is which.
import type { Words } from '../words';
import type { Who } from './curve-geometry';

/** The reference lies as a wide, pale band below the learner's line, so that it is seen where both are the same. */
const looks = {
  you: { stroke: 'stroke-accent', width: 2.4, dash: undefined, opacity: 1 },
  reference: { stroke: 'stroke-reference', width: 7, dash: undefined, opacity: 0.4 },
  untreated: { stroke: 'stroke-alert', width: 2, dash: '2 4', opacity: 1 },
  first: { stroke: 'stroke-accent', width: 2.4, dash: undefined, opacity: 1 },
  second: { stroke: 'stroke-reference', width: 2.4, dash: '8 3 2 3', opacity: 1 },
} as const;

export const lookOf = (who: Who) => looks[who];

export function Legend({ words, who }: { readonly words: Words; readonly who: readonly Who[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {who.map((one) => (
        <li key={one} className="flex items-center gap-2">
          <svg width={34} height={8} aria-hidden>
            <line
              x1={0}
              x2={34}
              y1={4}
              y2={4}
              className={looks[one].stroke}
              strokeWidth={looks[one].width}
              strokeDasharray={looks[one].dash}
              strokeOpacity={looks[one].opacity}
            />
          </svg>
          {words.t(`curve.${one}`)}
        </li>
      ))}
    </ul>
  );
}
