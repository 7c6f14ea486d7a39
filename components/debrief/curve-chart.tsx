// One vital over time: your patient, the reference path and no treatment on one axis, with stages, interventions and a table.
import type { Curve, DebriefView } from '#machines/ledger';
import { plain } from '../prose';
import { ScrollAcross } from '../ui/scroll-across';
import type { Words } from '../words';
import { drawCurves, frame, valueAt } from './curve-geometry';

const looks = {
  you: { stroke: 'stroke-accent', width: 2.6, dash: undefined },
  reference: { stroke: 'stroke-good', width: 1.8, dash: '7 4' },
  untreated: { stroke: 'stroke-alert', width: 1.8, dash: '2 4' },
} as const;

/** As much of a label as fits. */
const clipped = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

export function Legend({ words, who }: { readonly words: Words; readonly who: readonly Curve['who'][] }) {
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

function Figure({
  curves,
  view,
  until,
  words,
  title,
}: {
  readonly curves: readonly Curve[];
  readonly view: DebriefView;
  readonly until: number;
  readonly words: Words;
  readonly title: string;
}) {
  const drawing = drawCurves(curves, view, until);
  if (drawing === null) return null;
  const floor = frame.height - frame.bottom;
  return (
    <ScrollAcross label={title}>
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        className="figures block w-full min-w-[40rem] text-[11px]"
        role="img"
        aria-label={words.t('curve.alt', { title })}
      >
        {drawing.bands.map(({ id, x, width, stage }, place) => (
          <g key={id}>
            <rect
              x={x}
              y={frame.top - 20}
              width={width}
              height={floor - frame.top + 20}
              className={place % 2 === 0 ? 'fill-ink/4' : 'fill-ink/9'}
            />
            {width > 66 && (
              <text x={x + 5} y={frame.top - 7} className="fill-muted">
                {clipped(plain(stage.label), Math.floor(width / 6.2))}
              </text>
            )}
            <title>{plain(stage.label)}</title>
          </g>
        ))}
        {drawing.yTicks.map(({ y, value }) => (
          <g key={value}>
            <line x1={frame.left} x2={frame.width - frame.right} y1={y} y2={y} className="stroke-rule" />
            <text x={frame.left - 7} y={y + 4} textAnchor="end" className="fill-muted">
              {words.number(value)}
            </text>
          </g>
        ))}
        {drawing.xTicks.map(({ x, at }) => (
          <g key={at}>
            <line x1={x} x2={x} y1={floor} y2={floor + 5} className="stroke-edge" />
            <text x={x} y={floor + 18} textAnchor="middle" className="fill-muted">
              {at === 0 ? 'T+0' : words.span(at)}
            </text>
          </g>
        ))}
        {drawing.marks.map(({ x, marks }) => (
          <path key={x} d={`M${x} ${floor + 23}l4.5 8h-9z`} className="fill-accent">
            <title>
              {marks
                .map(({ at, name, detail }) => `T+${words.span(at)} ${name} ${detail ?? ''}`.trim())
                .join('\n')}
            </title>
          </path>
        ))}
        {drawing.lines.map(({ who, path, end }) => (
          <g key={who}>
            <path
              d={path}
              fill="none"
              className={looks[who].stroke}
              strokeWidth={looks[who].width}
              strokeDasharray={looks[who].dash}
              strokeLinejoin="round"
            />
            <circle
              cx={end[0]}
              cy={end[1]}
              r={3.2}
              fill="var(--sheet)"
              strokeWidth={1.8}
              className={looks[who].stroke}
            />
          </g>
        ))}
      </svg>
    </ScrollAcross>
  );
}

function Table({
  curves,
  until,
  words,
  caption,
}: {
  readonly curves: readonly Curve[];
  readonly until: number;
  readonly words: Words;
  readonly caption: string;
}) {
  const step = Math.max(60, Math.ceil(until / 16 / 300) * 300);
  const times = Array.from({ length: Math.floor(until / step) + 1 }, (_, i) => i * step);
  return (
    <details className="mt-2 text-sm">
      <summary className="inline-block py-1 text-accent">{words.t('curve.table')}</summary>
      <ScrollAcross label={caption}>
        <table className="figures mt-1 w-full max-w-xl text-right">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="border-b border-edge text-xs text-muted">
              <th scope="col" className="py-1 text-left font-medium">
                {words.t('curve.time')}
              </th>
              {curves.map(({ who }) => (
                <th key={who} scope="col" className="py-1 pl-4 font-medium">
                  {words.t(`curve.${who}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {times.map((at) => (
              <tr key={at} className="border-b border-rule/70">
                <th scope="row" className="py-1 text-left font-normal">
                  T+{words.span(at)}
                </th>
                {curves.map((curve) => {
                  const value = valueAt(curve, at);
                  return (
                    <td key={curve.who} className="py-1 pl-4">
                      {value === null ? '–' : words.number(value, 1)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollAcross>
    </details>
  );
}

const early = 6 * 3600;

/** All that is drawn for one vital. A play of many hours is shown twice: its first six hours, and whole. */
export function CurveChart({
  curves,
  view,
  words,
}: {
  readonly curves: readonly Curve[];
  readonly view: DebriefView;
  readonly words: Words;
}) {
  const first = curves[0];
  if (first === undefined) return null;
  const endOf = (curve: Curve | undefined) => curve?.points.at(-1)?.[0] ?? 0;
  const mine = endOf(curves.find(({ who }) => who === 'you'));
  const longest = Math.max(...curves.map(endOf));
  const until = Math.max(600, Math.min(longest, Math.max(mine, early)));
  const name = `${plain(first.label)}, ${first.unit}`;
  const long = until > early * 1.5;
  return (
    <div className="space-y-3">
      {long && (
        <>
          <h3 className="text-sm font-semibold">{words.t('curve.early', { title: name })}</h3>
          <Figure
            curves={curves}
            view={view}
            until={early}
            words={words}
            title={words.t('curve.early', { title: name })}
          />
        </>
      )}
      <h3 className="text-sm font-semibold">{long ? words.t('curve.whole', { title: name }) : name}</h3>
      <Figure
        curves={curves}
        view={view}
        until={until}
        words={words}
        title={long ? words.t('curve.whole', { title: name }) : name}
      />
      <Table curves={curves} until={until} words={words} caption={name} />
    </div>
  );
}
