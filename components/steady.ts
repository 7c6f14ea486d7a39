// A callback that stays the same from one drawing to the next and always does what the latest one would.
'use client';
import { useCallback, useLayoutEffect, useRef } from 'react';

/** For lists of many rows that are drawn anew only when their own values change. Not to be called while drawing. */
export function useSteady<Given extends readonly unknown[]>(
  deed: (...given: Given) => void,
): (...given: Given) => void {
  const latest = useRef(deed);
  useLayoutEffect(() => {
    latest.current = deed;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
}
