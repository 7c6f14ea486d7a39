// What stood at one moment of the course: time, stage, values of every line, what was done and reported then, and the way to play on from there.
'use client';
import { useState } from 'react';
import { plain } from '../prose';
import { Button } from '../ui/button';
import { useWords } from '../words-provider';
import { type CourseCurve, valueAt } from './curve-geometry';
import type { Marks } from './curve-figure';

/** Marks this near to the moment are told with it, seconds. */
const NEAR = 150;

/** Opens a new attempt at a second of patient time and goes there; resolves to the code of a problem. */
export type ReplayFrom = (at: number) => Promise<string | null>;

function Replay({ at, replay }: { readonly at: number; readonly replay: ReplayFrom }) {
  const { t, find, span } = useWords();
  const [state, setState] = useState<'idle' | 'opening' | { readonly problem: string }>('idle');
  const open = async () => {
    setState('opening');
    const problem = await replay(at);
    if (problem !== null) setState({ problem: find(`problem.${problem}`) ?? t('problem.unexpected') });
  };
  return (
    <div className="sm:max-w-56">
      <Button look="strong" disabled={state === 'opening'} onClick={() => void open()}>
        {t('replay.go', { span: span(at) })}
      </Button>
      <p className="mt-1 text-xs text-muted">{t('replay.text')}</p>
      <p role="alert" className="mt-1 text-sm text-alert empty:hidden">
        {typeof state === 'object' ? state.problem : ''}
      </p>
    </div>
  );
}

/** `replay` is null where there is nothing to play on from. Needs the words `curve`, `replay` and `problem`. */
export function MomentPanel({
  at,
  shown,
  marks,
  replay,
}: {
  readonly at: number;
  readonly shown: readonly CourseCurve[];
  readonly marks: Marks;
  readonly replay: ReplayFrom | null;
}) {
  const { t, number, span } = useWords();
  const stage = marks.stages.find(({ from, to }) => at >= from && at < to);
  const near = (one: { readonly at: number }) => Math.abs(one.at - at) <= NEAR;
  const done = [
    ...marks.interventions.map((one) => ({ ...one, sign: '▲' })),
    ...(marks.others ?? []).map((one) => ({ ...one, sign: '△' })),
  ].filter(near);
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="figures font-semibold">
          T+{span(at)}
          {stage !== undefined && <span className="ml-2 font-normal text-muted">{plain(stage.label)}</span>}
        </p>
        <dl className="mt-1 flex flex-wrap gap-x-6 text-sm">
          {shown.map((curve) => {
            const value = valueAt(curve, at);
            return (
              <div key={curve.who} className="flex gap-2">
                <dt className="text-muted">{t(`curve.${curve.who}`)}</dt>
                <dd className="figures font-semibold">{value === null ? '–' : number(value, 1)}</dd>
              </div>
            );
          })}
        </dl>
        <ul className="mt-1 text-sm empty:hidden">
          {done.map((one) => (
            <li key={`${one.sign} ${one.at} ${one.item} ${one.detail ?? ''}`}>
              <span aria-hidden>{one.sign} </span>
              {one.name} {one.detail !== null && <span className="text-muted">{one.detail}</span>}
            </li>
          ))}
          {marks.results.filter(near).map((one) => (
            <li key={`${one.at} ${one.item}`} className="text-muted">
              <span aria-hidden>◇ </span>
              {one.name}
            </li>
          ))}
        </ul>
      </div>
      {replay !== null && <Replay key={at} at={at} replay={replay} />}
    </div>
  );
}
