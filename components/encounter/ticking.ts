// Lets what is shown run to where patient time has got to, so that a wait is seen passing.
'use client';
import { useEffect, useState } from 'react';
import type { VitalView } from '#machines/view';

/** How long a span of patient time is seen passing, in ms: a minute in half a second, hours in little more than one. */
export const lastingOf = (seconds: number): number =>
  Math.min(1_200, 500 + 150 * Math.log2(1 + Math.max(0, seconds - 60) / 600));

/** `target` seconds, reached quickly; at once when motion is to be reduced. Drawn anew at most every `every` ms. */
export function useTicking(target: number, every = 0): number {
  const [shown, setShown] = useState(target);
  useEffect(() => {
    if (shown === target) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches || target < shown;
    const from = shown;
    const lasting = lastingOf(target - from);
    const began = performance.now();
    let drawn = began - every;
    let frame = requestAnimationFrame(function step(now) {
      const share = still ? 1 : Math.min(1, (now - began) / lasting);
      if (share >= 1 || now - drawn >= every) {
        drawn = now;
        const eased = 1 - (1 - share) ** 3;
        setShown(share >= 1 ? target : Math.round(from + (target - from) * eased));
      }
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
    // Runs from wherever the display stands when a new target comes; following `shown` would restart each frame.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [target]);
  return shown;
}

/** A vital as it was at a moment on the way to now: its course up to there, its value read off it. What alarms now, alarms. */
export function vitalAt(vital: VitalView, at: number): VitalView {
  const next = vital.series.findIndex(([seconds]) => seconds > at);
  const [after, before] = [vital.series[next], vital.series[next - 1]];
  // Beyond the last point it is what it is now; before the first it was not seen yet.
  if (after === undefined) return vital;
  if (before === undefined) return { ...vital, value: after[1], series: [after] };
  const value = before[1] + ((after[1] - before[1]) * (at - before[0])) / (after[0] - before[0]);
  return { ...vital, value, series: [...vital.series.slice(0, next), [at, value]] };
}
