// How each line of a chart is drawn, never by colour alone, and the legend that says which is which.
import type { Words } from '../words';
import type { Who } from './curve-geometry';

const looks = {
  you: { stroke: 'stroke-accent', width: 2.6, dash: undefined },
  reference: { stroke: 'stroke-good', width: 1.8, dash: '7 4' },
  untreated: { stroke: 'stroke-alert', width: 1.8, dash: '2 4' },
  first: { stroke: 'stroke-accent', width: 2.6, dash: undefined },
  second: { stroke: 'stroke-caution', width: 2.2, dash: '8 3 2 3' },
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
            />
          </svg>
          {words.t(`curve.${one}`)}
        </li>
      ))}
    </ul>
  );
}
