// The monitor's running traces. They move only where they are seen and motion is welcome; what they show is also said in words.
// A canvas that draws is a picture by role: no tag has both.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
'use client';
import { useEffect, useMemo, useRef } from 'react';
import { traceKeys } from '../ecg/describe-ecg';
import { useWords } from '../words-provider';
import { hasPulse, type Lane, type Signs, tracesOf } from './lanes';
import type { Voice } from './sound';
import { LANE_HEIGHT, painterOf } from './trace-painter';

const heights = ['h-0', 'h-[40px]', 'h-[80px]', 'h-[120px]', 'h-[160px]'] as const;
const laneKeys = {
  ecg: 'lane.ecg',
  arterial: 'lane.arterial',
  pleth: 'lane.pleth',
  breath: 'lane.breath',
} as const;

/** Seconds into the tracing at which the pen begins: the heart has found its rhythm by then. */
const BEGIN = 3;

/** `voice` sounds with each beat; null is silence. `signs` should stay the same object while nothing changes. */
export function Traces({ signs, voice }: { readonly signs: Signs; readonly voice: Voice | null }) {
  const { t, number } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const traces = useMemo(() => tracesOf(signs), [signs]);
  // The pen goes on while what it follows changes under it.
  const followed = useRef({ traces, voice, saturation: signs.saturation });
  const wake = useRef(() => {});
  useEffect(() => {
    followed.current = { traces, voice, saturation: signs.saturation };
    wake.current();
  }, [traces, voice, signs.saturation]);
  const count = traces.lanes.length;
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const painter = painterOf(element);
    const style = getComputedStyle(element);
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
    const origin = performance.now() / 1000 - BEGIN;
    let visible = false;
    let heard = BEGIN;
    let frame = 0;
    // Asked for once for the same lanes: to ask makes the browser work out every style that has changed, which no frame has time for.
    let coloured: readonly Lane[] = [];
    let colours: readonly string[] = [];
    const coloursOf = (lanes: readonly Lane[]) => {
      if (coloured !== lanes) {
        coloured = lanes;
        colours = lanes.map(({ colour }) => style.getPropertyValue(colour).trim());
      }
      return colours;
    };
    const step = (now: number) => {
      const seconds = now / 1000 - origin;
      const { traces: present, voice: speaks, saturation } = followed.current;
      const moving = visible && !calm.matches;
      if (moving) painter.sweepTo(present.lanes, coloursOf(present.lanes), seconds);
      if (speaks !== null && seconds - heard < 1 && present.tracing.complexes(heard, seconds).length > 0)
        speaks.beat(saturation);
      heard = seconds;
      frame = moving || speaks !== null ? requestAnimationFrame(step) : 0;
    };
    const stir = () => {
      const { lanes } = followed.current.traces;
      if (calm.matches) painter.still(lanes, coloursOf(lanes));
      if (frame === 0) frame = requestAnimationFrame(step);
    };
    wake.current = stir;
    const sized = new ResizeObserver(() => {
      painter.resize(element.clientWidth, Math.min(2, window.devicePixelRatio || 1));
      stir();
    });
    const seen = new IntersectionObserver((entries) => {
      visible = entries.at(-1)?.isIntersecting ?? false;
      stir();
    });
    sized.observe(element);
    seen.observe(element);
    calm.addEventListener('change', stir);
    return () => {
      wake.current = () => {};
      cancelAnimationFrame(frame);
      sized.disconnect();
      seen.disconnect();
      calm.removeEventListener('change', stir);
    };
  }, [count]);
  if (count === 0) return null;
  const pulsed = traces.lanes.some(({ id }) => id === 'arterial' || id === 'pleth');
  const said = [
    signs.rhythm === null ? null : t(traceKeys[signs.rhythm]),
    pulsed ? t(hasPulse(signs) ? 'trace.pulse' : 'trace.no-pulse') : null,
    signs.breaths === null ? null : t('trace.breaths', { rate: number(signs.breaths, 0) }),
  ].filter((sentence) => sentence !== null);
  return (
    <div className="relative mx-1 mb-1">
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('trace.label', { text: said.join(' ') })}
        className={`block w-full will-change-transform ${heights[count] ?? 'h-[160px]'}`}
      />
      <svg aria-hidden className="pointer-events-none absolute inset-0 size-full text-screen-muted">
        {traces.lanes.map(({ id }, row) => (
          <text
            key={id}
            x={1}
            y={row * LANE_HEIGHT + 9}
            fontSize={9}
            fontWeight={600}
            fill="currentColor"
            stroke="var(--screen)"
            strokeWidth={2.5}
            paintOrder="stroke"
          >
            {t(laneKeys[id])}
          </text>
        ))}
      </svg>
    </div>
  );
}
