// Lets the live clock run in the browser: looks at the time, sends its waits, and stops it at whatever would interrupt a wait.
'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { EncounterView } from '#machines/view';
import type { Notice, Take } from '../encounter/take';
import { after, type Happening, type HoldReason, look, newClock, type StandReason } from './live-clock';

const LOOK_EVERY = 250;
/** Nobody touches the page for so long (ms): the patient is not left to a screen that somebody walked away from. */
const ALONE_AFTER = 600_000;
/** Steps of an attempt after which the clock sends no more: an attempt has an end, and the learner's own steps must fit before it. */
const LONG_AFTER = 4_000;

/** What the page gives a live clock to work with. */
export interface LiveDoor {
  /** seconds of patient time in each second, as kept on this device; 0: off */
  readonly rate: number;
  /** nothing is under way, and this view and notice are the newest */
  readonly settled: (view: EncounterView, notice: Notice | null) => boolean;
}

/** The live clock as the bedside shows it. */
export interface Live {
  /** 0: off */
  readonly rate: number;
  readonly required: boolean;
  readonly stands: StandReason | null;
  readonly holds: HoldReason | null;
  readonly set: (rate: number) => void;
  readonly toggle: () => void;
}

const windowIsOpen = (): boolean => document.querySelector('dialog[open]') !== null;

/** Why a notice stops the clock; null: it does not. Orders that wait for a confirmation have a window of their own. */
function standFor(notice: Notice | null): StandReason | null {
  if (notice === null) return null;
  if (notice.kind === 'refused') return notice.refusal.code === 'confirm' ? null : 'refused';
  return notice.kind === 'retrying' ? 'connection' : notice.kind;
}

/** `touring`: the first minute is being shown. Null where the page offers no live clock, and when the bedside is over. */
export function useLiveClock(
  door: LiveDoor | null,
  view: EncounterView,
  notice: Notice | null,
  take: Take,
  touring: boolean,
): Live | null {
  const { required, grain } = view.clock;
  // What is shown of it changes seldom; what it owes, with every look.
  const [shown, setShown] = useState(() =>
    required
      ? newClock(view.clock.rate ?? 1, view.interrupted.length > 0 ? 'interrupted' : null)
      : newClock(door?.rate ?? 0, 'ready'),
  );
  const { rate, stands } = shown;
  const clock = useRef(shown);
  const [holds, setHolds] = useState<HoldReason | null>(null);
  const atBedside = door !== null && view.phase === 'bedside';

  const tell = useCallback((happening: Happening) => {
    clock.current = after(clock.current, happening);
    setShown(clock.current);
  }, []);

  // What stands on the screen, for the looks between two drawings.
  const drawn = useRef({ view, notice, touring });
  useEffect(() => {
    const before = drawn.current;
    drawn.current = { view, notice, touring };
    const why =
      before.view !== view && view.interrupted.length > 0
        ? 'interrupted'
        : before.notice === notice
          ? null
          : standFor(notice);
    if (why !== null && clock.current.rate > 0) tell({ kind: 'stand', why });
  }, [view, notice, touring, tell]);

  const settled = door?.settled;
  const runs = atBedside && rate > 0 && stands === null;
  useEffect(() => {
    if (!runs || settled === undefined) return;
    let touched = performance.now();
    const onTouch = () => {
      touched = performance.now();
    };
    const onLook = () => {
      const alone = performance.now() - touched > ALONE_AFTER;
      if (alone || drawn.current.view.sequence >= LONG_AFTER) {
        tell({ kind: 'stand', why: alone ? 'alone' : 'long' });
        return;
      }
      const hold = drawn.current.touring ? 'tour' : windowIsOpen() ? 'window' : null;
      setHolds(hold);
      const busy = !settled(drawn.current.view, drawn.current.notice);
      const seen = look(clock.current, { at: performance.now(), busy, held: hold !== null }, grain);
      clock.current = seen.clock;
      if (seen.wait !== null) take({ do: 'wait', with: { minutes: seen.wait / 60 } });
    };
    onLook();
    const timer = setInterval(onLook, LOOK_EVERY);
    const onHide = () => {
      if (document.visibilityState === 'hidden') tell({ kind: 'stand', why: 'hidden' });
    };
    document.addEventListener('visibilitychange', onHide);
    document.addEventListener('pointermove', onTouch, { passive: true });
    document.addEventListener('pointerdown', onTouch, { passive: true });
    document.addEventListener('keydown', onTouch);
    return () => {
      clearInterval(timer);
      document.removeEventListener('pointermove', onTouch);
      document.removeEventListener('pointerdown', onTouch);
      document.removeEventListener('keydown', onTouch);
      document.removeEventListener('visibilitychange', onHide);
    };
  }, [runs, settled, grain, take, tell]);

  const toggle = useCallback(
    () => tell(clock.current.stands === null ? { kind: 'stand', why: 'hand' } : { kind: 'go' }),
    [tell],
  );
  const set = useCallback(
    (wanted: number) => {
      document.cookie = `live=${wanted}; path=/; max-age=31536000; samesite=lax`;
      tell({ kind: 'set', rate: wanted });
    },
    [tell],
  );

  const on = atBedside && rate > 0;
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || event.repeat || windowIsOpen()) return;
      event.preventDefault();
      toggle();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [on, toggle]);

  return atBedside ? { rate, required, stands, holds: stands === null ? holds : null, set, toggle } : null;
}
