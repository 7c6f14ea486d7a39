// The dark monitor: only what is attached, each with value, unit, trend, alarm and its course since it was first seen.
'use client';
import { ArrowDown, ArrowRight, ArrowUp, Bell } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { PatientView, VitalView } from '#machines/view';
import { AlarmControl } from '../monitor/alarm-control';
import { hasPulse, signsOf } from '../monitor/lanes';
import type { Voice } from '../monitor/sound';
import { Traces } from '../monitor/traces';
import { plain } from '../prose';
import { unitText } from '../unit-text';
import { useWords } from '../words-provider';
import { channelColour, channelPlace } from './channel';
import { Sparkline } from './sparkline';
import { useTicking, vitalAt } from './ticking';

interface Tile {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly beside: string | null;
  readonly unit: string;
  readonly vital: VitalView;
  readonly alarms: readonly VitalView[];
}

/** Systolic, diastolic and mean pressure stand in one tile, as on any monitor. */
function tilesOf(
  monitor: readonly VitalView[],
  write: (vital: VitalView) => string,
  pressure: string,
): Tile[] {
  const of = (channel: string) => monitor.find((vital) => vital.channel === channel);
  const [systolic, diastolic, mean] = [of('sbp'), of('dbp'), of('map')];
  const joined = systolic !== undefined && diastolic !== undefined ? [systolic, diastolic, mean] : [];
  const tiles: Tile[] = monitor
    .filter((vital) => !joined.includes(vital))
    .map((vital) => ({
      key: vital.id,
      label: plain(vital.label),
      value: write(vital),
      beside: null,
      unit: vital.unit,
      vital,
      alarms: vital.alarm === null ? [] : [vital],
    }));
  if (systolic !== undefined && diastolic !== undefined) {
    tiles.push({
      key: 'pressure',
      label: pressure,
      value: `${write(systolic)}/${write(diastolic)}`,
      beside: mean === undefined ? null : write(mean),
      unit: systolic.unit,
      vital: mean ?? systolic,
      alarms: joined.filter((vital) => vital !== undefined).filter((vital) => vital.alarm !== null),
    });
  }
  const place = (tile: Tile) => channelPlace(tile.key === 'pressure' ? 'sbp' : tile.vital.channel);
  return tiles.toSorted((a, b) => place(a) - place(b));
}

const arrows = { '-1': ArrowDown, '0': ArrowRight, '1': ArrowUp } as const;
const trendKeys = { '-1': 'monitor.falling', '0': 'monitor.steady', '1': 'monitor.rising' } as const;

function VitalTile({ tile, now }: { readonly tile: Tile; readonly now: number }) {
  const { t } = useWords();
  const alarm = tile.alarms[0]?.alarm ?? null;
  const Arrow = arrows[tile.vital.trend];
  return (
    <div
      className={`relative flex min-w-0 flex-col rounded-md px-2.5 pt-1.5 pb-1 ${channelColour(tile.vital.channel)} ${
        alarm === null ? 'bg-transparent' : 'bg-[#3b1210] ring-1 ring-channel-alarm'
      } ${tile.key === 'pressure' ? 'col-span-2' : ''}`}
    >
      <dt className="flex items-baseline justify-between gap-1 text-2xs font-semibold tracking-wide">
        <span className="truncate">{tile.label}</span>
        {alarm !== null && (
          <span className="flex items-center gap-0.5 font-bold text-channel-alarm">
            <Bell aria-hidden size={11} />
            {t(alarm === 'low' ? 'monitor.low' : 'monitor.high')}
          </span>
        )}
      </dt>
      <dd className="flex min-w-0 items-end gap-x-1.5">
        <span className="figures text-[1.625rem] leading-8 font-medium tracking-tight">{tile.value}</span>
        {tile.beside !== null && <span className="figures pb-0.5 text-base">({tile.beside})</span>}
        <span className="flex flex-col items-start pb-1 text-2xs leading-3 text-screen-muted">
          <Arrow aria-hidden size={13} className={channelColour(tile.vital.channel)} />
          {unitText(tile.unit)}
        </span>
        <span className="sr-only">{t(trendKeys[tile.vital.trend])}</span>
        <span aria-hidden className="h-7 min-w-0 flex-1">
          <Sparkline series={tile.vital.series} now={now} />
        </span>
      </dd>
    </div>
  );
}

/** Read from the pulse: without one a monitor shows dashes, not a nought. */
const pulsatile: ReadonlySet<string> = new Set(['sbp', 'dbp', 'map', 'spo2']);

/** Between two drawings of a wait that passes, in ms: numbers are read, not watched frame by frame. */
const REDRAW = 80;

/** The numbers; a wait is seen passing in them. `flat` when the tracing has no complexes: only then is a rate of 0 one that a monitor shows. */
function Tiles({
  monitor,
  now,
  flat,
}: {
  readonly monitor: readonly VitalView[];
  readonly now: number;
  readonly flat: boolean;
}) {
  const { t, number } = useWords();
  const shown = useTicking(now, REDRAW);
  const passing = shown < now ? monitor.map((vital) => vitalAt(vital, shown)) : monitor;
  const write = (vital: VitalView): string =>
    vital.value === 0 && (pulsatile.has(vital.channel) || (vital.channel === 'hr' && !flat))
      ? '--'
      : number(vital.value, vital.decimals);
  const tiles = tilesOf(passing, write, t('monitor.pressure'));
  return (
    <dl className="grid grid-flow-row-dense grid-cols-2 gap-1">
      {tiles.map((tile) => (
        <VitalTile key={tile.key} tile={tile} now={Math.min(shown, now)} />
      ))}
    </dl>
  );
}

/** Signs that stay the same object until one of them changes, so that the traces run on through every step. */
function useSigns(monitor: readonly VitalView[], { rhythm, attached }: PatientView) {
  const signs = signsOf(monitor, rhythm, attached);
  const key = JSON.stringify(signs);
  // The key holds all that the signs hold.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => signs, [key]);
}

export const Monitor = memo(function Monitor({
  monitor,
  patient,
  now,
}: {
  readonly monitor: readonly VitalView[];
  readonly patient: PatientView;
  readonly now: number;
}) {
  const { t } = useWords();
  const [voice, setVoice] = useState<Voice | null>(null);
  const signs = useSigns(monitor, patient);
  const pulseless = signs.rhythm !== null && !hasPulse(signs);
  const alarms = monitor.filter(({ alarm }) => alarm !== null).map(({ id, alarm }) => `${id}-${alarm}`);
  return (
    <section
      aria-labelledby="monitor-title"
      className="on-screen rounded-lg border border-screen-line bg-screen p-2 text-screen-ink"
    >
      <div className="flex min-h-7 items-center">
        <h2
          id="monitor-title"
          className="px-2 text-2xs font-semibold tracking-widest text-screen-muted uppercase"
        >
          {t('monitor.title')}
        </h2>
        {monitor.length > 0 && (
          <AlarmControl
            alarms={pulseless ? [...alarms, 'pulse'] : alarms}
            high={pulseless || signs.rhythm === 'vt'}
            voice={voice}
            setVoice={setVoice}
          />
        )}
      </div>
      {monitor.length === 0 ? (
        <p className="px-2 pt-2 pb-4 text-sm text-screen-muted">{t('monitor.nothing')}</p>
      ) : (
        <>
          <Traces signs={signs} voice={voice} />
          <Tiles monitor={monitor} now={now} flat={signs.rhythm === 'asystole'} />
        </>
      )}
    </section>
  );
});
