// Lets the shown time run to where patient time has got to, so that a wait is seen passing.
'use client';
import { useEffect, useState } from 'react';

const lasting = 600;

/** `target` seconds, reached within about half a second; at once when motion is to be reduced. */
export function useTicking(target: number): number {
  const [shown, setShown] = useState(target);
  useEffect(() => {
    if (shown === target) return;
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches || target < shown;
    const from = shown;
    const began = performance.now();
    let frame = requestAnimationFrame(function step(now) {
      const share = still ? 1 : Math.min(1, (now - began) / lasting);
      const eased = 1 - (1 - share) ** 3;
      setShown(share >= 1 ? target : Math.round(from + (target - from) * eased));
      if (share < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
    // Runs from wherever the display stands when a new target comes; following `shown` would restart each frame.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [target]);
  return shown;
}
