// What was typed into a field of the server's page before React took the field over, which empties it.
'use client';
import { useEffectEvent, useLayoutEffect, useState } from 'react';

/** `take` is told once what already stood in the field of this id, if anything did. */
export function useTypedBefore(id: string, take: (text: string) => void): void {
  // Only while it first renders is the field still as the learner left it.
  const [before] = useState(() => {
    if (typeof document === 'undefined') return '';
    const field = document.getElementById(id);
    return field instanceof HTMLInputElement ? field.value : '';
  });
  const tell = useEffectEvent(take);
  useLayoutEffect(() => {
    if (before !== '') tell(before);
  }, [before]);
}
