// A picture to look at closely: zoom and move it with mouse, fingers or keys; what it shows stands below in words.
'use client';
import { Maximize, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { useWords } from '../words-provider';
import { MOST, moved, type Standing, WHOLE, zoomed } from './view-box';

interface Touch {
  readonly x: number;
  readonly y: number;
}

const STEP = 1.4;

export function ImageViewer({ src, alt }: { readonly src: string; readonly alt: string }) {
  const { t, number } = useWords();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const picture = useRef<HTMLImageElement>(null);
  const touches = useRef(new Map<number, Touch>());
  const [standing, setStanding] = useState<Standing>(WHOLE);

  // Written to the element and not to the page: the page carries no inline style.
  useEffect(() => {
    picture.current?.style.setProperty(
      'transform',
      `translate(${standing.x * 100}%, ${standing.y * 100}%) scale(${standing.scale})`,
    );
  }, [standing]);

  // React listens to the wheel passively; only a listener of our own may keep the page from scrolling.
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const about = shareOf(element, event.clientX, event.clientY);
      setStanding((now) => zoomed(now, Math.exp(-event.deltaY * 0.0016), about));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, []);

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const before = touches.current.get(event.pointerId);
    const element = frame.current;
    if (before === undefined || element === null) return;
    const here = { x: event.clientX, y: event.clientY };
    const other = [...touches.current].find(([pointer]) => pointer !== event.pointerId)?.[1];
    touches.current.set(event.pointerId, here);
    const box = element.getBoundingClientRect();
    if (other === undefined) {
      setStanding((now) => moved(now, (here.x - before.x) / box.width, (here.y - before.y) / box.height));
      return;
    }
    const factor =
      Math.hypot(here.x - other.x, here.y - other.y) /
      Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
    const middle = shareOf(element, (here.x + other.x) / 2, (here.y + other.y) / 2);
    setStanding((now) => zoomed(now, factor, middle));
  };
  const lift = (event: PointerEvent) => touches.current.delete(event.pointerId);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = byKey(event.key, standing);
    if (next === null) return;
    event.preventDefault();
    setStanding(next);
  };
  return (
    <div>
      <div className="mb-2 flex items-center gap-1">
        <Button
          small
          aria-label={t('image.smaller')}
          disabled={standing.scale <= 1}
          onClick={() => setStanding(zoomed(standing, 1 / STEP))}
        >
          <Minus aria-hidden size={15} />
        </Button>
        <output className="figures w-14 text-center text-sm whitespace-nowrap">
          {number(standing.scale * 100, 0)} %
        </output>
        <Button
          small
          aria-label={t('image.larger')}
          disabled={standing.scale >= MOST}
          onClick={() => setStanding(zoomed(standing, STEP))}
        >
          <Plus aria-hidden size={15} />
        </Button>
        <Button small look="quiet" disabled={standing.scale <= 1} onClick={() => setStanding(WHOLE)}>
          <Maximize aria-hidden size={15} />
          {t('image.whole')}
        </Button>
      </div>
      {/* A picture that is moved with the arrow keys must be reachable with the keyboard. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role */}
      <div
        ref={frame}
        role="group"
        tabIndex={0}
        aria-label={t('image.frame')}
        aria-describedby={`${id}-how`}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          touches.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
        }}
        onPointerMove={onPointerMove}
        onPointerUp={lift}
        onPointerCancel={lift}
        onDoubleClick={(event) =>
          setStanding(
            standing.scale > 1
              ? WHOLE
              : zoomed(standing, 2.5, shareOf(event.currentTarget, event.clientX, event.clientY)),
          )
        }
        className={`relative touch-none overflow-hidden rounded-sm bg-screen select-none ${standing.scale > 1 ? 'cursor-grab active:cursor-grabbing' : 'cursor-zoom-in'}`}
      >
        {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role */}
        {/* Drawings of the case come from the attempt's own address, which the image optimiser may not read. */}
        {/* oxlint-disable-next-line nextjs/no-img-element */}
        <img
          ref={picture}
          src={src}
          alt={alt}
          draggable={false}
          className="mx-auto block max-h-[56dvh] w-full object-contain"
        />
      </div>
      <p id={`${id}-how`} className="mt-1 text-xs text-muted">
        {t('image.how')}
      </p>
    </div>
  );
}

/** A point of the screen as shares from the frame's middle. */
function shareOf(element: HTMLElement, x: number, y: number): { readonly x: number; readonly y: number } {
  const box = element.getBoundingClientRect();
  return { x: (x - box.left) / box.width - 0.5, y: (y - box.top) / box.height - 0.5 };
}

/** What a key does to the picture; null for keys that do nothing here. */
export function byKey(key: string, standing: Standing): Standing | null {
  switch (key) {
    case '+':
    case '=':
      return zoomed(standing, STEP);
    case '-':
      return zoomed(standing, 1 / STEP);
    case '0':
      return WHOLE;
    case 'ArrowLeft':
      return moved(standing, 0.12, 0);
    case 'ArrowRight':
      return moved(standing, -0.12, 0);
    case 'ArrowUp':
      return moved(standing, 0, 0.12);
    case 'ArrowDown':
      return moved(standing, 0, -0.12);
    default:
      return null;
  }
}
